"""A message as the classifier reads it: own words, masked, spelled one way, stemmed."""

import re
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from app.reading.clean import own_words, plain
from app.reading.emails import emails
from app.reading.instructions import without_instructions
from app.reading.level_words import LEVELS
from app.reading.vocabulary_map import PHRASES, PROTECTED, WORDS
from app.reading.wordlists import words
from models.values import AccountAddress, MalformedAddress


class Normal(NamedTuple):
    """What the classifier is given of one message: three lists side by side.

    `stems` in order, a denied one with `bukan_` before it; `surfaces`, the words of the message
    each came from, empty where nobody wrote it; `opens`, whether a clause begins with it.
    """

    stems: tuple[str, ...]
    surfaces: tuple[str, ...]
    opens: tuple[bool, ...]


CLAUSE = "|"
DENIED = "bukan_"
_STEMMER = Stemmer.Stemmer("indonesian")
_PHRASE = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(PHRASES, key=len)[::-1])) + r")\b")
_LONG_NUMBER = re.compile(r"(?<!\w)p?\d[\d .-]{3,}\d")
_TOKEN = re.compile(r"x[a-z]+_[a-z]+|[a-z]+(?:-[a-z]+)*\d?[a-z]*|[.!?;:,\n()]|\d+")
_REPEAT = re.compile(r"([a-z])\1{2,}")
_DOUBLED = re.compile(r"^([a-z]{3,})2(nya|ku|mu|an|in)?$")
_REPLY_PREFIX = re.compile(r"^(?:(?:re|fwd?|bls|trs)\s*:\s*)+", re.I)
_CLAUSE_END = frozenset(
    {"tapi", "padahal", "hanya", "melainkan", "namun", "sekarang", "yang", "karena", "kalau"}
)
_SCOPE = {"bukan": 4, "jangan": 3, "tanpa": 2, "tidak": 2}
# A "tidak" before these states the problem itself and denies nothing.
_PLAIN_AFTER_NOT = words(
    "bisa ada temu muncul aktif daftar masuk buka akses terima hasil kenal tahu ubah dapat tampil"
    " cocok sesuai valid baca hubung lihat jawab tuju kunjung berhasil boleh pernah kirim simpan"
    " sinkron balas jalan mau perlu"
)


def normalise(text: str, subject: str | None = None) -> Normal:
    """Pure and total: any text gives some tokens, an empty one none."""
    whole = without_instructions(own_words(plain(text)))
    if subject:
        head = _REPLY_PREFIX.sub("", plain(subject))
        whole = f"{head}\n{whole}"
    said = _stems(_masked(whole))
    return _denials_marked(said, _compared(said))


def _masked(text: str) -> str:
    """Addresses and long numbers become kinds; apart from that the text in small letters."""
    parts, at = [], 0
    for found in emails(text):
        parts += [text[at : found.start], f" {_kind_of_address(found.value)} "]
        at = found.end
    masked = "".join([*parts, text[at:]]).lower()
    return _REPEAT.sub(r"\1", _LONG_NUMBER.sub(" xnomor_panjang ", masked))


def _kind_of_address(address: str) -> str:
    try:
        known = AccountAddress.parse(address)
    except MalformedAddress:
        madrasah = "madrasah" in address
        return "xemail_madrasah" if madrasah else "xemail_pribadi"
    role = f"xperan_{known.peran.value}" if known.peran else "xperan_lain"
    return f"xemail_belajar {role}"


def _compared(said: list[tuple[str, str]]) -> list[str]:
    """A stem for two jenjang that are named, or one named twice; no word stands behind it."""
    named = [LEVELS[stem] for stem, _ in said if stem in LEVELS]
    if len(named) < 2:
        return []
    return ["xjenjang_beda" if len(set(named)) > 1 else "xjenjang_sama"]


def _denials_marked(said: list[tuple[str, str]], stated: list[str]) -> Normal:
    """Stems under a negation are marked; the marks between clauses become `opens`."""
    stems: list[str] = []
    surfaces: list[str] = []
    opens: list[bool] = []
    scope, begins = 0, True
    for at, (stem, surface) in enumerate(said):
        if stem in _SCOPE and _looks_back(said, at):
            _deny_before(stems, opens)
        if stem == CLAUSE:
            scope, begins = 0, True
            continue
        if stem in _CLAUSE_END or (scope and _states_the_problem(stem, stems)):
            scope = 0
        surfaces.append(surface)
        opens.append(begins)
        begins = False
        if stem in _SCOPE:
            stems.append(stem)
            scope = _SCOPE[stem]
        else:
            stems.append(f"{DENIED}{stem}" if scope else stem)
            scope = max(scope - 1, 0)
    more = len(stated)
    return Normal((*stems, *stated), (*surfaces, *[""] * more), (*opens, *[True] * more))


def _states_the_problem(stem: str, before: list[str]) -> bool:
    return stem in _PLAIN_AFTER_NOT and before[-1] == "tidak"


def _looks_back(said: list[tuple[str, str]], at: int) -> bool:
    """A denial after the fact: "lupa sandi? bukan.", "pindah juga tidak"."""
    ends = at + 1 == len(said) or said[at + 1][0] == CLAUSE
    asked = at > 0 and said[at - 1][1].strip() == "?"
    also = at > 0 and said[at - 1][0] == "juga"
    return ends and (asked or also)


def _deny_before(stems: list[str], opens: list[bool]) -> None:
    """Mark the last clause (at most four stems) as denied."""
    for back in range(len(stems) - 1, max(len(stems) - 5, -1), -1):
        if not stems[back].startswith(DENIED):
            stems[back] = DENIED + stems[back]
        if opens[back]:
            return


def _stems(masked: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    for hit in _PHRASE.finditer(masked):
        found += _words(masked[at : hit.start()])
        found += [(stem(word), hit[0]) for word in PHRASES[hit[0]].split()]
        at = hit.end()
    return found + _words(masked[at:])


def _words(text: str) -> list[tuple[str, str]]:
    found = []
    for word in _TOKEN.findall(text.replace("'", "").replace("’", "")):
        if not word[0].isalnum():
            found.append((CLAUSE, word))
        elif word.isdigit():
            found.append((word if word in ("14", "30", "3", "403", "404") else "0", word))
        else:
            found.append((stem(word), word))
    return found


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The domain's spelling of a word, then its snowball stem; ministry words as they are."""
    if word in PROTECTED or (word.startswith("x") and "_" in word):
        return word
    doubled = _DOUBLED.match(word)
    base = doubled[1] if doubled else word
    if "-" in base:
        first, _, second = base.partition("-")
        base = first if second.startswith(first[:3]) else base.replace("-", "")
    base = WORDS.get(base, base)
    if base not in WORDS:
        for ending in ("nya", "ku", "mu"):
            bare = base.removesuffix(ending)
            if bare != base and (bare in WORDS or bare in PROTECTED):
                base = WORDS.get(bare, bare)
    stem: str = base if base in PROTECTED else _STEMMER.stemWord(base)
    return WORDS.get(stem, stem)
