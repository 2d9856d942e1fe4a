"""The order in which both systems and we ourselves say that things happened."""

from dataclasses import replace
from datetime import date, timedelta

from app.kit.clock import at_wib
from app.lookup.timeline import Change, Happening, timeline
from models.vocabulary import ExitReason, StepAction, System
from tests.support import build

MOVED = replace(
    build.person().placements[0],
    since=date(2020, 7, 13),
    left_on=date(2026, 10, 31),
    left_for=ExitReason.TRANSFERRED,
)
PERSON = build.person(placements=(*build.person().placements, MOVED))
ACCOUNT = build.account(
    created_at=at_wib(date(2021, 1, 4), 8),
    last_login_at=at_wib(date(2026, 11, 20), 7),
    deletion_on=date(2026, 12, 5),
)
FOUND = build.dossier(match=replace(build.dossier().match, person=PERSON), accounts=(ACCOUNT,))


def test_every_word_of_both_systems_stands_in_order() -> None:
    moments = timeline(
        FOUND,
        written=build.NOON,
        promised=[at_wib(date(2026, 12, 9), 9)],
        changes=[Change(StepAction.RENAME_ACCOUNT, str(ACCOUNT.address), build.NOON)],
    )
    assert [(each.day.isoformat(), each.happening.value) for each in moments] == [
        ("2020-07-13", "placed"),
        ("2021-01-04", "created"),
        ("2026-10-31", "left"),
        ("2026-11-01", "placed"),
        ("2026-11-05", "noticed"),
        ("2026-11-20", "signed_in"),
        ("2026-11-25", "extracted"),
        ("2026-11-25", "written"),
        ("2026-11-25", "changed"),
        ("2026-12-05", "deletion_due"),
        ("2026-12-09", "promised"),
    ]
    assert {each.system for each in moments} == set(System)


def test_a_day_without_an_hour_comes_before_the_hours_of_that_day() -> None:
    early = build.account(noticed_on=date(2026, 11, 25))
    moments = timeline(build.dossier(accounts=(early,)), written=at_wib(date(2026, 11, 25), 0, 0))
    same_day = [each.happening for each in moments if each.day == date(2026, 11, 25)]
    assert same_day == [Happening.NOTICED, Happening.WRITTEN, Happening.EXTRACTED]


def test_a_day_is_a_day_of_wib() -> None:
    late = build.NOON + timedelta(hours=13)
    (written,) = [
        each
        for each in timeline(build.dossier(), written=late)
        if each.happening is Happening.WRITTEN
    ]
    assert written.day == date(2026, 11, 26)
