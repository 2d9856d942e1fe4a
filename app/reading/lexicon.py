"""Does a word look like a name where capitals say nothing?

The ordinary words are those the training batches use in small letters; see
tests/bench/known_words.py.
"""

import re
from functools import lru_cache
from pathlib import Path

from app.reading.wordlists import COMMON_NAMES, NOT_A_NAME, PLACES

KNOWN = frozenset((Path(__file__).parent / "known_words.txt").read_text("utf-8").split())
PARTICLES = frozenset({"bin", "binti", "van", "der", "de", "al", "la", "wa", "br", "ode", "el"})
_SHAPED = re.compile(
    r"(?:w[ao]ti|[iy]ati|ningsih|ningrum|ningtyas|putr[aio]|putera|wijaya|praja|kusum[ao]|sari|dewi"
    r"|lestari|pratama|nata|negara|nagara|manggala|yant[io]|anto|yono|tono|oyo|jaya|prana|pranoto"
    r"|budaya|budi|budaya|ud+in|syah|ullah|fah|iyah|awan|anta|santika|[hdt]ini|rini|yani|rahman"
    r"|rahma|santo|dharma|darma|yasa|wangsa|dipa|dipura|atmaja|wardh?an[ai]|handoko|hartono|kirana"
    r"|laksana|asmara|buana|ningrat|murti|marwan|sakti|purnama|mandalika|adi|aji|ratih|wulan|ayu"
    r"|utami|astuti|rianti|rosa|lia|nisa|tika|mawati|wiguna|sena|gupta|tyas|hadi|rizqi|zahra|aulia)$"
)
_INFLECTED = re.compile(
    r"^(?:meng|meny|mem[bp]|men[cdjt]|ngg|nge|peng|peny|pem[bp]|ber(?!na|th|li)|ter(?!es)"
    r"|di(?![aoemn])|ke\w+an$|se(?:ti|be|ka|mu|la)|xx)|(?:nya|nyo|kan|ny|lah|kah|kn|nkan|pun)$"
)
_VOWEL = re.compile(r"[aeiou]")


def is_common(word: str) -> bool:
    """A name many people in Indonesia carry; `word` in small letters."""
    return word in COMMON_NAMES


@lru_cache(maxsize=20_000)
def is_ordinary(word: str) -> bool:
    """A word of everyday or of school talk; `word` in small letters."""
    if word in NOT_A_NAME or word in PLACES or word.endswith("-nya"):
        return True
    return (word in KNOWN or _without_echo(word) in KNOWN) and word not in COMMON_NAMES


@lru_cache(maxsize=20_000)
def is_shaped(word: str) -> bool:
    """Common, or unknown and built as names are (-ningsih, -wijaya, -yanto)."""
    if word in COMMON_NAMES:
        return True
    return len(word) > 4 and not may_not(word) and bool(_SHAPED.search(word))


@lru_cache(maxsize=20_000)
def may_not(word: str) -> bool:
    """No name as far as one can tell from the letters alone."""
    if word in COMMON_NAMES:
        return False
    if is_ordinary(word) or any(letter.isdigit() for letter in word):
        return True
    if len(word) < 3 or (len(_VOWEL.findall(word)) < 2 and len(word) < 5):
        return True
    if not _VOWEL.search(word):
        return True
    if _SHAPED.search(word) and len(word) > 6:
        return False
    return bool(_INFLECTED.search(word)) or _is_misspelt(word)


def _is_misspelt(word: str) -> bool:
    """One letter too many, too few or swapped away from an ordinary word of four or more."""
    if word in _shortened():
        return True
    near = {word[:at] + word[at + 1 :] for at in range(len(word))}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return any(len(other) > 3 and other in KNOWN for other in near | swapped)


@lru_cache(maxsize=1)
def _shortened() -> frozenset[str]:
    return frozenset(
        word[:at] + word[at + 1 :] for word in KNOWN if len(word) > 4 for at in range(1, len(word))
    )


def _without_echo(word: str) -> str:
    """ "makasiihh" is "makasih"."""
    return re.sub(r"([a-z])\1+", r"\1", word)
