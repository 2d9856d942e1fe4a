"""From which jenjang to which: only where the text states a move."""

import re
from itertools import pairwise
from typing import NamedTuple

from app.reading.together import Possible, Together
from models.vocabulary import Jenjang


class Levels(NamedTuple):
    before: Jenjang | None
    after: Jenjang | None


class _Seen(NamedTuple):
    jenjang: Jenjang
    start: int
    end: int
    side: int  # -1 where one comes from, 1 where one goes to, 0 unknown


_LEVEL_WORDS = (
    (Jenjang.KESETARAAN, r"pkbm|skb|kesetaraan|paket [abc]"),
    (Jenjang.PAUD, r"paud|tk|kb|kindergarten|taman kanak-kanak|preschool"),
    (Jenjang.SMP, r"smp(?:n|it|s|k)?|sekolah menengah pertama|junior high(?: school)?"),
    (Jenjang.SMA, r"sma(?:n|it|s|k)?|smu|sekolah menengah atas|senior high(?: school)?"),
    (Jenjang.SMK, r"smk(?:n|s)?|stm|sekolah menengah kejuruan|vocational(?: high)?(?: school)?"),
    (Jenjang.SLB, r"slb(?:n)?|sekolah luar biasa"),
    (Jenjang.SD, r"sd(?:n|it|s|k)?|sekolah dasar|primary|elementary"),
)
_LEVEL = re.compile(
    r"(?<![a-z0-9@])(?:"
    + "|".join(f"(?P<{level.value}>{pattern})" for level, pattern in _LEVEL_WORDS)
    + r")(?:-?(?:ku|nya|mu))?(?![a-z0-9])"
)
_BETWEEN = re.compile(
    r" (?:\w+ ){0,3}(?:ke|ka|k|to|menjadi|jadi|jd|naik ke) (?:jenjang |akun |guru |ngajar "
    r"|mengajar |kepsek |kepala )?"
    r"| (?:lulus|lolos|diterima) (?:pppk|p3k|cpns|asn)(?: \w+){0,2} (?:di|penempatan) "
    r"| ?(?:->|→|=>) ?"
)
_SAME_LEVEL = re.compile(
    r"\b(?:sama[- ]sama|sama2|sesama|antar(?: unit)?|sejenjang|another) (?:\w+ ){0,2}"
    + _LEVEL.pattern
)
_MOVE = re.compile(
    r"\b(?:(?:di|ber)?pindah\w*|pndh|digeser|dirolling|dirotasi|redistribusi|memindah\w*|mutasi\w*|naik|lanjut\w*|melanjutkan|lulus\w*|tamat"
    r"|ditarik|rotasi|alih (?:tugas|jenjang)|beda jenjang|ganti (?:sekolah|jenjang)|masuk ke"
    r"|diterima|reassign\w*|moved?|moves|moving|transfer\w*|promoted|graduat\w*|joined|ditempatkan"
    r"|(?:dulu|semula|tadinya|waktu|sblmnya|sebelumnya)\b.{2,80}\b(?:sekarang|skrg|skr|kini|lalu"
    r"|mulai)|keluar dari"
    r"|akun\w* (?:masih|bawaan) (?:akun )?(?:sd|smp|paud|tk)|masih (?:pakai|pake) akun"
    r")\b"
)
_NO_MOVE = re.compile(
    r"\b(?:tidak|tdk|ga|gak|nggak|ngga|bukan|tak|enggak|belum|blm|tanpa|never|not|no)"
    r"(?: (?:pernah|ada|merasa|sedang|akan|mengajukan|guru|yang))* (?:\w+ )?"
    r"(?:pindah\w*|perpindahan|mutasi\w*|moved?|transfer\w*|ganti (?:sekolah|jenjang))\b"
)
_ANOTHER = re.compile(
    r"\b(?:pindah\w*|mutasi\w*|dimutasi|digeser|dirolling|dirotasi|redistribusi|masuk)\b[^.!?\n]{0,40}"
    + _LEVEL.pattern
    + r" (?:lain|luar|sebelah|tetangga)\b"
)
_WARNED = re.compile(
    r"\b(?:email|surel|imel|surat|notif\w*|katanya|pemberitahuan|batal|dibatalkan)\b"
)
_FROM = re.compile(
    r"(?:\b(?:dari|dr|ti|sblmnya|asal|semula|awalnya|tadinya|dulu\w*|lulus(?:an)?|tamat(?:an)?"
    r"|eks|mantan"
    r"|from|waktu"
    r"|sebelumnya|keluar|masih|lama|bekas|old|previous|tinggalkan|meninggalkan|bawaan|jadi"
    r" tutor)\b)"
    r"[^.!?\n]{0,26}$"
)
_TO = re.compile(
    r"(?:\b(?:ke|ka|penempatan|menuju|masuk|jadi|menjadi|sekarang|skrg|skr|kini|naik|lanjut\w*"
    r"|melanjutkan"
    r"|baru|diterima"
    r"|mengajar|ngajar|to|now|our|ditempatkan|mulai|tujuan|belum|blm|ikut|yg|yang|pakai)\b|->"
    r"|→)[^.!?\n]{0,26}$"
)
_AFTER_FROM = re.compile(r"^[^.!?\n]{0,14}\b(?:lama|terdahulu|yg lama|yang lama|dulu)\b")
_AFTER_TO = re.compile(r"^[^.!?\n]{0,14}\b(?:baru|belum|blm)\b")
_CHANGES_SCHOOL = re.compile(r"\b(?:(?:di)?pindah|mutasi|rotasi|ditarik|dimutasi)\b")
_JUST_LEFT = re.compile(r"\b(?:dari|dr|lulus|lulusan|tamat|tamatan) (?:\w+ )?$")
_SAME = re.compile(
    r"\b(?:sama[- ]?sama|sama2|sesama|antar(?:unit)?|another|both|tetap|sejenjang)\b"
)


_TOGETHER = Together((_LEVEL, _SAME_LEVEL, _MOVE, _NO_MOVE, _ANOTHER, _WARNED))


def levels(text: str) -> Levels:
    """The jenjang left and entered; both None where no move is stated, or it is denied."""
    lower = text.lower()
    possible = _TOGETHER.look(lower)
    if not possible.may(_LEVEL):
        return Levels(None, None)
    stated = _stated_pair(lower, possible)
    if stated is not None:
        return stated
    if not possible.search(_MOVE) or _only_denied(lower, possible):
        return Levels(None, None)
    seen = [_seen(lower, hit) for hit in _LEVEL.finditer(lower)]
    if not seen:
        return Levels(None, None)
    before = next((one.jenjang for one in seen if one.side < 0), None)
    after = next((one.jenjang for one in reversed(seen) if one.side > 0), None)
    return _completed(lower, seen, before, after)


def _stated_pair(lower: str, possible: Possible) -> Levels | None:
    """Said outright: "SMP ke SMA", "sama-sama guru SD"."""
    same = possible.search(_SAME_LEVEL)
    if same and possible.search(_MOVE) and not _only_denied(lower, possible):
        kind = Jenjang(str(same.lastgroup))
        return Levels(kind, kind)
    another = possible.search(_ANOTHER)
    if another and not _only_denied(lower, possible):
        kind = Jenjang(str(another.lastgroup))
        return Levels(kind, kind)
    seen = list(_LEVEL.finditer(lower))
    for first, second in pairwise(seen):
        if _BETWEEN.fullmatch(lower[first.end() : second.start()]):
            return Levels(Jenjang(str(first.lastgroup)), Jenjang(str(second.lastgroup)))
    return None


def _only_denied(lower: str, possible: Possible) -> bool:
    if not possible.search(_NO_MOVE):
        return False
    return bool(possible.search(_WARNED)) or not _MOVE.search(_NO_MOVE.sub(" ", lower))


def _seen(lower: str, hit: re.Match[str]) -> _Seen:
    jenjang = Jenjang(str(hit.lastgroup))
    head, tail = lower[max(hit.start() - 40, 0) : hit.start()], lower[hit.end() : hit.end() + 24]
    if _AFTER_FROM.match(tail):
        return _Seen(jenjang, *hit.span(), -1)
    came, goes = _FROM.search(head), _TO.search(head)
    nearest = max((cue for cue in (came, goes) if cue), key=lambda cue: cue.start(), default=None)
    if nearest is None:
        return _Seen(jenjang, *hit.span(), 1 if _AFTER_TO.match(tail) else 0)
    return _Seen(jenjang, *hit.span(), -1 if nearest is came else 1)


def _completed(
    lower: str, seen: list[_Seen], before: Jenjang | None, after: Jenjang | None
) -> Levels:
    kinds = list(dict.fromkeys(one.jenjang for one in seen))
    if len(kinds) == 1:
        return _one_kind(lower, seen, after)
    if before == after or before is None or after is None:
        others = [kind for kind in kinds if kind not in (before, after)]
        if before is None and after is None:
            return Levels(kinds[0], kinds[-1])
        if before is None or (before == after and kinds[0] != after):
            return Levels(others[0] if others else None, after)
        return Levels(before, others[-1] if others else after)
    return Levels(before, after)


def _one_kind(lower: str, seen: list[_Seen], after: Jenjang | None) -> Levels:
    """Only one jenjang is named: both sides of a move, or the side that its words say."""
    kind = seen[0].jenjang
    if _SAME.search(lower) or (after and len(seen) > 1 and _CHANGES_SCHOOL.search(lower)):
        return Levels(kind, kind)
    if after is not None:
        return Levels(None, kind)
    left = any(_JUST_LEFT.search(lower[: one.start]) for one in seen)
    return Levels(kind if left else None, None)
