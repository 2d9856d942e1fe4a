"""The school answers for an owner whose contacts are dead: asked, given, spent."""

from datetime import datetime, timedelta

from app import states
from app.kit.errors import Refusal
from app.lookup.contacts import every_channel
from app.lookup.dossier import Dossier, SchoolUser
from app.lookup.requester import relation_of
from app.proving import post
from app.proving.ask import Denied
from app.proving.post import LINK_LASTS, Handling
from app.proving.subject import Subject, of_person
from app.reply import letters
from app.reply.letters import Matter, Vouchee
from app.resolution import need
from app.resolution.approve import AlreadyDecided
from app.resolution.policy.vouching import VOUCHED_RULES, vouchers
from app.store import proofs, vouches
from app.store.session import Session
from models import Plan, Proof, Staff, Vouch
from models.vocabulary import ProofKind, Relation, TicketState, VouchState

CAP_WINDOW = timedelta(days=30)
# A change approved late may still be stopped.
OBJECTION_LASTS = timedelta(days=30)


class NoVouch(Refusal):
    """409: nobody of the school may be asked for this person, or there is no need to."""

    key = "vouch.not_possible"


class AlreadyAsked(Refusal):
    """409: the school was asked and may still answer, or has vouched."""

    key = "vouch.already_asked"


class CapReached(Refusal):
    """409: that officer has vouched as often as anybody may in thirty days."""

    key = "vouch.cap_reached"


def ask(at: Handling, subject: Subject, office: Relation, *, by: Staff) -> Vouch:
    """The operator or head is asked by mail: WAITING.

    Raises NoVouch, AlreadyAsked, CapReached, Denied, and AlreadyDecided while steps are being
    carried out.
    """
    if at.ticket.state is TicketState.RUNNING:
        raise AlreadyDecided
    officer = may_ask(at, subject, office)
    mail = (officer.email or "").strip().lower()
    if is_at_cap(at, mail):
        raise CapReached
    account = need.may_be_vouched_for(subject.verdict, subject.dossier)
    vouch = vouches.add(
        at.session,
        Vouch(
            ticket_id=at.ticket.id,
            person_id=subject.person_id,
            account_address=str(account.address) if account else "",
            npsn=str(officer.npsn),
            operator_mail=mail,
            operator_name=officer.name[:120],
            asked_at=at.now,
        ),
    )
    until = at.now + LINK_LASTS
    hours = at.terms.vouch_waits_hours
    letter = letters.vouch_request(
        at.ticket.number, vouchee(subject, vouch), until=until, hours=hours, now=at.now
    )
    post.send(at, _proof(ProofKind.VOUCH, vouch, mail, until=until, now=at.now), letter)
    states.school_asked(at.session, at.ticket, until=until, by=by.username, now=at.now)
    return vouch


def may_ask(at: Handling, subject: Subject, office: Relation) -> SchoolUser:
    """The officer of that kind who would be asked. Raises NoVouch, AlreadyAsked, Denied."""
    officer = next(
        (each for each in vouchers(subject.dossier) if relation_of(each) is office), None
    )
    if officer is None or need.may_be_vouched_for(subject.verdict, subject.dossier) is None:
        raise NoVouch
    if proofs.is_denied(at.session, at.ticket.id):
        raise Denied
    earlier = vouches.latest(at.session, at.ticket.id, subject.person_id)
    if earlier is not None and is_open(earlier, at.now):
        raise AlreadyAsked
    return officer


def is_open(vouch: Vouch, now: datetime) -> bool:
    """Whether it may still be answered, or counts."""
    if vouch.state is VouchState.ASKED:
        return now < vouch.asked_at + LINK_LASTS
    return vouch.state is VouchState.GIVEN


def is_at_cap(at: Handling, mail: str) -> bool:
    given = vouches.count_given(at.session, mail, since=at.now - CAP_WINDOW)
    return given >= at.terms.vouches_per_operator_in_30_days


def decide(at: Handling, vouch: Vouch, *, yes: bool) -> None:
    """The officer's word. A yes starts the waiting period and tells everyone; a no ends it.

    A yes beyond the cap does not count: the case goes to a person, and the history says why.
    """
    if vouch.state is not VouchState.ASKED:
        return
    vouches.lock_all_of(at.session, vouch.operator_mail)
    vouch.decided_at = at.now
    at.session.add(vouch)
    if not yes or is_at_cap(at, vouch.operator_mail):
        vouch.state = VouchState.REFUSED
        kind = "vouch_over_cap" if yes else "vouch_refused"
        states.stopped(at.session, at.ticket, kind, by=states.SCHOOL, now=at.now)
        return
    vouch.state = VouchState.GIVEN
    vouch.ripe_at = at.now + timedelta(hours=at.terms.vouch_waits_hours)
    _warn_everyone(at, vouch, vouch.ripe_at)
    states.vouched(at.session, at.ticket, until=vouch.ripe_at, now=at.now)


def spend(session: Session, plan: Plan) -> None:
    """What was vouched for has been carried out: the word does not count again."""
    if plan.rule not in VOUCHED_RULES:
        return
    for vouch in vouches.of_ticket(session, plan.ticket_id):
        if vouch.state is VouchState.GIVEN:
            vouch.state = VouchState.SPENT
            session.add(vouch)


def vouchee(subject: Subject, vouch: Vouch) -> Vouchee:
    """Name and school of the one vouched for, and the office of the one who is asked."""
    dossier, mail = subject.dossier, vouch.operator_mail
    school = next((each for each in dossier.schools if str(each.npsn) == vouch.npsn), None)
    return Vouchee(
        name=dossier.person.name if dossier.person else "",
        school=school.name if school else f"NPSN {vouch.npsn}",
        office=_office_of(dossier, mail),
    )


def _office_of(dossier: Dossier, mail: str) -> Relation:
    found = (each for each in dossier.officers if (each.email or "").strip().lower() == mail)
    return next((relation_of(each) for each in found), Relation.OPERATOR)


def _warn_everyone(at: Handling, vouch: Vouch, ripe: datetime) -> None:
    """A letter with the way to stop it, to every known address of the owner, to the address the
    report came from, and to the other office of the school."""
    subject = of_person(at.session, at.ticket.id, vouch.person_id)
    if subject is None:
        return
    dossier, verdict = subject.dossier, subject.verdict
    office = _office_of(dossier, vouch.operator_mail)
    account = need.account_at_issue(verdict, dossier)
    remedy = need.remedy_in_question(verdict, account)
    owners = set(every_channel(dossier.accounts_of_person))
    others = {
        (each.email or "").strip().lower()
        for each in vouchers(dossier)
        if relation_of(each) is not office
    }
    theirs = {(at.ticket.requester_email or "").strip().lower()}
    for mail in sorted((owners | others | theirs) - {"", vouch.operator_mail}):
        # An address that was only typed is not told which account the report is about.
        named = vouch.account_address if mail in owners else ""
        letter = letters.objection(
            Matter(at.ticket.number, remedy, named), office=office, ripe=ripe, now=at.now
        )
        until = at.now + OBJECTION_LASTS
        post.send(at, _proof(ProofKind.OBJECTION, vouch, mail, until=until, now=at.now), letter)


def _proof(kind: ProofKind, vouch: Vouch, mail: str, *, until: datetime, now: datetime) -> Proof:
    return Proof(
        kind=kind,
        ticket_id=vouch.ticket_id,
        person_id=vouch.person_id,
        account_address=vouch.account_address,
        sent_to=mail,
        vouch_id=vouch.id,
        code_hash="",
        created_at=now,
        expires_at=until,
    )
