"""What the one who followed a mailed link says; the answer and what it makes due are one."""

from datetime import datetime

from app import states
from app.access.links import Links, hashed
from app.kit.errors import NotFound, Refusal
from app.proving import vouching
from app.proving.post import Handling
from app.resolution import editions
from app.resolution.policy.vouching import VOUCHED_RULES
from app.store import plans, proofs, tickets, vouches
from app.store.session import Session
from models import Proof
from models.vocabulary import PlanState, ProofKind, TicketState, VouchState


class NoSuchLink(NotFound):
    """404: the same for a code that never was and one that was mistyped."""

    key = "confirm.no_such"


class LinkExpired(Refusal):
    """410: asked too late, or another link took its place."""

    status = 410
    key = "confirm.expired"


def find(session: Session, code: str) -> Proof:
    """The proof with that code. Raises NoSuchLink."""
    found = proofs.by_hash(session, hashed(code))
    if found is None:
        raise NoSuchLink
    return found


def give(session: Session, code: str, *, yes: bool, links: Links, now: datetime) -> Proof:
    """Take the answer once: a second one changes nothing. Raises NoSuchLink, LinkExpired."""
    ticket = tickets.locked(session, find(session, code).ticket_id)
    # Read again behind the lock: of two clicks in the same moment one is the first.
    proof = find(session, code)
    if proof.answer is not None:
        return proof
    if proof.expires_at <= now:
        raise LinkExpired
    proof.answer, proof.answered_at = yes, now
    session.add(proof)
    at = Handling(session, ticket, links, now, editions.in_force(session, now).terms)
    match proof.kind:
        case ProofKind.OWNER:
            _confirmed(at, yes=yes)
        case ProofKind.VOUCH if proof.vouch_id is not None:
            vouching.decide(at, vouches.by_id(session, proof.vouch_id), yes=yes)
        case ProofKind.OBJECTION if not yes:
            _objected(at, proof)
    return proof


def _confirmed(at: Handling, *, yes: bool) -> None:
    """A yes is a new fact: considered again. After a no nothing of this report is carried out."""
    if not yes:
        states.stopped(at.session, at.ticket, "denied", by=states.OWNER, now=at.now)
    elif at.ticket.state is TicketState.CLOSED:
        states.happened(at.session, at.ticket, "confirmed", states.OWNER, at.now)
    else:
        states.received_again(at.session, at.ticket, by=states.OWNER, kind="confirmed", now=at.now)


def _objected(at: Handling, proof: Proof) -> None:
    """Stops what was vouched for; after it was carried out a person must look."""
    vouch = vouches.by_id(at.session, proof.vouch_id) if proof.vouch_id is not None else None
    was_done = any(
        plan.state is PlanState.DONE and plan.rule in VOUCHED_RULES
        for plan in plans.of_ticket(at.session, at.ticket.id)
    )
    if vouch is not None:
        vouch.state = VouchState.OBJECTED
        at.session.add(vouch)
    kind = "objected_late" if was_done else "objected"
    states.stopped(at.session, at.ticket, kind, by=states.OWNER, now=at.now)
