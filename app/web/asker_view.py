"""Who asks, as the ticket's page shows it: relation, links mailed, the school's word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.lookup.requester import relation_of
from app.proving import vouching
from app.proving.post import LINK_LASTS
from app.proving.subject import Subject
from app.resolution import need
from app.resolution.policy.vouching import outdated, vouchers
from app.store import proofs, vouches
from app.store.session import Session
from app.web.reader import Reader
from models import Proof, Ticket, Vouch
from models.vocabulary import ProofKind, Relation, VouchState


@dataclass(frozen=True, slots=True)
class LinkView:
    kind: ProofKind
    sent_to: str
    sent_at: datetime
    standing: str


@dataclass(frozen=True, slots=True)
class VouchView:
    """`standing` says what became of it; `fault` is a key, "" while it counts or may yet."""

    state: VouchState
    standing: str
    by: str
    ripe: str
    fault: str


@dataclass(frozen=True, slots=True)
class AskerView:
    """`awaited` where a proposal waits for the registered address; `send_to` "" where nobody can
    be asked; `offices` are those of the school who may be asked to vouch."""

    relation: Relation
    verified: bool
    confirmed: bool
    because: str
    awaited: bool
    suspicious: bool
    links: tuple[LinkView, ...]
    send_to: str
    vouches: tuple[VouchView, ...]
    offices: tuple[Relation, ...]


def asker(
    session: Session, ticket: Ticket, subject: Subject, *, reader: Reader, now: datetime
) -> AskerView:
    dossier, verdict = subject.dossier, subject.verdict
    question = need.question(verdict, dossier)
    theirs = [
        each for each in proofs.of_ticket(session, ticket.id) if each.person_id == subject.person_id
    ]
    given = [
        each
        for each in vouches.of_ticket(session, ticket.id)
        if each.person_id == subject.person_id
    ]
    is_denied = proofs.is_denied(session, ticket.id)
    return AskerView(
        relation=dossier.requester.relation,
        verified=dossier.requester.verified,
        confirmed=dossier.requester.confirmed,
        because=dossier.requester.because,
        awaited=need.awaits_word(verdict, dossier),
        suspicious=is_denied,
        links=tuple(_link(each, reader, now) for each in theirs),
        send_to=reader.mail(question.sent_to) if question and not is_denied else "",
        vouches=tuple(_vouch(each, subject, reader, now) for each in given),
        offices=() if is_denied else _offices(subject, given, now),
    )


def _link(proof: Proof, reader: Reader, now: datetime) -> LinkView:
    if proof.answer is not None:
        key = "asker.said_yes" if proof.answer else "asker.said_no"
        standing = reader.say(key, at=reader.instant(proof.answered_at))
    elif proof.expires_at <= now:
        standing = reader.say("asker.lapsed")
    else:
        standing = reader.say("asker.open_until", at=reader.instant(proof.expires_at))
    return LinkView(proof.kind, reader.mail(proof.sent_to), proof.created_at, standing)


def _vouch(vouch: Vouch, subject: Subject, reader: Reader, now: datetime) -> VouchView:
    counts = vouch.state is VouchState.GIVEN
    fault = outdated(vouch.operator_mail, vouch.npsn, subject.dossier) if counts else None
    lapsed = vouch.state is VouchState.ASKED and vouch.asked_at + LINK_LASTS <= now
    return VouchView(
        state=vouch.state,
        standing=reader.say("asker.lapsed") if lapsed else reader.label(vouch.state),
        by=reader.say(
            "asker.vouched_by",
            name=vouch.operator_name,
            mail=reader.mail(vouch.operator_mail),
            at=reader.instant(vouch.asked_at),
        ),
        ripe=reader.instant(vouch.ripe_at),
        fault=f"asker.fault_{fault.value}" if fault else "",
    )


def _offices(subject: Subject, given: Sequence[Vouch], now: datetime) -> tuple[Relation, ...]:
    if need.may_be_vouched_for(subject.verdict, subject.dossier) is None:
        return ()
    if given and vouching.is_open(given[-1], now):
        return ()
    return tuple(dict.fromkeys(relation_of(each) for each in vouchers(subject.dossier)))
