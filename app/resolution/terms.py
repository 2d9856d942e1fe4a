"""Every number a rule counts with, in one value; its unit is in its name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """What the rules count with. A supervisor's draft is another value of this.

    `versions` names rules of which another version than the newest applies, as (rule id, version).
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


PUBLISHED = Terms()
