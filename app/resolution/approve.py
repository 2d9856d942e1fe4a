"""Whose yes a plan needs, and whether it has it."""

from collections.abc import Collection, Iterable

from app.kit.errors import Refusal
from models.vocabulary import Automation

_YESES = {Automation.AUTO: 0, Automation.APPROVE: 1, Automation.TWO_PERSON: 2}


class AlreadyDecided(Refusal):
    """409: the proposal was decided by a colleague, or gave way to a newer one."""

    key = "plan.already_decided"


class AlreadyApproved(Refusal):
    """409: the same person's second yes does not count."""

    key = "plan.already_approved"


def yeses_needed(automations: Iterable[Automation]) -> int:
    """How many different people must say yes: the most that any step asks.

    Never fewer than one: nothing is automatic until a supervisor turns it on.
    """
    return max([1, *(_YESES[each] for each in automations)])


def is_approved(yes_by: Collection[int], needed: int) -> bool:
    """Whether `needed` different people said yes."""
    return len(set(yes_by)) >= needed
