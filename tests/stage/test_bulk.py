"""One act on many tickets: each once, whatever stops the job, and taken back together."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.bulk import job
from app.bulk.wanted import NothingChosen, TooMany, Unsaid, Wanted
from app.held import AnothersAct, TooLate
from app.store import bulk, casework, events, held, replies, staffing, tickets
from app.store.session import Database
from app.work import forget
from models import BulkJob, Staff, Ticket
from models.vocabulary import (
    Automation,
    BulkAction,
    Category,
    ItemOutcome,
    SnoozeFor,
    TicketState,
)
from tests.support import build
from tests.support.worked import colleague

NOW = build.NOON
SPAN = timedelta(seconds=10)
A, Out = BulkAction, ItemOutcome
CLOSE = Wanted(A.CLOSE)


class Desk:
    """A colleague with four tickets that wait for a yes."""

    def __init__(self, database: Database) -> None:
        self.database, self.now = database, NOW
        with database.write() as session:
            self.by = colleague(session, "petugas")
            self.tickets = [build.planned(session) for _ in range(4)]

    def begins(
        self, wanted: Wanted, *, once: str = "a", seen: bool = True, span: timedelta = SPAN
    ) -> BulkJob:
        with self.database.write() as session:
            chosen = [(each.number, self._seen(each, wanted, seen)) for each in self.tickets]
            return job.begin(
                session, wanted, chosen, token=once, by=self.by, now=self.now, span=span
            )

    def runs(self, begun: BulkJob) -> None:
        job.run(self.database, begun.id, tracking_url=lambda _: None, clock=self.clock)

    def asks_back(self, begun: BulkJob, by: Staff | None = None) -> None:
        with self.database.write() as session:
            job.ask_back(session, begun.id, by=by or self.by, now=self.now)

    def takes_back(self, begun: BulkJob) -> None:
        job.take_back(self.database, begun.id, clock=self.clock)

    def clock(self) -> datetime:
        return self.now

    def outcomes(self, begun: BulkJob) -> list[ItemOutcome]:
        with self.database.read() as session:
            return [each.outcome for each in bulk.items(session, begun.id)]

    def reasons(self, begun: BulkJob) -> set[str]:
        with self.database.read() as session:
            return {each.reason for each in bulk.items(session, begun.id)}

    def states(self) -> list[TicketState]:
        with self.database.read() as session:
            return [tickets.by_id(session, each.id).state for each in self.tickets]

    def kinds(self, ticket: Ticket) -> list[str]:
        with self.database.read() as session:
            return [each.kind for each in events.of_ticket(session, ticket.id)]

    def _seen(self, ticket: Ticket, wanted: Wanted, seen: bool) -> str:

        if wanted.action is not A.APPROVE:
            return ""
        with self.database.read() as session:
            ids = casework.proposed_ids(session, ticket.id)
        return ".".join(map(str, ids)) if seen else "0"


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


@pytest.mark.parametrize(
    ("wanted", "state"),
    [
        (CLOSE, TicketState.CLOSED),
        (Wanted(A.APPROVE), TicketState.RUNNING),
        (Wanted(A.CATEGORY, category=Category.ACTIVATION), TicketState.RECEIVED),
        (Wanted(A.ANSWER, text="Sistem sudah pulih."), TicketState.ANSWERED),
        (Wanted(A.LOOK_AGAIN), TicketState.RECEIVED),
        (Wanted(A.SNOOZE, what=SnoozeFor.SYNC), TicketState.PLANNED),
    ],
)
def test_each_action_is_done_to_each_and_taken_back_from_each(
    desk: Desk, wanted: Wanted, state: TicketState
) -> None:
    begun = desk.begins(wanted)
    desk.runs(begun)
    assert desk.outcomes(begun) == [Out.DONE] * 4
    assert desk.states() == [state] * 4
    desk.now += timedelta(seconds=9)
    desk.asks_back(begun)
    # The queue took its time; who asked, asked in time.
    desk.now += timedelta(seconds=30)
    desk.takes_back(begun)
    assert desk.outcomes(begun) == [Out.TAKEN_BACK] * 4
    assert desk.states() == [TicketState.PLANNED] * 4


def test_tickets_are_handed_over(desk: Desk) -> None:
    begun = desk.begins(Wanted(A.ASSIGN, colleague_id=desk.by.id))
    desk.runs(begun)
    again = desk.begins(Wanted(A.ASSIGN, colleague_id=desk.by.id), once="b")
    desk.runs(again)
    assert desk.outcomes(begun) == [Out.DONE] * 4
    assert desk.outcomes(again) == [Out.ALREADY] * 4
    with desk.database.read() as session:
        given = [
            staffing.of_ticket(session, each.ticket_id) for each in bulk.done(session, begun.id)
        ]
        assert [[row.staff_id for row in rows] for rows in given] == [[desk.by.id]] * 4


def test_the_same_as_an_earlier_report(desk: Desk) -> None:
    with desk.database.write() as session:
        earlier = build.ticket(session)
    begun = desk.begins(Wanted(A.DUPLICATE, number=earlier.number))
    desk.runs(begun)
    assert desk.outcomes(begun) == [Out.DONE] * 4
    with desk.database.read() as session:
        [letter] = replies.of_ticket(session, desk.tickets[0].id)
    assert str(earlier.number) in letter.body


def test_a_job_cut_off_goes_on_and_does_nothing_twice(desk: Desk) -> None:
    begun = desk.begins(CLOSE)
    answers: Iterator[None] = iter([None, None])

    def dies(_number: int) -> str | None:
        return next(answers)

    with pytest.raises(StopIteration):
        job.run(desk.database, begun.id, tracking_url=dies, clock=desk.clock)
    assert desk.outcomes(begun) == [Out.DONE, Out.DONE, Out.WAITING, Out.WAITING]
    desk.runs(begun)
    desk.runs(begun)
    assert desk.outcomes(begun) == [Out.DONE] * 4
    assert [desk.kinds(each).count("closed") for each in desk.tickets] == [1] * 4


def test_the_same_form_sent_twice_is_one_job(desk: Desk) -> None:
    assert desk.begins(CLOSE).id == desk.begins(CLOSE).id


def test_what_waits_when_it_is_taken_back_is_left_alone(desk: Desk) -> None:
    begun = desk.begins(CLOSE)
    desk.asks_back(begun)
    desk.runs(begun)
    desk.takes_back(begun)
    assert desk.outcomes(begun) == [Out.LEFT] * 4
    assert desk.states() == [TicketState.PLANNED] * 4


def test_what_somebody_changed_since_stays_and_the_rest_is_taken_back(desk: Desk) -> None:
    begun = desk.begins(CLOSE)
    desk.runs(begun)
    other = desk.begins(Wanted(A.LOOK_AGAIN), once="b")
    with desk.database.write() as session:
        for item in bulk.items(session, other.id)[1:]:
            item.outcome = Out.LEFT
            session.add(item)
    desk.runs(other)
    desk.asks_back(begun)
    desk.takes_back(begun)
    assert desk.outcomes(begun) == [Out.STAYS, Out.TAKEN_BACK, Out.TAKEN_BACK, Out.TAKEN_BACK]
    assert "held.changed_since" in desk.reasons(begun)


def test_only_its_colleague_and_only_in_time(desk: Desk) -> None:
    begun = desk.begins(CLOSE)
    desk.runs(begun)
    with desk.database.write() as session:
        other = colleague(session, "lain")
    with pytest.raises(AnothersAct):
        desk.asks_back(begun, other)
    desk.now += timedelta(seconds=11)
    with pytest.raises(TooLate):
        desk.asks_back(begun)


def test_a_yes_is_given_only_to_what_was_shown(desk: Desk) -> None:
    begun = desk.begins(Wanted(A.APPROVE), seen=False)
    desk.runs(begun)
    assert desk.outcomes(begun) == [Out.REFUSED] * 4
    assert desk.reasons(begun) == {"plan.already_decided"}


def test_what_needs_two_people_is_decided_one_by_one(desk: Desk) -> None:
    with desk.database.write() as session:
        steps = [replace(build.rename(), automation=Automation.TWO_PERSON)]
        desk.tickets = [build.planned(session, steps=steps)]
    begun = desk.begins(Wanted(A.APPROVE))
    desk.runs(begun)
    assert (desk.outcomes(begun), desk.reasons(begun)) == ([Out.REFUSED], {"bulk.second_yes"})


def test_what_is_missing_is_refused_before_anything_begins(desk: Desk) -> None:
    with pytest.raises(Unsaid):
        desk.begins(Wanted(A.ANSWER))
    chosen = [(number, "") for number in range(501)]
    with desk.database.write() as session:
        for many, error in (([], NothingChosen), (chosen, TooMany)):
            with pytest.raises(error):
                job.begin(session, CLOSE, many, token="c", by=desk.by, now=NOW, span=SPAN)


def test_what_can_be_taken_back_no_more_is_let_go_of(desk: Desk) -> None:
    """The acts a day later, the job with its items a month later; what stands, stands."""
    begun = desk.begins(CLOSE)
    desk.runs(begun)
    forget.run(desk.database, NOW + timedelta(hours=23))
    with desk.database.read() as session:
        assert all(each.held_id for each in bulk.items(session, begun.id))
    forget.run(desk.database, NOW + timedelta(days=2))
    with desk.database.read() as session:
        assert [each.held_id for each in bulk.items(session, begun.id)] == [None] * 4
        assert held.pending(session, desk.tickets[0].id) == []
    forget.run(desk.database, NOW + timedelta(days=32))
    with desk.database.read() as session:
        assert bulk.items(session, begun.id) == []
        assert tickets.by_id(session, desk.tickets[0].id).state is TicketState.CLOSED
