"""Mailed links and what came of them."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from app.kit.errors import NotFound
from models import Proof, Ticket
from models.vocabulary import ProofKind


def add(session: Session, proof: Proof) -> Proof:
    """The proof with its id; its code is made from that, so the caller sets `code_hash` next."""
    proof.code_hash = secrets.token_hex(32)
    session.add(proof)
    session.flush()
    return proof


def by_id(session: Session, proof_id: int) -> Proof:
    """Raises NotFound."""
    found = session.get(Proof, proof_id)
    if found is None:
        raise NotFound
    return found


def by_hash(session: Session, code_hash: str) -> Proof | None:
    """As it is now, also where this session has seen it before."""
    query = select(Proof).where(Proof.code_hash == code_hash)
    return session.exec(query.execution_options(populate_existing=True)).first()


def of_ticket(session: Session, ticket_id: int) -> Sequence[Proof]:
    """Oldest first."""
    query = select(Proof).where(Proof.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Proof.id))).all()


def confirmations(session: Session, ticket_id: int, *, since: datetime) -> Sequence[Proof]:
    """Yeses to the question whether a report is theirs, given since then."""
    query = select(Proof).where(
        Proof.ticket_id == ticket_id,
        Proof.kind == ProofKind.OWNER,
        col(Proof.answer).is_(True),
        col(Proof.answered_at) >= since,
    )
    return session.exec(query.order_by(col(Proof.id))).all()


def is_denied(session: Session, ticket_id: int) -> bool:
    """Whether somebody who should know said that the report is not theirs, or objected."""
    query = select(Proof.id).where(
        Proof.ticket_id == ticket_id,
        col(Proof.kind).in_([ProofKind.OWNER, ProofKind.OBJECTION]),
        col(Proof.answer).is_(False),
    )
    return session.exec(query.limit(1)).first() is not None


def waiting(
    session: Session, ticket_id: int, person_id: str | None, sent_to: str, *, now: datetime
) -> Sequence[Proof]:
    """Questions to that address that may still be answered; about that person, None for anybody."""
    query = select(Proof).where(
        Proof.ticket_id == ticket_id,
        Proof.kind == ProofKind.OWNER,
        Proof.sent_to == sent_to,
        col(Proof.answer).is_(None),
        col(Proof.expires_at) > now,
    )
    if person_id is not None:
        query = query.where(Proof.person_id == person_id)
    return session.exec(query).all()


def count_sent(session: Session, sent_to: str, *, since: datetime) -> int:
    """How often that address was asked whether a report is theirs, on whatever ticket."""
    query = select(func.count()).select_from(Proof)
    return session.exec(
        query.where(
            Proof.kind == ProofKind.OWNER, Proof.sent_to == sent_to, col(Proof.created_at) >= since
        )
    ).one()


def denied(session: Session, *, since: datetime, limit: int) -> Sequence[tuple[Proof, int]]:
    """Answers "this was not me" and objections, newest first, each with its nomor laporan."""
    # Outer, so that SQLite cannot begin with all tickets where there are no proofs.
    query = select(Proof, Ticket.number).outerjoin(Ticket, col(Ticket.id) == Proof.ticket_id)
    query = query.where(
        col(Proof.kind).in_([ProofKind.OWNER, ProofKind.OBJECTION]),
        col(Proof.answer).is_(False),
        col(Proof.answered_at) >= since,
    )
    return session.exec(query.order_by(col(Proof.id).desc()).limit(limit)).all()
