"""Days, hours and greetings as an Indonesian letter writes them."""

from datetime import date, datetime

from app.kit.clock import WIB, wib_day

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def long_day(day: date) -> str:
    """`Rabu, 9 Desember 2026`."""
    return f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def long_instant(instant: datetime) -> str:
    """`Rabu, 9 Desember 2026 pukul 09.00 WIB`, of an aware instant."""
    local = instant.astimezone(WIB)
    return f"{long_day(wib_day(instant))} pukul {local:%H.%M} WIB"


def short_instant(instant: datetime) -> str:
    """`9 Des 2026 09.00 WIB`, of an aware instant."""
    local = instant.astimezone(WIB)
    return f"{local.day} {MONTHS[local.month - 1][:3]} {local.year} {local:%H.%M} WIB"


def greeting(instant: datetime) -> str:
    """The greeting of that hour in WIB: pagi to 11, siang to 15, sore to 18, then malam."""
    hour = instant.astimezone(WIB).hour
    if 4 <= hour < 11:
        return "Selamat pagi"
    if 11 <= hour < 15:
        return "Selamat siang"
    if 15 <= hour < 18:
        return "Selamat sore"
    return "Selamat malam"
