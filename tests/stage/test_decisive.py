"""The demo's letters against the demo's records: what is cited as decisive is."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.demo import people_change, people_missing, schools
from app.demo.build import Builder
from app.demo.letter import letters
from app.lookup.gather import Stated, dossiers
from app.lookup.world import World, WorldAccounts, WorldDapodik
from app.reading.facts import Incoming
from app.reading.reader import Reader
from app.resolution.conclude import conclude, says_the_same
from app.resolution.verdict import Case
from models.vocabulary import CHANGES_ACCOUNT, System
from tests.path.conftest import WEDNESDAY_NOON
from tests.support.proved import struck


@pytest.fixture(scope="module")
def cases(classifier: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    folder = tmp_path_factory.mktemp("dunia")
    build = Builder(WEDNESDAY_NOON)
    schools.found(build)
    people_change.enter(build)
    people_missing.enter(build)
    build.write(folder, extracted_at=WEDNESDAY_NOON - timedelta(hours=5))
    world, reader = World.load(folder), Reader.load(classifier)
    return list(_cases(world, reader))


def test_without_a_decisive_row_or_field_the_verdict_is_another(cases: list[Case]) -> None:
    struck_out: Counter[bool] = Counter()
    for case in cases:
        verdict = conclude(case)
        for fact in verdict.facts:
            less = struck(case, fact)
            if less is None:
                continue
            same = says_the_same(verdict, conclude(less))
            assert same is not fact.decisive, (verdict.rule, fact)
            struck_out[fact.decisive] += 1
    # Both kinds were met, often enough to mean something.
    assert min(struck_out[True], struck_out[False]) > 30


def test_no_account_is_changed_on_the_word_of_the_message_alone(cases: list[Case]) -> None:
    changing = 0
    for case in cases:
        verdict = conclude(case)
        if any(step.action in CHANGES_ACCOUNT for step in verdict.steps):
            carried = {each.system for each in verdict.facts if each.decisive}
            assert System.DAPODIK in carried, verdict.rule
            changing += 1
    assert changing > 5


def _cases(world: World, reader: Reader) -> Iterator[Case]:
    for letter in letters(WEDNESDAY_NOON):
        written = letter.submission
        read = reader(Incoming(written.text, written.subject, self_category=written.self_category))
        stated = Stated(
            name=written.requester_name or None,
            npsn=written.npsn,
            email=written.requester_email,
            address=written.account_address,
            text=f"{written.subject}\n{written.text}",
        )
        found = dossiers(
            read,
            dapodik=WorldDapodik(world),
            accounts=WorldAccounts(world),
            stated=stated,
            now=WEDNESDAY_NOON,
            on_access=lambda _asked: None,
        )
        for dossier in found:
            yield Case(
                read.category,
                read.facts,
                read.facets,
                dossier,
                WEDNESDAY_NOON,
                subjects=len(found),
            )
