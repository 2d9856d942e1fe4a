"""Names that nothing announces: in quotes, before a role, or capitalised in mid-sentence."""

import re

from app.reading.announcers import Surety, before_capitals
from app.reading.emails import Found
from app.reading.lexicon import is_common, is_ordinary, is_shaped, may_not
from app.reading.name_words import Line, name_at
from app.reading.signature import all_names
from app.reading.wordlists import NOT_A_NAME, words

_QUOTED = re.compile(r"['\"“‘(]([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})['\"”’)]")
_RENAMED = words("""
    tertulis tercatat tertera terbaca kebaca tampil mestinya semestinya harusnya seharusnya menjadi
    jadi dari benar bener betul milik punya semua bukan show shows only be say says ktp ijazah kk
    dapodik akta
""")
_OF_A_NAME = re.compile(
    r"\b(?:nama|namo|namany|name|namanya|namaku|eja|ejaan|huruf|gelar|marga|hrs ?nya|pake|pakai)\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:di|ke|kab|kabupaten|kota|kec|kecamatan|desa|kelurahan|provinsi|pulau|jalan|jl|in|at"
    r"|dusun"
    r"|yayasan|dinas|gereja|asal|pulau|gg|salam\w*(?: \w+)? dari|(?:pagi|siang|malam|sore) dari"
    r"|hormat dari)\.? $",
    re.I,
)
_CAPITALS = re.compile(
    r"(?<![\w@.'’-])[A-Z][a-z'’-]+(?: (?:[A-Z]\.?|[A-Z][a-z'’-]+|bin|binti|van|de)){1,4}(?![\w@])"
)
_DEGREE = re.compile(
    r",? (?:S\.? ?Pd|M\.? ?Pd|S\.? ?Kom|S\.? ?E|S\.? ?Sos|S\.? ?Ag|S\.? ?Si|A\.? ?Ma|Amd|ST|SH"
    r"|SS)\b.*$"
)


_PERSON_BEHIND = re.compile(
    r",? ?\(?(?:kelas|kls|nisn|nik|nuptk|nip|nis|guru|tutor|operator|siswa|siswi|kepala|wali kelas"
    r"|belum|tidak|sudah|yang|yg|akunnya|selaku|ptk|mengajar|pindah|mutasi|lahir|masuk|mundur"
    r"|mengundurkan|dapat|lupa|memang|bertugas|pensiun|kini|sekarang|skrg|semula|sebelumnya|tadinya"
    r"|menjadi|diangkat|dilantik|dipindah\w*|menyusul|asal|umur|usia|dkk)\b"
    r"|,",
    re.I,
)
_LEADS_IN = re.compile(
    r"(?:[:;(]|,|\b(?:dan|adalah|ialah|yaitu|yakni|oleh|milik|punya|untuk|supaya|agar|bahwa|bagi"
    r"|beralih ke|kepada|contoh|and|is|for)) ?$"
)
_PARTED = frozenset({", ", "; ", ": "})
_JOINED_ON = re.compile(r"\b(?:dan|serta|sama) $")
_FROM_BEHIND = re.compile(r" ?\(| (?:dari|di|asal)\b")
_ROLE_BEHIND = re.compile(
    r"[a-z'’],? (?:guru|kelas|kls|nisn|nik|nuptk|nip|operator|tutor|siswa|siswi|kepala sekolah)\b"
)
_SMALL_WORD = re.compile(r"[a-z'’]+")


def quoted(text: str) -> list[Found]:
    spelt = bool(_OF_A_NAME.search(text))
    found = [
        Found(hit[1], *hit.span(1))
        for hit in _QUOTED.finditer(text)
        if all_names(hit[1], alone=False) or (spelt and _is_spelt(hit[1]))
    ]
    for at, said in before_capitals(text):
        if said[-1].rstrip(",:").lower() not in _RENAMED:
            continue
        one = name_at(Line(text), at, Surety.LIKELY if spelt else Surety.PERHAPS)
        if one and (all_names(one.value, alone=spelt) or (spelt and _is_spelt(one.value))):
            found.append(one)
    return found


def _is_spelt(name: str) -> bool:
    """Where a message is about how a name is written, one word or capitals are a name too."""
    parts = name.lower().replace(".", " ").split()
    return len(name) > 2 and not any(
        part in NOT_A_NAME or (is_ordinary(part) and not is_common(part)) for part in parts
    )


def free(text: str) -> list[Found]:
    """Two or more capitalised words: one a common name, or none an ordinary word and a sign near.

    The sign is what stands behind (a class, a number, a role).
    """
    found = []
    for hit in _CAPITALS.finditer(text):
        name = _DEGREE.sub("", hit[0])
        parts = [part.lower().strip(".") for part in name.split()]
        if any(part in NOT_A_NAME for part in parts) or _PLACE.search(
            text[max(hit.start() - 30, 0) : hit.start()]
        ):
            continue
        if any(map(is_common, parts)) or _is_shown(text, hit, parts):
            found.append(Found(name, hit.start(), hit.start() + len(name)))
    return found


def _is_shown(text: str, hit: re.Match[str], parts: list[str]) -> bool:
    if any(map(is_ordinary, parts)):
        return False
    joined = _JOINED_ON.search(text[max(hit.start() - 8, 0) : hit.start()])
    if joined and _FROM_BEHIND.match(text, hit.end()):
        return True
    if any(map(is_shaped, parts)):
        return True
    if not any(map(may_not, parts)) and _LEADS_IN.search(
        text[max(hit.start() - 12, 0) : hit.start()]
    ):
        return True
    behind = _PERSON_BEHIND.match(text, hit.end())
    return bool(
        behind and (behind[0] != "," or text[max(hit.start() - 2, 0) : hit.start()] in _PARTED)
    )


def before_a_role(text: str) -> list[Found]:
    """ "siti khotijah, guru sd": small letters, told by what stands behind."""
    found = []
    for hit in _ROLE_BEHIND.finditer(text):
        end = start = hit.start() + 1
        parts: list[str] = []
        for word in reversed(text[max(end - 80, 0) : end].split(" ")):
            if not _SMALL_WORD.fullmatch(word) or may_not(word) or len(parts) == 4:
                break
            parts.insert(0, word)
            start -= len(word) + 1
        if len(parts) > 1 and any(map(is_shaped, parts)):
            found.append(Found(text[start + 1 : end], start + 1, end))
    return found
