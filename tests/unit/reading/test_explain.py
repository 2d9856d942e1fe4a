"""Why a category was chosen: the words, exactly as they were weighed."""

from pathlib import Path

import pytest

from app.reading.classifier import Classifier, words_of
from app.reading.explain import _shares, explain
from app.reading.facts import Guess, Likelihood, Words
from app.reading.features import grams, stem_row
from app.reading.normalise import normalise
from app.reading.reader import _words_for
from app.reading.shelf import Shelf
from models.vocabulary import Category

TEXTS = [
    "akun guru saya dihapus padahal masih mengajar, mohon dipulihkan",
    "lupa kata sandi akun belajar.id, hp lama hilang. lupa juga email pemulihan",
    "saya tidak lupa sandi; akun saya tidak ditemukan di laman cek",
]


@pytest.fixture(scope="session")
def classifier_itself(classifier: Path) -> Classifier:
    return Shelf(classifier).load()


@pytest.mark.parametrize("text", TEXTS)
def test_the_shares_of_the_words_make_the_whole_lead(
    classifier_itself: Classifier, text: str
) -> None:
    normal = normalise(text)
    scores = classifier_itself.scores(normal)
    first, second = 3, 7
    names = grams(normal.stems)
    row = stem_row(classifier_itself.stems, names)
    spelt = classifier_itself._spelt.brought(words_of(normal))
    shares = _shares(normal, names, *classifier_itself._lead(row, spelt, first, second))
    bias = classifier_itself.bias[first] - classifier_itself.bias[second]
    assert sum(shares) + bias == pytest.approx(scores[first] - scores[second], abs=1e-4)


def test_words_are_the_writers_and_end_with_their_clause() -> None:
    normal = normalise("Akun hilang, TOLONG pulihkan")
    stems = dict.fromkeys(normal.stems, 1.0)
    told = explain(normal, grams(normal.stems), stems, {})
    assert [one.words for one in told.winner] == ["akun hilang", "tolong pulihkan"]


def test_what_speaks_for_the_other_is_told_apart() -> None:
    normal = normalise("sandi aman tapi akun dihapus")
    weights = dict(zip(normal.stems, (-1.0, -0.5, 0.0, 0.2, 2.0), strict=True))
    told = explain(normal, grams(normal.stems), weights, {})
    assert [one.words for one in told.winner] == ["akun dihapus"]
    assert [one.words for one in told.runner_up] == ["sandi aman"]
    assert told.runner_up[0].weight == pytest.approx(1.5)


def test_masks_and_denials_show_no_invented_word() -> None:
    normal = normalise("bukan lupa sandi, kirim ke rini9@guru.sd.belajar.id ya 0812990011")
    told = explain(normal, grams(normal.stems), dict.fromkeys(normal.stems, 1.0), {})
    assert not any("x" in one.words.split("_")[0][:1] for one in told.winner)


CARRIED, SPOKE = (Words("akun hilang", 2.0),), (Words("lupa sandi", 1.0),)
A, B, C = Category.ACCOUNT_DELETED, Category.PASSWORD_RESET, Category.ACTIVATION


@pytest.mark.parametrize(
    ("order", "words"),
    [
        pytest.param((A, B), (CARRIED, SPOKE), id="as the text was weighed"),
        pytest.param((B, A), (SPOKE, CARRIED), id="the choice turned them around"),
        pytest.param((A, C), (CARRIED, ()), id="the choice put a third second"),
        pytest.param((C, A), ((), ()), id="the choice put a third first"),
    ],
)
def test_words_stay_with_the_category_they_speak_for(
    order: tuple[Category, ...], words: tuple[tuple[Words, ...], ...]
) -> None:
    weighed = (Likelihood(A, 0.5), Likelihood(B, 0.3), Likelihood(C, 0.2))
    guess = Guess(weighed, because=CARRIED, instead=SPOKE)
    assert _words_for(guess, [Likelihood(category, 0.5) for category in order]) == words
