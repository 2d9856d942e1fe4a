"""Personal data as those see it who may not see all of it."""

import re
from datetime import date

_SHOWN_DIGITS = 3
_HIDDEN = "•"
# Ten digits and more: NISN, telephone, NUPTK, NIK, NIP. An NPSN and a report number are shorter;
# a day followed by an hour is no number.
_MARKED = re.compile(
    r"(?<![A-Za-z0-9._%+-])(?P<mail>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?<!\d)(?P<day>\d{1,2}([-./])\d{1,2}\3(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)"
    r"|(?<!\d)\d(?:[ .()-]{0,2}\d){9,}"
)
_WORK_DOMAIN = "belajar.id"


def number(digits: str | None) -> str:
    """The last three digits behind dots: `•••••••••••••123`; "" for None."""
    if not digits:
        return ""
    shown = digits[-_SHOWN_DIGITS:] if len(digits) > _SHOWN_DIGITS else ""
    return _HIDDEN * (len(digits) - len(shown)) + shown


def birth(day: date | None) -> str:
    """Only the year; "" for None."""
    return str(day.year) if day else ""


def mail(address: str | None) -> str:
    """`a***@domain.example`; an address under belajar.id is what the work is about and is shown."""
    if not address:
        return ""
    local, at, domain = address.rpartition("@")
    if not at:
        return f"{address[:1]}***"
    if _is_work(domain):
        return address
    return f"{local[:1]}***@{domain}"


def in_text(text: str) -> str:
    """The text with long numbers and private mail addresses masked, all else as written."""
    return _MARKED.sub(_masked, text)


def _masked(hit: re.Match[str]) -> str:
    if hit["day"]:
        return hit[0]
    return mail(hit["mail"]) if hit["mail"] else _digits_hidden(hit[0])


def _is_work(domain: str) -> bool:
    lower = domain.lower()
    return lower == _WORK_DOMAIN or lower.endswith(f".{_WORK_DOMAIN}")


def _digits_hidden(written: str) -> str:
    """All but the last three digits, separators kept."""
    left = sum(letter.isdigit() for letter in written) - _SHOWN_DIGITS
    hidden = []
    for letter in written:
        if letter.isdigit() and left > 0:
            left -= 1
            hidden.append(_HIDDEN)
        else:
            hidden.append(letter)
    return "".join(hidden)
