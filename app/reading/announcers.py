"""Where a message announces a name: behind a label, a title, a relation or a self-introduction."""

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from app.reading.together import Together
from app.reading.wordlists import words


class Surety(IntEnum):
    """How surely a name follows, when its letters do not show it."""

    PERHAPS = 0  # only a capital can tell
    LIKELY = 1  # one name-like word, or two words nobody uses otherwise
    TITLED = 2  # one word that nobody uses otherwise
    SURE = 3  # whatever follows


class Announced(NamedTuple):
    at: int
    surety: Surety


MINE = r"(?:kami|saya|sy|sya|kita|aku|gue|gw|ane|our|my)"
KIN = (
    r"(?:anak|ananda|putra|putri|cucu|adik|adek|kakak|keponakan|ponakan|istri|isteri|suami|sepupu"
    r"|menantu|almarhum(?:ah)?|alm)"
)
STAFF = (
    r"(?:guru|tutor|pendidik|pengajar|petugas|pustakawan|pustakawati|operator|ops|pegawai|staf|staff"
    r"|tendik|tenaga|kepala sekolah|kepala (?:tk|sd|smp|sma|smk|slb|pkbm|perpustakaan|tu)|kepsek"
    r"|waka|wakasek|wali kelas|bendahara|laboran|satpam|penjaga sekolah|rekan|teman|kawan|kolega"
    r"|ptk|gtk|pamong|instruktur|proktor|teknisi|pelatih|pembina|kasir|sekretaris|wakil)"
)
PUPIL = (
    r"(?:siswa|siswi|murid|peserta didik|anak didik|anak murid|anak asuh|santri|warga belajar|pd"
    r"|ketua kelas|alumni)"
)
TITLE = (
    r"(?:sr|bapak|ibu|bpk|bp|pak|bu|sdr|sdri|saudara|saudari|mr|mrs|ms|miss|mister|almarhum|almarhumah"
    r"|alm|usta[dz]z?(?:ah)?|kak|bang|mas|mbak|mba|mbah|kang|teh|pa|nenek|kakek|oma|opa|tante|om"
    r"|mama|bunda|ananda|ny|tn|pdt|romo|suster|bruder|pater|pendeta|tgk)"
)
RELATIVE = rf"(?:{KIN}|{STAFF}|{PUPIL})"
OF_MINE = rf"\b{RELATIVE}(?: (?!(?:dan|yang|yg|di|ke|dari)\b)[\w./-]+){{0,3}}? {MINE}\b"
_LEAD = (
    r"(?:(?:bapak|ibu|bpk|pak|bu|sdri?|ananda|siswi|siswa|guru|almarhum(?:ah)?|alm|mama|bunda"
    r"|ustad[zh]?|ustaz|hj|h|sr|pdt)\.? )*"
)

_SURE = re.compile(
    r"\b(?:nama(?! (?:sekolah|lembaga|satuan|instansi|yayasan|akun|pengguna|depan))"
    r"(?: [a-z]+){0,3}?(?:nya)?\s*[:=]\s*"
    r"|\b(?:a[./]n\.?|an\.|atas nama|bernama|named|name\s*:)\s*)"
    rf"{_LEAD}",
    re.I,
)
_NAMED = re.compile(
    rf"\b(?:nama (?:saya|sy|aku|dia|beliau|anak(?: (?:saya|kami))?|siswa|guru)(?: adalah)?|namanya"
    rf"|namaku|namo baliau|my name is|perkenalkan,? (?:nama )?saya)\s+{_LEAD}",
    re.I,
)
_SHOWN = re.compile(
    r"\b(?:di|pada) (?:ktp|ijazah|kk|akta|akte|akun|dapodik)(?:nya)?,?(?: (?:tertulis|tercatat"
    r"|tertera|terbaca))? (?=[a-z])",
    re.I,
)
_NAME_THEN = re.compile(r"\b(?:nama|Nama|NAMA|nm|Nm|namo|Namo) (?=[A-Z])")
_SELF = re.compile(r"\b(?:saya|sy|sya|aku|gue|gw|ane|ambo|kulo|abdi|i am|i'm),? (?=[a-z])", re.I)
_TITLE = re.compile(
    rf"\b(?:{TITLE}"
    r"\.?(?:(?: (?:kepala sekolah|kepsek|guru|ks))?(?: kami)?(?: bernama)?)?(?:,? (?:h|hj|drs"
    r"|dra|dr|kh)\.?(?= [a-z]))*"
    r"|(?:hj|drs|dra)\.) (?=[a-z])",
    re.I,
)
_RELATED = re.compile(
    rf"(?:{OF_MINE}|\b(?:anakku|muridku|siswaku|suamiku|istriku|adikku|adekku|ponakanku)\b)"
    rf"(?: (?:yang|yg))?(?: bernama)?(?: (?:baru|honorer))?\s?[,:(-]?\s?{_LEAD}(?=[a-z])",
    re.I,
)
_OF_KIN = re.compile(
    r"\b(?:(?:ibu|ayah|bapak|orang ?tua|ortu|wali|nenek|kakek|istri|suami|kakak|tante|paman|om)"
    r"(?: murid| siswa)? dari|(?:bapak|ibu|mama|ayah|kakak|wali|ortu|bunda)nya) "
    rf"{_LEAD}(?=[a-z])",
    re.I,
)
_CAPITAL = re.compile(r" (?=[A-Z])")
_RELATIONS = words("""
    anak ananda cucu adik adek kakak keponakan ponakan istri isteri suami sepupu menantu almarhum
    almarhumah alm guru tutor pendidik pengajar petugas pustakawan pustakawati operator ops pegawai
    staf staff tendik tenaga kepsek waka wakasek bendahara laboran satpam rekan teman kawan kolega
    ptk gtk pamong instruktur proktor teknisi pelatih pembina kasir sekretaris wakil siswa siswi
    murid santri pd alumni yaitu yakni teacher student principal colleague head son daughter pupil
    adalah ini hubungi
""")
_RELATIONS_OF_TWO = words("""
    kepala-sekolah kepala-tk kepala-sd kepala-smp kepala-sma kepala-smk kepala-slb kepala-pkbm
    kepala-perpustakaan kepala-tu wali-kelas penjaga-sekolah peserta-didik anak-didik anak-murid
    anak-asuh warga-belajar ketua-kelas yang-satu satu-lagi
""")
_ENTRY = re.compile(
    r"\b(?:[Ss]iswa|[Ss]iswi|[Gg]uru|[Mm]urid|[Tt]utor|PD|PTK|[Aa]nak|[Oo]perator)\s*:\s+(?=[A-Z])"
    r"|:\s+(?=[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}(?:,| dan |;) ?[A-Z])"
    r"|:\s+(?=[A-Z][a-z]+ [A-Z][a-z]+(?:,| dan ))"
)
_ALSO_KIN = re.compile(r"(?:bapak|ibu|mama|om|tante|bunda|kak|nenek|oma|opa|miss|mas)\b", re.I)
_ADDRESSED = words(
    "guru kepala kepsek admin operator ops kades tu yang di kami saya pengawas bapak ibu lurah min"
)


_PATTERNS = (
    (_SURE, Surety.SURE),
    (_NAMED, Surety.TITLED),
    (_RELATED, Surety.LIKELY),
    (_OF_KIN, Surety.LIKELY),
    (_TITLE, Surety.TITLED),
    (_SELF, Surety.LIKELY),
    (_SHOWN, Surety.LIKELY),
    (_NAME_THEN, Surety.PERHAPS),
    (_ENTRY, Surety.PERHAPS),
)


_TOGETHER = Together(pattern for pattern, _ in _PATTERNS)


def announced(text: str) -> Iterator[Announced]:
    """Places where a name may begin, the surest first."""
    seen = _TOGETHER.look(text)
    for pattern, surety in _PATTERNS:
        for hit in seen.finditer(pattern):
            if pattern is not _TITLE:
                yield Announced(hit.end(), surety)
            elif not _is_salutation(text, hit.end()):
                yield Announced(hit.end(), Surety.LIKELY if _ALSO_KIN.match(hit[0]) else surety)
    for at, said in before_capitals(text):
        if _is_relation(said):
            yield Announced(at, Surety.PERHAPS)


def before_capitals(text: str) -> Iterator[tuple[int, list[str]]]:
    """Where a capital begins a word inside a line, with up to two words before it."""
    for hit in _CAPITAL.finditer(text):
        start = hit.start()
        line = text[max(start - 40, 0) : start]
        yield hit.end(), line[line.rfind("\n") + 1 :].rsplit(" ", 2)[-2:]


def _is_relation(said: list[str]) -> bool:
    last = said[-1].rstrip(",").lstrip("(")
    if last.lower() in _RELATIONS:
        return True
    if len(said) < 2 or not (last.isalpha() and last.islower()):
        return False
    first = said[0].lower()
    return (first in _RELATIONS and 2 < len(last) < 13) or f"{first}-{last}" in _RELATIONS_OF_TWO


def _is_salutation(text: str, at: int) -> bool:
    """The helpdesk is addressed, not a person named."""
    word = re.match(r"[\w/]+", text[at : at + 30])
    return word is None or word[0].lower() in _ADDRESSED
