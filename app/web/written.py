"""Days and report numbers as people write them."""

import re
from datetime import date

from app import aside

_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def day_of(text: str) -> date | None:
    """The day as a browser or a person writes it, 2026-12-15 or 15/12/2026; None for nothing.

    Raises DayMissing for what is no day.
    """
    text = text.strip()
    if not text:
        return None
    written = _DAY.fullmatch(text)
    try:
        if written:
            return date(int(written[3]), int(written[2]), int(written[1]))
        if _ISO.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise aside.DayMissing


def number_of(text: str) -> int:
    """A nomor laporan as it is written, with or without #. Raises NoSuchReport."""
    digits = text.strip().removeprefix("#")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 18):
        raise aside.NoSuchReport
    return int(digits)
