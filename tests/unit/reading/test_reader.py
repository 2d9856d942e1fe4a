"""The reader on a small fitted classifier: behaviour, not scores."""

from pathlib import Path

import pytest

from app.reading.classifier import CARD, Classifier, ClassifierMismatch
from app.reading.corpus import Labelled
from app.reading.facts import Incoming
from app.reading.reader import Reader
from app.reading.training import train
from models.vocabulary import Category, Decision

TEXTS = {
    Category.PASSWORD_RESET: ("lupa sandi akun", "reset password saya", "kode pulih ke hp lama"),
    Category.ACCOUNT_DELETED: ("akun sudah dihapus", "akun saya hilang", "akun mati, dihapus"),
    Category.DATA_MIGRATION: ("pindahkan isi drive", "takeout gagal", "data classroom ikut pindah"),
    Category.OUT_OF_SCOPE: ("jual pulsa murah", "akun madrasah emis", "bantuan pip belum cair"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [
        Labelled(f"{text} {ending}", label, batch=batch, self_category=label)
        for label, texts in TEXTS.items()
        for text in texts
        for batch, ending in (("a", "min"), ("b", "tolong pak"), ("c", "mohon bantuan"))
    ]
    where = tmp_path_factory.mktemp("classifier")
    train(rows).save(where)
    return where


@pytest.fixture(scope="module")
def reader(folder: Path) -> Reader:
    return Reader.load(folder)


@pytest.mark.parametrize(
    "text", ["lupa sandi", "LUPA KATA SANDI!!", "lupa password nih", "lupaaa pw"]
)
def test_spelling_does_not_change_the_category(reader: Reader, text: str) -> None:
    assert reader(Incoming(text)).category is Category.PASSWORD_RESET


def test_a_denied_problem_is_not_the_problem(reader: Reader) -> None:
    seen = reader(Incoming("saya tidak lupa sandi, akun saya dihapus"))
    assert seen.category is Category.ACCOUNT_DELETED


def test_words_that_decided_are_the_writers_own(reader: Reader) -> None:
    text = "akunku kehapus kemarin"
    because = reader(Incoming(text)).because
    assert because
    assert all(one.words in text for one in because)


def test_a_text_without_meaning_is_never_automatic(reader: Reader) -> None:
    for text in ("qwerty zxcv", "?", "tes"):
        assert reader(Incoming(text)).decision is not Decision.AUTO


def test_nothing_written_goes_to_a_person(reader: Reader) -> None:
    seen = reader(Incoming("   "))
    assert (seen.category, seen.decision) == (None, Decision.HUMAN)


def test_without_a_classifier_facts_are_still_read(tmp_path: Path) -> None:
    seen = Reader.load(tmp_path)(Incoming("NPSN 69900016 lupa sandi"))
    assert (seen.category, seen.decision, seen.facts.npsn) == (None, Decision.HUMAN, ("69900016",))


def test_alternatives_are_the_next_best(reader: Reader) -> None:
    seen = reader(Incoming("lupa sandi"))
    chances = [seen.probability, *(one.probability for one in seen.alternatives)]
    assert chances == sorted(chances, reverse=True)


def test_a_changed_artefact_is_refused(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes() + b" ")
    with pytest.raises(ClassifierMismatch):
        Classifier.load(tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('"probability": ', '"probability": 9', id="another answer"),
        pytest.param("{", "", id="no card"),
    ],
)
def test_a_card_that_does_not_fit_is_refused(
    folder: Path, tmp_path: Path, old: str, new: str
) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    card = (tmp_path / CARD).read_text("utf-8")
    (tmp_path / CARD).write_text(card.replace(old, new, 1), "utf-8")
    with pytest.raises(ClassifierMismatch):
        Classifier.load(tmp_path)
    assert Reader.load(tmp_path).classifier is None
