"""Names of schools as people write them."""

import re

from app.reading.emails import Found
from app.reading.lexicon import is_ordinary, may_not
from app.reading.wordlists import ENDS_A_SCHOOL, PLACES, words

_KIND = (
    r"(?:sd|smp|sma|smk|slb|paud|tk|kb|sps|tpa)(?:n|s|it|t|k|lb|i)?|slb-[a-e]|kober|smu|stm|pkbm|skb|smptk|smtk|sdlb"
    r"|smplb|smalb|sekolah (?:dasar|menengah (?:pertama|atas|kejuruan))|sekolah luar biasa|sekolah"
    r"|taman kanak-kanak|ra|min?|mts[ns]?|ma[ns]?"
)
_HEAD = re.compile(
    rf"(?<![\w@.])(?:(?:sd|smp|tk)-(?=sm|sd))?(?:(?:upt|uptd)\.? (?:spf )?)?(?:satuan pendidikan"
    rf" )?(?P<kind>{_KIND})\b(?![@./,])",
    re.I,
)
# In small letters these are particles and abbreviations of other words.
_ONLY_IN_CAPITALS = frozenset(
    {
        "ra",
        "mi",
        "min",
        "ma",
        "man",
        "mas",
        "Mas",
        "tki",
        "tpai",
        "kbi",
        "kb",
        "tk",
        "tpa",
        "sps",
        "tks",
    }
)
_NEXT_WORD = re.compile(r"[ ]([\w'’][\w'’.&/-]*)")
_PART_OF_IT = re.compile(
    r"(?:negeri|neg|n|swasta|inpres|kristen|katolik|katholik|islam|satap|satu|atap|terpadu|it"
    r"|nasional"
    r"|st|santo|santa|muhammadiyah|muh|pgri|alam|luar|biasa|unggulan|terbuka|pembina|i|ii|iii|iv|v"
    r"|no|nomor)\.?$",
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
    r"|jurusan|induk|tkj|rpl|pppk|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober"
    r"|november|desember|umur|lain|luar|biasa|asal|sinkron)$",
    re.I,
)
_NUMBER_OF_IT = re.compile(
    r" (?:\d{1,3}|\d{4,6}(?= [A-Z]))\b(?![:/]| (?:dari|orang|org|guru|siswa|murid|pendidik|anak"
    r"|tahun|thn|taun|taon|bln|hari|jan(?:uari)?|feb(?:ruari)?|maret|apr(?:il)?|mei|juni?|juli?|agustus"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?)\b)",
    re.I,
)
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
    for _ in range(6 if loud else _LONGEST):
        word = _NEXT_WORD.match(text, end)
        if word is None or not _continues(word[1], text, end, named=named, loud=loud):
            break
        end = word.end()
        named = named or not _PART_OF_IT.match(word[1])
        if word[1].endswith((".", "/")) and word[1].lower() not in _SHORTENED:
            break
    return end


def _continues(word: str, text: str, at: int, *, named: bool, loud: bool) -> bool:
    bare = word.strip(".,'’").lower()
    if not loud and word[0].isupper() and bare in _AFTER_A_NAME and (named or bare == "kota"):
        return True
    if bare in ENDS_A_SCHOOL or (not named and _MEMBERS.match(bare) and bare not in _KIND_WORDS):
        return bare in _KIND_WORDS and not named
    if word[0].isdigit():
        return bool(_NUMBER_OF_IT.match(text, at))
    if re.fullmatch(_KIND, bare) or _PART_OF_IT.match(word):
        return not re.fullmatch(_KIND, bare)
    if not loud:
        return word[0].isupper()
    begun = named or bool(_BEGUN.search(text[max(at - 8, 0) : at]))
    return bare.isalpha() and len(bare) > 2 and not _is_talk(word.strip(".,'’"), begun=begun)


# Parts of place names that elsewhere begin a new thought.
_AFTER_A_NAME = words("atas baru lama tengah tua satu dua tiga jaya ibu anak kota baik")
# Behind these a place is named, not one more thing said of the school.
_BEGUN = re.compile(r"(?:\d|negeri|[nkts]n|[nkts]s)$", re.I)
_SHORTENED = words("st. neg. no. muh. sta. n. al.")
# Ordinary words that schools are named after.
_OF_SCHOOLS = words("""
    bina bangsa harapan tunas karya insan cendekia kasih ibu bunda anak pelita nusa indah jaya mulia
    sejahtera mandiri utama cahaya terang bintang melati mawar kuncup taman pertiwi dharma wanita
    al an nurul darul bakti bhakti budi luhur cinta damai sumber makmur sari maju bersama citra
    barat timur utara selatan tengah baru lama atas hilir hulu darat laut pulau gunung teluk pasar
    kota desa simpang sungai tanjung kampung ilmu pintar ceria mekar permata putra putri islam
""")
_KIND_WORDS = frozenset({"negeri", "swasta"})


def _is_talk(word: str, *, begun: bool) -> bool:
    """No word of a name; once a number or "negeri" has begun one, only known words are none."""
    if word.isupper() or word in _OF_SCHOOLS or word in PLACES:
        return False
    return is_ordinary(word) if begun else may_not(word)


def _is_name(name: str, kind: str) -> bool:
    """A number makes a name only of a state school ("SMPN 3"); a word always does."""
    rest = name.lower().split(kind.lower(), 1)[-1].strip(" .")
    if len(rest) == 1 and rest.isalpha():
        return False
    if kind.lower() == "sekolah" and not name[:1].isupper():
        return False
    if re.fullmatch(r"\d+", rest):
        return kind.lower().endswith("n") or int(rest) < 400
    tail = re.sub(
        r"^(?:negeri|neg\.?|swasta|n|satap|satu atap|satu|inpres|terpadu|terbuka|biasa)\b", "", rest
    ).strip(" .")
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
