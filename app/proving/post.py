"""A proof with its letter, queued together in the transaction that makes it due."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.access.links import Links, hashed
from app.reply import letters
from app.reply.compose import Composed
from app.resolution.terms import PUBLISHED, Terms
from app.store import owed, proofs
from app.store.session import Session
from models import Proof, Reply, Ticket

LINK_LASTS = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Handling:
    """One ticket being handled: it is locked in this transaction. `now` is aware UTC."""

    session: Session
    ticket: Ticket
    links: Links
    now: datetime
    terms: Terms = PUBLISHED


def send(at: Handling, proof: Proof, letter: Composed) -> Proof:
    """The proof, and its letter in the outbox; the link itself is put in when it is sent."""
    proofs.add(at.session, proof)
    proof.code_hash = hashed(at.links.code(proof))
    at.session.add(proof)
    reply = Reply(
        ticket_id=at.ticket.id,
        to=proof.sent_to,
        subject=letter.subject,
        body=letter.body,
        mail_id=letters.mail_id(at.ticket.number, proof.id),
        is_notice=True,
        created_at=at.now,
    )
    at.session.add(reply)
    owed.deliver(at.session, reply)
    return proof


def body_of(session: Session, reply: Reply, links: Links) -> str:
    """The letter as it is sent: with its link, where it has one."""
    proof_id = letters.proof_of(reply.mail_id)
    if proof_id is None:
        return reply.body
    return reply.body.replace(letters.LINK, links.url(proofs.by_id(session, proof_id)))
