"""Classifiers on a shelf: one pointer, switched whole, with a way back."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from app.reading.classifier import ARTEFACT, CARD, Classifier
from app.reading.corpus import Labelled
from app.reading.facts import Incoming
from app.reading.reader import Latest, Reader
from app.reading.shelf import KEPT, Champion, NothingBefore, Shelf
from app.reading.training import train
from models.vocabulary import Category
from tests.support.build import NOON

TEXTS = {
    Category.PASSWORD_RESET: ("lupa sandi akun", "reset password saya", "kode pulih ke hp lama"),
    Category.ACCOUNT_DELETED: ("akun sudah dihapus", "akun saya hilang", "akun mati, dihapus"),
    Category.DATA_MIGRATION: ("pindahkan isi drive", "takeout gagal", "data classroom ikut pindah"),
}


def fitted(ending: str) -> Classifier:
    return train(
        [
            Labelled(f"{text} {word}", label, batch=word)
            for label, texts in TEXTS.items()
            for text in texts
            for word in ("min", "pak", ending)
        ]
    )


@pytest.fixture(scope="module")
def one() -> Classifier:
    return fitted("tolong")


@pytest.fixture(scope="module")
def two() -> Classifier:
    return fitted("mohon")


def champion(shelf: Shelf) -> Champion:
    found = shelf.champion()
    assert found is not None
    return found


def test_what_is_promoted_reads_and_one_can_go_back(
    tmp_path: Path, one: Classifier, two: Classifier
) -> None:
    shelf = Shelf(tmp_path)
    assert shelf.champion() is None
    first = shelf.put(one, {"labels": 0})
    assert shelf.champion() is None
    shelf.promote(first, now=NOON)
    second = shelf.put(two, {"labels": 1})
    assert champion(shelf).name == first
    shelf.promote(second, now=NOON + timedelta(days=1))
    assert champion(shelf) == Champion(second, (NOON + timedelta(days=1)).isoformat(), (first,))
    assert shelf.load().name == second
    assert shelf.about() == {"labels": 1}
    assert shelf.roll_back(now=NOON) == first
    assert shelf.load().name == first
    with pytest.raises(NothingBefore):
        shelf.roll_back(now=NOON)


def test_a_bare_classifier_reads_and_is_settled_when_another_comes(
    tmp_path: Path, one: Classifier, two: Classifier
) -> None:
    one.save(tmp_path)
    shelf = Shelf(tmp_path)
    assert shelf.load().name == one.name
    shelf.promote(shelf.put(two, {}), now=NOON)
    assert not (tmp_path / CARD).exists()
    assert champion(shelf).before == (one.name,)
    assert shelf.roll_back(now=NOON) == one.name


def test_a_crash_between_writing_and_switching_leaves_the_old_one(
    tmp_path: Path, one: Classifier, two: Classifier
) -> None:
    shelf = Shelf(tmp_path)
    shelf.promote(first := shelf.put(one, {}), now=NOON)
    left = shelf.put(two, {})
    (tmp_path / ".champion.json-0000").write_text('{"name": "' + left, "utf-8")
    assert champion(shelf).name == first
    # The next promotion clears what lies about.
    shelf.promote(first, now=NOON)
    assert not (tmp_path / left).exists()


def test_a_corrupt_newcomer_leaves_the_old_one_reading(
    tmp_path: Path, one: Classifier, two: Classifier
) -> None:
    shelf = Shelf(tmp_path)
    shelf.promote(shelf.put(one, {}), now=NOON)
    reader = Latest(tmp_path)
    assert reader(Incoming("lupa sandi")).classifier == one.name
    second = shelf.put(two, {})
    (tmp_path / second / ARTEFACT).write_bytes(b"rusak")
    shelf.promote(second, now=NOON)
    assert reader(Incoming("lupa sandi")).classifier == one.name
    assert Reader.load(tmp_path).classifier is None
    assert shelf.roll_back(now=NOON) == one.name
    assert reader(Incoming("lupa sandi")).classifier == one.name


def test_a_corrupt_predecessor_is_passed_over(
    tmp_path: Path, one: Classifier, two: Classifier
) -> None:
    shelf = Shelf(tmp_path)
    names = []
    for each in (one, two, fitted("ya")):
        names.append(shelf.put(each, {}))
        shelf.promote(names[-1], now=NOON)
    (tmp_path / names[1] / CARD).write_text("{}", "utf-8")
    assert shelf.roll_back(now=NOON) == names[0]


def test_a_pointer_that_cannot_be_read_is_no_champion(tmp_path: Path, one: Classifier) -> None:
    shelf = Shelf(tmp_path)
    shelf.promote(shelf.put(one, {}), now=NOON)
    reader = Latest(tmp_path)
    shelf.pointer.write_text("{", "utf-8")
    assert shelf.champion() is None
    assert reader(Incoming("lupa sandi")).classifier == one.name
    assert Reader.load(tmp_path).classifier is None


def test_another_process_switches_and_this_one_notices(
    tmp_path: Path, one: Classifier, two: Classifier
) -> None:
    shelf = Shelf(tmp_path)
    shelf.promote(shelf.put(one, {}), now=NOON)
    reader = Latest(tmp_path)
    assert reader(Incoming("lupa sandi")).classifier == one.name
    second = shelf.put(two, {})
    program = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path;"
        "from app.reading.shelf import Shelf;"
        "Shelf(Path(sys.argv[1])).promote(sys.argv[2], now=datetime.now(UTC))"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", program, str(tmp_path), second], cwd=root, check=True)
    assert reader(Incoming("lupa sandi")).classifier == second


def test_an_empty_shelf_begins_to_read_when_something_is_laid_on_it(
    tmp_path: Path, one: Classifier
) -> None:
    reader = Latest(tmp_path / "baru")
    assert reader(Incoming("reset password saya")).category is None
    shelf = Shelf(tmp_path / "baru")
    shelf.promote(shelf.put(one, {}), now=NOON)
    assert reader(Incoming("reset password saya")).category is Category.PASSWORD_RESET


def test_ten_are_kept(tmp_path: Path, one: Classifier) -> None:
    shelf = Shelf(tmp_path)
    base = shelf.put(one, {})
    for number in range(KEPT + 2):
        name = f"linear-{number}"
        (tmp_path / name).mkdir()
        (tmp_path / name / CARD).write_text("{}", "utf-8")
        shelf.promote(name, now=NOON)
    assert not (tmp_path / base).exists()
    assert len([each for each in tmp_path.iterdir() if each.is_dir()]) == KEPT


def test_a_refused_one_is_let_go_but_never_one_that_reads(
    tmp_path: Path, one: Classifier, two: Classifier
) -> None:
    shelf = Shelf(tmp_path)
    shelf.promote(first := shelf.put(one, {}), now=NOON)
    shelf.remove(shelf.put(two, {}))
    shelf.remove(first)
    assert [each.name for each in tmp_path.iterdir() if each.is_dir()] == [first]
