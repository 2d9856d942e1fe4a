"""How alike the words of two messages are, whatever their order, spelling and courtesy."""

from collections.abc import Set

from rapidfuzz import fuzz

from app.reading.normalise import DENIED, normalise
from app.reading.wordlists import words

_SAME_WORD = 84.0  # of 100: a letter wrong in a word of six
# Said in nearly every message, so that two of them have it in common says nothing.
_SAID_BY_ALL = words("""
    saya aku kami kita anda min admin bapak ibu pak bu yang di ke dari dan atau untuk dengan ini itu
    ada sudah telah agar supaya juga mohon bantu tolong minta terima kasih makasih selamat pagi
    siang sore malam assalamualaikum wr wb salam hormat halo permisi maaf nya pada oleh akan bisa
    dapat akun belajar id xemail_belajar xemail_pribadi xnomor_panjang xperan_guru xperan_admin
    xperan_siswa sekolah bagaimana gimana apa solusi nama lapor info informasi please the my is to
""")


def stems(text: str) -> frozenset[str]:
    """The stems that carry meaning."""
    return frozenset(each for each in _stems(text) - _COMMON if len(each) > 1)


def _stems(text: str) -> set[str]:
    """Denied or not: who edits a message turns its sentences around."""
    return {stem.removeprefix(DENIED) for stem in normalise(text).stems}


_COMMON = _stems(" ".join(sorted(_SAID_BY_ALL))) | _SAID_BY_ALL


def likeness(one: Set[str], other: Set[str]) -> int:
    """Percent of the stems of both that the other has too; 0 where either has none. Symmetric."""
    if not one or not other:
        return 0
    shared = len(one & other) * 2
    left, right = one - other, other - one
    shared += sum(_is_near(each, right) for each in left)
    shared += sum(_is_near(each, left) for each in right)
    return round(100 * shared / (len(one) + len(other)))


def _is_near(word: str, words: Set[str]) -> bool:
    return any(_are_near(word, each) for each in words)


def _are_near(one: str, other: str) -> bool:
    """A letter wrong, or an ending the stemmer left on one of them."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and (long.startswith(short) or fuzz.ratio(one, other) >= _SAME_WORD)
