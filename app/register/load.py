"""A nightly extract goes into the register, or is refused; the one before serves meanwhile."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from app.register import limits, manifest
from app.register.limits import Share
from app.register.manifest import Manifest, Refused
from app.register.rows import SOURCES, BadRow, Source, parsed, staged
from app.store import extracts, snoozes
from app.store.records import Cells, Table
from app.store.session import Database
from app.store.staging import Staging, staging
from models import Extract
from models.vocabulary import ExtractState

FILES = tuple(source.file for source in SOURCES)
_BATCH = 5_000  # rows staged at once
_COUNTED = {
    Table.SCHOOL: ("schools", "sekolah"),
    Table.PERSON: ("people", "orang"),
    Table.ACCOUNT: ("accounts", "akun"),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """Shares in percent. `accepted_loss` overrides `most_lost`; then `by` and `reason` are given.

    What only extracts older than `keep` held is deleted after a load.
    """

    most_lost: float = 2.0
    accepted_loss: float | None = None
    by: str = ""
    reason: str = ""
    keep: timedelta = timedelta(days=180)

    @property
    def allowed(self) -> float:
        return self.most_lost if self.accepted_loss is None else self.accepted_loss


@dataclass(frozen=True, slots=True)
class Telling:
    """Whom progress is told: `rows` (what, how many so far), `bad` (file, line, reason)."""

    rows: Callable[[str, int], None] = lambda _what, _done: None
    bad: Callable[[str, int, str], None] = lambda _file, _line, _reason: None


@dataclass(slots=True)
class Counts:
    """Per file rows read and bad; per table new and gone rows; schools, people and accounts."""

    read: dict[str, int] = field(default_factory=dict)
    bad: dict[str, int] = field(default_factory=dict)
    new: dict[str, int] = field(default_factory=dict)
    gone: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)

    @property
    def bad_rows(self) -> int:
        return sum(self.bad.values())


@dataclass(frozen=True, slots=True)
class Loaded:
    """`counts` is None where this very extract was loaded before."""

    extracted_at: datetime
    counts: Counts | None


def load(
    database: Database,
    folder: Path,
    terms: Terms,
    *,
    clock: Callable[[], datetime],
    telling: Telling,
) -> Loaded:
    """Raises Refused, and AlreadyLoading where another process is at it."""
    promised = manifest.read(folder, FILES)
    with staging(database) as stage:
        _clear(database, stage, now=clock())
        before = _in_force(database)
        if before and _is_same(before, promised):
            manifest.check_files(folder, promised, FILES)
            return Loaded(promised.extracted_at, None)
        row = _begun(database, promised, terms, now=clock())
        counts = Counts()
        try:
            in_force = before.extracted_at if before else None
            limits.check_age(promised.extracted_at, in_force, now=row.started_at)
            manifest.check_presence(folder, promised, FILES)
            for source in SOURCES:
                _stage(stage, source, folder, promised, counts=counts, telling=telling)
            _judge(stage, before, terms, counts)
        except Refused as error:
            _ended(database, row, ExtractState.REFUSED, counts, note=str(error), now=clock())
            raise
        stage.put(row.id, telling.rows)
        _ended(database, row, ExtractState.LOADED, counts, note="", now=clock())
        _forget(database, stage, promised.extracted_at - terms.keep)
        stage.tidy()
    return Loaded(promised.extracted_at, counts)


def _in_force(database: Database) -> Extract | None:
    with database.read() as session:
        return extracts.in_force(session)


def _is_same(before: Extract, promised: Manifest) -> bool:
    mine = (promised.extracted_at, promised.content_hash)
    return mine == (before.extracted_at, before.content_hash)


def _clear(database: Database, stage: Staging, *, now: datetime) -> None:
    """Loads that were cut off leave nothing behind."""
    with database.read() as session:
        left = extracts.cut_off(session)
    for each in left:
        stage.undo(each.id)
        _ended(database, each, ExtractState.ABANDONED, None, note="", now=now)


def _begun(database: Database, promised: Manifest, terms: Terms, *, now: datetime) -> Extract:
    with database.write() as session:
        return extracts.add(
            session,
            Extract(
                extracted_at=promised.extracted_at,
                content_hash=promised.content_hash,
                state=ExtractState.LOADING,
                accepted_loss=terms.accepted_loss,
                by=terms.by,
                reason=terms.reason,
                started_at=now,
            ),
        )


def _ended(
    database: Database,
    row: Extract,
    state: ExtractState,
    counts: Counts | None,
    *,
    note: str,
    now: datetime,
) -> None:
    """With LOADED it is in force from this commit on."""
    with database.write() as session:
        kept = extracts.by_id(session, row.id)
        kept.state, kept.note, kept.finished_at = state, note, now
        if state is ExtractState.LOADED:
            snoozes.sync_came(session, now)
        if counts is not None:
            kept.counts = {
                name: dict(getattr(counts, name))
                for name in ("read", "bad", "new", "gone", "total")
            }


def _stage(
    stage: Staging,
    source: Source,
    folder: Path,
    promised: Manifest,
    *,
    counts: Counts,
    telling: Telling,
) -> None:
    """A file that the manifest does not name is empty."""
    counts.read[source.file] = counts.bad[source.file] = 0
    if source.file not in promised.files:
        return

    def refuse(line: int, reason: str) -> None:
        counts.bad[source.file] += 1
        telling.bad(source.file, line, reason)

    found = manifest.lines(folder / source.file, promised.files[source.file])
    for batch in _batches(source, found, refuse):
        for table, rows in batch.rows.items():
            if rows:
                stage.add(table, rows)
        counts.read[source.file] += batch.lines
        telling.rows(source.file, counts.read[source.file])


@dataclass(slots=True)
class _Batch:
    rows: dict[Table, list[Cells]]
    lines: int = 0


def _batches(
    source: Source, found: Iterator[tuple[int, bytes]], refuse: Callable[[int, str], None]
) -> Iterator[_Batch]:
    batch = _Batch({table: [] for table in source.tables})
    for number, line in found:
        batch.lines += 1
        try:
            for table, row in staged(source, parsed(line)):
                batch.rows[table].append(row)
        except BadRow as error:
            refuse(number, str(error))
        if batch.lines == _BATCH:
            yield batch
            batch = _Batch({table: [] for table in source.tables})
    yield batch


def _judge(stage: Staging, before: Extract | None, terms: Terms, counts: Counts) -> None:
    """Raises Refused. Fills in what changes."""
    for file, rows in counts.read.items():
        limits.check_bad(Share(file, counts.bad[file], rows), allowed=terms.most_lost)
    for table, (new, gone) in stage.compare().items():
        counts.new[table.name.lower()], counts.gone[table.name.lower()] = new, gone
    for table, (name, _) in _COUNTED.items():
        counts.total[name] = stage.distinct(table)
    if not counts.total["schools"]:
        raise Refused("Ekstrak ini tidak memuat satu sekolah pun.")
    for table, (name, label) in _COUNTED.items():
        whole = total(before, name) if before else 0
        lost = stage.lost(table) if whole else 0
        limits.check_loss(Share(label, lost, whole), allowed=terms.allowed)


def total(extract: Extract, name: str) -> int:
    """How many `schools`, `people` or `accounts` an extract holds."""
    held = extract.counts.get("total") if isinstance(extract.counts, dict) else None
    found = held.get(name) if isinstance(held, dict) else None
    return found if isinstance(found, int) else 0


def _forget(database: Database, stage: Staging, oldest: datetime) -> None:
    """History of people is kept as long as it is needed, and no longer."""
    with database.write() as session:
        old: Sequence[Extract] = extracts.older_than(session, oldest)
        for each in old:
            each.state = ExtractState.FORGOTTEN
    if old:
        stage.forget(max(each.id for each in old) + 1)
