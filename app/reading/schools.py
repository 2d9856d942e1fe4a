"""Names of schools as people write them."""

import re

from app.reading.emails import Found
from app.reading.wordlists import ENDS_A_SCHOOL

_KIND = (
    r"(?:sd|smp|sma|smk|slb|paud|tk|kb|sps|tpa)(?:n|s|it|t|k|lb)?|smu|stm|pkbm|skb|smptk|smtk|sdlb"
    r"|smplb|smalb|sekolah (?:dasar|menengah (?:pertama|atas|kejuruan))|sekolah luar biasa|sekolah"
    r"|taman kanak-kanak|ra|min?|mts|mtsn|man?"
)
_HEAD = re.compile(
    rf"(?<![\w@.])(?:(?:upt|uptd)\.? (?:spf )?)?(?:satuan pendidikan"
    rf" )?(?P<kind>{_KIND})\b(?![@./,])",
    re.I,
)
# In small letters these are particles and abbreviations of other words.
_ONLY_IN_CAPITALS = frozenset({"ra", "mi", "min", "ma", "man", "kb", "tk", "tpa", "sps", "tks"})
_NEXT_WORD = re.compile(r"[ ]([\w'’][\w'’.&/-]*)")
_PART_OF_IT = re.compile(
    r"(?:negeri|neg|n|swasta|inpres|kristen|katolik|katholik|islam|satap|satu|atap|terpadu|it"
    r"|nasional"
    r"|st|santo|santa|muhammadiyah|pgri|alam|luar|biasa|unggulan|terbuka|pembina|i|ii|iii|iv|v"
    r"|no)\.?$",
    re.I,
)
_SURELY_NAMED = re.compile(r"(?:negeri|muhammadiyah|pgri|inpres|kristen|katolik)\b", re.I)
_ENGLISH = re.compile(
    r"\b((?:[A-Z][\w'’-]+ ){1,5}(?:School|Academy|College|Kindergarten)(?: [A-Z][a-z'’-]+)?)\b"
)
_ENGLISH_START = re.compile(
    r"^(?:(?:The|Our|At|In|We|My|From|A|Of|For|Junior|Senior|High|Primary) )+"
)
_MEMBERS = re.compile(
    r"^(?:kelas|kls|klas|dan|ke|yg|yang|guru|siswa|akun|negeri|swasta|saya|kami|sederajat"
    r"|jurusan|induk)$",
    re.I,
)
_NUMBER_OF_IT = re.compile(r" \d{1,3}\b(?![:/]| (?:dari|orang|guru|siswa|murid|pendidik|anak)\b)")
_LONGEST = 7  # words after the kind


def schools(text: str) -> list[Found]:
    """School names as written, in order of appearance; kinds alone ("SMP") are none."""
    heads = list(_HEAD.finditer(text))
    loud = bool(heads) and _is_loud(text, heads)
    found: list[Found] = []
    for hit in heads:
        covered = bool(found) and hit.start() < found[-1].end
        if covered or hit["kind"] in _ONLY_IN_CAPITALS:
            continue
        end = _end_of_name(text, hit, loud=loud)
        name = text[hit.start() : end].strip(" .,&/-")
        if end > hit.end() and _is_name(name, hit["kind"]):
            found.append(Found(name, hit.start(), hit.start() + len(name)))
    found += _english(text, found)
    return sorted(found, key=lambda one: one.start)


def _end_of_name(text: str, hit: re.Match[str], *, loud: bool) -> int:
    end, named = hit.end(), False
    follows = re.match(r"[ ](?:(?:negeri|neg\.?|swasta|n|\d+) )*([A-Z][a-z])", text[end:])
    loud = loud and not follows
    for _ in range(4 if loud else _LONGEST):
        word = _NEXT_WORD.match(text, end)
        if word is None or not _continues(word[1], text, end, named=named, loud=loud):
            break
        end = word.end()
        named = named or not _PART_OF_IT.match(word[1])
        if word[1].endswith((".", "/")) and not _PART_OF_IT.match(word[1]):
            break
    return end


def _continues(word: str, text: str, at: int, *, named: bool, loud: bool) -> bool:
    bare = word.strip(".,'’").lower()
    if named and not loud and word in _AFTER_A_NAME:
        return True
    if bare in ENDS_A_SCHOOL or (not named and _MEMBERS.match(bare) and bare not in _KIND_WORDS):
        return bare in _KIND_WORDS and not named
    if word[0].isdigit():
        return bool(_NUMBER_OF_IT.match(text, at))
    if re.fullmatch(_KIND, bare):
        return False
    if _PART_OF_IT.match(word):
        return True
    return word[0].isupper() if not loud else bare.isalpha() and len(bare) > 2


# Parts of place names that elsewhere begin a new thought.
_AFTER_A_NAME = frozenset({"Atas", "Baru", "Lama", "Tengah", "Tua", "Satu", "Dua", "Tiga", "Jaya"})
_KIND_WORDS = frozenset({"negeri", "swasta"})


def _is_name(name: str, kind: str) -> bool:
    """A number makes a name only of a state school ("SMPN 3"); a word always does."""
    rest = name.lower().split(kind.lower(), 1)[-1].strip(" .")
    if kind.lower() == "sekolah" and not name[:1].isupper():
        return False
    if re.fullmatch(r"\d+", rest):
        return kind.lower().endswith("n") or int(rest) < 400
    tail = re.sub(r"^(?:negeri|neg\.?|swasta|n|satap|satu atap|inpres)\b", "", rest).strip(" .")
    return bool(tail) or bool(_SURELY_NAMED.match(rest) and len(rest) > 8)


def _is_loud(text: str, heads: list[re.Match[str]]) -> bool:
    """Written without any use of capitals, or in capitals throughout."""
    letters, upper = sum(map(str.isalpha, text)), sum(map(str.isupper, text))
    return upper > 0.6 * letters or _lower_kinds(heads)


def _lower_kinds(heads: list[re.Match[str]]) -> bool:
    # Kinds in small letters ("smk bina cendrawasih") mean the name is in small letters too.
    kinds = [hit["kind"] for hit in heads if hit["kind"].lower() != "sekolah"]
    return bool(kinds) and all(kind.islower() for kind in kinds)


def _english(text: str, found: list[Found]) -> list[Found]:
    extra = []
    for hit in _ENGLISH.finditer(text):
        name = _ENGLISH_START.sub("", hit[1])
        start = hit.end() - len(name)
        clear = all(hit.end() <= one.start or start >= one.end for one in found)
        if clear and len(name.split()) > 1:
            extra.append(Found(name, start, hit.end()))
    return extra
