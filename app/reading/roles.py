"""From which peran to which: only where the text states a change."""

import re
from typing import NamedTuple

from app.reading.together import Possible, Together
from models.vocabulary import Peran


class Roles(NamedTuple):
    before: Peran | None
    after: Peran | None


_HEAD = (
    r"(?:plt\.? )?(?:kepala (?:sekolah|tk|sd\w*|smp\w*|sma\w*|smk\w*|slb|pkbm)|kepsek|ks"
    r"|operator|ops|admin\w*|principal"
    r"|tenaga administrasi|tata usaha|tu|head(?: ?teacher)?)"
)
_TEACH = r"(?:guru|tutor|pendidik|mengajar|ngajar|teacher|teaching)"
_PUT_IN_OFFICE = (
    r"(?:diangkat|dilantik|ditunjuk|dipercaya|dipromosikan|promosi|menjabat|definitif|ditugaskan"
    r"|promoted|appointed|menggantikan)"
)
_TURNS = (
    r"(?:(?:ber)?ubah|diubah|ganti|diganti|beralih|disesuaikan)(?: \w+)? (?:ke|menjadi|jadi)"
    r"|jadi|jd|dadi"
    r"|menjadi|became|becomes|(?:dari|dr|from) (?:akun )?(?:guru|teacher) (?:ke|to)|ganti|minta"
    r" peran"
)
_TO_ADMIN = re.compile(
    rf"\b{_PUT_IN_OFFICE}\b[^.!?\n]{{0,30}}\b{_HEAD}\b"
    rf"|\b{_HEAD}\b[^.!?\n]{{0,45}}\b{_PUT_IN_OFFICE}\b"
    rf"|(?<!bukan )(?<!tidak )\b(?:{_TURNS}) (?:akun |peran |plt\.? )?{_HEAD}\b(?! (?:kami|lama))"
    r"|\b(?:saya|sy|sudah|sdh) plt\b|\bmerangkap operator|\bdiberi akun admin"
)
_COMES_BACK = re.compile(
    rf"\b(?:kembali|balik|dikembalikan)(?: \w+){{0,3}} {_TEACH}\b|\b{_TEACH} (?:lagi|kembali"
    rf"|biasa)\b"
)
_STAYS = re.compile(
    r"\btetap (?:guru|mengajar|admin|tutor)|\btidak (?:\w+ ){0,2}(?:kami ubah|diubah)|bukan jadi"
)
_TO_TEACHER = re.compile(
    rf"\b(?:kembali|balik|dikembalikan|disuruh|full|jadi|jd|menjadi|ke|sekarang|skrg|back to)"
    rf"(?: \w+){{0,3}} {_TEACH}\b|\b{_TEACH} (?:lagi|kembali|biasa|penuh)\b"
)
_ENDS_HEAD = re.compile(
    r"\b(?:dulu\w*|selesai|habis|mantan|berhenti|lepas|bukan lagi|tidak lagi|tdk lagi|dari|dr|masih"
    rf"|akun|former|eks|berbau|masa jabatan)\b[^.!?\n]{{0,28}}\b{_HEAD}\b"
)
_ROLE_CHANGE = re.compile(
    r"\b(?:msh|sk|ks|jd|peran|role|ubah|berubah\w*|perubahan|ganti|diganti|jadi|menjadi|diangkat|dilantik"
    r"|ditunjuk|masih|kembali"
    r"|balik|mutasi|menjabat|definitif|plt|promoted|promosi|baru|selesai|disesuaikan|dulu"
    r"|disuruh|appointed|became)\b"
)
_STILL_TEACHER = re.compile(
    r"\b(?:masih|msh|still)\b[^.!?\n]{0,24}(?:guru|pendidik|teacher)|\b(?:dari|dr) guru"
    r"|\bguru (?:ke|jadi|dadi|menjadi|merangkap|tik)\b|(?:from|as a) teacher|tercatat guru"
    r"|\b(?:saya|sy) guru|\b(?:akun|alamat)(?: saya| sy)? @?guru"
)
_STAYS_WARNED = re.compile(
    r"\b(?:bukan|bkn|seng jadi|tidak pernah (?:jadi|menjadi)|never) (?:kepsek|kepala|operator|ops"
    r"|kapsek)\b|\bsalah (?:kirim|alamat)\b|\b(?:gamau|tidak mau) berubah|gak ada yg berubah"
)
_GURU_TO_ADMIN = re.compile(
    r"(?:guru|pendidik|tutor)\S* (?:\w+ ){0,3}?(?:ke|jadi|jd|menjadi|to) "
    r"(?:\w+ )?@?(?:admin|kepala|kepsek)"
    r"|\b(?:dijadikan|diubah|ubah|berubah|ganti|berganti|diganti|jadi|jd|jo)"
    r" (?:(?:ke|menjadi|jadi) )?@?admin\b"
)
_ADMIN_TO_GURU = re.compile(
    r"\b@?admin\S* (?:\w+ ){0,2}?(?:ke|jadi|jd|menjadi|to) @?(?:guru|pendidik|teacher)\b"
)
_TAUGHT = re.compile(r"\b(?:guru|mengajar|ngajar|tutor|teach\w*)\b")
_STILL_GURU = re.compile(
    r"\b(?:masih|msh|tetap|still|tertera|terbaca|tercatat|pakai|dipakai)\b[^.!?\n]{0,24}@?(?:ba)?guru\b"
    r"|\b(?:yang|yg) (?:guru|lama) (?:masih|msh)"
)
_STILL_ADMIN = re.compile(r"\b(?:masih|msh|tetap|still)\b[^.!?\n]{0,20}@?admin\b")
_IN_OFFICE = re.compile(
    rf"\b(?:sudah|sdh|telah|baru|jadi|jd|sejak|sebagai|sbg|menjadi|sk)\b[^.!?\n]{{0,30}}\b(?:{_HEAD}|ks|kepala"
    rf"|tenaga administrasi)\b|\b{_HEAD}\b[^.!?\n]{{0,40}}\b(?:sejak|baru|sk|ditunjuk)\b|@admin\."
)
_LEFT_OFFICE = re.compile(
    r"\b(?:turun|diganti|tukar|selesai|habis|berakhir|lepas|mantan|dulu|ended|bukan lagi)\b"
    r"|\b(?:kembali|balik|back|sekarang|skrg) (?:\w+ ){0,2}(?:guru|mengajar|ngajar|to teach)"
)


_OFFICE = re.compile(rf"\b{_HEAD}\b")
_TEACHER = re.compile(r"guru|pendidik|tutor|teacher")
_OF_AN_ACCOUNT = re.compile(r"admin|peran|role|guru|pendidik|teacher|akun|account")

_TOGETHER = Together(
    (
        _TO_ADMIN, _COMES_BACK, _STAYS, _TO_TEACHER, _ENDS_HEAD, _ROLE_CHANGE, _STILL_TEACHER,
        _STAYS_WARNED, _GURU_TO_ADMIN, _ADMIN_TO_GURU, _TAUGHT, _STILL_GURU, _STILL_ADMIN,
        _IN_OFFICE, _LEFT_OFFICE, _OFFICE, _TEACHER, _OF_AN_ACCOUNT,
    )
)  # fmt: skip


def roles(text: str) -> Roles:
    """The peran left and taken up; both None where no change is stated."""
    seen = _TOGETHER.look(text.lower())
    back = seen.search(_STILL_ADMIN) and seen.search(_LEFT_OFFICE) and seen.search(_TAUGHT)
    if (back or seen.search(_ADMIN_TO_GURU)) and not seen.search(_STAYS_WARNED):
        return Roles(Peran.ADMIN, Peran.GURU)
    if not seen.search(_ROLE_CHANGE) or seen.search(_STAYS) or seen.search(_STAYS_WARNED):
        return Roles(None, None)
    if seen.search(_COMES_BACK) and seen.search(_OFFICE):
        return Roles(Peran.ADMIN, Peran.GURU)
    takes_office = seen.search(_STILL_GURU) and seen.search(_IN_OFFICE)
    if seen.search(_GURU_TO_ADMIN) or takes_office:
        return Roles(Peran.GURU if seen.search(_TEACHER) else None, Peran.ADMIN)
    return _by_words(seen)


def _by_words(seen: Possible) -> Roles:
    if seen.search(_TO_TEACHER) and seen.search(_ENDS_HEAD):
        return Roles(Peran.ADMIN, Peran.GURU)
    if seen.search(_TO_ADMIN) and seen.search(_OF_AN_ACCOUNT):
        return Roles(Peran.GURU if seen.search(_STILL_TEACHER) else None, Peran.ADMIN)
    return Roles(None, None)
