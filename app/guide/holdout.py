"""Which visits do not see the likely answer, so that its benefit can be measured. Pure."""

import hashlib
import hmac

_WHOLE = 2**64


def visit_of(mark: str, secret: bytes) -> str:
    """What is kept of a visit instead of its random mark: 64 hexadecimal digits."""
    return hmac.digest(secret, b"kunjungan " + mark.encode(), hashlib.sha256).hex()


def is_held_out(visit: str, *, share: float) -> bool:
    """The same answer each time, whatever is stored; foreseeable by nobody without the secret."""
    return int(visit[:16], 16) < share * _WHOLE
