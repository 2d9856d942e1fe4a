"""A list of people: looked up in parts that outlive a crash, decided and done line by line."""

import pytest

from app.listing import look
from app.lookup.ports import LookupUnavailable
from app.resolution.policy.guards import NO_AUTHORITY
from app.store import events, lines, plans, readings
from app.work import sweep
from models.vocabulary import (
    CHANGES_ACCOUNT,
    Category,
    PlanState,
    Remedy,
    System,
    TicketState,
)
from tests.support import listed
from tests.support.listed import ELSEWHERE, HERE, MOVED, OPERATOR, Desk

NEW, USED, TODAY, FOREIGN = 40, 12, 6, 2
HANDFUL = {"baru": 6, "lama": 3, "kini": 2}
JOURNAL = "direktori.jsonl"


def looked_up(desk: Desk, number: int) -> int:
    with desk.database.read() as session:
        reading = readings.latest(session, desk.ticket(number).id)
        return len(lines.looked_up(session, reading.id)) if reading else 0


def kinds(desk: Desk, number: int) -> list[str]:
    with desk.database.read() as session:
        return [each.kind for each in events.of_ticket(session, desk.ticket(number).id)]


def test_a_list_is_looked_up_in_parts_and_the_next_is_owed(desk: Desk) -> None:
    number = desk.arrives(listed.listed(baru=NEW, lama=USED))
    desk.considers(number)
    assert looked_up(desk, number) == look.AT_ONCE
    assert desk.ticket(number).state is TicketState.RECEIVED
    owed = {each.workflow_id for each in desk.database.queue.list_workflows()}
    assert owed == {f"triage-{number}-1-0", f"triage-{number}-1-0-{look.AT_ONCE}"}
    assert desk.considers_all(number) == 2
    assert desk.ticket(number).state is TicketState.PLANNED
    assert desk.ticket(number).due_at is not None
    assert desk.counts(number) == {
        (Remedy.ISSUE_ACCOUNT, PlanState.PROPOSED): NEW,
        (Remedy.KEEP_ACCOUNT, PlanState.PROPOSED): USED,
    }


def test_a_kill_in_the_middle_costs_no_line_and_asks_none_of_the_first_part_again(
    desk: Desk,
) -> None:
    class Killed(BaseException):
        pass

    def kill() -> None:
        raise Killed

    number = desk.arrives(listed.listed(baru=NEW))
    seen = listed.watched(desk, kill, at=look.AT_ONCE + 5)
    desk.considers(number)
    with pytest.raises(Killed):
        desk.considers(number)
    desk.considers_all(number)
    assert desk.counts(number) == {(Remedy.ISSUE_ACCOUNT, PlanState.PROPOSED): NEW}
    first = seen.asked[: look.AT_ONCE]
    assert [seen.asked.count(each) for each in first] == [1] * look.AT_ONCE


def test_a_system_that_is_away_postpones_the_rest_and_keeps_what_was_found(desk: Desk) -> None:
    def away() -> None:
        raise LookupUnavailable(System.DAPODIK, "sedang diperbarui")

    number = desk.arrives(listed.listed(baru=NEW))
    seen = listed.watched(desk, away, at=10)
    desk.considers(number)
    ticket = desk.ticket(number)
    assert (ticket.state, ticket.tries) == (TicketState.RECEIVED, 1)
    assert ticket.due_at is not None
    assert looked_up(desk, number) == 9
    desk.now = ticket.due_at
    sweep.run(desk.database, desk.now)
    assert f"triage-{number}-1-1" in {
        each.workflow_id for each in desk.database.queue.list_workflows()
    }
    desk.considers_all(number)
    assert desk.counts(number) == {(Remedy.ISSUE_ACCOUNT, PlanState.PROPOSED): NEW}
    assert sorted(seen.asked.count(each) for each in set(seen.asked)) == [1] * (NEW - 1) + [2]


def test_two_workers_on_one_list_leave_one_look_up_and_one_plan_for_each_line(desk: Desk) -> None:
    number = desk.arrives(listed.listed(**HANDFUL))
    usual = desk.outside

    def other() -> None:
        desk.considers(number, usual)

    listed.watched(desk, other, at=3)
    desk.considers(number)
    assert looked_up(desk, number) == len(desk.plans(number)) == 11
    assert kinds(desk, number).count("looked_up") == 1
    assert kinds(desk, number).count("planned") == 1


def test_the_category_somebody_chose_for_a_list_stands(desk: Desk) -> None:
    number = desk.arrives(listed.listed(lama=2), self_category=Category.PASSWORD_RESET)
    desk.considers_all(number)
    assert desk.ticket(number).category is Category.PASSWORD_RESET
    assert not desk.ticket(number).is_blind


def test_an_operator_of_another_school_changes_nothing_here(desk: Desk) -> None:
    number = desk.arrives(listed.listed(baru=3, lama=1), requester_email=ELSEWHERE)
    desk.considers_all(number)
    refused = desk.plans(number, rule=NO_AUTHORITY)
    assert [each.remedy for each in refused] == [Remedy.MANUAL_REVIEW] * 3
    assert len(desk.plans(number, remedy=Remedy.KEEP_ACCOUNT)) == 1
    with desk.database.read() as session:
        done = {step.action for each in refused for step in plans.steps_of(session, each.id)}
    assert not done & CHANGES_ACCOUNT


def test_a_teacher_who_moved_is_spoken_for_by_the_new_school_only(desk: Desk) -> None:
    rules = []
    for mail in (OPERATOR, ELSEWHERE):
        number = desk.arrives(
            f"nama;npsn\n{MOVED};{HERE}",
            requester_email=mail,
            self_category=Category.NO_ACCOUNT_STAFF,
        )
        desk.considers_all(number)
        [plan] = desk.plans(number)
        rules.append((plan.rule, plan.remedy))
    assert rules[0] == (NO_AUTHORITY, Remedy.MANUAL_REVIEW)
    assert rules[1][1] is Remedy.ISSUE_ACCOUNT
