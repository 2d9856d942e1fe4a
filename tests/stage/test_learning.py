"""The loop from end to end: words in, a better challenger, a poisoned batch, the way back."""

import random
import shutil
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from app.learning import course, keep
from app.learning.teach import Taught
from app.reading.corpus import Labelled
from app.reading.facts import Incoming
from app.reading.reader import Latest
from app.reading.shelf import Shelf
from app.store import labels, trainings
from app.store.session import Database
from models import Training
from models.vocabulary import Category, LabelKind, StaffRole, TrainingOutcome
from tests.support import build
from tests.support.untraced import untraced
from tests.support.words import FEW, Slice, colleague, corrected, first, small_slice

SIMPKB = (
    "akun simpkb saya tidak bisa sinkron dengan belajar.id",
    "simpkb menolak masuk dengan akun belajar",
    "gagal menautkan simpkb ke akun belajar",
    "tautan simpkb hilang sejak kemarin",
    "simpkb minta verifikasi ulang terus",
    "bagaimana menghubungkan simpkb dan belajar id",
    "simpkb saya belum tertaut",
    "sinkron simpkb eror",
    "diklat di simpkb tidak muncul setelah ditautkan",
    "simpkb tertaut ke akun lama, minta dipindah",
)


# A training takes seconds and asks of the database what the tests without this do as well.
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(scope="module")
def part() -> Slice:
    return small_slice()


@pytest.fixture(scope="module")
def taught_once(tmp_path_factory: pytest.TempPathFactory, part: Slice) -> Path:
    folder = tmp_path_factory.mktemp("rak")
    first(folder, part)
    return folder


@pytest.fixture
def shelf(taught_once: Path, tmp_path: Path) -> Shelf:
    shutil.copytree(taught_once, tmp_path / "rak")
    return Shelf(tmp_path / "rak")


def trained(database: Database, shelf: Shelf, part: Slice) -> Taught:
    with database.write() as session:
        row = course.begin(session, by="uji", now=build.NOON)
    with untraced():
        taught = course.run(
            database, row.id, shelf, clock=lambda: build.NOON, material=part.material
        )
    assert taught is not None
    return taught


def said_of(reader: Latest, rows: Sequence[Labelled]) -> list[tuple[Category | None, float]]:
    found = [reader(Incoming(row.text, row.subject)) for row in rows]
    return [(each.category, each.probability) for each in found]


def with_arbitrary(rows: Sequence[Labelled], number: int) -> list[tuple[Labelled, Category]]:
    """Their own labels, that many replaced by another."""
    draw = random.Random(3)  # noqa: S311 - a repeatable choice
    pairs = [(row, row.label) for row in rows]
    for place in draw.sample(range(len(pairs)), number):
        row, label = pairs[place]
        pairs[place] = (row, draw.choice([each for each in FEW if each is not label]))
    return pairs


def test_words_are_learned_a_poisoned_batch_is_refused_and_one_can_go_back(
    database: Database, shelf: Shelf, part: Slice
) -> None:
    reader = Latest(shelf.folder)
    begun = said_of(reader, part.frozen)
    people = [colleague(database, name) for name in ("laksmi", "bagus", "retno")]

    corrected(database, shelf, with_arbitrary(part.said[:80], 0), by=people)
    better = trained(database, shelf, part)
    assert better.is_promoted, better.reasons
    assert better.scores.champion is not None
    assert better.scores.challenger.macro_f1.value > better.scores.champion.macro_f1.value
    champion = shelf.champion()
    assert champion is not None
    assert champion.name == better.challenger
    learned = said_of(reader, part.frozen)
    assert learned != begun

    # Five in a hundred arbitrary.
    corrected(database, shelf, with_arbitrary(part.said[80:160], 4), by=people)
    refused = trained(database, shelf, part)
    assert "audit" in [reason.key for reason in refused.reasons]
    assert len(refused.scores.audit.doubts) >= 2
    assert shelf.champion() == champion
    assert said_of(reader, part.frozen) == learned

    with database.write() as session:
        course.roll_back(session, shelf, by="uji", now=build.NOON)
    assert said_of(reader, part.frozen) == begun
    with database.read() as session:
        outcomes = [each.outcome for each in trainings.recent(session, limit=9)]
    assert outcomes == [
        TrainingOutcome.ROLLED_BACK,
        TrainingOutcome.REFUSED,
        TrainingOutcome.PROMOTED,
    ]


@on_sqlite
def test_a_batch_cleared_of_its_doubts_is_learned(
    database: Database, shelf: Shelf, part: Slice
) -> None:
    people = [colleague(database, name) for name in ("laksmi", "bagus")]
    supervisor = colleague(database, "hardi", StaffRole.SUPERVISOR)
    corrected(database, shelf, with_arbitrary(part.said[:80], 4), by=people)
    refused = trained(database, shelf, part)
    assert not refused.is_promoted
    with database.write() as session:
        for doubt in refused.scores.audit.doubts:
            keep.withdraw(session, doubt.event_id, by=supervisor, now=build.NOON)
    assert trained(database, shelf, part).is_promoted


@on_sqlite
def test_a_word_that_two_people_say_is_not_doubted(
    database: Database, shelf: Shelf, part: Slice
) -> None:
    [agent, supervisor] = [colleague(database, name) for name in ("laksmi", "hardi")]
    corrected(database, shelf, with_arbitrary(part.said[:40], 3), by=[agent])
    doubts = trained(database, shelf, part).scores.audit.doubts
    with database.write() as session:
        keep.vouch(session, doubts[0].event_id, by=supervisor, now=build.NOON)
        # One's own word is no second one, and saying it twice adds nothing.
        keep.vouch(session, doubts[1].event_id, by=agent, now=build.NOON)
        keep.vouch(session, doubts[0].event_id, by=supervisor, now=build.NOON)
    left = {each.event_id for each in trained(database, shelf, part).scores.audit.doubts}
    assert doubts[0].event_id not in left
    assert doubts[1].event_id in left
    with database.read() as session:
        assert labels.counted(session)[LabelKind.CORRECTED] == 41


@on_sqlite
def test_a_category_is_learned_from_ten_examples(
    database: Database, shelf: Shelf, part: Slice
) -> None:
    supervisor = colleague(database, "hardi", StaffRole.SUPERVISOR)
    code = Category("x_tautan_simpkb")
    with database.write() as session:
        keep.add_category(session, code, "SIMPKB", SIMPKB, by=supervisor, now=build.NOON)
    taught = trained(database, shelf, part)
    assert taught.is_promoted, taught.reasons
    reader = Latest(shelf.folder)
    seen = reader(Incoming("mohon bantuan, simpkb tidak mau tertaut ke akun belajar id saya"))
    assert seen.category is code
    assert seen.decision.value != "auto"
    with database.write() as session:
        keep.switch_off(session, code.value)
    assert trained(database, shelf, part).labels == 0


@on_sqlite
def test_nothing_a_person_wrote_is_on_the_card(
    database: Database, shelf: Shelf, part: Slice
) -> None:
    people = [colleague(database, "laksmi")]
    said = [Labelled(f"{row.text} Terima kasih.", row.label) for row in part.said[:60]]
    corrected(database, shelf, [(row, row.label) for row in said], by=people)
    taught = trained(database, shelf, part)
    assert taught.is_promoted, taught.reasons
    quoted = {one.text for one in shelf.load().card.golden}
    assert quoted <= {row.text for row in part.corpus}
    assert len(quoted) > 10


def test_only_one_training_runs_and_a_dead_one_is_given_up(database: Database) -> None:
    with database.write() as session:
        first_row = course.ask(session, by="hardi", now=build.NOON)
        with pytest.raises(course.AlreadyTraining):
            course.ask(session, by="hardi", now=build.NOON + timedelta(minutes=5))
    later = build.NOON + timedelta(hours=1)
    with database.write() as session:
        course.ask(session, by="hardi", now=later)
    with database.read() as session:
        assert trainings.by_id(session, first_row.id).outcome is TrainingOutcome.FAILED
    assert len(database.queue.list_queued_workflows(queue_name="latih")) == 2


def test_the_night_trains_only_when_somebody_said_something(
    database: Database, shelf: Shelf, part: Slice, tmp_path: Path
) -> None:
    assert not course.ask_nightly(database, by="loket", now=build.NOON)
    corrected(database, shelf, with_arbitrary(part.said[:2], 0), by=[colleague(database, "laksmi")])
    assert course.ask_nightly(database, by="loket", now=build.NOON)
    assert not course.ask_nightly(database, by="loket", now=build.NOON)
    with database.read() as session:
        [row] = trainings.recent(session, limit=2)
    # Nothing to be compared with and little to learn: what matters is that it came to an end.
    few = Slice(part.corpus[::4], (), part.frozen[::4]).material
    empty = Shelf(tmp_path / "rak-kosong")
    with untraced():
        course.run(database, row.id, empty, clock=lambda: build.NOON, material=few)
    assert not course.ask_nightly(database, by="loket", now=build.NOON)


def test_a_training_that_breaks_is_marked_and_harms_nothing(
    database: Database, shelf: Shelf, part: Slice
) -> None:
    before = shelf.champion()
    with database.write() as session:
        row: Training = course.begin(session, by="uji", now=build.NOON)
    broken = Slice((), (), part.frozen).material
    with pytest.raises(ValueError, match=r"."):
        course.run(database, row.id, shelf, clock=lambda: build.NOON, material=broken)
    with database.read() as session:
        assert trainings.by_id(session, row.id).outcome is TrainingOutcome.FAILED
    assert shelf.champion() == before
    again = course.run(database, row.id, shelf, clock=lambda: build.NOON, material=part.material)
    assert again is None


def test_there_is_no_way_back_from_the_first(database: Database, shelf: Shelf) -> None:
    with pytest.raises(course.NoWayBack), database.write() as session:
        course.roll_back(session, shelf, by="uji", now=build.NOON)
    with database.read() as session:
        assert not trainings.recent(session, limit=1)
