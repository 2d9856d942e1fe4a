"""Reading the words of one name, with capitals or without."""

import re
import string
from collections.abc import Callable
from dataclasses import dataclass, field

from app.reading.announcers import Surety
from app.reading.emails import Found
from app.reading.lexicon import PARTICLES, is_common, is_ordinary, is_shaped, may_not
from app.reading.signature import WORD
from app.reading.wordlists import (
    ENDS_A_SCHOOL,
    FIRST_OF_A_NAME,
    IN_A_NAME,
    NOT_A_NAME,
    OF_PLACES,
    ROLES,
    words,
)

_NAME_WORD = re.compile(rf"[ ]?({WORD})")
_SHOUTED = words("TMT NISN NIK NPSN NUPTK NIP SK PTK GTK PD TU ANBK PPPK PNS TKJ PJOK")
_LARGE, _SMALL = string.ascii_uppercase.encode(), string.ascii_lowercase.encode()
_SAID_TOO = words("hari putra putri indah mei jaya cahaya permata adinda")  # said of other things
_ROMAN = re.compile(r"[IVX]+(?:-[A-Z0-9])?")
_HONOUR = re.compile(r"(?:(?:Hj|H|KH|Sr|Pdt|Ust|Ustadz?|Ustaz|Drs|Dra|Ir)\.? )+(?=[A-Z])")
_BALINESE = re.compile(
    r"I (?=(?:Wayan|Made|Nyoman|Ketut|Putu|Kadek|Gede|Gusti|Komang|Nengah|Dewa)\b)"
)
_SHORT_BEFORE = re.compile(r"\b(?:(?:Muh|Moh|Mhd|Abd|MUH|MOH|St|ST|Wd|WD|Sy|Th|[A-GI-Z])\. ?)+$")
_DEGREE_WORD = re.compile(r"[SMADd][.](?:Pd|Kom|Si|Ag|Sos|Ma|Md|E|H|T|Psi|Hum)", re.I)


@dataclass(slots=True)
class Line:
    """A text being searched. `caseless`: capitals say nothing; `taken`: spans of other facts."""

    text: str
    caseless: bool = False
    taken: list[tuple[int, int]] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)


def completed(text: str, one: Found) -> Found | None:
    """Without the title before it, with the short first name ("Muh.", "I Gede") and last letter."""
    start, end = one.start, one.end
    while (space := text.find(" ", start, end)) > 0 and _is_title(text[start:space]):
        start = space + 1
    if short := _SHORT_BEFORE.search(text[max(start - 9, 0) : start]):
        start -= len(short[0])
    elif text[start - 2 : start] == "I " and _BALINESE.match(text, start - 2):
        start -= 2
    if text[end : end + 1] == "." and text[end - 2] == " " and text[end - 1].isupper():
        end += 1
    if _is_title(text[start:end]) or not OF_PLACES.isdisjoint(text[start:end].lower().split()):
        return None
    return Found(text[start:end], start, end)


def _is_title(word: str) -> bool:
    return word.rstrip(".").lower() in ROLES


def is_caseless(text: str) -> bool:
    """Capitals say nothing: nearly all letters are large."""
    letters = text.encode("ascii", "ignore")
    upper = len(letters) - len(letters.translate(None, _LARGE))
    return upper > 12 and upper > 1.5 * (len(letters) - len(letters.translate(None, _SMALL)))


def name_at(line: Line, at: int, surety: Surety) -> Found | None:
    """The longest name starting there; without capitals only where one is announced."""
    text = line.text
    honour = _HONOUR.match(text, at)
    at = honour.end() if honour else at
    start = at + (1 if text[at : at + 1] in "\"'“‘" else 0)
    if line.caseless or not text[start : start + 1].isupper():
        return _small_name(line, start, surety)
    balinese = _BALINESE.match(text, start)
    spoken, end = _words_at(text, balinese.end() if balinese else start, _fits)
    name = text[start:end].rstrip(" .,-'’")
    if len(name) < 3 or name.lower() in NOT_A_NAME:
        return None
    if surety is Surety.PERHAPS and name.isupper() and (len(name) < 5 or " " in name):
        return None  # an abbreviation, or a letterhead
    if spoken and all(is_ordinary(word) for word in spoken) and surety is not Surety.SURE:
        return None
    return Found(name, start, start + len(name))


def _small_name(line: Line, start: int, surety: Surety) -> Found | None:
    """A name in small letters, or in a text of capitals only: ends where ordinary words begin."""
    spoken, end = _words_at(line.text, start, _fits_small if surety < Surety.SURE else _fits_sure)
    name = line.text[start:end].rstrip(" .,-'’")
    if surety is Surety.PERHAPS and not line.caseless:
        return None
    unusual = [word for word in spoken if word not in PARTICLES]
    likely = len(unusual) > 1 or any(is_shaped(word) for word in unusual)
    if len(name) < 3 or not (likely or (surety >= Surety.TITLED and unusual)):
        return None
    return Found(name, start, start + len(name))


def _words_at(text: str, at: int, fits: Callable[[str, int], bool]) -> tuple[list[str], int]:
    """Up to five words from there on that fit (told their place), in small letters."""
    spoken: list[str] = []
    end = at
    for place in range(5):
        word = _NAME_WORD.match(text, end)
        if word is None or (word[0].startswith(" ") and end == at) or not fits(word[1], place):
            break
        end = word.end()
        spoken.append(word[1].strip(".'’-").lower())
        if word[1].endswith(".") and len(word[1]) > 4:
            break
    while spoken and spoken[-1] in PARTICLES and len(spoken) > 1:
        end -= len(spoken.pop()) + 1
    return spoken, end


def _fits(word: str, place: int) -> bool:
    bare = word.strip(".'’-").lower()
    if bare in (IN_A_NAME if place else FIRST_OF_A_NAME) and word.istitle():
        return True
    if bare in NOT_A_NAME or (bare in ENDS_A_SCHOOL and not is_common(bare)):
        return False
    if any(letter.isdigit() for letter in word) or word in _SHOUTED or _DEGREE_WORD.match(word):
        return False
    if bare.endswith("-nya") or _ROMAN.fullmatch(word):
        return False
    return word[0].isupper() or bare in PARTICLES


def _fits_small(word: str, place: int) -> bool:
    bare = word.strip(".'’-").lower()
    if place and (bare in PARTICLES or (len(bare) == 1 and word.endswith("."))):
        return True
    if place == 0 and bare in _SAID_TOO:
        return False
    return not _DEGREE_WORD.match(word) and not may_not(bare)


def _fits_sure(word: str, place: int) -> bool:
    """Behind "atas nama" the first word is taken as it is, the next unless it is ordinary."""
    bare = word.strip(".'’-").lower()
    if place == 0:
        return _fits(word.title(), place)
    return (
        bare in PARTICLES
        or is_common(bare)
        or (_fits(word.title(), place) and not is_ordinary(bare))
    )
