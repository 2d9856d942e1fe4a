"""Who signs: a name alone, or beside a role, in the last sentence of a line."""

import re
from typing import NamedTuple

from app.reading.emails import Found
from app.reading.lexicon import PARTICLES, is_common, is_ordinary, may_not
from app.reading.wordlists import (
    ENDS_A_SCHOOL,
    FIRST_OF_A_NAME,
    IN_A_NAME,
    NOT_A_NAME,
    ROLES,
    words,
)

WORD = r"[A-Za-zÀ-ÿ](?:[\w'’-]|\.(?=\w))*\.?"

_LONGEST = 110  # letters of a last sentence that signs
_SIGNING = words("""
    hormat kami salam terima kasih terimakasih makasih trims suksma regards wassalam kepala sekolah
    kepsek operator ops tu ktu tata usaha pelapor pengirim tertanda ttd wali bapak ibu pak bu drs
    dra h hj ketua wakil waka bendahara pengawas staf
""")
_MANY_WORDS = 7  # of it that are no part of the name
_BREAK = re.compile(r"[.!?…🙏😭😊\"”]+ +(?=\S)")
_SHORT_FOR = re.compile(
    r"(?:\b(?:hj?|dra?s?|ir|kh|pdt|sr|br|fr|m(?:uh|oh|hd)|abd|st|sdri?|ny|tn|ka|plt|ustz?h?|rd|ngt"
    r"|tgk|pd|kom|ag|si|sos|kec|kab|kel|jl|yth|bpk|wd|la|wa|wr|ass|an|a\.n|no|hp|tlp|telp|dg|lbn"
    r"|th|sy|gg|dr|mr|mrs|[a-z])|^)$",
    re.I,
)
_DASH = re.compile(r"(?:(?<= )|(?<=\n))[-–—](?= )")
_PIECE = re.compile(r"[^,:;()/|<>\[\]*•_=~✅]+")
_DATED = re.compile(
    r"[,) ]*\d{1,2}[ /-](?:jan|feb|mar|apr|mei|jun|jul|ag|sep|okt|oct|nov|des|dec|\d)", re.I
)
_DEGREE = re.compile(
    r"(?:(?:^|(?<=[ .]))(?:[SMDA]\.? ?(?:Pd|Kom|Si|Ag|Sos|Ma|Md|E|H|T|Th|Psi|Hum|Pust|Pt|IP|AP)|Gr"
    r"|Amd|ST|SH|SE|SS|MM|Lc)\b\.?[ ]*)+$",
    re.I,
)
_OF_LETTERS = re.compile(r"[A-Za-zÀ-ÿ'’.-]+")
_NO_SIGNER_BEHIND = words("""
    dari di ke pada kepada untuk utk buat dengan dgn sama dan kab kabupaten kec kecamatan kota desa
    jl jalan dusun pulau dinas gereja kampung nagari gugus in at of for to and or bahasa mapel
""")


class _Segment(NamedTuple):
    """The last sentence of a line, with the places of other facts made commas."""

    text: str
    start: int
    end: int

    def behind_a_school(self, at: int) -> bool:
        return ",," in self.text[self.start : at]


def signature(text: str, taken: list[tuple[int, int]]) -> list[Found]:
    """Names that close a line of `text`; what is `taken` (schools, addresses) separates."""
    shown = _separated(text, taken)
    found = []
    start = 0
    for line in shown.split("\n"):
        end = start + len(line)
        at = start + _last_sentence(line)
        start = end + 1
        if 2 < end - at <= _LONGEST:
            found += _signer(_Segment(shown, at, end))
    return found


def _separated(text: str, taken: list[tuple[int, int]]) -> str:
    for start, end in taken:
        text = f"{text[:start]}{',' * (end - start)}{text[end:]}"
    return _DASH.sub("|", text)


def _last_sentence(line: str) -> int:
    """Where the last sentence begins; the point of "Hj." ends none."""
    at = 0
    body = line.rstrip(" .!?🙏")
    for hit in _BREAK.finditer(body, max(len(body) - _LONGEST, 0)):
        if hit[0][0] != "." or not _SHORT_FOR.search(body[max(hit.start() - 6, 0) : hit.start()]):
            at = hit.end()
    return at


def _signer(segment: _Segment) -> list[Found]:
    """The first name of the segment, none when much else is said there."""
    said = 0
    before = ""
    for piece in _PIECE.finditer(segment.text, segment.start, segment.end):
        one = _name_in(piece[0], piece.start())
        if one is not None and before not in _NO_SIGNER_BEHIND:
            town = said == 0 and " " not in one.value and segment.behind_a_school(one.start)
            if not town and not _goes_on(segment.text, one.end):
                return [one]
        spoken = piece[0].split()
        said += len(spoken)
        if said > _MANY_WORDS:
            break
        before = spoken[-1].lower() if spoken else before
    return []


def _goes_on(text: str, end: int) -> bool:
    """A heading ("Lampiran:") or a town before the date."""
    return text[end : end + 2].lstrip()[:1] == ":" or bool(_DATED.match(text, end))


def _name_in(piece: str, at: int) -> Found | None:
    """The piece is a role and a name, or a name alone."""
    body = piece.rstrip(" .!?🙏")
    if not body[body.rfind(" ") + 1 :][:1].isupper():
        return None
    said = list(re.finditer(r"[^ ]+", _DEGREE.sub("", body)))
    first = 0
    while first < len(said) and _leads(said[first][0]):
        first += 1
    name = said[first:]
    if not 0 < len(name) < 6 or (first and said[first - 1][0].lower() in _NO_SIGNER_BEHIND):
        return None
    if not _is_person([one[0] for one in name]):
        return None
    start, end = name[0].start(), name[-1].end()
    value = body[start:end].rstrip(".")
    return Found(value, at + start, at + start + len(value))


def _leads(word: str) -> bool:
    bare = word.strip(".,'\"-").lower()
    return not bare.isalpha() or bare in ROLES or (word.islower() and bare in NOT_A_NAME)


def _is_person(spoken: list[str]) -> bool:
    """Capitalised words, at least half of them in no ordinary text."""
    bare = [word.strip(".'’-").lower() for word in spoken]
    several = len(spoken) > 1
    if not all(_may_stand(word, at, several=several) for at, word in enumerate(spoken)):
        return False
    if len(bare) == 1:
        return len(bare[0]) > 2 and not may_not(bare[0]) and spoken[0].istitle()
    return any(map(is_common, bare)) or 2 * sum(map(may_not, bare)) <= len(bare)


def _may_stand(word: str, place: int, *, several: bool) -> bool:
    bare = word.strip(".'’-").lower()
    if several and word.istitle() and bare in (IN_A_NAME if place else FIRST_OF_A_NAME):
        return True
    if several and len(bare) == 1 and word.endswith("."):
        return True
    if bare in NOT_A_NAME or (bare in ENDS_A_SCHOOL and not is_common(bare)):
        return False
    return bool(_OF_LETTERS.fullmatch(word)) and (word[0].isupper() or bare in PARTICLES)


def closes(text: str, one: Found) -> bool:
    """The writer signs with it: after the last sentence, at most a task and a school beside it."""
    line = text.rfind("\n", 0, one.start) + 1
    start = line + _last_sentence(text[line : one.start] + "X")
    tail = text[one.end :].rstrip(" .!\n").replace("wali kelas", "wali")
    if start == 0 or len(tail) > _LONGEST or "\n" in tail or re.search(r"\d{6}|@", tail):
        return False
    if tail and tail.lstrip(" ")[0] not in ",(/|-–":
        return False
    before = text[start : one.start].split()
    by_task = not before or _is_task(before[0])
    return by_task and all(word[0].isupper() or _is_task(word) for word in before + tail.split())


def _is_task(word: str) -> bool:
    bare = word.strip(".,:()/|-–").lower()
    return bare in _SIGNING or not bare.isalpha()


def all_names(text: str, *, alone: bool) -> bool:
    parts = text.replace(".", " ").split()
    return (
        bool(parts)
        and parts[0][0].isupper()
        and all(
            part in PARTICLES or (part[0].isupper() and part.lower() not in NOT_A_NAME)
            for part in parts
        )
        and (alone or len(parts) > 1)
        and not all(is_ordinary(part.lower()) for part in parts)
        and not any(part.isupper() and len(part) > 1 for part in parts)
        and len(text) > 3
    )
