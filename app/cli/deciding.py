"""One row of `loket decide`: the whole path of thought, without any effect."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from app.cli import WrongCall
from app.kit import working_hours
from app.kit.clock import wib_day
from app.kit.kept import Record
from app.kit.working_hours import Hours
from app.learning.teach import ensure
from app.lookup.gather import Stated, dossiers
from app.lookup.world import World, WorldAccounts, WorldDapodik, WrongWorld
from app.reading import rows as reading_rows
from app.reading.facts import Understanding
from app.reading.reader import Reader
from app.reading.shelf import Shelf
from app.resolution import rows as resolution_rows
from app.resolution.conclude import conclude
from app.resolution.verdict import Case
from app.settings import Settings

Row = Record
_YEARS = range(
    1990, 2200
)  # dates are reckoned from these instants, and the calendar must hold them


class BadRow(ValueError):
    """A row that cannot be decided; the text says why."""


@dataclass(frozen=True, slots=True)
class Decider:
    """A reader and a world folder."""

    reader: Reader
    dapodik: WorldDapodik
    accounts: WorldAccounts
    hours: Hours

    @classmethod
    def open(cls, folder: Path, settings: Settings) -> "Decider":
        """Trains the classifier first where there is none. A bad world is a wrong call."""
        try:
            world = World.load(folder)
        except WrongWorld as error:
            raise WrongCall(str(error)) from error
        reader = Reader.load(settings.classifier)
        if reader.classifier is None:
            ensure(Shelf(settings.classifier), now=datetime.now(UTC))
            reader = Reader.load(settings.classifier)
        return cls(
            reader,
            WorldDapodik(world),
            WorldAccounts(world),
            working_hours.parse(settings.hours),
        )

    def decide(self, row: Row) -> dict[str, Any]:
        """The `read` row with its subjects. Raises ValueError for a bad row."""
        now = _instant(row)
        incoming = reading_rows.incoming(row)
        understanding = self.reader(replace(incoming, sent_on=_sent_on(row, now)))
        found = dossiers(
            understanding,
            dapodik=self.dapodik,
            accounts=self.accounts,
            stated=_stated(row),
            now=now,
            on_access=lambda _asked: None,
        )
        subjects = []
        for dossier in found:
            case = Case(
                category=understanding.category,
                facts=understanding.facts,
                facets=understanding.facets,
                dossier=dossier,
                now=now,
                attachments=_texts(row, "attachments"),
                history=_texts(row, "history"),
                subjects=len(found),
                hours=self.hours,
            )
            verdict = conclude(case)
            subjects.append(resolution_rows.subject(dossier, verdict))
        return {**_read(row, understanding), "subjects": subjects}


def _read(row: Row, understanding: Understanding) -> dict[str, Any]:
    return dict(reading_rows.result(row.get("id"), understanding))


def _stated(row: Row) -> Stated:
    """What is known beside the text."""
    return Stated(
        name=_text(row, "name"),
        npsn=_text(row, "npsn"),
        school_name=_text(row, "school_name"),
        email=_text(row, "requester_email"),
        address=_text(row, "account_address"),
        text=f"{_text(row, 'subject') or ''}\n{_text(row, 'text') or ''}",
    )


def _text(row: Row, name: str) -> str | None:
    value = row.get(name)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str | int):
        raise BadRow(f"{name} is no text")
    return str(value).strip()


def _texts(row: Row, name: str) -> tuple[str, ...]:
    value = row.get(name) or []
    if not isinstance(value, list):
        raise BadRow(f"{name} is no list")
    return tuple(str(each) for each in value)


def _instant(row: Row) -> datetime:
    """The row's `now`, else the clock's; an instant without a zone is UTC."""
    return _moment(row, "now") or datetime.now(UTC)


def _sent_on(row: Row, now: datetime) -> date:
    """The day (WIB) of `sent_at`, else of `now`."""
    return wib_day(_moment(row, "sent_at") or now)


def _moment(row: Row, name: str) -> datetime | None:
    written = _text(row, name)
    if written is None:
        return None
    try:
        parsed = datetime.fromisoformat(written)
    except ValueError as error:
        raise BadRow(f"{name} is no ISO instant") from error
    if parsed.year not in _YEARS:
        raise BadRow(f"{name} is before {_YEARS.start} or after {_YEARS.stop - 1}")
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
