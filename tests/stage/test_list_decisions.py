"""Lines of a list: each decided, carried out and settled on its own."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app import desk as usual
from app.listing import acts
from app.resolution import keep as kept_plans
from app.resolution import recorded
from app.resolution.approve import AlreadyApproved, AlreadyDecided
from app.resolution.conclude import conclude
from app.resolution.ports import AccountAdmin, NewAccount
from app.store import plans, readings, tickets
from app.work import sweep
from models.vocabulary import (
    PlanState,
    Remedy,
    StepState,
    TicketState,
)
from tests.support import listed
from tests.support.listed import Desk

NEW, USED, TODAY, FOREIGN = 40, 12, 6, 2
HANDFUL = {"baru": 6, "lama": 3, "kini": 2}
JOURNAL = "direktori.jsonl"


def created(tmp_path: Path) -> list[str]:
    """Addresses of the accounts the directory says it made, each as often as it did."""
    journal = tmp_path / JOURNAL
    kept = journal.read_text(encoding="utf-8").splitlines() if journal.exists() else []
    return [json.loads(each)["primaryEmail"] for each in kept if each.strip()]


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
    seen = listed.watched(desk, lambda: None, at=0)
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
    # The directory may show late what it did; after a minute it is said to differ.
    desk.now += timedelta(minutes=2)
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
    seen = listed.watched(desk, lambda: None, at=0)
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


def test_the_verdict_of_a_line_can_be_computed_again(desk: Desk) -> None:
    number = desk.arrives(listed.listed(**HANDFUL), requester_email=listed.ELSEWHERE)
    desk.considers_all(number)
    with desk.database.read() as session:
        for each in desk.plans(number):
            lookup = readings.lookup(session, each.lookup_id)
            reading = readings.by_id(session, each.reading_id)
            case = recorded.case_of(each, lookup, reading)
            assert case is not None
            assert conclude(case) == kept_plans.recall(each)
