"""Names of people: behind a title, a label or a relation, in lists, in signatures."""

import re

from app.reading.announcers import Surety, announced
from app.reading.emails import Found
from app.reading.listed_names import beside_numbers, in_columns
from app.reading.loose_names import before_a_role, free, quoted
from app.reading.name_words import Line, completed, is_caseless, name_at
from app.reading.signature import WORD, signature

MOST_NAMES = 200  # of one message; a longer list is a file, not a message
_SENDER = re.compile(
    r"^[ >|*]*(?:dari|from)\s*: *(?P<name>[A-Za-z'’.]+(?: [A-Za-z'’.]+){0,4}) ?(?:<|$)", re.M | re.I
)
_LIST_ITEM = re.compile(
    rf"(?:^[ ]*(?:(?:\d{{1,2}}|[a-h])\s?[.)]|[-*•])|(?<= )\(?\d{{1,2}}\))\s*"
    rf"(?P<name>{WORD}(?: {WORD}){{0,4}})",
    re.M,
)
_AND = re.compile(
    r"\s*(?:,?\s*\b(?:dan|deng|and|serta|sareng|karo)\b|,|;|/|&|\bdan\b|\band\b|\bserta\b"
    r"|,\s*dan\b|\n)\s*(?:(?:bapak|ibu|pak|bu|sdr"
    r"|sdri)\.? )?",
    re.I,
)


def names(text: str, taken: list[tuple[int, int]]) -> list[Found]:
    """Names as written, in order of appearance, outside `taken` (addresses, numbers, schools)."""
    line = Line(text, is_caseless(text), taken)
    for place in announced(text):
        _listed(line, place.at, place.surety)
    for pattern in (_LIST_ITEM, _SENDER):
        for hit in pattern.finditer(text):
            _take(line, name_at(line, hit.start("name"), Surety.PERHAPS))
    for one in in_columns(text) + beside_numbers(text, taken) + signature(text, taken):
        _take(line, one)
    for finder in (quoted, free):
        for one in finder(text):
            _listed(line, one.start, Surety.PERHAPS)
    for one in before_a_role(text):
        _take(line, one)
    return sorted(line.found, key=lambda one: one.start)


def whole_names(found: list[Found]) -> list[Found]:
    """Without the short forms: "Delfina" beside "Delfina Rohi" adds nobody."""
    parts = [set(one.value.lower().split()) for one in found]
    return [
        one
        for one, own in zip(found, parts, strict=True)
        if not any(own < other for other in parts)
    ]


def _listed(line: Line, at: int, surety: Surety) -> None:
    """The name at a place, and those joined to it by commas or "dan"."""
    one = name_at(line, at, surety)
    while one is not None and _take(line, one):
        joint = _AND.match(line.text, one.end)
        one = name_at(line, joint.end(), Surety.PERHAPS) if joint else None


def _take(line: Line, one: Found | None) -> bool:
    """Add it unless something stands there already; true when it was added."""
    one = one and completed(line.text, one)
    if one is None or len(line.found) >= MOST_NAMES:
        return False
    for start, end in line.taken:
        if one.start < end and one.end > start:
            return False
    if any(one.start < other.end and one.end > other.start for other in line.found):
        return False
    line.found.append(one)
    return True
