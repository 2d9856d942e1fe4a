"""Names that nothing announces: in quotes, before a role, or capitalised in mid-sentence."""

import re

from app.reading.announcers import Surety
from app.reading.emails import Found
from app.reading.lexicon import is_common, is_ordinary, is_shaped, may_not
from app.reading.name_words import Line, name_at
from app.reading.signature import WORD, all_names
from app.reading.wordlists import NOT_A_NAME

_QUOTED = re.compile(r"['\"“‘(]([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,4})['\"”’)]")
_RENAMED = re.compile(
    r"\b(?:tertulis|tercatat|tertera|harusnya|seharusnya|menjadi|malah jadi|jadi|dari|yang benar"
    r"|shows?|only|should be)"
    r":? (?=[\"'“]?[A-Z])"
)
_PLACE = re.compile(
    r"\b(?:di|ke|kab|kabupaten|kota|kec|kecamatan|desa|kelurahan|provinsi|pulau|jalan|jl|in|at"
    r"|dusun"
    r"|yayasan|dinas|gereja|asal)\.? $",
    re.I,
)
_CAPITALS = re.compile(
    r"(?<![\w@.'’-])[A-Z][a-z'’-]+(?: (?:[A-Z]\.?|[A-Z][a-z'’-]+|bin|binti|van|de)){1,4}(?![\w@])"
)
_DEGREE = re.compile(
    r",? (?:S\.? ?Pd|M\.? ?Pd|S\.? ?Kom|S\.? ?E|S\.? ?Sos|S\.? ?Ag|S\.? ?Si|A\.? ?Ma|Amd|ST|SH"
    r"|SS)\b.*$"
)


_ALONE = re.compile(
    rf"(?:\n[ ]*\n|^)[ ]*(?P<name>[A-Z][\w'’.-]+(?: {WORD}){{0,4}})[ ]*(?:[,(|/-].{{0,60}})?(?=\n)"
)
_PERSON_BEHIND = re.compile(
    r",? ?\(?(?:kelas|kls|nisn|nik|nuptk|nip|nis|guru|tutor|operator|siswa|siswi|kepala|wali kelas"
    r"|belum|tidak|sudah|yang|yg|akunnya|selaku|ptk)\b",
    re.I,
)
_JOINED_ON = re.compile(r"\b(?:dan|serta|sama) $")
_FROM_BEHIND = re.compile(r" ?\(| (?:dari|di|asal)\b")
_SMALL_BEFORE_ROLE = re.compile(
    r"(?<![\w@])(?P<head>[a-z'’]+(?: [a-z'’]+){1,5}),? "
    r"(?=(?:guru|kelas|kls|nisn|nik|nuptk|nip|operator|tutor|siswa|siswi|kepala sekolah)\b)"
)


def quoted(text: str) -> list[Found]:
    found = [
        Found(hit[1], *hit.span(1))
        for hit in _QUOTED.finditer(text)
        if all_names(hit[1], alone=False)
    ]
    for hit in _RENAMED.finditer(text):
        one = name_at(Line(text), hit.end(), Surety.PERHAPS)
        if one and all_names(one.value, alone=bool(re.search("nama|name", text, re.I))):
            found.append(one)
    return found


def standing_alone(text: str) -> list[Found]:
    """A name alone on a line below an empty one: who signs above a quoted mail."""
    found = []
    for hit in _ALONE.finditer(text):
        name = hit["name"].strip(" .")
        parts = [part.lower().strip(".") for part in name.split()]
        if all_names(name, alone=True) and not any(map(is_ordinary, parts)) and len(name) > 4:
            found.append(Found(name, hit.start("name"), hit.start("name") + len(name)))
    return found


def free(text: str) -> list[Found]:
    """Two or more capitalised words: one a common name, or none an ordinary word and a sign near.

    The sign is what stands behind (a class, a number, a role).
    """
    found = []
    for hit in _CAPITALS.finditer(text):
        name = _DEGREE.sub("", hit[0])
        parts = [part.lower().strip(".") for part in name.split()]
        if any(part in NOT_A_NAME for part in parts) or _PLACE.search(
            text[max(hit.start() - 30, 0) : hit.start()]
        ):
            continue
        if any(map(is_common, parts)) or _is_shown(text, hit, parts):
            found.append(Found(name, hit.start(), hit.start() + len(name)))
    return found


def _is_shown(text: str, hit: re.Match[str], parts: list[str]) -> bool:
    if any(map(is_ordinary, parts)):
        return False
    joined = _JOINED_ON.search(text[max(hit.start() - 8, 0) : hit.start()])
    if joined and _FROM_BEHIND.match(text, hit.end()):
        return True
    return any(map(is_shaped, parts)) or bool(_PERSON_BEHIND.match(text, hit.end()))


def before_a_role(text: str) -> list[Found]:
    """ "siti khotijah, guru sd": small letters, told by what stands behind."""
    found = []
    for hit in _SMALL_BEFORE_ROLE.finditer(text):
        start = hit.end("head")
        parts: list[str] = []
        for word in reversed(hit["head"].split(" ")):
            if may_not(word) or len(parts) == 4:
                break
            parts.insert(0, word)
            start -= len(word) + 1
        if len(parts) > 1 and any(map(is_shaped, parts)):
            name = " ".join(parts)
            found.append(Found(name, start + 1, start + 1 + len(name)))
    return found
