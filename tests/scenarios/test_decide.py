"""Every situation through `loket decide`."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.cli.deciding import Decider
from app.kit.working_hours import OFFICE
from app.lookup.world import WorldAccounts, WorldDapodik
from app.reading.facts import Incoming, Understanding
from app.reading.reader import Reader
from models.vocabulary import Category, Decision
from tests.scenarios import world
from tests.scenarios.holding import objections, unsafe
from tests.scenarios.situation import WEDNESDAY_NOON, Situation, records, situations, the_world

ROOT = Path(__file__).parents[2]
EACH = pytest.mark.parametrize("situation", situations(), ids=lambda each: each.id)
# What the classifier of the repository's corpus reads as the examiner does; lower is a step back.
READ_RIGHTLY_AT_LEAST = 0.85
COMMAND = ("role-day-14", "missing-not-sent", "deleted-unproven", "class-of-twenty-one", "twins")


@cache
def _systems(extracted_at: datetime) -> tuple[WorldDapodik, WorldAccounts]:
    found = the_world(extracted_at)
    return WorldDapodik(found), WorldAccounts(found)


def decided(
    situation: Situation,
    reader: Callable[[Incoming], Understanding],
    *,
    says_category: bool = False,
    row: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """What the command says; `row` instead of the situation's own."""
    decider = Decider(reader, *_systems(situation.extracted_at), OFFICE)  # type: ignore[arg-type]
    return decider.decide(row or situation.row(says_category=says_category))


def of_category(reader: Reader, category: str) -> Callable[[Incoming], Understanding]:
    """What is read, with the category an agent has set."""

    def read(incoming: Incoming) -> Understanding:
        understood = reader(incoming)
        return replace(understood, category=Category(category), decision=Decision.SUGGEST)

    return read


@EACH
def test_what_follows_once_an_agent_has_named_the_category(
    situation: Situation, reader: Reader
) -> None:
    found = decided(situation, of_category(reader, situation.category))
    assert objections(situation, found["subjects"]) == []


@pytest.mark.parametrize("says_category", [False, True], ids=["as written", "category chosen"])
@EACH
def test_what_follows_from_the_words(
    situation: Situation, reader: Reader, says_category: bool
) -> None:
    """Read as something else, nothing may happen that the requester has no right to."""
    found = decided(situation, reader, says_category=says_category)
    is_read = found["category"] == situation.category
    demands = objections if is_read else unsafe
    assert list(demands(situation, found["subjects"])) == []


def test_most_of_them_are_read_rightly(reader: Reader) -> None:
    read = [reader(Incoming(each.text)).category == each.category for each in situations()]
    assert sum(read) / len(read) >= READ_RIGHTLY_AT_LEAST


def test_there_is_a_situation_for_each_category() -> None:
    assert len(situations()) >= 150
    assert len({each.id for each in situations()}) == len(situations())
    of_category = Counter(each.category for each in situations())
    assert set(of_category) == {category.value for category in Category}


def test_the_command_says_the_same(reader: Reader, classifier: Path, tmp_path: Path) -> None:
    chosen = [each for each in situations() if each.id in COMMAND]
    assert {each.now for each in chosen} == {WEDNESDAY_NOON}
    world.write(tmp_path / "dunia", list(records()), extracted_at=chosen[0].extracted_at)
    rows = "".join(json.dumps(each.row(says_category=True)) + "\n" for each in chosen)
    done = subprocess.run(
        [sys.executable, "-m", "app", "decide", "--world", str(tmp_path / "dunia")],
        cwd=ROOT,
        env={"PATH": "", "LOKET_CLASSIFIER_DIR": str(classifier)},
        input=rows,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    called = [decided(each, reader, says_category=True) for each in chosen]
    assert answers == json.loads(json.dumps(called))
    assert [
        objections(one, each["subjects"]) for one, each in zip(chosen, answers, strict=True)
    ] == [[] for _ in chosen]


# The examiner itself ---------------------------------------------------------------------------


def _spoilt(subjects: list[dict[str, Any]], **changed: object) -> list[dict[str, Any]]:
    """The same decision, with the first step of the first subject spoilt."""
    found = deepcopy(subjects)
    found[0]["verdict"]["steps"][0].update(changed)
    return found


@pytest.mark.parametrize(
    "changed",
    [
        {"automation": "auto"},
        {"automation": "two_person"},
        {"target": "lain@guru.sd.belajar.id"},
        {"action": "reset_password"},
    ],
    ids=["by itself", "another yes", "somebody else's", "another act"],
)
def test_a_wrong_step_is_objected_to(reader: Reader, changed: dict[str, str]) -> None:
    situation = next(each for each in situations() if each.id == "role-day-14")
    right = decided(situation, of_category(reader, situation.category))["subjects"]
    assert objections(situation, right) == []
    assert objections(situation, _spoilt(right, **changed))


def test_a_restoration_for_a_stranger_is_objected_to(reader: Reader) -> None:
    """Whatever is expected of that situation: it is one of the things that never may be."""
    owner = next(each for each in situations() if each.id == "deleted-five-days")
    right = decided(owner, of_category(reader, owner.category))["subjects"]
    assert list(unsafe(owner, right)) == []
    assert list(unsafe(replace(owner, email="penyusup@surat.example"), right))


def test_another_person_and_another_day_are_objected_to(reader: Reader) -> None:
    situation = next(each for each in situations() if each.id == "role-day-13")
    found = decided(situation, of_category(reader, situation.category))["subjects"]
    other = deepcopy(found)
    other[0]["match"]["person_id"] = world.person_id("Nilakandi Suryadinata")
    later = deepcopy(found)
    later[0]["verdict"]["promised_at"] = "2026-11-27T09:00:00+07:00"
    assert objections(situation, found) == []
    assert objections(situation, other)
    assert objections(situation, later)
