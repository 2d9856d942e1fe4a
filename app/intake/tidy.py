"""Foreign text made fit for a column: no characters a database refuses, no more than it holds."""

import hashlib
import re
import unicodedata

_REFUSED = re.compile(r"[\x00\ud800-\udfff]")
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Control characters, and marks that turn the writing of everything after them around.
_MISLEADING = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")


def storable(text: str) -> str:
    """Without NUL and lone surrogates: PostgreSQL takes neither."""
    return _REFUSED.sub("", text)


def one_line(text: str) -> str:
    """In one line, without control characters and marks that turn the writing around."""
    return " ".join(_MISLEADING.sub("", " ".join(storable(text).split())).split())


def is_visible(text: str) -> bool:
    """Whether there is anything to be seen in it."""
    return any(unicodedata.category(letter)[0] not in "CZ" for letter in text)


def clipped(text: str, length: int) -> str:
    """One line of at most `length` characters."""
    return " ".join(storable(text).split())[:length].rstrip()


def token(text: str | None, length: int) -> str | None:
    """An outside identifier; its digest when it is longer than the column. None when empty."""
    if text is None or not storable(text).strip():
        return None
    plain = storable(text).strip()
    return plain if len(plain) <= length else hashlib.sha256(plain.encode()).hexdigest()[:length]


def plain_lines(text: str) -> list[str]:
    """The lines of a copied page: ordinary spaces only, nothing invisible, right end trimmed."""
    visible = _SPACES.sub(" ", _INVISIBLE.sub("", storable(text))).expandtabs(4)
    return [line.rstrip() for line in re.split(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]", visible)]


def folded(text: str) -> str:
    """For comparing only: lower case, letters and digits, single spaces."""
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
