"""Turns and targets follow what happens to a ticket, and the sweep tells of them once."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from app import states
from app.store import calendars, events, targets, tickets
from app.store.session import Database, Session
from app.targets.follow import follow
from app.work import sweep
from models import Calendar, Target, TargetRule, Ticket
from models.vocabulary import Remedy, TargetKind, TicketState, WhoActs
from tests.support import build

NOON = build.NOON
HOUR = timedelta(hours=1)


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.write() as session:
        yield session


def _received(session: Session, **changes: object) -> Ticket:
    made = build.ticket(session, **{"state": TicketState.RECEIVED, "category": None, **changes})
    follow(session, made, NOON)
    return made


def _targets(session: Session, ticket: Ticket) -> dict[TargetKind, Target]:
    """The newest of each kind; the column on the ticket says the earliest of the open ones."""
    session.flush()
    session.refresh(ticket)
    rows = targets.of_ticket(session, ticket.id)
    due = [each.due_at for each in rows if each.met_at is None and each.due_at is not None]
    assert ticket.next_due_at == min(due, default=None)
    return {each.kind: each for each in rows}


def _told(database: Database, ticket: Ticket) -> list[str]:
    with database.read() as session:
        kinds = [each.kind for each in events.of_ticket(session, ticket.id)]
    return [each for each in kinds if each.startswith("target")]


def _shut(session: Session, day: str, valid_from: datetime) -> None:
    calendars.add(
        session,
        Calendar(
            name="Uji",
            zone="WIB",
            week="Mon-Fri 09:00-17:00",
            closed=[[day, "Rapat"]],
            opened=[],
            settled=[],
            valid_from=valid_from,
            by="penyelia",
            created_at=valid_from,
        ),
    )


def test_a_received_ticket_owes_an_answer_and_an_end(session: Session) -> None:
    ticket = _received(session)
    found = _targets(session, ticket)
    assert found.keys() == {TargetKind.FIRST_ANSWER, TargetKind.RESOLUTION}
    assert found[TargetKind.FIRST_ANSWER].due_at == NOON + timedelta(days=1)
    assert found[TargetKind.RESOLUTION].due_at == NOON + timedelta(days=7)
    follow(session, ticket, NOON + HOUR)
    assert len(targets.of_ticket(session, ticket.id)) == 2
    assert len(targets.turns_of(session, ticket.id)) == 1


def test_the_ball_goes_round_without_a_gap(session: Session) -> None:
    ticket = _received(session)
    states.running(session, ticket, by="x", now=NOON + HOUR)
    states.school_asked(session, ticket, until=NOON + 90 * HOUR, by="x", now=NOON + 2 * HOUR)
    states.received_again(session, ticket, by="x", kind="woken", now=NOON + 5 * HOUR)
    states.closed(session, ticket, by="x", now=NOON + 6 * HOUR)
    rows = targets.turns_of(session, ticket.id)
    assert [each.holder for each in rows] == [
        WhoActs.HELPDESK,
        WhoActs.SYSTEM,
        WhoActs.OPERATOR,
        WhoActs.HELPDESK,
        WhoActs.NOBODY,
    ]
    assert all(first.until == then.since for first, then in pairwise(rows))
    assert rows[-1].until is None


def test_an_answer_ends_the_first_and_settling_all(session: Session) -> None:
    ticket = _received(session)
    states.answered_by_hand(session, ticket, by="x", now=NOON + HOUR)
    found = _targets(session, ticket)
    assert all(each.met_at == NOON + HOUR for each in found.values())
    assert not any(each.missed_at for each in found.values())
    assert found[TargetKind.FIRST_ANSWER].worked == 60


def test_a_due_day_moves_on_while_the_ball_is_elsewhere(session: Session) -> None:
    ticket = _received(session)
    states.school_asked(session, ticket, until=NOON + 90 * HOUR, by="x", now=NOON + HOUR)
    assert all(each.due_at is None for each in _targets(session, ticket).values())
    states.received_again(session, ticket, by="x", kind="woken", now=NOON + 24 * HOUR)
    due = _targets(session, ticket)[TargetKind.FIRST_ANSWER].due_at
    assert due == NOON + timedelta(days=1) + timedelta(hours=23)


def test_what_is_written_after_an_answer_asks_for_the_next(session: Session) -> None:
    ticket = _received(session)
    states.answered_by_hand(session, ticket, by="x", now=NOON + HOUR)
    ticket.first_answered_at = NOON + HOUR
    back = NOON + 3 * HOUR
    states.received_again(session, ticket, by="pelapor", kind="message_added", now=back)
    states.received_again(session, ticket, by="pelapor", kind="message_added", now=back + HOUR)
    found = _targets(session, ticket)
    assert found[TargetKind.NEXT_ANSWER].started_at == back
    assert found[TargetKind.RESOLUTION].started_at == back
    assert len(targets.of_ticket(session, ticket.id)) == 4


def test_a_late_answer_is_missed_though_no_sweep_told(session: Session) -> None:
    ticket = _received(session)
    states.answered_by_hand(session, ticket, by="x", now=NOON + timedelta(days=2))
    found = _targets(session, ticket)
    assert found[TargetKind.FIRST_ANSWER].missed_at == NOON + timedelta(days=1)
    assert found[TargetKind.RESOLUTION].missed_at is None
    sums = targets.kept(session, since=NOON, until=NOON + timedelta(days=3))
    assert sums[TargetKind.FIRST_ANSWER] == (0, 1)
    assert sums[TargetKind.RESOLUTION] == (1, 0)
    assert sums[TargetKind.NEXT_ANSWER] == (0, 0)


def test_what_came_answered_long_ago_is_not_missed(session: Session) -> None:
    long_ago = NOON - timedelta(days=90)
    closed = build.ticket(
        session,
        state=TicketState.CLOSED,
        waiting_on=WhoActs.NOBODY,
        created_at=long_ago,
        settled_at=long_ago,
        first_answered_at=long_ago,
    )
    follow(session, closed, NOON)
    assert not targets.of_ticket(session, closed.id)
    waits = _received(session, created_at=long_ago)
    assert _targets(session, waits)[TargetKind.FIRST_ANSWER].started_at == NOON


def test_the_rule_is_that_of_the_category_on_the_day_it_began(session: Session) -> None:
    ticket = _received(session)
    category = build.ticket(session).category
    for since, minutes in ((NOON - HOUR, 120), (NOON + HOUR, 30)):
        session.add(
            TargetRule(
                kind=TargetKind.FIRST_ANSWER,
                category=category,
                minutes=minutes,
                warn_percent=50,
                valid_from=since,
                by="x",
                created_at=NOON,
            )
        )
    ticket.category = category
    states.planned(session, ticket, Remedy.RENAME_ACCOUNT, stale_at=None, now=NOON + 2 * HOUR)
    found = _targets(session, ticket)[TargetKind.FIRST_ANSWER]
    assert (found.minutes, found.due_at, found.alarm_at) == (120, NOON + 2 * HOUR, NOON + HOUR)


def test_the_sweep_warns_once_and_tells_a_miss_once(database: Database) -> None:
    with database.write() as session:
        ticket = _received(session)
    seen = []
    for hours in (1, 4, 22, 23, 23, 24, 25, 26):
        sweep.run(database, NOON + hours * HOUR)
        with database.read() as session:
            found = _targets(session, tickets.by_id(session, ticket.id))[TargetKind.FIRST_ANSWER]
        seen.append(found.missed_at is not None if found.warned_at else None)
    assert seen == [None, None, False, False, False, True, True, True]
    with database.read() as session:
        found = _targets(session, tickets.by_id(session, ticket.id))[TargetKind.FIRST_ANSWER]
    assert _told(database, ticket) == ["target_warned", "target_missed"]
    assert found.missed_at == found.decided_at == NOON + timedelta(days=1)
    assert found.met_at is None


def test_a_new_calendar_moves_what_is_open_and_leaves_what_was_missed(database: Database) -> None:
    with database.write() as session:
        early = _received(session)
    sweep.run(database, NOON + timedelta(days=1))
    with database.write() as session:
        late = build.ticket(session, state=TicketState.RECEIVED)
        follow(session, late, NOON + timedelta(days=1))
        _shut(session, "2026-11-27", NOON + timedelta(days=1))
    sweep.run(database, NOON + timedelta(days=1, minutes=1))
    with database.read() as session:
        missed = _targets(session, tickets.by_id(session, early.id))[TargetKind.FIRST_ANSWER]
        moved = _targets(session, tickets.by_id(session, late.id))[TargetKind.FIRST_ANSWER]
    assert missed.missed_at == NOON + timedelta(days=1)
    assert missed.due_at == NOON + timedelta(days=1)
    assert moved.due_at == NOON + timedelta(days=5)


def test_lists_go_by_the_nearest(database: Database) -> None:
    with database.write() as session:
        first, second = _received(session), _received(session, urgent=True)
        rows = targets.soon(session, limit=10)
        assert [ticket.id for _, ticket in rows][:2] == [second.id, first.id]
        last = rows[0][0]
        assert last.due_at is not None
        rest = targets.soon(session, after=(last.due_at, last.id), limit=10)
        assert [row.id for row, _ in rest] == [row.id for row, _ in rows][1:]
        assert not targets.soon(session, assigned_to=99_999, limit=10)
