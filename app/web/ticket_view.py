"""Everything the page of one ticket shows, gathered before the template begins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.kit.clock import wib_day
from app.learning import blind
from app.reading import keep as kept_readings
from app.store import (
    casework,
    events,
    labels,
    queue,
    ratings,
    readings,
    replies,
    staff,
    tickets,
)
from app.store.casework import Casework
from app.store.session import Session
from app.web import (
    conversation,
    demand_view,
    history_view,
    listing_view,
    plan_view,
    preview,
    reading_view,
    related_view,
    subject_view,
    turns_view,
)
from app.web.demand_view import DemandView
from app.web.history_view import HappenedView
from app.web.listing_view import Asked, ListView
from app.web.plan_view import PlanView, Word
from app.web.reader import Reader
from app.web.reading_view import MessageView, ReadingView
from app.web.related_view import IncidentView, RelatedView
from app.web.subject_view import SubjectView
from app.web.turns_view import TurnsView
from models import Access, Rating, Reading, Reply, Staff, Ticket
from models.vocabulary import Category, Helped, PlanState, TicketState

_TOUCHED = frozenset({PlanState.APPROVED, PlanState.REJECTED, PlanState.DONE, PlanState.FAILED})


@dataclass(frozen=True, slots=True)
class ReplyView:
    """`rated` is the requester's word on it, with `note` in their words."""

    reply: Reply
    to: str
    by: str
    rated: Helped | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A proposal that waits. `plans` names it, so that no one says yes to another one.

    `letter` is "" for an undo: no answer goes out after it.
    """

    plans: str
    yeses_needed: int
    words: tuple[Word, ...]
    mine_is_given: bool
    irreversible: int
    letter: str


@dataclass(frozen=True, slots=True)
class TicketView:
    """`is_busy` while the system reads, looks up or carries out; `may_act` while it does not.

    `awaits_word`: what was read is hidden until somebody names the category from the text alone.
    `blind_word` is what was then named, where the reading says otherwise. With a `listing`
    subjects, former plans and the decision are empty: its lines have theirs.
    """

    ticket: Ticket
    subject: str
    email: str
    account: str
    assigned_to: str
    snoozed_by: str
    is_mine: bool
    linked_to: int | None
    related: tuple[RelatedView, ...]
    incidents: tuple[IncidentView, ...]
    next_number: int | None
    messages: tuple[MessageView, ...]
    reading: ReadingView | None
    subjects: tuple[SubjectView, ...]
    former: tuple[PlanView, ...]
    undos: tuple[PlanView, ...]
    decision: DecisionView | None
    replies: tuple[ReplyView, ...]
    answers: int
    history: tuple[HappenedView, ...]
    accesses: Sequence[Access]
    is_busy: bool
    may_act: bool
    may_try_again: bool
    turns: TurnsView
    demand: DemandView
    listing: ListView | None = None
    older: int = 0
    is_long: bool = False
    awaits_word: bool = False
    blind_word: Category | None = None


def gathered(
    session: Session, ticket: Ticket, *, who: Staff, reader: Reader, now: datetime
) -> TicketView:
    reading = readings.latest(session, ticket.id)
    because = kept_readings.recall(reading).because if reading else ()
    listing = listing_view.listing(session, ticket, Asked(), reader=reader)
    work = casework.of_plans(session, ()) if listing else casework.of_ticket(session, ticket.id)
    usernames = staff.usernames(session)
    said = conversation.whole(session, ticket, because, reader=reader, colleagues=usernames)
    talk = conversation.shortened(said)
    written = replies.of_ticket(session, ticket.id)
    rated = ratings.of_ticket(session, ticket.id)
    linked = tickets.by_id(session, ticket.linked_to_id) if ticket.linked_to_id else None
    view = TicketView(
        ticket=ticket,
        subject=reader.text(ticket.subject),
        email=reader.mail(ticket.requester_email),
        account=reader.mail(ticket.account_address),
        assigned_to=reader.colleague(ticket.assigned_to_id),
        snoozed_by=reader.colleague(ticket.snoozed_by_id),
        is_mine=ticket.assigned_to_id == who.id,
        linked_to=linked.number if linked else None,
        related=related_view.related(session, ticket, reader=reader),
        incidents=related_view.part_of(session, ticket, reader=reader),
        next_number=queue.next_to_decide(session, for_id=who.id, besides=ticket.id, now=now),
        messages=talk.messages,
        older=talk.older,
        is_long=talk.is_long,
        reading=reading_view.reading(reading, reader=reader) if reading else None,
        subjects=()
        if listing
        else subject_view.subjects(session, ticket, reading, work, reader=reader, now=now),
        former=_former(reading, work, reader, wib_day(now)),
        undos=tuple(
            plan_view.plan(row, work, reader=reader, today=wib_day(now))
            for row in work.plans
            if row.undoes_id is not None and row.state is not PlanState.SUPERSEDED
        ),
        decision=_decision(session, ticket, work, who=who, reader=reader, now=now),
        replies=tuple(_reply(each, rated.get(each.id), reader) for each in written),
        answers=casework.answers_count(session, ticket.id),
        history=history_view.history(
            events.of_ticket(session, ticket.id), reader=reader, usernames=usernames
        ),
        accesses=readings.accesses_of(session, ticket.id),
        is_busy=is_busy(ticket),
        may_act=ticket.state is not TicketState.RUNNING,
        may_try_again=listing is None
        and ticket.state is TicketState.RETURNED
        and any(row.state is PlanState.FAILED for row in work.plans),
        turns=turns_view.turns(session, ticket, reader=reader, now=now),
        demand=demand_view.gathered(session, ticket, reader=reader),
        listing=listing,
        blind_word=_blind_word(session, ticket, reading),
    )
    return _veiled(view) if blind.awaits(session, ticket) else view


def _reply(reply: Reply, rating: Rating | None, reader: Reader) -> ReplyView:
    view = ReplyView(reply, reader.mail(reply.to), reader.colleague(reply.staff_id))
    return replace(view, rated=rating.helped, note=reader.text(rating.note)) if rating else view


def _veiled(view: TicketView) -> TicketView:
    """Without anything that gives away what was read."""
    return replace(
        view,
        reading=None,
        subjects=(),
        former=(),
        undos=(),
        decision=None,
        listing=None,
        history=(),
        messages=tuple(reading_view.unmarked(each) for each in view.messages),
        awaits_word=True,
    )


def _blind_word(session: Session, ticket: Ticket, reading: Reading | None) -> Category | None:
    """What a colleague named before seeing, where what counts now is something else."""
    word = labels.blind_of(session, ticket.id) if ticket.is_blind else None
    if word is None or reading is None or reading.corrected_by_id is not None:
        return None
    return word.label if word.label is not reading.category else None


def is_busy(ticket: Ticket) -> bool:
    """Whether something will change by itself within seconds."""
    reads = ticket.state is TicketState.RECEIVED and ticket.due_at is None
    return reads or ticket.state is TicketState.RUNNING


def _former(
    reading: Reading | None, work: Casework, reader: Reader, today: date
) -> tuple[PlanView, ...]:
    """Plans of earlier readings that somebody decided, newest first."""
    return tuple(
        plan_view.plan(row, work, reader=reader, today=today)
        for row in reversed(work.plans)
        if (reading is None or row.reading_id != reading.id)
        and row.state in _TOUCHED
        and row.undoes_id is None
    )


def _decision(
    session: Session, ticket: Ticket, work: Casework, *, who: Staff, reader: Reader, now: datetime
) -> DecisionView | None:
    waiting = [row for row in work.plans if row.state is PlanState.PROPOSED]
    if ticket.state is not TicketState.PLANNED or not waiting:
        return None
    shown = [plan_view.plan(row, work, reader=reader, today=wib_day(now)) for row in waiting]
    is_undo = any(each.is_undo for each in shown)
    given = {each.staff_id for row in waiting for each in work.approvals.get(row.id, ())}
    return DecisionView(
        plans=named([row.id for row in waiting]),
        yeses_needed=max(each.yeses_needed for each in shown),
        words=shown[0].words,
        mine_is_given=who.id in given,
        irreversible=sum(
            step.is_change and step.undo is None and not each.is_undo
            for each in shown
            for step in each.steps
        ),
        letter="" if is_undo else preview.letter(session, ticket, waiting, now=now),
    )


def named(plan_ids: Sequence[int]) -> str:
    """The proposal as its form names it."""
    return ".".join(str(each) for each in sorted(plan_ids))
