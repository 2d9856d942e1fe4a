"""The tracking key of a report: proof that somebody holds its receipt; never stored itself."""

import hashlib
import hmac
import re

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
_LENGTH = 10
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def key_for(number: int, secret: bytes) -> str:
    """The key of that nomor laporan as `XXXXX-XXXXX`: 50 bits of an HMAC-SHA256."""
    digest = hmac.new(secret, f"nomor laporan {number}".encode(), hashlib.sha256).digest()
    bits = int.from_bytes(digest[:8], "big") >> (64 - 5 * _LENGTH)
    letters = [_ALPHABET[bits >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5)]
    return "".join(letters[:5]) + "-" + "".join(letters[5:])


def matches(number: int, typed: str, secret: bytes) -> bool:
    """Whether `typed` is that report's key, however it was written; takes constant time."""
    right = _canonical(key_for(number, secret))
    return hmac.compare_digest(_canonical(typed).encode(), right.encode())


def hashed(key: str) -> str:
    """What is stored of a key: 64 hexadecimal digits, the same for every way of writing it."""
    return hashlib.sha256(_canonical(key).encode()).hexdigest()


def _canonical(typed: str) -> str:
    """Upper case without spaces and dashes; O read as 0, I and L as 1."""
    plain = re.sub(r"[\W_]+", "", typed[:100]).upper()
    return plain.translate(_LOOKALIKES)
