"""Whether an extract may be taken: not older than what is in force, and not much less of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.kit import tanggal
from app.register.manifest import Refused

CLOCKS_DIFFER = timedelta(minutes=10)  # less than the hours between WIB and UTC


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole` things of one `name`."""

    name: str
    part: int
    whole: int

    @property
    def percent(self) -> float:
        return 100 * self.part / self.whole if self.whole else 0.0


def check_age(extracted_at: datetime, in_force: datetime | None, *, now: datetime) -> None:
    """Raises Refused unless it is newer than the one in force, and not of a day to come.

    Records dated ahead would never grow old: every later extract would be refused as older, and
    what was kept so far forgotten before its time.
    """
    if extracted_at > now + CLOCKS_DIFFER:
        raise Refused(
            f"Ekstrak {tanggal.short_instant(extracted_at)} bertanggal di masa depan "
            f"(sekarang {tanggal.short_instant(now)}); periksa jam dan zona waktu pembuatnya."
        )
    if in_force is None or extracted_at > in_force:
        return
    if extracted_at == in_force:
        raise Refused(
            f"Ekstrak {tanggal.short_instant(extracted_at)} sudah dimuat dengan isi yang lain."
        )
    raise Refused(
        f"Ekstrak {tanggal.short_instant(extracted_at)} lebih lama daripada yang berlaku "
        f"({tanggal.short_instant(in_force)})."
    )


def check_loss(lost: Share, *, allowed: float) -> None:
    """`allowed` is in percent. Raises Refused beyond it."""
    if lost.percent > allowed:
        raise Refused(
            f"Hilang {lost.part} dari {lost.whole} {lost.name} ({_figure(lost.percent)} %), "
            f"batasnya {_figure(allowed)} %; bila memang benar, pakai --accept-loss."
        )


def check_bad(bad: Share, *, allowed: float) -> None:
    """`allowed` is in percent. Raises Refused beyond it."""
    if bad.percent > allowed:
        raise Refused(
            f"{bad.part} dari {bad.whole} baris {bad.name} tidak dapat dipakai "
            f"({_figure(bad.percent)} %), batasnya {_figure(allowed)} %."
        )


def _figure(percent: float) -> str:
    return f"{percent:.1f}".replace(".", ",")
