"""Putting a ticket aside: until later, or because an earlier report is the same."""

from datetime import date, datetime, timedelta

from app import desk, states, ties
from app.kit.clock import at_wib, wib_day
from app.kit.errors import Refusal
from app.lookup import keep as kept_lookups
from app.resolution.approve import AlreadyDecided
from app.store import links, readings, tickets
from app.store.session import Session
from models import Link, Staff, Ticket
from models.vocabulary import LinkReason, SnoozeFor, TicketState, Woke

UNDECIDED = frozenset({TicketState.PLANNED, TicketState.MANUAL, TicketState.RETURNED})
LONGEST = timedelta(days=60)
# Dapodik comes once a day; a register that is silent for so long is a matter for a person.
_SYNC_WITHIN = timedelta(days=14)
_BACK_AT = 7  # o'clock WIB, before the desk opens
_SAME = (
    "Laporan ini tentang hal yang sama dengan laporan nomor {number}, jadi kami menanganinya dalam"
    " satu penanganan di bawah nomor tersebut. Anda tidak perlu membuat laporan baru.\n\n"
    "Bila keadaan Anda ternyata berbeda, tuliskan melalui halaman pelacakan laporan ini; kami akan"
    " memeriksanya lagi."
)


class DayMissing(Refusal):
    """422: no day, or none that can be read."""

    status = 422
    key = "snooze.day_missing"


class DayPast(Refusal):
    """422: the day is today or earlier."""

    status = 422
    key = "snooze.day_past"


class DayTooFar(Refusal):
    """422: more than 60 days off."""

    status = 422
    key = "snooze.day_too_far"


class NothingToPutOff(Refusal):
    """409: nobody is asked to decide about it now."""

    key = "snooze.nothing"


class NoSuchReport(Refusal):
    """422: there is no other report of that number."""

    status = 422
    key = "same.no_such_report"


class TheOtherWayRound(Refusal):
    """409: that report was marked the same as this one."""

    key = "same.other_way_round"


class DifferentPeople(Refusal):
    """409: the records name different people; whoever is sure says so."""

    key = "same.different_people"


def last_moment(what: SnoozeFor, day: date | None, *, now: datetime) -> datetime:
    """When a ticket put off for that is back at the latest. DayMissing, DayPast, DayTooFar.

    A synchronisation needs no day; all others do, in WIB.
    """
    if day is None and what is SnoozeFor.SYNC:
        return at_wib(wib_day(now + _SYNC_WITHIN), _BACK_AT)
    if day is None:
        raise DayMissing
    if day <= wib_day(now):
        raise DayPast
    if day > wib_day(now + LONGEST):
        raise DayTooFar
    return at_wib(day, _BACK_AT)


def snooze(
    session: Session,
    ticket: Ticket,
    what: SnoozeFor,
    day: date | None,
    *,
    by: Staff,
    now: datetime,
) -> None:
    """Out of the views of undecided work until then. Raises also NothingToPutOff."""
    until = last_moment(what, day, now=now)
    ticket = tickets.locked(session, ticket.id)
    if ticket.state not in UNDECIDED:
        raise NothingToPutOff
    states.snoozed(session, ticket, what, until, by=by, now=now)


def wake(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """A colleague takes it up again; nothing happens where it was not put off."""
    ticket = tickets.locked(session, ticket.id)
    if ticket.snoozed_until is not None:
        states.awake(session, ticket, Woke.BY_HAND, by=by.username, now=now)


def its_time_has_come(session: Session, ticket: Ticket, *, now: datetime) -> None:
    """The day, other records, or the last day of waiting: back among the undecided."""
    reached = Woke.DATE if ticket.snoozed_for is SnoozeFor.DATE else Woke.LAST_DAY
    because = ticket.woke_because or reached
    states.awake(session, ticket, because, by=states.LOKET, now=now)


def duplicate(  # noqa: PLR0913 as desk.answer_by_hand, with the other report
    session: Session,
    ticket: Ticket,
    number: int,
    *,
    by: Staff,
    is_sure: bool,
    tracking_url: str | None,
    now: datetime,
) -> None:
    """Handled under the earlier report `number`: linked, answered so, ANSWERED.

    Raises NoSuchReport, TheOtherWayRound, DifferentPeople unless `is_sure`, AlreadyDecided while
    steps are carried out or where it is so already.
    """
    earlier = tickets.with_number(session, number)
    if earlier is None or earlier.id == ticket.id:
        raise NoSuchReport
    if earlier.linked_to_id == ticket.id:
        raise TheOtherWayRound
    if is_settled_as(ticket, earlier):
        raise AlreadyDecided
    if not is_sure and names_different_people(session, ticket, earlier):
        raise DifferentPeople
    text = _SAME.format(number=number)
    desk.answer_by_hand(session, ticket, text, by=by, tracking_url=tracking_url, now=now)
    if links.between(session, ticket.id, earlier.id) is None:
        made = Link(
            ticket_id=ticket.id,
            earlier_id=earlier.id,
            reason=LinkReason.BY_HAND,
            percent=100,
            detail={},
            at=now,
        )
        session.add(made)
        session.flush()
    ties.linked(session, ticket, number, by=by, now=now)


def is_settled_as(ticket: Ticket, earlier: Ticket) -> bool:
    """Whether it is handled under that report already."""
    is_settled = ticket.state in {TicketState.ANSWERED, TicketState.CLOSED}
    return is_settled and ticket.linked_to_id == earlier.id


def names_different_people(session: Session, ticket: Ticket, other: Ticket) -> bool:
    """Whether the records found somebody for both reports, and nobody in common."""
    here, there = _people(session, ticket), _people(session, other)
    return bool(here and there) and not here & there


def _people(session: Session, ticket: Ticket) -> frozenset[str]:
    reading = readings.latest(session, ticket.id)
    if reading is None:
        return frozenset()
    dossiers = map(kept_lookups.recall, readings.lookups_of(session, reading.id))
    return frozenset(
        found.match.person.person_id for found in dossiers if found.match.person is not None
    )
