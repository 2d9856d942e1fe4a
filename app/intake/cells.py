"""One cell of a list of people: a number, a day, an account, a class, or a title after a name."""

import re
from datetime import date, timedelta

_SERIAL_ZERO = date(1899, 12, 30)  # day 0 of a spreadsheet
_MONTHS = ("ja", "fe", "mar", "ap", "me", "jun", "jul", "ag", "se", "ok", "no", "de")
_OTHER_MONTHS = {"pe": 2, "may": 5, "au": 8, "oc": 10}
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|\d{2})(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2})[\s./-]*([A-Za-z]{3,9})[\s.,/-]*(\d{4}|\d{2})(?!\d)")
_RUN = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)")
_SERIAL = re.compile(r"\d{5}")
_GRADE = re.compile(
    r"(?:kelas|kls|tingkat)?\s*((?:\d{1,2}|[ivx]{1,4})(?:\s?[./-]?\s?[a-z0-9]{1,6}){0,2})", re.I
)
_TITLE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}\.\s?)+(?:[A-Z][A-Za-z]{0,6}\.?)?|[SMA]\s?[A-Z][a-z]{0,3}|Gr\.?|Ners",
    re.A,
)
_FILLER = re.compile(r"[\s.,()\-_]+")
_BROKEN = re.compile(r"\d(?:[.,]\d+)?\s?[eE]\s?\+?\d{1,2}")
# People whose birth day may stand in a list of today.
_EARLIEST, _LATEST = 1930, 2035


def digits(cell: str) -> str:
    """Without what people put between digits; "" when letters are among them."""
    plain = _FILLER.sub("", cell)
    return plain if plain.isascii() and plain.isdecimal() else ""


def is_broken_number(cell: str) -> bool:
    """Whether a spreadsheet rounded a long number, as in `3,27E+15`."""
    return _BROKEN.fullmatch(cell.strip()) is not None


def is_nik(number: str) -> bool:
    """Sixteen digits whose middle is a birth day (women: day + 40), month and year, DDMMYY."""
    if len(number) != 16 or number[0] == "0":
        return False
    day, month = int(number[6:8]), int(number[8:10])
    return 1 <= (day - 40 if day > 40 else day) <= 31 and 1 <= month <= 12


def day(cell: str) -> date | None:
    """The one day a cell names, also behind a place ("Antah, 4 Mei 2012"); day before month.

    A bare number of five digits is a spreadsheet's own count of days.
    """
    if hit := _ISO.search(cell):
        return _calendar(int(hit[1]), int(hit[2]), int(hit[3]))
    if hit := _FIGURES.search(cell):
        year = _year(hit[3])
        return _calendar(year, int(hit[2]), int(hit[1])) or _calendar(
            year, int(hit[1]), int(hit[2])
        )
    if hit := _WORDS.search(cell):
        return _calendar(_year(hit[3]), _month(hit[2]), int(hit[1]))
    if hit := _RUN.search(cell):
        return _calendar(int(hit[3]), int(hit[2]), int(hit[1]))
    if _SERIAL.fullmatch(cell.strip()):
        found = _SERIAL_ZERO + timedelta(days=int(cell))
        return found if _EARLIEST <= found.year <= _LATEST else None
    return None


def grade(cell: str) -> str | None:
    """A class such as "7", "VII B", "Kelas 6A" or "XII IPA 2", as written."""
    hit = _GRADE.fullmatch(cell.strip())
    return cell.strip()[:40] if hit else None


def is_title(cell: str) -> bool:
    """A degree that a comma has parted from its name: "S.Pd.", "M.Si", "SPd"."""
    return _TITLE.fullmatch(cell.strip()) is not None


def _month(word: str) -> int:
    """0 for what is no month."""
    lower = word.lower()
    for number, start in enumerate(_MONTHS, 1):
        if lower.startswith(start):
            return number
    return next((n for start, n in _OTHER_MONTHS.items() if lower.startswith(start)), 0)


def _year(text: str) -> int:
    year = int(text)
    if year >= 100:
        return year
    return year + (1900 if year > 40 else 2000)


def _calendar(year: int, month: int, of_month: int) -> date | None:
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, of_month)
    except ValueError:
        return None
