"""Who may ask: signed links that were mailed, and operators who vouched."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from models.base import big_id, word
from models.vocabulary import ProofKind, VouchState


class Proof(SQLModel, table=True):
    """A signed link mailed to an address of the records, and what came of it.

    `code_hash` is of the secret in the link, which is stored nowhere (`app/access/links.py`).
    `answer` is None until the link was used: true for a confirmation, false for "this was not me".
    """

    id: int = Field(default=None, sa_column=big_id())
    kind: ProofKind = Field(sa_column=word(ProofKind))
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    person_id: str = Field(max_length=64)
    account_address: str = Field(max_length=254)
    sent_to: str = Field(max_length=254)
    vouch_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="vouch.id")
    code_hash: str = Field(max_length=64, unique=True)
    answer: bool | None = None
    created_at: datetime
    expires_at: datetime
    answered_at: datetime | None = None


class Vouch(SQLModel, table=True):
    """The operator of a person's school is asked whether a request is really theirs.

    `operator_mail` is the address of the register. `ripe_at` ends the waiting period in which
    everyone who was told may object; it is set when the operator says yes.
    """

    __table_args__ = (Index("ix_vouch_operator_mail_decided_at", "operator_mail", "decided_at"),)

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    person_id: str = Field(max_length=64, index=True)
    account_address: str = Field(max_length=254)
    npsn: str = Field(max_length=8)
    operator_mail: str = Field(max_length=254)
    operator_name: str = Field(default="", max_length=120)
    state: VouchState = Field(default=VouchState.ASKED, sa_column=word(VouchState, index=True))
    asked_at: datetime
    decided_at: datetime | None = None
    ripe_at: datetime | None = Field(default=None, index=True)
