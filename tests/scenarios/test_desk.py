"""Every situation through the form, the worker and the ticket page, all in one installation."""

import re
from pathlib import Path

import pytest

from app.reading.reader import Reader
from app.store.session import Database
from app.web import labels
from tests.scenarios.desk import SUBJECT_LINE, Desk, Seen, as_sent, opened
from tests.scenarios.holding import objections, unsafe
from tests.scenarios.situation import Situation, situations
from tests.scenarios.test_decide import decided
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

# A directory forgets what was deleted by its own clock, a world folder by that of its extract.
OTHER_CLOCK = frozenset({"deleted-too-long"})
SAMPLE = 10  # on PostgreSQL every tenth


@pytest.mark.slow
def test_the_desk_decides_what_the_command_decides(
    database: Database, reader: Reader, tmp_path: Path
) -> None:
    every = 1 if database.is_sqlite else SAMPLE
    chosen = [as_sent(each) for each in situations()[::every]]
    start = min(each.now for each in chosen)
    with opened(database, reader, tmp_path, start=start) as desk:
        numbers = desk.takes(chosen)
        found = {each.id: desk.seen(numbers[each.id]) for each in chosen}
        wrong = {
            each.id: problems
            for each in chosen
            if (problems := _problems(each, found[each.id], reader))
        }
        agent = _agent(desk)
        unshown = [each.id for each in chosen if not _is_shown(agent, found[each.id])]
    assert wrong == {}, "\n".join(f"{name}: {each}" for name, each in wrong.items())
    assert unshown == []


def _problems(situation: Situation, seen: Seen, reader: Reader) -> list[str]:
    """How it differs from the command's word, and from what the situation demands."""
    demands = objections if seen.category == situation.category else unsafe
    found = list(demands(situation, seen.subjects))
    called = _called(situation, seen, reader)
    found += [
        f"the command says {theirs},\nthe desk {ours}"
        for theirs, ours in zip(_gist(called), _gist(seen.subjects), strict=False)
        if theirs != ours and situation.id not in OTHER_CLOCK
    ]
    found += [f"says {word}" for word in situation.unsaid if word in seen.letter]
    return found


def _called(situation: Situation, seen: Seen, reader: Reader) -> list[dict[str, object]]:
    """The subjects `loket decide` finds for the same words."""
    earlier = (str(seen.number - 1),) if situation.history else ()
    row = situation.row(says_category=True) | {"subject": SUBJECT_LINE, "history": list(earlier)}
    return list(decided(situation, reader, row=row)["subjects"])


def _gist(subjects: list[dict[str, object]]) -> list[object]:
    """All but the instants at which a fact was read."""
    return [
        (
            each["match"],
            {
                key: value
                for key, value in each["verdict"].items()  # type: ignore[attr-defined]
                if key != "facts"
            },
        )
        for each in subjects
    ]


def _is_shown(agent: TestClient, seen: Seen) -> bool:
    """Whether the ticket's page shows a colleague each verdict's remedy, rule and who acts."""
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", agent.get(f"/tiket/{seen.number}").text))
    return all(
        f"{plan.rule} v{plan.rule_version}" in page
        and labels.label(plan.remedy) in page
        and labels.label(plan.who_acts) in page
        for plan in seen.plans
    )


def _agent(desk: Desk) -> TestClient:
    return Colleagues(desk.site, lambda: TestClient(desk.app, follow_redirects=False)).as_agent()
