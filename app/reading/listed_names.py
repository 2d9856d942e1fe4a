"""Names that stand beside a number or an address, or in a column of names."""

import re

from app.reading.emails import Found
from app.reading.lexicon import PARTICLES, is_common, is_ordinary, is_shaped, may_not
from app.reading.wordlists import ENDS_A_SCHOOL, FIRST_OF_A_NAME, IN_A_NAME, NOT_A_NAME

_NUMBER = re.compile(r"(?<![\d@.])\d(?:\d{9,17}|[\d-]{3,7}\d?-\d{3,4}-\d{3,5})(?!\d)")
_SIGN = r"[ ,;:|(\[\"'=>/*#–-]"
_BETWEEN_BEFORE = re.compile(
    rf"(?:{_SIGN}|\b(?:nisn|nik|nuptk|nip|nis|no|hp|wa|telp|akun|email|surel|alamat|nomor|pakai"
    r"|memakai|punya)(?:-?nya)?\b\.?"
    r"|\b(?:[SMAD]\.? ?(?:Pd|Kom|Si|Ag|Sos|Ma|Md|E|H|T|Th|Psi|Hum|Pust|Pt|IP|AP)|Gr|Amd|ST|SH|SE)"
    r"\b\.?)*$",
    re.I,
)
_BETWEEN_BEHIND = re.compile(r"[ ,;:|)\]\"'=>/*#–-]*")
_EDGE = re.compile(r"[\n,;:|()\[\]\"<>/\d•*✅]|(?<=[a-z]{3})[.!?] | - ")
_WORD = re.compile(r"[A-Za-zÀ-ÿ](?:[^\W\d_]|['’-]|\.(?=\w))*\.?(?![\d_])")
_FARTHEST = 60
_LONGEST = 5  # words
_HEADING = re.compile(r"^.*\bnama\b.*$", re.M | re.I)
_NAME_COLUMN = re.compile(r"(?!.*(?:sekolah|lembaga|satuan|berkas|file))\W*\w*\W*nama\b", re.I)
_MARKS = "|;,"  # that part columns


def beside_numbers(text: str, taken: list[tuple[int, int]]) -> list[Found]:
    """A name directly before a number or an address; failing that, the one directly behind."""
    spans = [hit.span() for hit in _NUMBER.finditer(text)]
    spans += [span for span in taken if "@" in text[span[0] : span[1]]]
    found = [_before(text, start) or _behind(text, end) for start, end in spans]
    return [one for one in found if one is not None]


def _before(text: str, start: int) -> Found | None:
    low = max(start - _FARTHEST, 0)
    near = text[low:start]
    if between := _BETWEEN_BEFORE.search(near):
        near = near[: between.start()]
    edge = max((hit.end() for hit in _EDGE.finditer(near)), default=0)
    said = list(_WORD.finditer(near, edge))
    if not said or said[-1].end() != len(near):
        return None
    kept = _longest_end([one[0] for one in said])
    bounded = len(kept) == len(said) and (edge > 0 or low == 0)
    if not kept or not _likely(kept, bounded=bounded):
        return None
    return _found(text, low + said[-len(kept)].start(), low + len(near))


def _behind(text: str, end: int) -> Found | None:
    between = _BETWEEN_BEHIND.match(text, end)
    at = between.end() if between else end
    if at in (end, len(text)):
        return None
    near = text[at : at + _FARTHEST]
    if edge := _EDGE.search(near):
        near = near[: edge.start()]
    said = _longest_start(near)
    stop = sum(map(len, said)) + len(said) - 1
    bounded = not near[stop:].strip(" .")
    if not said or not (near[0].isupper() or bounded) or not _likely(said, bounded=bounded):
        return None
    return _found(text, at, at + stop)


def _found(text: str, start: int, end: int) -> Found:
    name = text[start:end].rstrip(".")
    return Found(name, start, start + len(name))


def _longest_end(said: list[str]) -> list[str]:
    """The last words that can be a name."""
    large = said[-1][0].isupper()
    kept: list[str] = []
    for word in reversed(said[-_LONGEST:]):
        if not _may_be(word, large=large):
            break
        kept.insert(0, word)
    while kept and (kept[0] in PARTICLES or (len(kept) > 1 and _only_begins(kept[0]))):
        kept.pop(0)
    return kept


def _longest_start(near: str) -> list[str]:
    """The first words that can be a name."""
    kept: list[str] = []
    for word in near.split(" ")[:_LONGEST]:
        if not _WORD.fullmatch(word) or not _may_be(word, large=near[0].isupper()):
            break
        kept.append(word)
    return kept


def _only_begins(word: str) -> bool:
    """A sentence, no name: "Dan Budi", "B Budi" in a column of classes."""
    bare = word.strip(".").lower()
    a_letter = len(word) == 1 and word != "I"
    return bare not in FIRST_OF_A_NAME and (a_letter or is_ordinary(bare))


def _may_be(word: str, *, large: bool) -> bool:
    bare = word.strip(".'’-").lower()
    if bare in PARTICLES or (large and word.istitle() and bare in IN_A_NAME):
        return True
    if not large:
        return word.islower() and not may_not(bare)
    said = bare in NOT_A_NAME or (bare in ENDS_A_SCHOOL and not is_common(bare))
    return word[0].isupper() and not said


def _likely(said: list[str], *, bounded: bool) -> bool:
    """Words of which one at least is no ordinary word; `bounded`: nothing else stands there."""
    bare = [word.strip(".'’-").lower() for word in said]
    if all(map(is_ordinary, bare)):
        return False
    if not said[-1][0].isupper():
        return bounded or (len(said) > 1 and any(map(is_shaped, bare)))
    if said[-1].isupper() and not bounded and any(map(may_not, bare)):
        return False
    return len(bare[-1]) > 2 or len(bare) > 1


def in_columns(text: str) -> list[Found]:
    """Cells below a heading "nama"; columns are parted by one and the same sign."""
    found: list[Found] = []
    if not any(text.count(mark) > 2 for mark in _MARKS):
        return found
    read = 0
    for heading in _HEADING.finditer(text):
        mark = next((mark for mark in _MARKS if heading[0].count(mark) > 1), None)
        if mark is not None and heading.start() >= read:
            cells = heading[0].split(mark)
            named = [at for at, cell in enumerate(cells) if _NAME_COLUMN.match(cell)]
            read = _rows(text, heading.end() + 1, mark, named, found)
    return found


def _rows(text: str, at: int, mark: str, named: list[int], found: list[Found]) -> int:
    """Add the cells of the lines from there on; where the first line without columns begins."""
    while at < len(text):
        end = text.find("\n", at)
        line = text[at:] if end < 0 else text[at:end]
        cells = line.split(mark)
        if len(cells) < 3:
            break
        for place in named:
            if place < len(cells):
                start = at + sum(map(len, cells[:place])) + place
                found += _cell(text, start, start + len(cells[place]))
        at += len(line) + 1
    return at


def _cell(text: str, start: int, end: int) -> list[Found]:
    while start < end and text[start] in " \"'":
        start += 1
    name = re.sub(r"[,\"].*", "", text[start:end]).strip()
    parts = name.split()
    if not 0 < len(parts) <= _LONGEST or not all(map(_WORD.fullmatch, parts)):
        return []
    if all(part.lower() in NOT_A_NAME for part in parts):
        return []
    return [Found(name, start, start + len(name))]
