"""What colleagues do to tickets: held for a while, put off, done to many. Standard library only."""

from enum import StrEnum


class ActKind(StrEnum):
    """An act that can be taken back for some seconds."""

    APPROVED = "approved"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    ANSWERED = "answered"
    CLOSED = "closed"
    SNOOZED = "snoozed"
    WOKEN = "woken"
    DUPLICATE = "duplicate"
    ASSIGNED = "assigned"
    LOOKED_AGAIN = "looked_again"
    PUBLISHED = "published"  # the reply in a comment thread


class SnoozeFor(StrEnum):
    """What a ticket that was put off waits for; each has a last day."""

    DATE = "date"
    SYNC = "sync"
    ANSWER = "answer"


class Woke(StrEnum):
    """Why a ticket that was put off is back."""

    DATE = "date"
    SYNC = "sync"
    ANSWER = "answer"
    LAST_DAY = "last_day"
    BY_HAND = "by_hand"


class BulkAction(StrEnum):
    """What can be done to many tickets at once."""

    ASSIGN = "assign"
    CATEGORY = "category"
    SNOOZE = "snooze"
    CLOSE = "close"
    APPROVE = "approve"
    DUPLICATE = "duplicate"
    ANSWER = "answer"
    LOOK_AGAIN = "look_again"


class ItemOutcome(StrEnum):
    """Where one ticket of a bulk job stands."""

    WAITING = "waiting"
    DONE = "done"
    ALREADY = "already"
    REFUSED = "refused"
    LEFT = "left"  # the job was taken back before its turn came
    TAKEN_BACK = "taken_back"
    STAYS = "stays"  # could not be taken back any more
