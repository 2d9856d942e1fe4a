"""What a verdict proposes for one subject of a ticket, step by step."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, index_of_some, json, long_text, word
from models.vocabulary import (
    Automation,
    PlanState,
    Remedy,
    StepAction,
    StepState,
    WhoActs,
)


class Plan(SQLModel, table=True):
    """A Verdict, kept. `content` is the whole of it in JSON, `version` its shape.

    `circumstances` is what the rules looked at beside claim and records, kept so that the verdict
    can be computed again; `edition_id` the edition in force, None for the published numbers.
    `undoes_id` names the plan this one takes back, `is_automatic` one that needed no yes.
    `next_try_at` is set while an outside system keeps an approved plan waiting; `tries` counts.
    """

    __table_args__ = (
        Index("ix_plan_rule", "rule", "rule_version"),
        # With what was decided beside it, so that causes are derived from the index alone.
        Index("ix_plan_ticket_id", "ticket_id", "state", "undoes_id", "rule", "remedy"),
        index_of_some(
            "ix_plan_automatic",
            "rule",
            "rule_version",
            where="is_automatic IS true",
            sqlite="is_automatic IS 1",
        ),
        index_of_some("ix_plan_undoes_id", "undoes_id", where="undoes_id IS NOT NULL"),
    )

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id")
    lookup_id: int = Field(sa_type=BigInteger, foreign_key="lookup.id")
    reading_id: int = Field(sa_type=BigInteger, foreign_key="reading.id", index=True)
    subject_no: int = 0
    state: PlanState = Field(default=PlanState.PROPOSED, sa_column=word(PlanState, index=True))
    remedy: Remedy = Field(sa_column=word(Remedy, index=True))
    rule: str = Field(max_length=80)
    rule_version: int
    source: str = Field(max_length=80)
    who_acts: WhoActs = Field(sa_column=word(WhoActs))
    promised_at: datetime | None = Field(default=None, index=True)
    version: int = 1
    content: Json = Field(sa_column=json())
    circumstances: Json = Field(default=None, sa_column=json(null=True))
    edition_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="edition.id")
    undoes_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="plan.id")
    is_automatic: bool = False
    tries: int = 0
    next_try_at: datetime | None = Field(default=None, index=True)
    created_at: datetime = Field(index=True)


class Step(SQLModel, table=True):
    """One act of a plan. `idempotency_key` is unique for good: an act is never done twice.

    `before` is re-read just before acting, `after` is read back. `not_before` is a WIB day.
    Until `claimed_until` the worker `claimed_by` has it to itself. `accepted_at` is when the
    directory said that it had done it, None while it has not.
    """

    id: int = Field(default=None, sa_column=big_id())
    plan_id: int = Field(sa_type=BigInteger, foreign_key="plan.id", index=True)
    position: int
    action: StepAction = Field(sa_column=word(StepAction))
    target: str = Field(max_length=254)
    before: Json = Field(sa_column=json())
    after: Json = Field(sa_column=json())
    automation: Automation = Field(sa_column=word(Automation))
    undo: str | None = Field(default=None, sa_column=long_text(null=True))
    not_before: date | None = Field(default=None, index=True)
    idempotency_key: str = Field(max_length=80, unique=True)
    state: StepState = Field(default=StepState.PLANNED, sa_column=word(StepState, index=True))
    claimed_by: str = Field(default="", max_length=80)
    claimed_until: datetime | None = None
    accepted_at: datetime | None = None
