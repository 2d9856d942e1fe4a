"""The policy as it was and is: sets of its numbers, and which rules may act by themselves."""

from datetime import date, datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, long_text, word
from models.vocabulary import EditionState


class Edition(SQLModel, table=True):
    """One set of the policy's numbers and rule versions. `terms` is a Terms, kept.

    A draft may be changed, an adopted one never. An edition is in force from the WIB day
    `effective_from` until the next adopted one's; without any the published numbers hold.
    """

    id: int = Field(default=None, sa_column=big_id())
    name: str = Field(max_length=80)
    note: str = Field(default="", sa_column=long_text())
    state: EditionState = Field(
        default=EditionState.DRAFT, sa_column=word(EditionState, index=True)
    )
    terms: Json = Field(sa_column=json())
    effective_from: date | None = None
    created_by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    created_at: datetime
    changed_at: datetime
    adopted_by_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    adopted_at: datetime | None = None


class WhatIf(SQLModel, table=True):
    """A Simulation of an edition's numbers over the recorded cases of some months, kept.

    `terms` are the numbers as they were when it was asked for. `seen` of `total` cases are done;
    `content` is None until it has ended, and stays so where it failed.
    """

    id: int = Field(default=None, sa_column=big_id())
    edition_id: int = Field(sa_type=BigInteger, foreign_key="edition.id", index=True)
    months: int
    terms: Json = Field(sa_column=json())
    by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    total: int = 0
    seen: int = 0
    content: Json = Field(default=None, sa_column=json(null=True))
    started_at: datetime
    beat_at: datetime
    ended_at: datetime | None = None


class Difference(SQLModel, table=True):
    """A recorded plan that a WhatIf answers differently, or (`is_reproduced` False) whose own
    numbers do not give its verdict any more."""

    id: int = Field(default=None, sa_column=big_id())
    whatif_id: int = Field(sa_type=BigInteger, foreign_key="whatif.id", index=True)
    plan_id: int = Field(sa_type=BigInteger, foreign_key="plan.id")
    rule: str = Field(max_length=80)
    rule_now: str = Field(max_length=80)
    differs: bool
    is_reproduced: bool


class RuleSwitch(SQLModel, table=True):
    """A rule's plans may be carried out without a yes, or may no longer. Append-only: the newest
    row of a rule in that version counts, and without any it may not. The rule `*` (version 0) is
    all of them: off while its newest row says so. `by` is a user name, or `loket` when audited
    precision fell."""

    id: int = Field(default=None, sa_column=big_id())
    rule: str = Field(max_length=80, index=True)
    rule_version: int
    is_on: bool
    by: str = Field(max_length=120)
    reason: str = Field(default="", max_length=500)
    at: datetime


class Audit(SQLModel, table=True):
    """A plan that was carried out without a yes and that a person looks at afterwards.

    `is_right` is None until somebody has looked. Rows are drawn at random when the plan is made.
    """

    id: int = Field(default=None, sa_column=big_id())
    plan_id: int = Field(sa_type=BigInteger, foreign_key="plan.id", unique=True)
    rule: str = Field(max_length=80, index=True)
    drawn_at: datetime
    is_right: bool | None = Field(default=None, index=True)
    note: str = Field(default="", max_length=500)
    by_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    at: datetime | None = None
