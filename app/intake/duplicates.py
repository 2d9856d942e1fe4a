"""Whether two reports are probably one; a hint for a person, never a decision."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from app.intake.tidy import folded

# The weaker the tie between the senders, the more alike the words must be, in percent.
_SAME_ACCOUNT, _SAME_MAIL, _SAME_SCHOOL = 60, 70, 88

_IDENTIFIER = re.compile(r"[\w.+-]+@[\w.-]+\w|\b\d{8,18}\b")


@dataclass(frozen=True, slots=True)
class Report:
    """What the comparison needs of a ticket. Addresses in lower case."""

    text: str
    requester_email: str | None = None
    account_address: str | None = None
    npsn: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """`percent` of the words alike, and why that counts, in Indonesian."""

    percent: int
    reason: str


def same_report(a: Report, b: Report) -> Likeness | None:
    """None when nothing ties the senders, the words differ, or each names somebody else."""
    tie = _tie(a, b)
    if tie is None or _name_different_people(a, b):
        return None
    shared, needed = tie
    percent = round(fuzz.token_sort_ratio(folded(a.text), folded(b.text)))
    if percent < needed or not folded(a.text):
        return None
    words = "isi laporan sama" if percent == 100 else f"isi laporan {percent}% serupa"
    return Likeness(percent, f"{shared} sama dan {words}")


def _tie(a: Report, b: Report) -> tuple[str, int] | None:
    """What the senders share, strongest first, and how alike the words must be."""
    if a.account_address and a.account_address == b.account_address:
        return "alamat akun", _SAME_ACCOUNT
    if a.requester_email and a.requester_email == b.requester_email:
        return "surel pelapor", _SAME_MAIL
    if a.npsn and a.npsn == b.npsn:
        return "NPSN", _SAME_SCHOOL
    return None


def _name_different_people(a: Report, b: Report) -> bool:
    """Operators send one text for many colleagues: only the address or number in it differs."""
    mine, theirs = _identifiers(a), _identifiers(b)
    return bool(mine) and bool(theirs) and not mine & theirs


def _identifiers(report: Report) -> set[str]:
    found = set(_IDENTIFIER.findall(report.text.lower()))
    return found - {report.requester_email, report.npsn}
