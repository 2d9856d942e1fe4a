"""A change that was made is taken back: the account is as it was, or nothing is touched."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest

from app import desk, triage
from app.kit.errors import NotFound
from app.resolution.approve import AlreadyDecided
from app.resolution.takeback import DecideFirst, NothingToUndo
from app.resolution.verdict import PlannedStep
from app.store import plans, replies, tickets
from app.store.session import Database
from models.vocabulary import (
    Automation,
    PlanState,
    StepAction,
    StepState,
    TicketState,
)
from tests.support.directory import BUDI, RINI, RINI_ADMIN, Served, present, served, world
from tests.support.steps import DELETED, NEW
from tests.support.worked import Desk

A = StepAction
RINIS = {"primary_email": RINI, "exists": True, "person_id": "ptk-1"}
BUDIS = {"primary_email": BUDI, "exists": True, "person_id": "ptk-2"}


def step(action: StepAction, target: str, before: Any, after: Any, **more: Any) -> PlannedStep:
    return PlannedStep(action, target, before, after, automation=Automation.APPROVE, **more)


RENAME = step(
    A.RENAME_ACCOUNT,
    RINI,
    {**RINIS, "no_alias": RINI_ADMIN},
    {"primary_email": RINI_ADMIN, "alias": RINI},
)
CHANGES = {
    "rename": RENAME,
    "suspend": step(A.SUSPEND_ACCOUNT, RINI, {**RINIS, "suspended": False}, {"suspended": True}),
    "unsuspend": step(
        A.UNSUSPEND_ACCOUNT, BUDI, {**BUDIS, "suspended": True}, {"suspended": False}
    ),
    "cancel deletion": step(
        A.CANCEL_DELETION, RINI, {**RINIS, "deletion_on": "2026-12-10"}, {"deletion_on": None}
    ),
    "undelete": step(
        A.UNDELETE_ACCOUNT,
        DELETED,
        {"person_id": "ptk-1", "exists": False, "deleted": True},
        {"person_id": "ptk-1", "exists": True, "deleted": False},
    ),
    "delete": step(A.DELETE_ACCOUNT, RINI, RINIS, {"exists": False, "deleted": True}),
    "create": step(
        A.CREATE_ACCOUNT,
        NEW,
        {"exists": False},
        {"exists": True, "primary_email": NEW, "person_id": "ptk-3", "name": "Cici Lestari"},
    ),
}
# Whoever suspends leaves their own mark, and a deletion its own instant: the directory writes both.
_ITS_OWN = ("suspensionReason", "suspensionTime", "deletionTime")


@pytest.fixture
def directory() -> Iterator[Served]:
    with served(*world()) as running:
        yield running


@pytest.fixture
def at(database: Database, directory: Served) -> Desk:
    return Desk(database, directory)


def standing(directory: Served) -> dict[str, dict[str, Any]]:
    """Every live user, and the deleted ones, as far as they are not the directory's own notes."""
    return {
        f"{kind} {user['id']}": {
            key: value for key, value in deepcopy(user).items() if key not in _ITS_OWN
        }
        for kind, users in (("live", directory.users.live()), ("gone", directory.users.deleted()))
        for user in users
    }


@pytest.mark.parametrize("name", CHANGES)
def test_there_and_back_leaves_the_accounts_exactly_as_they_were(at: Desk, name: str) -> None:
    before = standing(at.directory)
    number = at.proposes(CHANGES[name])
    at.says_yes(number)
    at.carries_out(number)
    assert standing(at.directory) != before
    undo = at.undoes(number)
    assert at.ticket(number).state is TicketState.PLANNED
    at.says_yes(number)
    if name == "undelete":
        assert at.ticket(number).state is TicketState.PLANNED
        at.says_yes(number, who=1)
    at.carries_out(number)
    after = standing(at.directory)
    if name == "create":
        [made] = set(after) - set(before)
        assert made.startswith("gone ")
        del after[made]
    assert after == before
    assert at.ticket(number).state is TicketState.MANUAL
    assert at.events(number)[-1] == "undone"
    assert all(each.state is StepState.DONE for each in at.steps(undo))


def test_a_scheduled_deletion_is_called_off_and_never_starts(at: Desk) -> None:
    day = (at.now + timedelta(days=30)).date()
    number = at.proposes(
        step(A.DELETE_ACCOUNT, RINI, RINIS, {"exists": False, "deleted": True}, not_before=day)
    )
    at.says_yes(number)
    at.carries_out(number)
    [plan] = at.plans(number)
    [scheduled] = at.steps(plan)
    assert scheduled.state is StepState.SCHEDULED

    at.undoes(number)
    _its_day_comes(at, scheduled.id)
    assert at.steps(plan)[0].state is StepState.SCHEDULED, "held while its undo waits"
    at.says_yes(number)
    at.carries_out(number)
    assert at.steps(plan)[0].state is StepState.CANCELLED
    at.now += timedelta(days=31)
    with at.database.read() as session:
        assert plans.scheduled(session, at.now.date(), limit=9) == []
    assert present(at.directory.admin(), RINI).is_live


def test_a_scheduled_deletion_goes_on_when_its_undo_is_rejected(at: Desk) -> None:
    day = (at.now + timedelta(days=30)).date()
    number = at.proposes(step(A.DELETE_ACCOUNT, RINI, RINIS, {"deleted": True}, not_before=day))
    at.says_yes(number)
    at.carries_out(number)
    settled = at.ticket(number).state
    at.undoes(number)
    with at.database.write() as session:
        ticket = tickets.by_number(session, number)
        desk.reject(session, ticket, by=at.colleagues[1], reason="Tetap.", now=at.now)
    assert at.ticket(number).state is settled is TicketState.ANSWERED
    [plan, undo] = at.plans(number)
    assert undo.state is PlanState.REJECTED
    _its_day_comes(at, at.steps(plan)[0].id)
    assert at.steps(plan)[0].state is StepState.PLANNED


def test_what_somebody_changed_since_is_not_overwritten(at: Desk) -> None:
    number = at.proposes(RENAME)
    at.says_yes(number)
    at.carries_out(number)
    admin = at.directory.admin()
    account = present(admin, RINI_ADMIN)
    admin.rename("1", account.address.parse("rini77@admin.sd.belajar.id"))
    at.undoes(number)
    at.says_yes(number)
    at.carries_out(number)
    assert str(present(admin, "1").address) == "rini77@admin.sd.belajar.id"
    assert at.ticket(number).state is TicketState.RETURNED


def test_a_new_account_that_was_used_is_not_deleted(at: Desk) -> None:
    number = at.proposes(CHANGES["create"])
    at.says_yes(number)
    at.carries_out(number)
    at.directory.users.get(NEW)["lastLoginTime"] = "2026-11-28T01:00:00.000Z"
    at.undoes(number)
    at.says_yes(number)
    at.carries_out(number)
    assert present(at.directory.admin(), NEW).is_live
    assert at.ticket(number).state is TicketState.RETURNED


def test_an_undo_is_offered_once_and_only_for_what_was_done(at: Desk) -> None:
    number = at.proposes(RENAME)
    with pytest.raises(DecideFirst):
        at.undoes(number)
    at.says_yes(number)
    with pytest.raises(AlreadyDecided):
        at.undoes(number)
    at.carries_out(number)
    undo = at.undoes(number)
    with pytest.raises(DecideFirst):
        at.undoes(number)
    at.says_yes(number)
    at.carries_out(number)
    with pytest.raises(NothingToUndo):
        at.undoes(number)
    other = at.proposes(RENAME)
    with at.database.write() as session:
        ticket = tickets.by_number(session, other)
        with pytest.raises(NotFound):
            desk.undo(session, ticket, undo, by=at.colleagues[0], reason="x", now=at.now)


def test_what_was_so_before_we_came_is_not_ours_to_undo(at: Desk) -> None:
    number = at.proposes(CHANGES["suspend"])
    at.says_yes(number)
    at.directory.admin().suspend("1")
    at.carries_out(number)
    with pytest.raises(NothingToUndo):
        at.undoes(number)


def test_a_password_is_not_undone(at: Desk) -> None:
    reset = step(A.RESET_PASSWORD, RINI, RINIS, {"exists": True, "change_password": True})
    number = at.proposes(reset)
    at.says_yes(number)
    at.carries_out(number)
    with pytest.raises(NothingToUndo):
        at.undoes(number)


def test_the_owner_hears_of_an_undo_even_as_the_requester(at: Desk) -> None:
    number = at.proposes(RENAME)
    at.says_yes(number)
    at.carries_out(number)
    at.undoes(number)
    at.says_yes(number)
    at.carries_out(number)
    with at.database.read() as session:
        ticket = tickets.by_number(session, number)
        notices = [each for each in replies.of_ticket(session, ticket.id) if each.is_notice]
    assert "dibatalkan" in notices[-1].body
    assert RINI in notices[-1].body


def _its_day_comes(at: Desk, step_id: int) -> None:
    with at.database.write() as session:
        triage.start_scheduled(session, plans.step(session, step_id), now=at.now)
