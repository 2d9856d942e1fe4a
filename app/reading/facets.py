"""Is it a follow-up, for someone else, about several people?"""

import re

from app.reading.facts import Facets, Facts

_NOT = r"(?:belum|blm|tidak|tdk|ga|gak|nggak|kaga|blom|tak|no|not)"
_FOLLOW_UP = re.compile(
    rf"\b{_NOT}\b[^.!?\n]{{0,20}}\b(?:jawab\w*|dijawab|respon\w*|direspon|balas\w*|dibalas\w*|tanggapan|ditanggapi"
    r"|kabar\w*|dinotis|tindak lanjut|ditindaklanjuti|diproses|reply|response|update)"
    r"|\b(?:menindak ?lanjuti|tindak lanjut|kelanjutan\w*|lanjutan) (?:\w+ ){0,2}(?:laporan|tiket|aduan)"
    r"|\bbagaimana (?:kelanjutan|perkembangan)|\bsampai (?:di ?mana|mana)\b.{0,30}(?:proses|laporan)"
    r"|\b(?:sudah|sdh|udah|dah|pernah|prnh)\b[^.!?\n]{0,14}\b(?:lapor|melapor|melaporkan|kirim laporan|mengadu)\b"
    r"|\b(?:balasan|laporan|pesan|kali) (?:kedua|ketiga|ke-?[2-9])\b|\b\d+ ?x (?:lapor|komen|tanya)"
    r"|\b(?:any update|follow(?:ing)?[ -]up|my (?:last|previous) (?:ticket|report))\b"
    r"|\bsurat\b.{0,80}\bbelum ada tanggapan|\bmohon dikirim ulang|\bkirim ulang",
    re.I,
)
_OTHER_PERSON = re.compile(
    r"\b(?:anak|adik|adek|ponakan|keponakan|suami|istri|teman|kawan|guru|siswa|siswi|murid|peserta didik|kepala sekolah"
    r"|kepsek|operator|ops|tutor|pustakawan|pegawai|tendik|staf|warga belajar|bapak|ibu|rekan|orang tua|mahasiswa)"
    r"(?:-\w+)?2?(?: (?:baru|honorer|honor|kelas|mapel|didik|tk|sd|smp|sma|smk|paud|pindahan|\w{1,9}))?"
    r" (?:kami|saya|sy|kita|awak|gue|gw|nya)\b"
    r"|\b(?:anakku|suamiku|istriku|adikku|muridku|siswaku|ponakanku|anaknya|muridnya|siswanya|gurunya) "
    r"|\b(?:our|my) (?:\w+ ){0,3}(?:teachers?|students?|principal|operator|head|son|daughter|child|colleague|pupils?"
    r"|librarian|staff|husband|wife)\b"
    r"|\b(?:beliau|yang bersangkutan|ybs|he is|she is|his account|her account|him|orang tua dari|ortu (?:dari|murid)"
    r"|wali murid|wali dari|sdri?\.|almarhum\w*|alm\.)\b|\b(?:selaku|sebagai|saya|kami|sy) (?:\w+ ){0,2}(?:operator|ops|wali"
    r" kelas|pengawas|kepala sekolah|admin sekolah|kepala tu)\b.{0,200}\b(?:guru|siswa|murid|anak|peserta didik|beliau)\b"
    r"|\b(?:ibu|ayah|bapak|ortu|orang tua|orangtua) (?:dari|siswa|murid)\b|\b(?:bu|pak|ibu|bapak) [A-Z][a-z]+",
)
_GROUP = r"(?:guru|siswa|siswi|murid|peserta didik|pd|orang|anak|tutor|ptk|gtk|warga belajar|akun|rombel|kelas|staf|kepala sekolah)"
_COUNT = r"(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|beberapa|banyak|para|semua|seluruh|semuanya|[2-9]|[1-9]\d{1,2}|sekelas|sebagian)"
_MANY = re.compile(
    rf"\b{_COUNT} (?:orang )?{_GROUP}\b(?! ?(?:saya|yang lalu|lalu|hari|smp|sd))|\b(?:guru|murid|siswa|anak|tutor)(?:-(?:guru|murid|siswa|anak|tutor)|2)(?:\w+)?\b"
    r"|\b(?:sekelas|satu kelas|satu rombel|se ?kelas|satu sekolah|keduanya|mereka|masing-masing|semua (?:siswa|guru|murid))\b"
    r"|\b(?:all|our|two|three|four|five|several|none of our|\d+)(?: \w+){0,3} (?:teachers|students|pupils|accounts)\b"
    rf"|\b{_GROUP} (?:kami |saya )?(?:sebanyak )?(?:[2-9]|[1-9]\d{{1,2}}) (?:orang|anak)",
    re.I,
)
_JUST_COMPARED = re.compile(
    r"\b(?:teman\w*|kawan\w*|temen\w*|yang lain|yg lain|kelas lain|jurusan la[ie]n|sekolah lain|memakai|tetangga)\b.{0,40}",
    re.I,
)


def facets(text: str, facts: Facts) -> Facets:
    """Read from the words; people named are counted in `facts`."""
    on_behalf = bool(_OTHER_PERSON.search(text))
    compared = _JUST_COMPARED.sub(" ", text)
    return Facets(
        follow_up=bool(_FOLLOW_UP.search(text)) or _only_a_number(text, facts),
        on_behalf=on_behalf,
        many_subjects=bool(_MANY.search(compared)) or _several(facts),
    )


def _only_a_number(text: str, facts: Facts) -> bool:
    return bool(facts.report_numbers)


def _several(facts: Facts) -> bool:
    pupils = max(len(facts.nisn), len(facts.nik), len(facts.nuptk), len(facts.nip))
    return pupils > 1
