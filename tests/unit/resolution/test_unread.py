"""A message nobody could read."""

from dataclasses import replace

from app.resolution.policy import decide
from models.vocabulary import Category, Missing, Remedy
from tests.unit.resolution import build


def test_a_message_without_a_problem_is_asked_what_the_problem_is() -> None:
    case = replace(build.case(Category.SYNC_STATUS, build.NOT_GIVEN), category=None)
    verdict = decide(case)
    assert verdict.remedy is Remedy.ASK_REQUESTER
    assert verdict.missing == (Missing.WHICH_PROBLEM,)
