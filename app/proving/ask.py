"""Asking the registered mailbox whether a report is theirs."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from app import states
from app.kit.errors import Refusal
from app.proving import post
from app.proving.post import LINK_LASTS, Handling
from app.proving.subject import Subject, of_plan
from app.reply import letters
from app.reply.letters import Matter
from app.resolution import need
from app.resolution.need import Question
from app.store import lines, plans, proofs, readings
from models import Plan, Proof, Staff
from models.vocabulary import ProofKind

# A stranger who reports again and again must not fill the owner's mailbox.
ASKED_A_DAY = 3


class NobodyToAsk(Refusal):
    """409: no address of the records can be asked, or everything is confirmed already."""

    key = "proof.nobody_to_ask"


class AskedEnough(Refusal):
    """409: that address was asked often enough today."""

    key = "proof.asked_enough"


class Denied(Refusal):
    """409: somebody who must know said that this report is not theirs."""

    key = "proof.denied"


def for_proposals(at: Handling, reading_id: int) -> None:
    """What would hand over access is asked of the registered address as soon as it is proposed."""
    subjects = (of_plan(at.session, each) for each in plans.of_reading(at.session, reading_id))
    waiting = (each for each in subjects if need.awaits_word(each.verdict, each.dossier))
    for_plans(at, [each.plan for each in waiting])


def for_plans(at: Handling, proposed: Iterable[Plan]) -> None:
    """By itself: each question that alone holds a plan back, once while it may be answered."""
    if proofs.is_denied(at.session, at.ticket.id):
        return
    for plan in proposed:
        subject = of_plan(at.session, plan)
        question = need.owed_question(subject.verdict, subject.dossier)
        if question is None or _waiting(at, question) or _is_asked_enough(at, question):
            continue
        _ask(at, question, by=states.LOKET)


def again(at: Handling, subject: Subject, *, by: Staff) -> Proof:
    """A colleague's wish; an earlier link of the same question ends with it.

    Raises NobodyToAsk, AskedEnough, Denied.
    """
    question = need.question(subject.verdict, subject.dossier)
    if question is None:
        raise NobodyToAsk
    if proofs.is_denied(at.session, at.ticket.id):
        raise Denied
    if _is_asked_enough(at, question):
        raise AskedEnough
    for earlier in _waiting(at, question):
        earlier.expires_at = at.now
        at.session.add(earlier)
    return _ask(at, question, by=by.username)


def _waiting(at: Handling, question: Question) -> Sequence[Proof]:
    """The office that wrote is asked once, for everybody the report names."""
    person_id = None if question.of_office else question.person_id
    return proofs.waiting(at.session, at.ticket.id, person_id, question.sent_to, now=at.now)


def _is_asked_enough(at: Handling, question: Question) -> bool:
    since = at.now - timedelta(days=1)
    return proofs.count_sent(at.session, question.sent_to, since=since) >= ASKED_A_DAY


def _ask(at: Handling, question: Question, *, by: str) -> Proof:
    until, ticket = at.now + LINK_LASTS, at.ticket
    people = _people(at) if question.of_office else 1
    matter = Matter(ticket.number, question.remedy, question.account, people)
    letter = letters.confirmation(
        matter, by=ticket.requester_email, of_office=question.of_office, until=until, now=at.now
    )
    proof = Proof(
        kind=ProofKind.OWNER,
        ticket_id=ticket.id,
        person_id=question.person_id,
        account_address=question.account,
        sent_to=question.sent_to,
        code_hash="",
        created_at=at.now,
        expires_at=until,
    )
    states.happened(at.session, ticket, "confirmation_asked", by, at.now)
    return post.send(at, proof, letter)


def _people(at: Handling) -> int:
    """How many the report is about, as the office that wrote answers for all of them."""
    reading = readings.latest(at.session, at.ticket.id)
    listed = lines.total(at.session, at.ticket.id)
    return listed or (len(plans.of_reading(at.session, reading.id)) if reading else 1)
