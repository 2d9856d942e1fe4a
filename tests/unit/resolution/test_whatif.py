"""Recorded cases decided again: by their own numbers the same, by others counted."""

from dataclasses import replace
from datetime import timedelta
from random import Random

from app.kit.kept import dump, load
from app.resolution.terms import PUBLISHED, Terms
from app.resolution.verdict import Case, Verdict
from app.resolution.whatif import (
    Queue,
    Shift,
    Simulation,
    Summary,
    again,
    simulate,
    summary,
)
from models.vocabulary import Category, Peran, Remedy
from tests.unit.resolution import build as b
from tests.unit.resolution.people import NEW, STAFF, SUPPORT, deleted
from tests.unit.resolution.strategies import a_case, some_terms

SHORT = Terms(rename_after_days=7)
HEAD = b.teacher(b.placement(peran=Peran.ADMIN, ptk_type="20"))


def told(days: int) -> Case:
    return b.case(Category.ROLE_CHANGE, HEAD, b.account(noticed_on=b.days_ago(days)))


def recorded(*cases: Case) -> list[tuple[Case, Verdict]]:
    return [(case, again(case)) for case in cases]


def test_any_case_gives_its_own_verdict_again_also_after_being_kept() -> None:
    chance = Random(7)  # noqa: S311 a test's luck
    made = [a_case(chance, some_terms(chance)) for _ in range(300)]
    kept = [(case, load(Verdict, dump(again(case)))) for case in made]
    found = simulate(kept, PUBLISHED)
    assert (found.cases, found.reproduced, found.unlike) == (300, 300, ())


def test_the_numbers_in_force_change_no_answer() -> None:
    found = simulate(recorded(told(3), told(10), told(20)), PUBLISHED)
    assert (found.changed, found.rules, found.promises) == (0, {}, {})
    assert found.before == found.after == Queue(manual=0, changes=1, by_two=0)


def test_shorter_waiting_is_counted_by_rule_remedy_promise_and_queue() -> None:
    found = simulate(recorded(told(3), told(10), told(20)), SHORT)
    waits, renames = "role_change.within_14_days", "role_change.after_14_days"
    assert found.rules == {(waits, waits): 1, (waits, renames): 1}
    assert found.remedies == {("wait_for_sync", "rename_account"): 1}
    assert found.promises == {Shift.EARLIER: 1, Shift.DROPPED: 1}
    assert found.differing == ((0, waits), (1, renames))
    assert (found.before.changes, found.after.changes) == (1, 2)


def test_longer_waiting_promises_later_or_for_the_first_time() -> None:
    found = simulate(recorded(told(10), told(20)), Terms(rename_after_days=30))
    assert found.promises == {Shift.LATER: 1, Shift.MADE: 1}


def test_another_version_takes_a_person_out_of_the_queue_and_puts_two_in() -> None:
    case = b.case(Category.NO_ACCOUNT_STAFF, SUPPORT)
    old = b.case(Category.ACCOUNT_DELETED, STAFF, deleted(5), requester=b.OWNER)
    terms = Terms(versions=(("new.support_staff", 2),), many_subjects=1)
    many = replace(old, subjects=2)
    found = simulate(recorded(case, many), terms)
    assert found.before == Queue(manual=1, changes=1, by_two=0)
    assert found.after == Queue(manual=0, changes=2, by_two=1)
    # Who must say yes is part of the answer, although rule and remedy stay.
    assert found.differing[1] == (1, "deleted.within_20_days")


def test_a_verdict_that_is_not_given_any_more_is_named() -> None:
    case = told(10)
    other = replace(again(case), promised_at=b.WEDNESDAY_MORNING + timedelta(days=99))
    found = simulate([(told(20), again(told(20))), (case, other)], PUBLISHED)
    assert (found.cases, found.reproduced, found.unlike) == (2, 1, (1,))


def test_a_mended_wording_of_the_statement_is_the_same_verdict() -> None:
    case = told(10)
    verdict = again(case)
    old = replace(verdict, source=replace(verdict.source, statement="Dahulu begini."))
    assert simulate([(case, old)], PUBLISHED).reproduced == 1


def test_slices_add_up_to_the_whole() -> None:
    every = recorded(told(3), told(10), told(20), b.case(Category.NO_ACCOUNT_STAFF, NEW))
    parts = simulate(every[:2], SHORT) + simulate(every[2:], SHORT)
    assert parts == simulate(every, SHORT)
    assert Simulation() + parts == parts


def test_a_summary_is_kept_and_told_the_most_frequent_first() -> None:
    found = summary(simulate(recorded(told(3), told(4), told(10)), SHORT))
    assert found.rules[0][2] == 2
    assert found.remedies == ((Remedy.WAIT_FOR_SYNC, Remedy.RENAME_ACCOUNT, 1),)
    assert load(Summary, dump(found)) == found
