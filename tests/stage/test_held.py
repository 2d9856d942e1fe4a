"""Acts that can be taken back: the ticket is as before, nothing goes out meanwhile."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from app import aside, desk, held, triage
from app.access.links import Links
from app.held import Hold
from app.proving import delivery
from app.store import events, labels, plans, replies, tickets
from app.store.session import Database, Session
from app.targets.follow import follow
from models import HeldAct, Plan, Reply, Staff, Ticket
from models.vocabulary import (
    ActKind,
    Category,
    LabelKind,
    PlanState,
    ReplyState,
    SnoozeFor,
    TicketState,
)
from tests.support import build
from tests.support.worked import colleague

NOW = build.NOON
SPAN = timedelta(seconds=10)
_HISTORY = {"daychange", "event", "heldact", "labelevent", "reply", "searchslip"}
Act = Callable[..., None]
ACTS: dict[ActKind, Act] = {
    ActKind.APPROVED: desk.approve,
    ActKind.REJECTED: partial(desk.reject, reason="Bukan orang ini."),
    ActKind.CORRECTED: partial(desk.correct, category=Category.ACTIVATION),
    ActKind.ANSWERED: partial(desk.answer_by_hand, text="Sudah kami cek.", tracking_url=None),
    ActKind.CLOSED: desk.close,
    ActKind.SNOOZED: partial(aside.snooze, what=SnoozeFor.SYNC, day=None),
    ActKind.DUPLICATE: partial(aside.duplicate, number=700_001, is_sure=True, tracking_url=None),
}


@pytest.fixture
def by(database: Database) -> Staff:
    with database.write() as session:
        return colleague(session, "petugas")


def _acted(
    database: Database, number: int, kind: ActKind, by: Staff, *, seconds: int = 0
) -> HeldAct:
    now = NOW + timedelta(seconds=seconds)

    def act(session: Session, ticket: Ticket) -> None:
        ACTS[kind](session, ticket, by=by, now=now)

    with database.write() as session:
        ticket = tickets.by_number(session, number)
        done = held.hold(session, ticket, Hold(kind, by, now, SPAN), act)
        assert done is not None
        return done


def _undone(database: Database, act: HeldAct, by: Staff, *, seconds: float = 5) -> None:
    with database.write() as session:
        held.undo(session, act.id, by=by, now=NOW + timedelta(seconds=seconds))


def _planned(database: Database) -> Ticket:
    with database.write() as session:
        build.ticket(session, number=700_001)
        made = build.planned(session)
        follow(session, made, NOW)
        return made


def _rows(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Every row of ours, history aside."""
    found = {}
    with database.engine.connect() as connection:
        for name in sorted(set(Ticket.metadata.tables) - _HISTORY):
            table = Ticket.metadata.tables[name]
            kept = [each for each in table.columns if each.name != "updated_at"]
            rows = connection.execute(select(*kept).order_by(*table.primary_key)).mappings()
            found[name] = [dict(each) for each in rows]
    return found


@pytest.mark.parametrize("kind", ACTS)
def test_an_act_taken_back_leaves_every_row_as_it_was(
    database: Database, by: Staff, kind: ActKind
) -> None:
    ticket = _planned(database)
    before = _rows(database)
    act = _acted(database, ticket.number, kind, by)
    assert _rows(database) != before
    _undone(database, act, by)
    assert _rows(database) == before
    with database.read() as session:
        happened = events.of_ticket(session, ticket.id)
        letters = replies.of_ticket(session, ticket.id)
        words = labels.of_ticket(session, ticket.id)
    assert happened[-1].kind == f"taken_back_{kind.value}"
    assert all(each.state is ReplyState.WITHDRAWN for each in letters)
    assert [each.kind for each in words] in (
        [],
        [LabelKind.CONFIRMED, LabelKind.WITHDRAWN],
        [LabelKind.CORRECTED, LabelKind.WITHDRAWN],
    )


@pytest.mark.parametrize("kind", ACTS)
@pytest.mark.parametrize("again", [ActKind.APPROVED, ActKind.CORRECTED])
def test_what_was_taken_back_can_be_done_and_taken_back_again(
    database: Database, by: Staff, kind: ActKind, again: ActKind
) -> None:
    ticket = _planned(database)
    before = _rows(database)
    _undone(database, _acted(database, ticket.number, kind, by), by)
    second = _acted(database, ticket.number, again, by, seconds=6)
    _undone(database, second, by, seconds=8)
    assert _rows(database) == before


def test_two_clicks_on_undo_are_one(database: Database, by: Staff) -> None:
    ticket = _planned(database)
    act = _acted(database, ticket.number, ActKind.CLOSED, by)
    _undone(database, act, by)
    _undone(database, act, by, seconds=60)
    with database.read() as session:
        kinds = [each.kind for each in events.of_ticket(session, ticket.id)]
    assert kinds.count("taken_back_closed") == 1


def test_undo_comes_too_late_after_its_time(database: Database, by: Staff) -> None:
    act = _acted(database, _planned(database).number, ActKind.APPROVED, by)
    with pytest.raises(held.TooLate):
        _undone(database, act, by, seconds=10)


def test_nobody_takes_back_what_another_did(database: Database, by: Staff) -> None:
    with database.write() as session:
        other = colleague(session, "lain")
    act = _acted(database, _planned(database).number, ActKind.APPROVED, by)
    with pytest.raises(held.AnothersAct):
        _undone(database, act, other)


def test_an_act_is_not_taken_back_over_a_later_one(database: Database, by: Staff) -> None:
    ticket = _planned(database)
    first = _acted(database, ticket.number, ActKind.REJECTED, by)
    second = _acted(database, ticket.number, ActKind.CLOSED, by, seconds=2)
    with pytest.raises(held.ChangedSince):
        _undone(database, first, by)
    _undone(database, second, by)


def test_an_approved_plan_is_not_begun_before_its_time(database: Database, by: Staff) -> None:
    ticket = _planned(database)
    act = _acted(database, ticket.number, ActKind.APPROVED, by)
    [plan] = _plans(database, ticket)
    assert plan.state is PlanState.APPROVED
    assert not _begins(database, plan, seconds=9.5)
    assert _owed(database, plan) == 2  # at its time, and once more by the duty that came early
    _undone(database, act, by, seconds=9.9)
    assert _plans(database, ticket)[0].state is PlanState.PROPOSED
    # The duty that was owed comes all the same, and finds nothing approved.
    assert _begins(database, plan, seconds=11)
    with database.read() as session:
        assert tickets.by_id(session, ticket.id).state is TicketState.PLANNED


def test_what_was_begun_is_not_taken_back(database: Database, by: Staff) -> None:
    """The click was in time, the duty had the ticket's lock first."""
    ticket = _planned(database)
    act = _acted(database, ticket.number, ActKind.APPROVED, by)
    assert _begins(database, _plans(database, ticket)[0], seconds=10)
    with pytest.raises(held.Begun):
        _undone(database, act, by, seconds=9.9)


def test_a_letter_leaves_after_its_time_and_once(database: Database, by: Staff) -> None:
    ticket, sent = _planned(database), _Sent()
    _acted(database, ticket.number, ActKind.ANSWERED, by)
    letter = _letter(database, ticket)
    for seconds in (1, 9):
        _delivered(database, letter, sent, seconds)
    assert sent.subjects == []
    for seconds in (10, 11):
        _delivered(database, letter, sent, seconds)
    assert len(sent.subjects) == 1


def test_a_letter_taken_back_never_leaves(database: Database, by: Staff) -> None:
    ticket, sent = _planned(database), _Sent()
    act = _acted(database, ticket.number, ActKind.ANSWERED, by)
    _undone(database, act, by)
    _delivered(database, _letter(database, ticket), sent, 20)
    assert sent.subjects == []


def test_nothing_is_held_where_the_time_is_zero(database: Database, by: Staff) -> None:
    ticket = _planned(database)

    def act(session: Session, ticket: Ticket) -> None:
        desk.approve(session, ticket, by=by, now=NOW)

    with database.write() as session:
        how = Hold(ActKind.APPROVED, by, NOW, timedelta(0))
        assert held.hold(session, ticket, how, act) is None
    assert _begins(database, _plans(database, ticket)[0], seconds=0)


class _Sent:
    """A mailer that notes what it is given."""

    def __init__(self) -> None:
        self.subjects: list[str] = []

    def send(self, mail: Any) -> None:
        self.subjects.append(mail.subject)


def _delivered(database: Database, letter: Reply, sent: _Sent, seconds: int) -> None:
    links, now = Links(b"rahasia-untuk-uji-saja-32-byte!!", "http://x"), NOW
    at = now + timedelta(seconds=seconds)
    delivery.deliver(database, letter.id, mailer=sent, links=links, now=at)


def _letter(database: Database, ticket: Ticket) -> Reply:
    with database.read() as session:
        [letter] = replies.of_ticket(session, ticket.id)
    return letter


def _plans(database: Database, ticket: Ticket) -> list[Plan]:
    with database.read() as session:
        return list(plans.of_ticket(session, ticket.id))


def _begins(database: Database, plan: Plan, *, seconds: float) -> bool:
    now = NOW + timedelta(seconds=seconds)
    return triage.may_carry_out(database, plan.id, now=now)


def _owed(database: Database, plan: Plan) -> int:
    found = database.queue.list_workflows(status=["DELAYED", "ENQUEUED"], name="carry_out")
    return sum(each.workflow_id.startswith(f"carry-out-{plan.id}-") for each in found)
