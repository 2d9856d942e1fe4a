"""Every number a rule counts with, in one value; its unit is in its name."""

from dataclasses import dataclass, fields
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Terms:
    """What the rules count with. A supervisor's draft is another value of this.

    `versions` names rules of which another version than the usual one applies, as (rule id,
    version).
    """

    rename_after_days: int = 14
    new_jenjang_after_days: int = 3
    deletion_after_days: int = 30
    deletion_reminder_days: int = 3
    restorable_days: int = 20
    new_account_after_working_days: int = 3
    unsuspend_within_working_days: int = 3
    recent_sign_in_days: int = 30
    many_subjects: int = 20
    vouch_waits_hours: int = 24
    vouches_per_operator_in_30_days: int = 10
    versions: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """The least and the most a number may be, both allowed; `unit` names it for a reader."""

    least: int
    most: int
    unit: str


PUBLISHED = Terms()

# The directory forgets a deleted account after 20 days, whatever a draft says.
BOUNDS: dict[str, Bound] = {
    "rename_after_days": Bound(0, 90, "days"),
    "new_jenjang_after_days": Bound(0, 30, "days"),
    "deletion_after_days": Bound(7, 180, "days"),
    "deletion_reminder_days": Bound(1, 30, "days"),
    "restorable_days": Bound(1, 20, "days"),
    "new_account_after_working_days": Bound(0, 30, "working_days"),
    "unsuspend_within_working_days": Bound(1, 30, "working_days"),
    "recent_sign_in_days": Bound(1, 365, "days"),
    "many_subjects": Bound(1, 500, "people"),
    "vouch_waits_hours": Bound(1, 336, "hours"),
    "vouches_per_operator_in_30_days": Bound(1, 100, "times"),
}


@lru_cache(maxsize=64)
def numbers(terms: Terms) -> dict[str, int]:
    """The numbers by name, in order; the rule versions aside."""
    return {each.name: getattr(terms, each.name) for each in fields(terms) if each.name in BOUNDS}


def changed(terms: Terms, before: Terms = PUBLISHED) -> tuple[str, ...]:
    """The names of the numbers that differ, in order."""
    old, new = numbers(before), numbers(terms)
    return tuple(name for name in new if new[name] != old[name])
