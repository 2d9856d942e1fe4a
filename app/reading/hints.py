"""Signs of how many people a message is about, for the classifier to weigh beside the words."""

import re
from itertools import pairwise

from app.reading.facts import Facets, Facts
from app.reading.together import Possible, Together

ONE_NAME, TWO_NAMES, MANY_NAMES = "one_name", "two_names", "many_names"
ONE_NUMBER, TWO_NUMBERS, MANY_NUMBERS = "one_number", "two_numbers", "many_numbers"
REPORT, COUNTED, LISTED = "report", "counted", "listed"
HINTS = (
    ONE_NAME, TWO_NAMES, MANY_NAMES, ONE_NUMBER, TWO_NUMBERS, MANY_NUMBERS, REPORT, COUNTED, LISTED,
)  # fmt: skip

_PEOPLE = (
    r"(?:guru|siswa|siswi|murid|peserta didik|pd|anak|tutor|ptk|gtk|warga belajar|staf|tendik"
    r"|kepala sekolah|kepsek|pustakawan|bendahara|honorer|operator sekolah|teachers?|students?"
    r"|pupils?)"
)
_COUNT = (
    r"(?:sebelas|dua belas|lima belas|sejumlah|smua|se?mua|dua|tiga|empat|lima|enam|tujuh"
    r"|delapan|sembilan|sepuluh|belasan|puluhan|beberapa|banyak"
    r"|para|semua"
    r"|seluruh|[2-9]|[1-9]\d{1,2})"
)
_MANY = (
    re.compile(rf"\b{_COUNT} (?:orang |akun |org )?(?:akun )?(?:{_PEOPLE}|pamong|pppk)\b"
               r"(?! ?(?:lalu|hari|smp|sd\b|kelas saya))", re.I),
    re.compile(r"\b(?:akun )?(?:guru|murid|siswa|anak|tutor|ana)(?:-(?:guru|murid|siswa|anak"
    r"|tutor|ana)"
    r"\w*|2)(?:nya)? (?!yg nanya|yang|untuk|utk|pun|di wa)", re.I),
    re.compile(r"\b(?:sekelas|(?:satu|1) (?:kelas|kls)|satu rombel|mereka|dong samua"
    r"|masing-masing"
               r"|seorang ?pun|sebagian)\b", re.I),
    re.compile(r"\b(?:all|two|three|four|five|several|none of our|our|\d+)(?: \w+){0,3}"
               r" (?:teachers|students|pupils)\b|\b\d+(?: \w+){0,3} accounts\b|\bthey all\b", re.I),
    re.compile(rf"\b{_PEOPLE} (?:\w+ ){{0,3}}(?:sebanyak )?(?:[2-9]|[1-9]\d{{1,2}}) (?:orang"
    rf"|anak|rombel)", re.I),
    re.compile(r"\b(?:jumlah|sebanyak|total)(?:nya)? \d{1,4}\b|\bke(?:tiga|empat|lima|enam)nya\b"
               r"|\b\d+ dari \d+ |\bkelas \d+ ?(?:-|dan|sampai) ?\d+", re.I),
    re.compile(r"\b(?<!ke )(?<!undang )(?<!seorang )\d{1,3} (?:rombel|anak(?! pindahan)"
    r"|orang(?! (?:tua|sekali))|org|kepala)\b", re.I),
)  # fmt: skip
_COMPARED = re.compile(
    r"\b(?:teman\w*|kawan\w*|temen\w*|yang lain|yg lain|kelas lain|jurusan la[ie]n|sekolah lain"
    r"|tetangga)\b.{0,40}"
    r"|\bdari (?:\d+|dua|tiga) (?:guru|siswa|murid)|\bone of (?:our|the|my)"
    r" [\w ]{0,20}(?:students|teachers)",
    re.I,
)
_CLASS_OF = re.compile(
    r"\b(?:siswa(?:-siswi)?|murid|peserta didik|warga belajar|anak) (?:paket|kelas|kls)\b"
    r"(?! \w+,? (?:bernama|a\.n|atas nama))",
    re.I,
)
_ONE_OF_CLASS = re.compile(
    r"\b(?:aku|saya|sy|gue|seorang|satu|ortu|orang ?tua|wali|ibu|bapak|ibunya) (?:dari )?"
    r"(?:siswa|murid|peserta didik|warga belajar|anak)\b",
    re.I,
)
_BOTH = re.compile(r"\b(?:keduanya|dua-?2nya|dua-duanya)\b", re.I)
_TWO_THINGS = re.compile(
    r"\b(?:dua|2|kedua|double|dobel|ganda)\W+(?:\w+ )?(?:akun|alamat|nik|nisn)\b"
    r"|\bakun\b.{0,30}\b(?:ganda|dobel|double)|\b(?:drive|takeout|classroom|kedua akun|laporan)\b"
    r"|\bakun \w+ dan akun\b",
    re.I | re.S,
)
_CORRECTED = re.compile(
    r"\b(?:salah|keliru|seharusnya|harusnya|yang benar|yg benar|ganda|lama|sedangkan|bukan)\b", re.I
)
_JOINED = re.compile(
    r"(?:,? (?:dan|deng|and|serta|&) |, |[^\n]{0,60}\n\s*(?:\d{1,2}[.)]|[-*•])? ?)"
    r"(?:[bB]u |[pP]ak )?"
)


_TOGETHER = Together((*_MANY, _CLASS_OF, _ONE_OF_CLASS, _BOTH, _TWO_THINGS))


def hints(text: str, facts: Facts) -> frozenset[str]:
    """What the facts and the counting words of a whole message say; names of `HINTS`."""
    numbers = max(len(facts.nisn), len(facts.nik), len(facts.nuptk), len(facts.nip))
    found = {
        _of(len(facts.person_names), ONE_NAME, TWO_NAMES, MANY_NAMES),
        _of(numbers, ONE_NUMBER, TWO_NUMBERS, MANY_NUMBERS),
        REPORT if facts.report_numbers else "",
        COUNTED if _counts(_TOGETHER.look(_COMPARED.sub(" ", text)), facts) else "",
        LISTED if _lists(text, facts) else "",
    }
    return frozenset(found - {""})


def without_a_classifier(found: frozenset[str]) -> Facets:
    """What the signs alone allow to say."""
    return Facets(follow_up=REPORT in found, many_subjects=bool(found & {COUNTED, LISTED}))


def _of(count: int, one: str, two: str, many: str) -> str:
    return ("", one, two)[count] if count < 3 else many


def _counts(seen: Possible, facts: Facts) -> bool:
    """Several people by the words: "empat guru", "sekelas", "keduanya"."""
    if any(seen.search(pattern) for pattern in _MANY):
        return True
    if seen.search(_BOTH) and not seen.search(_TWO_THINGS):
        return True
    of_class = len(facts.person_names) != 1 and not facts.nisn and seen.search(_CLASS_OF)
    return bool(of_class) and not seen.search(_ONE_OF_CLASS)


def _lists(text: str, facts: Facts) -> bool:
    """More than one number of a kind, or names joined in a list."""
    most = max(len(facts.nisn), len(facts.nik), len(facts.nuptk), len(facts.nip))
    if most > 2 or (most == 2 and not _CORRECTED.search(text)):
        return True
    return any(
        _JOINED.fullmatch(text[text.find(first) + len(first) : text.find(second)])
        for first, second in pairwise(facts.person_names)
    )
