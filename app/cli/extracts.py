"""What the snapshot commands do, and how they tell it."""

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.cli import WrongCall
from app.cli.database import current
from app.cli.database import reason as said_by
from app.kit import tanggal
from app.register.load import Counts, Loaded, Telling, Terms, load, total
from app.register.manifest import Refused
from app.settings import Settings
from app.store import extracts
from app.store.staging import AlreadyLoading, BrokenOff
from app.web.labels import label
from models import Extract

_EVERY_SECONDS = 2.0
_BAD_SHOWN = 200


def load_extract(
    folder: Path, chosen: Settings, *, accepted_loss: float | None, by: str, reason: str
) -> int:
    """The exit status. Raises WrongCall for a refused extract, and where disk or database fail."""
    if accepted_loss is not None and not (by.strip() and reason.strip()):
        raise WrongCall("--accept-loss perlu --by (siapa) dan --reason (alasan).")
    terms = Terms(
        most_lost=chosen.snapshot_most_lost,
        accepted_loss=accepted_loss,
        by=by.strip()[:120],
        reason=reason.strip()[:500],
        keep=timedelta(days=chosen.snapshot_keep_days),
    )
    teller = _Teller()
    with current(chosen) as database:
        try:
            loaded = load(
                database,
                folder,
                terms,
                clock=lambda: datetime.now(UTC),
                telling=Telling(teller.rows, teller.bad),
            )
        except Refused as error:
            raise WrongCall(f"Ekstrak ditolak: {error}") from error
        except AlreadyLoading as error:
            raise WrongCall("Ekstrak lain sedang dimuat; coba lagi setelah selesai.") from error
        except (BrokenOff, OSError) as error:
            why = said_by(error)
            raise WrongCall(
                f"Ekstrak tidak dimuat, yang sebelumnya tetap berlaku: {why}."
            ) from error
    return _told(loaded)


def list_extracts(chosen: Settings) -> None:
    with current(chosen) as database, database.read() as session:
        rows = extracts.all_of_them(session)
        in_force = extracts.in_force(session)
    if not rows:
        print("Belum ada ekstrak yang dimuat.")
    for row in rows:
        is_in_force = in_force is not None and row.id == in_force.id
        print("; ".join(_about(row, is_in_force=is_in_force, now=datetime.now(UTC))))


def age(extract: Extract, now: datetime) -> str:
    """`umur 5 jam`; whole hours, days from two on."""
    hours = int((now - extract.extracted_at).total_seconds() // 3600)
    return f"umur {hours} jam" if hours < 48 else f"umur {hours // 24} hari"


def _told(loaded: Loaded) -> int:
    when = tanggal.short_instant(loaded.extracted_at)
    if loaded.counts is None:
        print(f"Ekstrak {when} sudah dimuat sebelumnya; tidak ada yang diubah.")
        return 0
    counts = loaded.counts
    print(f"Ekstrak {when} berlaku: {_totals(counts)}.")
    print(f"Baris baru {sum(counts.new.values())}, tidak ada lagi {sum(counts.gone.values())}.")
    if counts.bad_rows:
        print(f"{counts.bad_rows} baris tidak dapat dipakai dan dilewati.", file=sys.stderr)
    return 1 if counts.bad_rows else 0


def _totals(counts: Counts) -> str:
    held = counts.total
    return f"{held['schools']} sekolah, {held['people']} orang, {held['accounts']} akun"


def _about(row: Extract, *, is_in_force: bool, now: datetime) -> Iterator[str]:
    yield f"{row.id}  {tanggal.short_instant(row.extracted_at)}"
    yield "Berlaku" if is_in_force else label(row.state)
    yield age(row, now)
    held = [total(row, name) for name in ("schools", "people", "accounts")]
    if any(held):
        yield "{} sekolah, {} orang, {} akun".format(*held)
    new, gone, bad = (_sum(row, name) for name in ("new", "gone", "bad"))
    if new or gone:
        yield f"{new} baris baru, {gone} tidak ada lagi"
    if bad:
        yield f"{bad} baris dilewati"
    if row.accepted_loss is not None:
        yield f"kehilangan sampai {row.accepted_loss:g} % diterima {row.by}: {row.reason}"
    if row.note:
        yield row.note


def _sum(row: Extract, name: str) -> int:
    held = row.counts.get(name) if isinstance(row.counts, dict) else None
    return (
        sum(each for each in held.values() if isinstance(each, int))
        if isinstance(held, dict)
        else 0
    )


class _Teller:
    """Progress on standard error, every two seconds at most; bad rows at once, up to a limit."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._bad = 0

    def rows(self, what: str, done: int) -> None:
        if time.monotonic() - self._last >= _EVERY_SECONDS:
            self._last = time.monotonic()
            print(f"{what}: {done} baris", file=sys.stderr, flush=True)

    def bad(self, file: str, line: int, reason: str) -> None:
        self._bad += 1
        if self._bad <= _BAD_SHOWN:
            print(f"{file} baris {line}: {reason}", file=sys.stderr)
        elif self._bad == _BAD_SHOWN + 1:
            print("Baris rusak berikutnya hanya dihitung.", file=sys.stderr)
