"""What a message says beside its category: wishes and circumstances no record can show."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum


class Claim(StrEnum):
    """A circumstance in the requester's words; a rule may listen to it, no record changes by it."""

    CONTACT_DEAD = "contact_dead"  # the recovery phone or mail no longer reaches the owner
    NEW_CONTACT = "new_contact"  # wants another recovery phone or mail
    NEW_USERNAME = "new_username"
    WANTS_ADMIN = "wants_admin"
    TO_MADRASAH = "to_madrasah"  # left for a school outside the ministry
    OF_DINAS = "of_dinas"  # works at an office of education, not at a school
    ARKAS = "arkas"


_DEAD = (
    r"(?:mati|hilang|hangus|kosong|rusak|non ?aktif|(?:tidak|tdk|tak|ga|gak|nggak|enggak)"
    r" (?:lagi )?(?:aktif|dipakai|digunakan|dipegang|bisa (?:dibuka|diakses|dihubungi|dipakai))"
    r"|(?:sudah|sdh|udah|telah) (?:di)?ganti|berganti|lost|dead)"
)
_LOST = r"(?:kehilangan|hilang|lost)"
_PHONE = r"(?:hp|handphone|ponsel|smartphone|telepon|telp|wa|whatsapp|sim ?card|phone)"
_NUMBER = rf"(?:nomor|nomer|no|nmr|number) (?:{_PHONE}|pemulihan|recovery|pribadi|lama)"
_MAIL = r"(?:e-?mail|surel|gmail) (?:\w+ )?(?:pribadi|pemulihan|recovery|cadangan|lama)"
_CONTACT = rf"(?:{_NUMBER}|{_PHONE}|{_MAIL}|kontak pemulihan)(?:nya)?"
_RECOVERY = (
    r"(?:e-?mail|surel|gmail|nomor|nomer|no|hp|ponsel|kontak)(?: \w+)? (?:pemulihan|recovery)"
)
_CHANGE = r"(?:di)?(?:ganti|gantikan|ubah|rubah|perbarui|update|change)(?:kan)?"
_USERNAME = r"(?:user ?name|user ?id|id pengguna|nama pengguna|alamat akun)"
_MADRASAH = (
    r"(?:madrasah|mts[ns]?|man(?= \d)|min(?= \d)|aliyah|ibtidaiyah|tsanawiyah|pesantren|pondok)"
)
_WORDS: dict[Claim, re.Pattern[str]] = {
    Claim.CONTACT_DEAD: re.compile(
        rf"\b{_CONTACT}\b(?: (?!akun)\w+){{0,4}}? {_DEAD}\b|\b{_LOST} {_CONTACT}\b", re.I
    ),
    Claim.NEW_CONTACT: re.compile(
        rf"\b{_RECOVERY}\b(?: \w+){{0,4}}? {_CHANGE}\b|\b{_CHANGE} (?:\w+ )?{_RECOVERY}\b", re.I
    ),
    Claim.NEW_USERNAME: re.compile(
        rf"\b{_USERNAME}(?:nya)?\b(?:[^.!?\n]|\.\w){{0,80}}? {_CHANGE}\b"
        rf"|\b{_CHANGE} (?:\w+ )?{_USERNAME}",
        re.I,
    ),
    Claim.WANTS_ADMIN: re.compile(
        r"\b(?:di)?(?:jadikan|r?ubah (?:jadi|menjadi|ke)) (?:akun )?admin\b",
        re.I,
    ),
    Claim.TO_MADRASAH: re.compile(rf"\b(?:ke|masuk|di) (?:\w+ ){{0,2}}?{_MADRASAH}\b", re.I),
    Claim.OF_DINAS: re.compile(
        r"\b(?:pegawai|staf|staff|pengawas|kami dari|saya dari|bekerja di|bertugas di)"
        r" (?:\w+ ){0,2}?(?:dinas|disdik|disdikbud|dindik)\b",
        re.I,
    ),
    Claim.ARKAS: re.compile(r"\ba?rkas\b", re.I),
}

_DONE = (
    r"\w*(?:input|entr[iy]|tambah|ubah|ganti|perbaiki|betulkan|perbarui|updat|sinkron|singkron"
    r"|syncron|synchron|sync|tarik|mutasi|masuk(?=kan)|pindah(?=kan)|daftar(?=kan))\w*"
)
_TODAY = r"(?:hari ini|barusan|baru saja|tadi|pagi ini|siang ini|today|just now|this morning)"
_YESTERDAY = r"(?:kemarin|kmrn|kemaren|yesterday)"
_ONLY_LOOKED = (
    r"(?!(?: \w+){0,3} (?:di)?(?:cek|check|lihat|liat|coba|buka|login|tanya|telepon|telp))"
)
_SENTENCE = re.compile(r"[.!?\n]+")


def claims(text: str) -> tuple[Claim, ...]:
    """In the order of the list; `text` has been through `plain`."""
    return tuple(claim for claim, words in _WORDS.items() if words.search(text))


def changed_on(text: str, today: date) -> date | None:
    """The last day on which somebody is said to have entered or sent something to Dapodik.

    Told by words counted from the day of writing, `today` (WIB); None where none is told.
    """
    return max(_told(text, today), default=None)


def _told(text: str, today: date) -> Iterator[date]:
    for sentence in _SENTENCE.split(text):
        for words, ago in ((_TODAY, 0), (_YESTERDAY, 1)):
            after = rf"\b{words}\b{_ONLY_LOOKED}[^,;]{{0,40}}?\b{_DONE}"
            before = rf"\b{_DONE}\b[^,;]{{0,30}}?\b{words}\b{_ONLY_LOOKED}"
            if re.search(f"{after}|{before}", sentence, re.I):
                yield today - timedelta(days=ago)
