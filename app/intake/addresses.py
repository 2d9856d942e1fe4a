"""What a mail system would take as an address."""

import re

LONGEST_ADDRESS = 254
_MAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+"
    r"[A-Za-z]{2,}"
)


def is_mail(text: str) -> bool:
    """Whether a mail system would take that address."""
    return len(text) <= LONGEST_ADDRESS and _MAIL.fullmatch(text) is not None
