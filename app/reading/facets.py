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
    r"|kepala sekolah|kepsek|pustakawan|bendahara|honorer|operator sekolah|teachers?|students?"
    r"|pupils?)"
)
_MINE = (
    r"(?:kami|saya|sy|kita|awak|gue|gw|aku|tiang|abdi|ane|kula|kulo|ambo|beta|katong|torang"
    r"|tong|ulun)"
)
_KIN = re.compile(
    rf"\b(?:anak|ana|suami|istri|isteri|bojo|adik|adek|ponakan|keponakan|cucu|sepupu|nduk|ibu"
    rf"|bapak|mama|ayah"
    rf"|rekan|kolega|anak (?:didik|asuh|murid|buah)) {_MINE}\b"
    r"|\b(?:bojoku|nenek|kakek) dari\b|\bananda\b|\b(?:pung?|pu) (?:ana|anak|adik)\b"
    r"|\b(?:anakku|suamiku|istriku|adikku|adekku|ponakanku|muridku|siswaku)\b"
    rf"|\b(?:{_MINE}|sebagai|selaku|sbg),? (?:\w+ ){{0,2}}(?:orang ?tua|ortu|ibu|ayah|bapak|wali)"
    r"(?: murid| siswa)?\b(?! (?:kelas|guru|kepala|kepsek))"
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
_ME = r"(?:ambo|beta|sa|ulun|kulo|kula|saya|sy|gue|gw|aku|tiang|abdi|awak|ane)"
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
_INTRODUCED = re.compile(
    rf"\b{_ME},? (?:(?:ini|adalah|baru|sudah|masih|dulu|mantan|wakil|menjadi|jadi|seorang"
    rf"|dilantik|sebagai|selaku) ){{0,3}}(?:guru|kepala|kepsek|wakil|penjaga|tutor|siswa"
    rf"|warga belajar"
    r"|staf|pengelola)\b",
    re.I,
)
_ASKS_IN_GENERAL = re.compile(
    r"\b(?:berapa lama|berapa hari|kapan kira|seberapa sering|jadwal|panduan|periode|promo"
    r"|penawaran"
    r"|jual|how often|otomatis atau)\b",
    re.I,
)
_OWN_IS_FINE = re.compile(
    r"\bakun saya sendiri\b|\bpadahal (?:akun )?(?:saya|punya saya)\b.{0,20}\b(?:bisa|normal)", re.I
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


def facets(text: str, facts: Facts) -> Facets:
    """Read from the words of the whole message and from how many people `facts` holds."""
    alone = _COMPARED.sub(" ", text)
    many = _many(alone, facts) or _several(text, facts)
    return Facets(
        follow_up=bool(facts.report_numbers) or any(one.search(text) for one in _FOLLOW_UP),
        on_behalf=_on_behalf(_SPEAKER.sub(" ", alone), many=many),
        many_subjects=many,
    )


def _many(text: str, facts: Facts) -> bool:
    if any(pattern.search(text) for pattern in _MANY):
        return True
    if _BOTH.search(text) and not _TWO_THINGS.search(text):
        return True
    of_class = len(facts.person_names) != 1 and not facts.nisn and _CLASS_OF.search(text)
    return bool(of_class) and not _ONE_OF_CLASS.search(text)


def _on_behalf(text: str, *, many: bool) -> bool:
    """Family always counts; others only when no word of an account of one's own is said."""
    own = _OWN.search(_OWN_IS_FINE.sub(" ", text))
    if _KIN.search(text):
        return own is None or not own[0].lower().startswith("akun")
    if _CARED_FOR.search(text) or _NAMED.search(text):
        return own is None or many
    if many and own is None and not _ASKS_IN_GENERAL.search(text):
        return True
    if own or _INTRODUCED.search(text) or _ASKS_IN_GENERAL.search(text):
        return False
    return len(text.split()) > 6 and bool(_SOMEONE.search(text))


def _several(text: str, facts: Facts) -> bool:
    """More than one number of a kind, or names joined in a list."""
    most = max(len(facts.nisn), len(facts.nik), len(facts.nuptk), len(facts.nip))
    if most > 2 or (most == 2 and not _CORRECTED.search(text)):
        return True
    return any(
        _JOINED.fullmatch(text[text.find(first) + len(first) : text.find(second)])
        for first, second in pairwise(facts.person_names)
    )


_JOINED = re.compile(
    r"(?:,? (?:dan|deng|and|serta|&) |, |[^\n]{0,60}\n\s*(?:\d{1,2}[.)]|[-*•])? ?)"
    r"(?:[bB]u |[pP]ak )?"
)
