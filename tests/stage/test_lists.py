"""A list of people: looked up in parts that outlive a crash, decided and done line by line."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app import desk as usual
from app.listing import acts, look
from app.lookup.dossier import Person
from app.lookup.ports import LookupUnavailable
from app.resolution.approve import AlreadyApproved, AlreadyDecided
from app.resolution.policy.guards import NO_AUTHORITY
from app.resolution.ports import AccountAdmin, NewAccount
from app.store import events, lines, plans, readings, tickets
from app.store.session import Database
from app.work import sweep
from models.vocabulary import (
    CHANGES_ACCOUNT,
    Category,
    PlanState,
    Remedy,
    StepState,
    System,
    TicketState,
)
from tests.support import directory, listed
from tests.support.listed import ELSEWHERE, HERE, MOVED, OPERATOR, Desk

NEW, USED, TODAY, FOREIGN = 40, 12, 6, 2
HANDFUL = {"baru": 6, "lama": 3, "kini": 2}
JOURNAL = "direktori.jsonl"


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Iterator[Desk]:
    world = listed.world(tmp_path / "dunia", baru=NEW, lama=USED, kini=TODAY, asing=FOREIGN)
    journal = tmp_path / JOURNAL
    with directory.served(*world.accounts, journal=journal) as served:
        yield Desk(database, listed.outside(world, served.admin()), tmp_path / "lampiran")


class Watched:
    """Dapodik that says who was asked for, and at one question does what it is told."""

    def __init__(self, desk: Desk, trouble: Callable[[], None], *, at: int) -> None:
        self._dapodik = desk.outside.dapodik
        self._trouble, self._at = trouble, at
        self.asked: list[str] = []

    def people_with(self, identifier: str) -> list[Person]:
        if identifier.startswith("0"):  # a NISN: one for each line
            self.asked.append(identifier)
            if len(self.asked) == self._at:
                self._trouble()
        return list(self._dapodik.people_with(identifier))

    def __getattr__(self, name: str) -> object:
        return getattr(self._dapodik, name)


def watched(desk: Desk, trouble: Callable[[], None], *, at: int) -> Watched:
    seen = Watched(desk, trouble, at=at)
    desk.outside = replace(desk.outside, dapodik=seen)  # type: ignore[arg-type]
    return seen


def looked_up(desk: Desk, number: int) -> int:
    with desk.database.read() as session:
        reading = readings.latest(session, desk.ticket(number).id)
        return len(lines.looked_up(session, reading.id)) if reading else 0


def kinds(desk: Desk, number: int) -> list[str]:
    with desk.database.read() as session:
        return [each.kind for each in events.of_ticket(session, desk.ticket(number).id)]


def created(tmp_path: Path) -> list[str]:
    """Addresses of the accounts the directory says it made, each as often as it did."""
    journal = tmp_path / JOURNAL
    kept = journal.read_text(encoding="utf-8").splitlines() if journal.exists() else []
    return [json.loads(each)["primaryEmail"] for each in kept if each.strip()]


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
    seen = watched(desk, kill, at=look.AT_ONCE + 5)
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
    seen = watched(desk, away, at=10)
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

    watched(desk, other, at=3)
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


def test_each_line_goes_its_own_way_and_the_report_is_answered_once(
    desk: Desk, tmp_path: Path
) -> None:
    number = desk.arrives(listed.listed(**HANDFUL, gaib=1))
    desk.considers_all(number)
    desk.says_yes(number, remedy=Remedy.ISSUE_ACCOUNT)
    assert desk.ticket(number).state is TicketState.RUNNING
    desk.says_yes(number, remedy=Remedy.KEEP_ACCOUNT)
    desk.carries_out(number)
    assert desk.ticket(number).state is TicketState.PLANNED
    assert desk.answers(number) == []
    assert len(created(tmp_path)) == len(set(created(tmp_path))) == 6

    desk.says_no(number, [desk.plans(number, remedy=Remedy.FIX_DAPODIK)[0].id])
    desk.says_yes(number)
    desk.carries_out(number)
    [answer] = desk.answers(number)
    assert "6 akun diterbitkan" in answer.body
    assert "3 akun sudah ada" in answer.body
    assert "2 menunggu pemutakhiran" in answer.body
    assert "1 tidak dijalankan" in answer.body
    assert f"/laporan/{number}/daftar?kunci=" in answer.body
    ticket = desk.ticket(number)
    assert (ticket.state, ticket.due_at) == (TicketState.WAITING, ticket.promised_at)


def test_what_waits_for_a_day_is_looked_at_again_and_nothing_else(
    desk: Desk, tmp_path: Path
) -> None:
    number = desk.arrives(listed.listed(**HANDFUL))
    desk.considers_all(number)
    desk.says_yes(number)
    desk.carries_out(number)
    due = desk.ticket(number).due_at
    assert due is not None
    desk.now = due
    sweep.run(desk.database, desk.now)
    assert desk.ticket(number).state is TicketState.RECEIVED
    seen = watched(desk, lambda: None, at=0)
    desk.considers_all(number)
    assert len(seen.asked) == HANDFUL["kini"]
    done = desk.counts(number)
    assert done[Remedy.ISSUE_ACCOUNT, PlanState.DONE] == HANDFUL["baru"]
    assert done[Remedy.KEEP_ACCOUNT, PlanState.DONE] == HANDFUL["lama"]
    assert len(created(tmp_path)) == HANDFUL["baru"]


def test_more_than_twenty_people_need_two_for_each_change(desk: Desk) -> None:
    number = desk.arrives(listed.listed(baru=21, lama=1))
    desk.considers_all(number)
    desk.says_yes(number)
    assert desk.counts(number) == {
        (Remedy.ISSUE_ACCOUNT, PlanState.PROPOSED): 21,
        (Remedy.KEEP_ACCOUNT, PlanState.APPROVED): 1,
    }
    with pytest.raises(AlreadyApproved):
        desk.says_yes(number)
    desk.says_yes(number, who=1)
    assert desk.counts(number)[Remedy.ISSUE_ACCOUNT, PlanState.APPROVED] == 21


class Forgetful:
    """A directory that says yes to one account and does not make it, once."""

    def __init__(self, admin: AccountAdmin, address: str) -> None:
        self._admin, self._address = admin, address
        self.forgot = 0

    def create(self, new: NewAccount) -> None:
        if new.address.text == self._address and not self.forgot:
            self.forgot += 1
            return
        self._admin.create(new)

    def __getattr__(self, name: str) -> object:
        return getattr(self._admin, name)


def test_a_line_that_came_back_holds_up_no_other_and_can_be_tried_again(
    desk: Desk, tmp_path: Path
) -> None:
    number = desk.arrives(listed.listed(baru=4))
    desk.considers_all(number)
    second = desk.plans(number)[1]
    with desk.database.read() as session:
        address = plans.steps_of(session, second.id)[0].target
    desk.outside = replace(desk.outside, admin=Forgetful(desk.outside.admin, address))  # type: ignore[arg-type]
    desk.says_yes(number)
    desk.carries_out(number)
    assert desk.ticket(number).state is TicketState.RETURNED
    assert desk.counts(number) == {
        (Remedy.ISSUE_ACCOUNT, PlanState.DONE): 3,
        (Remedy.ISSUE_ACCOUNT, PlanState.FAILED): 1,
    }
    assert desk.answers(number) == []

    desk.tries_again(number, [second.id])
    desk.carries_out(number)
    assert desk.ticket(number).state is TicketState.ANSWERED
    assert sorted(created(tmp_path)) == sorted(set(created(tmp_path)))
    assert len(created(tmp_path)) == 4
    with desk.database.read() as session:
        step = plans.steps_of(session, second.id)[0]
        assert step.state is StepState.DONE
        assert [each.agrees for each in plans.verifications_of(session, step.id)] == [False, True]


def test_who_is_decided_cannot_be_decided_again(desk: Desk) -> None:
    number = desk.arrives(listed.listed(baru=2))
    desk.considers_all(number)
    ids = [each.id for each in desk.plans(number)]
    desk.says_yes(number)
    with pytest.raises(AlreadyDecided):
        desk.says_no(number, ids)
    with pytest.raises(acts.NothingChosen):
        desk.says_no(number, [])


def test_a_no_to_everyone_leaves_the_report_to_a_person_and_another_look_reopens_it(
    desk: Desk,
) -> None:
    number = desk.arrives(listed.listed(baru=2))
    desk.considers_all(number)
    desk.says_no(number, [each.id for each in desk.plans(number)])
    assert desk.ticket(number).state is TicketState.MANUAL
    assert desk.answers(number) == []
    with desk.database.write() as session:
        ticket = tickets.by_number(session, number)
        usual.reconsider(session, ticket, by="petugas", kind="looked_again", now=desk.now)
    desk.considers_all(number)
    assert desk.counts(number) == {(Remedy.ISSUE_ACCOUNT, PlanState.PROPOSED): 2}


def test_a_yes_on_old_records_looks_again_at_what_is_not_settled(desk: Desk) -> None:
    number = desk.arrives(listed.listed(baru=3, lama=2))
    desk.considers_all(number)
    desk.says_yes(number, remedy=Remedy.KEEP_ACCOUNT)
    desk.carries_out(number)
    desk.now += timedelta(hours=44)
    desk.says_yes(number)
    assert desk.ticket(number).state is TicketState.RECEIVED
    seen = watched(desk, lambda: None, at=0)
    desk.considers_all(number)
    assert len(seen.asked) == 3
    assert desk.counts(number)[Remedy.KEEP_ACCOUNT, PlanState.DONE] == 2


def test_a_message_while_lines_run_is_looked_at_when_they_have_ended(desk: Desk) -> None:
    number = desk.arrives(listed.listed(baru=1, lama=1, kini=1))
    desk.considers_all(number)
    desk.says_yes(number, remedy=Remedy.ISSUE_ACCOUNT)
    with desk.database.write() as session:
        ticket = tickets.by_number(session, number)
        usual.reconsider(session, ticket, by="pelapor", kind="message_added", now=desk.now)
    assert desk.ticket(number).state is TicketState.RUNNING
    desk.carries_out(number)
    assert desk.ticket(number).state is TicketState.RECEIVED
    desk.considers_all(number)
    assert desk.counts(number) == {
        (Remedy.ISSUE_ACCOUNT, PlanState.DONE): 1,
        (Remedy.KEEP_ACCOUNT, PlanState.PROPOSED): 1,
        (Remedy.WAIT_FOR_SYNC, PlanState.PROPOSED): 1,
    }
