"""Which words are learned, which examine, and which are doubted."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from app.learning.lessons import (
    BLIND_WEEKS,
    BY_ONE_PERSON_AT_MOST,
    CONFIRMED_AT_MOST,
    Lessons,
    Said,
    as_rows,
    lessons,
)
from models.vocabulary import Category, LabelKind
from tests.support.build import NOON

RESET, GONE = Category.PASSWORD_RESET, Category.ACCOUNT_DELETED
NEW = Category("x_baru")
OLD = NOON - timedelta(weeks=BLIND_WEEKS, days=1)


def said(number: int, kind: LabelKind = LabelKind.CORRECTED, **changes: object) -> Said:
    text = sha256(str(number).encode()).hexdigest()
    base = Said(number, kind, RESET, by=number % 7, at=NOON, text=text, ticket_id=1000 + number)
    return replace(base, **changes)  # type: ignore[arg-type]


def chosen(*words: Said, known: tuple[str, ...] = (), seen: int = 0) -> Lessons:
    return lessons(words, known=known, active={NEW}, seen=seen, now=NOON)


@pytest.mark.parametrize(
    ("kinds", "counts"),
    [
        ((LabelKind.CORRECTED, LabelKind.CORRECTED), 1),
        ((LabelKind.CORRECTED, LabelKind.CONFIRMED), 0),
        ((LabelKind.BLIND, LabelKind.CORRECTED), 0),
        ((LabelKind.CONFIRMED, LabelKind.CORRECTED), 1),
        ((LabelKind.CORRECTED, LabelKind.BLIND), 1),
    ],
)
def test_of_two_words_on_a_ticket_one_counts(
    kinds: tuple[LabelKind, LabelKind], counts: int
) -> None:
    two = [
        said(place + 1, kind, ticket_id=1, label=(RESET, GONE)[place], at=OLD)
        for place, kind in enumerate(kinds)
    ]
    [learned] = chosen(*two).learned
    assert learned.id == counts + 1


def test_the_blind_words_of_four_weeks_examine_and_their_tickets_are_not_learned() -> None:
    found = chosen(
        said(1, LabelKind.BLIND), said(2, ticket_id=1001), said(3, LabelKind.BLIND, at=OLD)
    )
    assert [word.id for word in found.blind] == [1]
    assert [word.id for word in found.learned] == [3]


def test_confirmations_and_one_persons_words_are_capped_newest_first() -> None:
    many = [
        said(number, LabelKind.CONFIRMED, by=number) for number in range(CONFIRMED_AT_MOST + 20)
    ]
    learned = chosen(*many).learned
    assert len(learned) == CONFIRMED_AT_MOST
    assert learned[-1].id == many[-1].id
    alone = [said(number, by=1) for number in range(BY_ONE_PERSON_AT_MOST + 5)]
    assert len(chosen(*alone).learned) == BY_ONE_PERSON_AT_MOST


def test_near_duplicates_are_left_out() -> None:
    text = "akun guru saya tidak bisa masuk karena lupa kata sandi"
    two = [said(1, text=text + "!"), said(2, text=text.upper())]
    assert [word.id for word in chosen(*two).learned] == [2]
    assert chosen(said(1, text=text), known=(text + " pak",)).learned == ()


def test_only_added_categories_in_use_are_learned() -> None:
    gone = Category("x_lama")
    found = chosen(said(1, label=NEW), said(2, label=gone))
    assert [word.label for word in found.learned] == [NEW]


def test_only_new_words_of_one_person_are_doubted() -> None:
    found = chosen(
        said(1),
        said(5),
        said(6, ticket_id=77, by=1),
        said(7, ticket_id=77, by=2),
        said(8, ticket_id=78, by=1),
        said(9, ticket_id=78, by=1, label=GONE),
        seen=4,
    )
    assert [word.id for word in found.doubtable] == [5, 9]


def test_a_weeks_words_are_one_batch() -> None:
    # Sunday evening in UTC is Monday in WIB.
    sunday = NOON.replace(day=29, hour=18)
    rows = as_rows([said(1), said(2, at=sunday)])
    assert [row.batch for row in rows] == ["petugas-2026-W48", "petugas-2026-W49"]
