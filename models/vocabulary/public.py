"""What the public may say of an answer. Standard library only."""

from enum import StrEnum


class Helped(StrEnum):
    """How far an answer helped."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
