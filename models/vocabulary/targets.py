"""What the helpdesk promises itself, in working time."""

from enum import StrEnum


class TargetKind(StrEnum):
    FIRST_ANSWER = "first_answer"
    NEXT_ANSWER = "next_answer"  # to what was written after an answer
    RESOLUTION = "resolution"
