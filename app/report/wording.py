"""Figures in words: what each is called and its value as people write it, on pages and in mails.

Each pair is Indonesian, then English.
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from app.report.catalogue import Tile, Unit, Value
from models.vocabulary import Rows

Pair = tuple[str, str]
_HOURS_UP_TO = timedelta(days=2)

ROWS: Mapping[StrEnum, Pair] = {
    Rows.RECEIVED: ("Laporan masuk", "Reports received"),
    Rows.ANSWERED: ("Mendapat jawaban pertama", "First answered"),
    Rows.SETTLED: ("Selesai", "Settled"),
    Rows.WROTE_AGAIN: ("Pelapor menulis lagi", "Requester wrote again"),
    Rows.PROMISE_KEPT: ("Janji ditepati", "Promises kept"),
    Rows.PROMISE_MISSED: ("Janji terlewat", "Promises missed"),
    Rows.AUTOMATIC: ("Selesai otomatis", "Settled automatically"),
    Rows.AUDITED: ("Contoh diperiksa", "Samples looked at"),
    Rows.AUDITED_RIGHT: ("Contoh dinilai benar", "Samples found right"),
    Rows.IN_INCIDENT: ("Bagian dari kejadian", "Part of an incident"),
    Rows.HANDLED: ("Diputuskan petugas", "Decided by colleagues"),
    Rows.OPEN: ("Terbuka sekarang", "Open now"),
    Rows.OVERDUE: ("Lewat janji", "Past the promise"),
    Rows.REOPENED: ("Dibuka lagi oleh pelapor", "Reopened by the requester"),
}
SPANS: Mapping[str, Pair] = {
    "first_answer": ("Jawaban pertama", "First answer"),
    "resolution": ("Penyelesaian", "Resolution"),
}
CLOCKS: Mapping[str, Pair] = {"": ("", ""), "_working": (" (jam kerja)", " (working time)")}
QUANTILES: Mapping[str, Pair] = {
    "median": ("median", "median"),
    "p90": ("90%", "90%"),
    "p95": ("95%", "95%"),
}
CHAPTERS: Mapping[str, Pair] = {
    "volume": ("Volume", "Volume"),
    "now": ("Saat ini", "Right now"),
    "times": ("Waktu", "Times"),
    "quality": ("Janji dan mutu", "Promises and quality"),
    "automation": ("Otomatis", "Automation"),
}
NONE: Pair = ("belum ada", "none yet")
TOO_MANY: Pair = ("terlalu banyak; persempit periode", "too many; choose a shorter period")
MINUTES: Pair = ("{number} menit", "{number} min")
HOURS: Pair = ("{number} jam", "{number} h")
DAYS: Pair = ("{number} hari", "{number} d")


def _span_names() -> dict[str, Pair]:
    return {
        f"{name}{suffix}_{word}": (
            f"{span[0]}, {quantile[0]}{clock[0]}",
            f"{span[1]}, {quantile[1]}{clock[1]}",
        )
        for name, span in SPANS.items()
        for suffix, clock in CLOCKS.items()
        for word, quantile in QUANTILES.items()
    }


NAMES: Mapping[str, Pair] = {
    **{rows.value: pair for rows, pair in ROWS.items()},
    **_span_names(),
    "promise_share": ("Bagian janji ditepati", "Share of promises kept"),
    "automatic_share": ("Bagian otomatis", "Automatic share"),
    "precision": ("Ketepatan otomatis", "Automatic precision"),
}


def said_of(tile: Tile, total: Value, language: str) -> str:
    """The figure's value; a quantile that is missing although reports are there had too many."""
    if tile.figure.is_time and tile.value is None and total:
        return _in(TOO_MANY, language)
    return said(tile.value, tile.figure.unit, language)


def said(value: Value, unit: Unit, language: str) -> str:
    """1.234; 87,5%; 3,5 jam. "None yet" where there is nothing."""
    if value is None:
        return _in(NONE, language)
    if isinstance(value, timedelta):
        return spoken(value, language)
    if unit is Unit.SHARE:
        return _pointed(f"{value * 100:.1f}".removesuffix(".0"), language) + "%"
    return _pointed(f"{value:,}", language)


def spoken(duration: timedelta | None, language: str) -> str:
    """Minutes up to an hour, hours up to two days, then days; one decimal at most."""
    if duration is None:
        return _in(NONE, language)
    if duration < timedelta(hours=1):
        return _in(MINUTES, language).format(number=round(duration.total_seconds() / 60))
    unit, length = (HOURS, 3600) if duration < _HOURS_UP_TO else (DAYS, 86400)
    number = _pointed(f"{duration.total_seconds() / length:.1f}".removesuffix(".0"), language)
    return _in(unit, language).format(number=number)


def _in(pair: Pair, language: str) -> str:
    return pair[language == "en"]


def _pointed(number: str, language: str) -> str:
    """Points and commas as that language writes them."""
    return number if language == "en" else number.translate(str.maketrans(",.", ".,"))
