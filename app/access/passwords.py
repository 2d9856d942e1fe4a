"""Passwords of the staff: argon2id, never kept."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MINIMUM_LENGTH = 10

_hasher = PasswordHasher()
# Of a password nobody kept. Verified for unknown user names, so that they take as long as known
# ones; made here and now it would hold up each start by as much.
NOBODYS = (
    "$argon2id$v=19$m=65536,t=3,p=4$785ekRhY8ktuxL1tLsOQyQ"
    "$KPuCTWIftAclzvBlyWI6+VpHQfjHfRO7y0fhsGiGhYM"
)


class WeakPassword(ValueError):
    """Shorter than MINIMUM_LENGTH."""


def hashed(password: str) -> str:
    """Raises WeakPassword."""
    if len(password) < MINIMUM_LENGTH:
        raise WeakPassword(f"at least {MINIMUM_LENGTH} characters")
    return _hasher.hash(password)


def is_right(password: str, password_hash: str | None) -> bool:
    """Takes the same time for a user that does not exist (`password_hash` None)."""
    try:
        _hasher.verify(password_hash or NOBODYS, password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None
