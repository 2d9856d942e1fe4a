"""Is it a follow-up, for someone else, about several people?"""

import re
from itertools import pairwise

from app.reading.facts import Facets, Facts

_NOT = r"(?:belum|blm|belom|blom|tidak|tdk|ga|gak|nggak|ndak|kaga|tak|no|not)"
_ANSWER = (
    r"(?:dijawab\w*|jawaban|respon\w*|direspon|di-?bal[ae]s\w*|balasan|tanggapan|ditanggapi"
    r"|kabar\w*"
    r"|dinotis|ditindak ?lanjuti|diproses|reply|replied|response|answer|heard)"
)
_FOLLOW_UP = (
    re.compile(rf"\b{_NOT}\b(?: \w+){{0,2}} {_ANSWER}\b", re.I),
    re.compile(r"\b(?:menindak ?lanjuti|tindak lanjut|lanjutan|kelanjutan\w*|perkembangan)"
               r" (?:\w+ ){0,2}(?:laporan|tiket|aduan)", re.I),
    re.compile(r"\bbagaimana (?:kelanjutan|perkembangan)|\bsampai (?:di"
    r" ?)?mana\b.{0,30}(?:proses|lapor)"
               r"|\bsudah sampai mana\b|\bsampai di mana\b", re.I),
    re.compile(r"\b(?:sudah|sdh|udah|dah|pernah|prnh|telah)\b[^.!?\n]{0,14}\b(?:lapor|melapor"
               r"|melaporkan|dilaporkan|mengadu|komen)\b", re.I),
    re.compile(r"\b(?:balasan|laporan|pesan|kali) (?:kedua|ketiga|ke-?[2-9])\b|\bkedua kali"
               r"|\b\d+ ?x (?:lapor|komen|tanya)", re.I),
    re.compile(r"\b(?:any update|follow(?:ing)?[ -]up|my (?:last|previous) (?:ticket"
    r"|report))\b", re.I),
    re.compile(r"\bsurat\b.{0,80}\bbelum ada tanggapan|\bkirim(?:kan)? ulang\b", re.I),
)  # fmt: skip

_PEOPLE = (
    r"(?:guru|siswa|siswi|murid|peserta didik|pd|anak|tutor|ptk|gtk|warga belajar|staf|tendik"
    r"|kepala sekolah|kepsek|pustakawan|operator sekolah|teachers?|students?|pupils?)"
)
_MINE = r"(?:kami|saya|sy|kita|awak|gue|gw|aku|tiang|abdi|ane)"
_KIN = re.compile(
    rf"\b(?:anak|suami|istri|adik|adek|ponakan|keponakan|cucu|sepupu|ibu|bapak|mama|ayah) {_MINE}\b"
    r"|\b(?:anakku|suamiku|istriku|adikku|adekku|ponakanku|muridku|siswaku)\b"
    r"|\b(?:orang tua|orangtua|ortu|ibu|ayah|bapak|wali)(?: murid| siswa)? (?:dari )?(?:siswa"
    r"|murid)\b"
    r"|\b(?:orang tua|orangtua|ortu|wali|ibu|ayah) dari\b|\bmy (?:son|daughter|child|husband"
    r"|wife)\b"
    r"|\bputr[ai] (?:saya|kami)\b",
    re.I,
)
_CARED_FOR = re.compile(
    rf"\b(?:guru|siswa|siswi|murid|peserta didik|tutor|warga belajar|kepala sekolah|kepsek"
    rf"|pustakawan"
    rf"|staf|tendik|anak didik|anak)(?:-\w+)?(?: (?:baru|honorer|honor|kelas|mapel|paket)(?:"
    rf" \w+)?)? {_MINE}\b"
    r"|\bour (?:\w+ ){0,4}(?:teachers?|students?|principal|head|operator|colleague|pupils?"
    r"|librarian)\b"
    r"|\b(?:beliau|yang bersangkutan|ybs|almarhum\w*|alm\.|a\.n\.?|atas nama|sdri?\.|saudar[ai]"
    r" \w+)|\b(?:s?he|her"
    r"|his|him)\b"
    rf"|\b(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|beberapa|banyak|para|semua"
    rf"|seluruh|\d{{1,3}})"
    rf" (?:orang )?{_PEOPLE}\b|\b(?:guru|murid|siswa|anak)[-2](?:guru|murid|siswa|anak)?\b"
    r"|\b(?:a|an|new) (?:\w+ ){0,3}(?:teacher|student)\b|\bmereka\b|\bsatu (?:siswa|murid|guru)\b",
    re.I,
)
_NAMED = re.compile(
    r"\b(?:[Bb]u|[Pp]ak|[Ii]bu|[Bb]apak|[Bb]pk\.?|[Ss]dri?\.?) (?!Kades|Kepsek|Guru"
    r"|Kepala)[A-Z][a-z]{2,}"
)
_SPEAKER = re.compile(
    r"\b(?:kata|menurut|sama|digantikan|menggantikan|oleh|lewat|dari|yth\.?|kepada|tanya|bilang"
    r"|dear)"
    r" (?:\w+ )?(?:bu|pak|ibu|bapak|bpk|beliau|guru|operator|kepsek|kepala sekolah)\b(?: \w+)?",
    re.I,
)
_SOMEONE = re.compile(
    r"(?<!saya )(?<!sy )(?<!aku )(?<!akun )(?<!wali )(?<!ortu )(?<!jadi )(?<!data )(?<!plt )"
    r"\b(?:siswa|siswi|murid|peserta didik|warga belajar|pustakawan|kepsek|kepala sekolah"
    r"|teachers?|students?|pupils?)\b(?!\.| ?kelas saya| baru)"
    r"|\b(?:buat|untuk|utk|for|seorang|satu|semua|para) (?:guru|tutor|ptk|tendik)\b|\bguru-?guru\b"
    r"|\bakun (?:\d+ )?(?:siswa|tutor|bu|pak|kepala)\b|\b(?:\d+|dua|tiga) (?:akun )?pendidik\b",
    re.I,
)
_ME = r"(?:ambo|kulo|kula|saya|sy|gue|gw|aku|tiang|abdi|awak|ane)"
_OWN = re.compile(
    r"\b(?:akun|email|data|sandi|password|pw|alamat|profil|hp)(?:nya)?"
    rf"(?: (?:belajar(?:\.id| id)?|guru|admin|yayasan|lengkap|lama|di akun))? {_ME}\b"
    r"|\b(?:akun|sandi|password|email|nama|alamat)ku\b|\bmy (?:\w+ )?(?:account|password|email"
    r"|name)"
    rf"|\bnama {_ME} (?:di|yang|yg|salah|tidak|tdk|ada|belum|kok|jadi|kebalik|masih|pada)\b"
    rf"|\b{_ME} (?:\w+ )?(?:plt|lupa|pindah|dapat|blm|belum|dulu|tutor|guru|honorer|siswa|murid"
    rf"|diangkat"
    r"|tercatat|mutasi|lulus|tidak bisa|ga bisa|gabisa)\b|\bI (?:can|have|forgot|am)\b",
    re.I,
)
_OWN_IS_FINE = re.compile(
    r"\bakun saya sendiri\b|\bpadahal (?:akun )?(?:saya|punya saya)\b.{0,20}\b(?:bisa|normal)", re.I
)

_COUNT = (
    r"(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belasan|puluhan|beberapa|banyak"
    r"|para|semua"
    r"|seluruh|[2-9]|[1-9]\d{1,2})"
)
_MANY = (
    re.compile(rf"\b{_COUNT} (?:orang )?{_PEOPLE}\b(?! ?(?:lalu|hari|smp|sd\b|kelas saya))", re.I),
    re.compile(r"\b(?:guru|murid|siswa|anak|tutor)(?:-(?:guru|murid|siswa|anak|tutor)"
    r"|2)(?:\w+)?\b", re.I),
    re.compile(r"\b(?:sekelas|satu kelas|satu rombel|se ?kelas|satu sekolah|keduanya|mereka"
    r"|masing-masing"
               r"|satu pun|seorang ?pun|dua2nya|sebagian)\b", re.I),
    re.compile(r"\b(?:all|two|three|four|five|several|none of our|our|\d+)(?: \w+){0,3}"
               r" (?:teachers|students|pupils)\b|\b\d+(?: \w+){0,3} accounts\b|\bthey all\b", re.I),
    re.compile(rf"\b{_PEOPLE} (?:\w+ ){{0,3}}(?:sebanyak )?(?:[2-9]|[1-9]\d{{1,2}}) (?:orang"
    rf"|anak|rombel)", re.I),
    re.compile(r"\b(?:jumlah|sebanyak|total)(?:nya)? \d{1,4}\b|\bke(?:tiga|empat|lima|enam)nya\b"
               r"|\bsatu angkatan|\b\d+ dari \d+ |\bkelas \d+ ?(?:-|dan|sampai) ?\d+", re.I),
    re.compile(r"\b\d{1,3} (?:rombel|anak|orang siswa|org)\b|\bsiswa(?:-siswi)? kelas\b|\bmurid"
    r" kelas\b", re.I),
)  # fmt: skip
_COMPARED = re.compile(
    r"\b(?:teman\w*|kawan\w*|temen\w*|yang lain|yg lain|kelas lain|jurusan la[ie]n|sekolah lain"
    r"|tetangga)\b.{0,40}"
    r"|\bdari (?:\d+|dua|tiga) (?:guru|siswa|murid)|\bone of (?:our|the|my)"
    r" [\w ]{0,20}(?:students|teachers)",
    re.I,
)


def facets(text: str, facts: Facts) -> Facets:
    """Read from the words of the whole message and from how many people `facts` holds."""
    alone = _COMPARED.sub(" ", text)
    many = any(pattern.search(alone) for pattern in _MANY) or _several(text, facts)
    return Facets(
        follow_up=bool(facts.report_numbers) or any(one.search(text) for one in _FOLLOW_UP),
        on_behalf=_on_behalf(_SPEAKER.sub(" ", alone), many=many),
        many_subjects=many,
    )


def _on_behalf(text: str, *, many: bool) -> bool:
    """Family always counts; others only when no word of an account of one's own is said."""
    own = _OWN.search(_OWN_IS_FINE.sub(" ", text))
    if _KIN.search(text):
        return own is None or not own[0].lower().startswith("akun")
    if _CARED_FOR.search(text) or _NAMED.search(text):
        return own is None or many
    return own is None and len(text.split()) > 6 and bool(_SOMEONE.search(text))


def _several(text: str, facts: Facts) -> bool:
    """More than one number of a kind, or names joined in a list."""
    if max(len(facts.nisn), len(facts.nik), len(facts.nuptk), len(facts.nip)) > 1:
        return True
    return any(
        _JOINED.fullmatch(text[text.find(first) + len(first) : text.find(second)])
        for first, second in pairwise(facts.person_names)
    )


_JOINED = re.compile(
    r"(?:,? (?:dan|deng|and|serta|&) |, |[^\n]{0,60}\n\s*(?:\d{1,2}[.)]|[-*•])? ?)"
    r"(?:[bB]u |[pP]ak )?"
)
