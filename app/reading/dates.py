"""Calendar days written in Indonesian or English."""

import re
from datetime import date

from app.reading.emails import Found

_MONTHS = (
    r"jan(?:uar[iy])?|feb(?:r?uar[iy]|r)?|pebruari|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?"
    r"|jul[iy]?"
    r"|agustus|august|agust|agus|aug|agt|ags|agu|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?"
    r"|no[vp](?:ember)?|de[sc](?:ember)?"
)
_ORDER = {
    "ja": 1, "fe": 2, "pe": 2, "mar": 3, "ap": 4, "me": 5, "may": 5, "jun": 6, "jul": 7, "ag": 8,
    "au": 8, "se": 9, "ok": 10, "oc": 10, "no": 11, "de": 12,
}  # fmt: skip
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s.-]*(?:of\s)?({_MONTHS})\.?[\s,.-]*'?(\d{{4}}"
    rf"|\d{{2}})(?!\d)",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"\b({_MONTHS})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s(\d{{4}})(?!\d)", re.I
)
_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])")
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_LABELLED = re.compile(
    r"(?:lahir\w*|ttl|tgl|tanggal|born)\W{0,3}(?:\w+\W{1,3})?(\d{2})[ .]?(\d{2})[ .]?(\d{4})(?!\d)",
    re.I,
)


_TWO_DIGITS = re.compile(r"\d\d")


def days(text: str) -> list[tuple[date, Found]]:
    """Complete days (with a year) in order of appearance; impossible days are left out."""
    found: list[tuple[date, Found]] = []
    if not _TWO_DIGITS.search(text):
        return found
    for hit in _ISO.finditer(text):
        _add(found, hit, calendar_day(int(hit[3]), int(hit[2]), int(hit[1])))
    for hit in _DAY_FIRST.finditer(text):
        _add(found, hit, calendar_day(int(hit[1]), _month(hit[2]), _year(hit[3])))
    for hit in _MONTH_FIRST.finditer(text):
        _add(found, hit, calendar_day(int(hit[2]), _month(hit[1]), int(hit[3])))
    for hit in _FIGURES.finditer(text):
        first, second, year = int(hit[1]), int(hit[3]), _year(hit[4])
        _add(found, hit, calendar_day(first, second, year) or calendar_day(second, first, year))
    for hit in _LABELLED.finditer(text):
        _add(found, hit, calendar_day(int(hit[1]), int(hit[2]), int(hit[3])))
    return sorted(found, key=lambda one: one[1].start)


def calendar_day(day: int, month: int, year: int) -> date | None:
    """None when there is no such day, or it lies outside 1930 to 2099."""
    if not 1930 <= year < 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int:
    lower = word.lower()
    return next(number for start, number in _ORDER.items() if lower.startswith(start))


def _year(text: str) -> int:
    year = int(text)
    if year >= 100:
        return year
    return year + (1900 if year > 40 else 2000)


def _add(found: list[tuple[date, Found]], hit: re.Match[str], day: date | None) -> None:
    start, end = hit.span()
    clear = all(end <= other.start or start >= other.end for _, other in found)
    if day is not None and clear:
        found.append((day, Found(day.isoformat(), start, end)))
