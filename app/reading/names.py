"""Names of people: after a title, a label or a relation, in lists, in signatures."""

import re
from collections.abc import Iterator

from app.reading.emails import Found
from app.reading.signature import PARTICLES, WORD, all_names, signature
from app.reading.wordlists import COMMON_NAMES, ENDS_A_SCHOOL, NOT_A_NAME, words

_NAME_WORD = re.compile(rf"[ ]?({WORD})")
_TITLE = re.compile(
    r"\b(?:(?:bapak|ibu|bpk|bp|pak|bu|sdr|sdri|saudara|saudari|mr|mrs|ms|almarhum|almarhumah|alm"
    r"|ustad|ustadz|ustazah"
    r"|kak|bang)"
    r"\.?(?:(?: (?:kepala sekolah|kepsek|guru|ks))?(?: kami)?(?: bernama)?)?(?:,? (?:h|hj|drs"
    r"|dra|dr)\.)*"
    r"|(?:hj|drs|dra)\.) (?=[A-Za-z])",
    re.I,
)
_STRONG = re.compile(
    r"(?:\bnama(?: (?:lengkap|siswa|guru|anak|ptk|pemilik(?: akun)?|saya|sy|peserta didik|pelapor"
    r"|akun|nya|dia))?(?:nya)?\s*[:=]\s*|\b(?:a[./]n\.?|an\.|atas nama|bernama|named|name\s*:)\s*)"
    r"(?:(?:sdri?\.?|bapak|ibu|pak|bu) )?",
    re.I,
)
_SOFT = re.compile(
    r"\b(?:(?-i:(?:nama|Nama|NAMA|nm|Nm|namo|Namo)(?= [A-Z]))|nama (?:saya|sy|anak saya|dia"
    r"|beliau|anak|siswa|guru)(?:"
    r" adalah)?|namanya|my name is"
    r"|perkenalkan,? (?:nama )?saya|saya|sy)\s+(?:(?:sdri?\.?|bapak|ibu|pak|bu) )?",
    re.I,
)
_RELATION = re.compile(
    r"\b(?:anak (?:saya|kami|sy)|anakku|(?:siswa|siswi|murid|peserta didik|guru|tutor|operator"
    r"|ops|pustakawan"
    r"|pegawai|staf|tendik|kepala (?:sekolah|tk|sd|smp|sma|smk|pkbm)|kepsek|adik|adek|ponakan"
    r"|istri|suami|teman)"
    r"(?: (?:kami|saya|sy|baru|kelas|honorer|pindahan|mapel|olahraga|agama|[a-z]{3,12}))?|orang"
    r" tua(?: siswa)?(?: dari)?"
    r"|ortu(?: dari)?|wali(?: murid)? dari|alm\.?|almarhum(?:ah)?|yaitu|yakni|saya|sy|i am|i'm"
    r"|teacher|student"
    r"|principal|colleague|head|son|daughter),? (?=[A-Z])",
)
_ENTRY = re.compile(
    r"\b(?:[Ss]iswa|[Ss]iswi|[Gg]uru|[Mm]urid|[Tt]utor|PD|PTK|[Aa]nak|[Oo]perator)\s*:\s+(?=[A-Z])"
    r"|:\s+(?=[A-Z][a-z]+ [A-Z][a-z]+(?:,| dan ))"
)
_SHOUTED = words("TMT NISN NIK NPSN NUPTK NIP SK PTK GTK PD TU ANBK PPPK PNS TKJ PJOK")
_BALINESE = re.compile(
    r"I (?=(?:Wayan|Made|Nyoman|Ketut|Putu|Kadek|Gede|Gusti|Komang|Nengah|Dewa)\b)"
)
_ROW = re.compile(
    rf"^[ ]*(?P<name>{WORD}(?: {WORD}){{0,4}})[ ]*[-–:,;|\t(]*[ ]*(?:nisn|nik|nuptk"
    rf"|nip)?[ :]*\d{{10,18}}\b",
    re.M | re.I,
)
_DEGREE_WORD = re.compile(r"[SMADd][.](?:Pd|Kom|Si|Ag|Sos|Ma|Md|E|H|T|Psi|Hum)", re.I)
MOST_NAMES = 200  # of one message; a longer list is a file, not a message
_SALUTED = words(
    "guru kepala kepsek admin operator ops kades tu yang di kami saya pengawas bapak ibu lurah min"
)
_LIST_ITEM = re.compile(
    rf"^\s*(?:(?:\d{{1,2}}|[a-h])\s?[.)]|[-*•])\s*(?P<name>{WORD}(?: {WORD}){{0,4}})", re.M
)
_AND = re.compile(
    r"\s*(?:,?\s*\b(?:dan|deng|and|serta|sareng|karo)\b|,|;|/|&|\bdan\b|\band\b|\bserta\b"
    r"|,\s*dan\b|\n)\s*(?:(?:bapak|ibu|pak|bu|sdr"
    r"|sdri)\.? )?",
    re.I,
)
_QUOTED = re.compile(r"['\"“‘]([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,4})['\"”’]")
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


def names(text: str, taken: list[tuple[int, int]]) -> list[Found]:
    """Names as written, in order of appearance, outside `taken` (addresses, numbers, schools)."""
    found: list[Found] = []
    for start, strong in _announced(text):
        _listed(text, start, found, taken, strong=strong)
    for pattern in (_LIST_ITEM, _ROW):
        for hit in pattern.finditer(text):
            _take(found, taken, _name_at(text, hit.start("name"), strong=False))
    for finder in (signature, _quoted, _free):
        for one in finder(text):
            _listed(text, one.start, found, taken, strong=False)
    found = [one for one in found if not _part_of_another(one, found)]
    return sorted(found, key=lambda one: one.start)


def _announced(text: str) -> Iterator[tuple[int, bool]]:
    """Where a name is announced, and whether surely enough to take it without capitals."""
    for hit in _STRONG.finditer(text):
        yield hit.end(), True
    for hit in _SOFT.finditer(text):
        common = _begins_commonly(text, hit.end())
        if common or not hit[0].lower().startswith(("saya", "sy")):
            yield hit.end(), common
    for hit in _TITLE.finditer(text):
        if not _is_salutation(text, hit.end()):
            yield hit.end(), False
    for pattern in (_RELATION, _ENTRY):
        for hit in pattern.finditer(text):
            yield hit.end(), False


def _part_of_another(one: Found, found: list[Found]) -> bool:
    """ "Delfina" beside "Delfina Rohi" adds nobody."""
    parts = set(one.value.lower().split())
    return any(parts < set(other.value.lower().split()) for other in found)


def _listed(
    text: str, at: int, found: list[Found], taken: list[tuple[int, int]], *, strong: bool
) -> None:
    """The name at a place, and those joined to it by commas or "dan"."""
    one = _name_at(text, at, strong=strong)
    while one is not None and _take(found, taken, one):
        joint = _AND.match(text, one.end)
        one = _name_at(text, joint.end(), strong=False) if joint else None


def _name_at(text: str, at: int, *, strong: bool) -> Found | None:
    """The longest name starting there; without capitals only behind a strong label."""
    start = at + (1 if text[at : at + 1] in "\"'“‘" else 0)
    balinese = _BALINESE.match(text, start)
    end = balinese.end() if balinese else start
    strong = strong and not text[start : start + 2].istitle()
    for count in range(5):
        word = _NAME_WORD.match(text, end)
        if word is None or (word[0].startswith(" ") and end == start):
            break
        if not _fits(word[1], strong=strong, first=count == 0):
            break
        end = word.end()
        if word[1].endswith(".") and len(word[1]) > 4:
            break
    name = text[start:end].rstrip(" .,-'’")
    if len(name) < 3 or name.lower() in NOT_A_NAME:
        return None
    return Found(name, start, start + len(name))


def _fits(word: str, *, strong: bool, first: bool) -> bool:
    bare = word.strip(".'’-").lower()
    if first and bare == "wa" and word == "Wa":
        return True
    if bare in NOT_A_NAME or (bare in ENDS_A_SCHOOL and bare not in COMMON_NAMES):
        return False
    if any(letter.isdigit() for letter in word) or word in _SHOUTED or _DEGREE_WORD.match(word):
        return False
    return strong or word[0].isupper() or bare in PARTICLES


def _is_salutation(text: str, at: int) -> bool:
    """The helpdesk is addressed, not a person named."""
    word = re.match(r"[\w/]+", text[at:])
    return word is None or word[0].lower() in _SALUTED


def _begins_commonly(text: str, at: int) -> bool:
    """In small letters only a common name is taken for one."""
    word = re.match(r"[A-Za-z'’]+", text[at:])
    return word is not None and word[0].lower() in COMMON_NAMES


def _quoted(text: str) -> list[Found]:
    found = [
        Found(hit[1], *hit.span(1))
        for hit in _QUOTED.finditer(text)
        if all_names(hit[1], alone=False)
    ]
    for hit in _RENAMED.finditer(text):
        one = _name_at(text, hit.end(), strong=False)
        if one and all_names(one.value, alone=bool(re.search("nama|name", text, re.I))):
            found.append(one)
    return found


def _free(text: str) -> list[Found]:
    """Two or more capitalised words of which one is a common name, or mid-sentence."""
    found = []
    for hit in _CAPITALS.finditer(text):
        name = _DEGREE.sub("", hit[0])
        parts = [part.lower().strip(".") for part in name.split()]
        if any(part in NOT_A_NAME for part in parts) or _PLACE.search(
            text[max(hit.start() - 30, 0) : hit.start()]
        ):
            continue
        if any(part in COMMON_NAMES for part in parts):
            found.append(Found(name, hit.start(), hit.start() + len(name)))
    return found


def _take(found: list[Found], taken: list[tuple[int, int]], one: Found | None) -> bool:
    """Add it unless something stands there already; true when it was added."""
    if one is None or len(found) >= MOST_NAMES:
        return False
    spans = [*taken, *((other.start, other.end) for other in found)]
    if any(one.start < end and one.end > start for start, end in spans):
        return False
    found.append(one)
    return True
