"""Killed at any crossing of a boundary, or cut off from its database, Loket comes to the same end.

A deterministic sample; `python -m tests.bench.kills` does all of it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.kills.crossings import Point
from tests.support.kills.databases import Cluster, Databases, Files
from tests.support.kills.trial import Trials, trials

pytestmark = pytest.mark.slow

# Where a change or an acknowledgement is made and not yet written down.
KILLS = {
    "role_change": [
        Point("commit", 6, is_after=True),
        Point("request", 13, is_after=True),
        Point("commit", 13, is_after=False),
    ],
    "form": [Point("commit", 1, is_after=False), Point("commit", 1, is_after=True)],
}
CUTS = {
    "role_change": [Point("cut", 13, is_after=False)],
    "form": [Point("cut", 1, is_after=False)],
}


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
)
def tried(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, classifier: Path
) -> Iterator[Trials]:
    folder = tmp_path_factory.mktemp("bunuh")
    databases: Databases = Files(folder)
    if request.param == "postgresql":
        databases = Cluster(request.getfixturevalue("postgres_template"), folder.name)
    with trials(folder, classifier, databases) as ready:
        yield ready


@pytest.mark.parametrize("story", KILLS)
def test_a_kill_loses_nothing_and_doubles_nothing(tried: Trials, story: str) -> None:
    verdicts = [tried.kill(story, point) for point in KILLS[story]]
    assert all(each.was_hit for each in verdicts)
    assert [each.wrong for each in verdicts if each.wrong] == []


@pytest.mark.parametrize("story", CUTS)
def test_a_lost_commit_loses_nothing_and_doubles_nothing(tried: Trials, story: str) -> None:
    verdicts = [tried.kill(story, point) for point in CUTS[story]]
    assert all(each.was_hit for each in verdicts)
    assert [each.wrong for each in verdicts if each.wrong] == []


def test_a_mail_may_come_twice_only_when_its_taking_was_not_written_down(tried: Trials) -> None:
    taken = tried.kill("role_change", Point("mail", 1, is_after=True))
    refused = tried.kill("role_change", Point("mail", 1, is_after=False))
    assert (taken.wrong, refused.wrong) == ([], [])
    assert (taken.repeated, refused.repeated) == (1, 0)
