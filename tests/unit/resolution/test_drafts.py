"""What a supervisor types becomes Terms, or one complaint for each wrong field."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kit.kept import dump, load
from app.resolution.drafts import VERSION, Complaint, read, typed_of, wrong
from app.resolution.terms import BOUNDS, PUBLISHED, Terms, changed
from tests.unit.resolution.strategies import some_terms

USUAL = typed_of(PUBLISHED)
SEEDS = st.randoms(use_true_random=False)


@given(SEEDS)
def test_what_is_read_is_what_was_meant(chance) -> None:  # type: ignore[no-untyped-def]
    terms = some_terms(chance)
    complaints = dict(wrong(terms))
    draft = read(typed_of(terms))
    assert draft.complaints == complaints
    if draft.terms:
        assert typed_of(draft.terms) == typed_of(terms)
        assert load(Terms, dump(draft.terms)) == draft.terms


def test_the_published_numbers_are_valid_and_name_no_version() -> None:
    assert read(USUAL).terms == PUBLISHED
    assert list(wrong(PUBLISHED)) == []


@pytest.mark.parametrize(
    ("field", "text", "key"),
    [
        pytest.param("rename_after_days", "", "draft.empty", id="nothing typed"),
        pytest.param("rename_after_days", "dua", "draft.no_number", id="a word"),
        pytest.param("rename_after_days", "-1", "draft.no_number", id="below nothing"),
        pytest.param("rename_after_days", "٣", "draft.no_number", id="other digits"),
        pytest.param("rename_after_days", "9" * 40, "draft.no_number", id="endless"),
        pytest.param("rename_after_days", "91", "draft.out_of_bounds", id="too long"),
        pytest.param("restorable_days", "21", "draft.out_of_bounds", id="longer than kept"),
        pytest.param("deletion_reminder_days", "30", "draft.reminder_too_early", id="no reminder"),
        pytest.param("new_jenjang_after_days", "30", "draft.new_after_old", id="old goes first"),
        pytest.param(f"{VERSION}new.support_staff", "3", "draft.unknown_version", id="not in code"),
        pytest.param(f"{VERSION}new.nothing", "1", "draft.unknown_version", id="no such rule"),
        pytest.param(f"{VERSION}new.support_staff", "x", "draft.unknown_version", id="no version"),
    ],
)
def test_a_wrong_field_is_told_and_nothing_else(field: str, text: str, key: str) -> None:
    draft = read({**USUAL, field: text})
    assert draft.terms is None
    assert {name: each.key for name, each in draft.complaints.items()} == {field: key}


def test_every_wrong_field_is_told_at_once() -> None:
    draft = read({**USUAL, "many_subjects": "0", "rename_after_days": "x"})
    assert set(draft.complaints) == {"many_subjects", "rename_after_days"}
    assert draft.complaints["many_subjects"] == Complaint(
        "draft.out_of_bounds", (("least", 1), ("most", 500))
    )


def test_only_an_unusual_version_is_kept() -> None:
    draft = read({**USUAL, f"{VERSION}new.support_staff": "2"})
    assert draft.terms == Terms(versions=(("new.support_staff", 2),))


def test_every_number_has_its_bounds() -> None:
    assert {*BOUNDS, "versions"} == set(Terms.__slots__)
    for name, bound in BOUNDS.items():
        assert bound.least <= getattr(PUBLISHED, name) <= bound.most


def test_what_changed_is_named() -> None:
    assert changed(replace(PUBLISHED, rename_after_days=7)) == ("rename_after_days",)
