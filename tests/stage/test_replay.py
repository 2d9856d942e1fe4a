"""Stored verdicts computed again: what agrees, what does not, and how the command tells it."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text

from app.resolution.replay import Kept, Outcome, Replayed, replay
from app.resolution.terms import Terms
from app.store import plans, readings
from app.store.session import Database
from models import Plan
from models.vocabulary import TicketState, WhoActs
from tests.support import build
from tests.support.proved import judged

SLOW = Terms(rename_after_days=30)


def a_plan(database: Database, change: Callable[[Plan], None] = lambda _plan: None) -> int:
    """A rename the rules proposed, with something done to its row afterwards."""
    with database.write() as session:
        plan = judged(session, build.ticket(session, state=TicketState.RECEIVED))
        change(plan)
        session.add(plan)
        return plan.id


def replayed(database: Database, plan_id: int, terms: Terms | None = None) -> Replayed:
    with database.read() as session:
        plan = plans.by_id(session, plan_id)
        kept = Kept(
            plan,
            readings.lookup(session, plan.lookup_id),
            readings.by_id(session, plan.reading_id),
            plans.steps_of(session, plan.id),
        )
        return replay(kept, terms=terms)


def parts(found: Replayed) -> set[str]:
    return {each.part for each in found.differences}


def test_what_the_rules_decided_comes_out_again(database: Database) -> None:
    found = replayed(database, a_plan(database))
    assert (found.rule, found.outcome) == ("role_change.after_14_days", Outcome.SAME)
    assert found.differences == ()


def test_other_terms_give_another_verdict_and_say_where(database: Database) -> None:
    found = replayed(database, a_plan(database), SLOW)
    assert found.outcome is Outcome.DIFFERS
    assert {"remedi", "aturan", "tanggal janji", "langkah", "alur", "fakta"} <= parts(found)
    told = {each.part: (each.then, each.now) for each in found.differences}
    assert told["aturan"] == ("role_change.after_14_days", "role_change.within_14_days")
    assert told["langkah"] == ("rename_account, notify_owner", "check_again")


def test_a_step_that_somebody_changed_is_found(database: Database) -> None:
    plan_id = a_plan(database)
    with database.write() as session:
        step = plans.steps_of(session, plan_id)[0]
        step.after = {**step.after, "primary_email": "orang.lain@admin.smp.belajar.id"}  # type: ignore[dict-item]
        session.add(step)
    found = replayed(database, plan_id)
    assert parts(found) == {"langkah pada usulan"}
    assert "orang.lain" not in str(found)


def test_a_promise_that_somebody_changed_is_found(database: Database) -> None:
    def later(plan: Plan) -> None:
        plan.promised_at = build.NOON + timedelta(days=90)

    assert parts(replayed(database, a_plan(database, later))) == {"tanggal janji pada usulan"}


@pytest.mark.parametrize(
    ("part", "value"),
    [("rule_version", 99), ("source", "HC-form"), ("who_acts", WhoActs.NOBODY)],
)
def test_no_column_can_be_changed_unnoticed(database: Database, part: str, value: object) -> None:
    """Not even to a rule or a version that the program does not know."""
    found = replayed(database, a_plan(database, lambda plan: setattr(plan, part, value)))
    assert found.outcome is Outcome.DIFFERS
    assert len(found.differences) == 1


def test_a_word_nobody_knows_in_one_row_hides_no_other(
    database: Database, loket: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    ids = [a_plan(database), a_plan(database), a_plan(database)]
    with database.write() as session:
        session.connection().execute(
            text("UPDATE step SET automation = 'tidak_ada' WHERE plan_id = :plan"),
            {"plan": ids[1]},
        )
    assert loket("replay") == 1
    told = capsys.readouterr().out
    assert f"Usulan {ids[1]} " in told
    assert "3 usulan: 2 sama, 1 berbeda" in told


def test_a_row_that_cannot_be_read_any_more_differs(database: Database) -> None:
    def spoil(plan: Plan) -> None:
        plan.circumstances = {"now": "kemarin"}

    assert replayed(database, a_plan(database, spoil)).outcome is Outcome.DIFFERS


def test_a_rule_version_that_is_gone_and_a_plan_from_before_are_told_apart(
    database: Database,
) -> None:
    def newer(plan: Plan) -> None:
        plan.rule_version = 99
        plan.content = {**plan.content, "rule_version": 99}  # type: ignore[dict-item]

    def from_before(plan: Plan) -> None:
        plan.circumstances = None

    assert replayed(database, a_plan(database, newer)).outcome is Outcome.RULE_GONE
    assert replayed(database, a_plan(database, from_before)).outcome is Outcome.NOT_KEPT


def test_the_command_says_how_many_agree(
    database: Database, loket: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    a_plan(database)
    with database.write() as session:
        build.planned(session)
    assert loket("replay") == 0
    told = capsys.readouterr()
    assert "2 usulan: 1 sama, 0 berbeda" in told.out
    assert "1 dari sebelum keadaan dicatat" in told.out
    assert "2 dari 2" in told.err


def test_the_command_names_each_that_differs(
    database: Database, loket: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    def tamper(plan: Plan) -> None:
        plan.promised_at = build.NOON + timedelta(days=90)

    plan_id = a_plan(database, tamper)
    a_plan(database)
    assert loket("replay") == 1
    told = capsys.readouterr().out
    assert f"Usulan {plan_id} (laporan 71" in told
    assert "tanggal janji pada usulan: 2027-02-23" in told
    assert loket("replay", "--json") == 1
    row = json.loads(capsys.readouterr().out)
    assert (row["plans"], row["same"], row["differs"]) == (2, 1, 1)
    assert [each["plan"] for each in row["named"]] == [plan_id]


def test_the_command_begins_with_a_day(
    database: Database, loket: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    def old(plan: Plan) -> None:
        plan.created_at = build.NOON - timedelta(days=3)

    a_plan(database, old)
    assert loket("replay", "--since", "2026-11-23") == 0
    assert capsys.readouterr().out.startswith("0 usulan")
    assert loket("replay", "--since", "2026-11-22") == 0
    assert capsys.readouterr().out.startswith("1 usulan")
    assert loket("replay", "--since", "kemarin") == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err
