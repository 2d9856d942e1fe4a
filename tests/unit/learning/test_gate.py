"""What the gate lets through."""

from collections.abc import Sequence

import pytest

from app.learning import gate
from app.learning.figures import Answered
from app.learning.gate import Known
from app.reading.scores import Judged
from models.vocabulary import Category

RESET, GONE, NEW = Category.PASSWORD_RESET, Category.ACCOUNT_DELETED, Category("x_baru")
N = 100


def row(
    *, label: Category = RESET, right: bool = True, sure: float = 0.96, auto: bool = False,
    trap: bool = False,
) -> Answered:  # fmt: skip
    said = label if right else (GONE if label is RESET else RESET)
    return Answered(Judged(said, sure, label, None, auto), is_trap=trap)


def rows(wrong: int, *, label: Category = RESET, n: int = N) -> list[Answered]:
    """`n` texts, evenly among them that many wrong ones."""
    missed = {place * n // wrong for place in range(wrong)}
    return [row(label=label, right=place not in missed) for place in range(n)]


def keys(before: Sequence[Answered], after: Sequence[Answered]) -> list[str]:
    return [reason.key for reason in gate.on_frozen(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param(rows(4), rows(4), [], id="the same"),
        pytest.param(rows(6), rows(3), [], id="better"),
        pytest.param(rows(3), rows(5), ["macro_f1"], id="two texts worse in a hundred"),
        pytest.param(rows(2), rows(8), ["macro_f1", "recall"], id="a category lost"),
        pytest.param(
            [*rows(0, n=9), *rows(4, label=GONE)],
            [*rows(3, n=9), *rows(0, label=GONE)],
            [],
            id="too few cases of a category to speak of its recall",
        ),
        pytest.param(
            [*rows(0), row(auto=True, trap=True, right=False)],
            [*rows(0), row(auto=True, trap=True, right=False)],
            [],
            id="as bold on traps as before",
        ),
        pytest.param(
            [*rows(0), row(trap=True, right=False)],
            [*rows(0), row(trap=True, right=False, auto=True)],
            ["traps"],
            id="bolder on traps",
        ),
        pytest.param(
            rows(4), [row(right=place >= 4, sure=0.6) for place in range(N)], ["ece"],
            id="its confidence means nothing",
        ),
        pytest.param([], [], [], id="nothing to examine with"),
    ],
)  # fmt: skip
def test_the_frozen_texts_decide(
    before: list[Answered], after: list[Answered], said: list[str]
) -> None:
    assert keys(before, after) == said


def test_the_same_texts_give_the_same_verdict() -> None:
    before, after = rows(3), rows(5)
    assert gate.on_frozen(before, after) == gate.on_frozen(before, after)


@pytest.mark.parametrize(("lost", "passes"), [(0, True), (2, True), (3, False)])
def test_the_blind_sample_must_not_get_worse(lost: int, passes: bool) -> None:
    assert (gate.on_blind(rows(1, n=20), rows(1 + lost, n=20)) == ()) is passes


@pytest.mark.parametrize(
    ("n", "found", "passes"), [(10, 7, True), (10, 6, False), (4, 0, True), (0, 0, True)]
)
def test_an_added_category_must_know_its_own_examples(n: int, found: int, passes: bool) -> None:
    assert (gate.on_added([Known(NEW, n, found)]) == ()) is passes
