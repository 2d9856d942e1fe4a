"""Editions of the policy's numbers: drafted by one, adopted by another, in force from a day on."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from app.kit.errors import Refusal
from app.resolution import editions
from app.resolution.editions import Text
from app.resolution.terms import PUBLISHED, Terms
from app.store import editions as kept
from app.store.session import Database, Session
from models import Edition, Staff
from models.vocabulary import EditionState, Remedy, StaffRole
from tests.support import build
from tests.support.judged import judged

NOW = build.NOON
TODAY = date(2026, 11, 25)
SEVEN = Terms(rename_after_days=7)
# Ten days ago: too soon by the published 14 days, late enough by 7.
TOLD = date(2026, 11, 15)


def colleague(session: Session, username: str) -> Staff:
    row = Staff(
        username=username,
        name=username.title(),
        role=StaffRole.SUPERVISOR,
        password_hash="-",
        created_at=NOW,
    )
    session.add(row)
    session.flush()
    return row


def drafted(session: Session, terms: Terms = SEVEN, by: str = "hardi") -> Edition:
    return editions.draft(
        session, Text("Tujuh hari", "", terms), by=colleague(session, by), now=NOW
    )


def adopted(session: Session, terms: Terms = SEVEN, *, day: date = TODAY, name: str = "a") -> None:
    edition = drafted(session, terms, f"hardi-{name}")
    by = colleague(session, f"tirta-{name}")
    editions.adopt(session, edition, day, seen=edition.changed_at, by=by, now=NOW)


def test_without_any_the_published_numbers_hold(database: Database) -> None:
    with database.write() as session:
        drafted(session)
        plan = judged(session, TOLD)
        assert editions.in_force(session, NOW) == editions.InForce(None, PUBLISHED)
    assert (plan.remedy, plan.edition_id) == (Remedy.WAIT_FOR_SYNC, None)


def test_a_ticket_is_judged_by_the_edition_in_force_and_names_it(database: Database) -> None:
    with database.write() as session:
        adopted(session)
        plan = judged(session, TOLD)
        found = editions.in_force(session, NOW)
    assert (plan.remedy, plan.edition_id) == (Remedy.RENAME_ACCOUNT, found.edition_id)
    assert plan.edition_id is not None
    assert found.terms == SEVEN


@pytest.mark.parametrize(
    ("instant", "days"),
    [
        pytest.param(datetime(2026, 11, 30, 16, 59, tzinfo=UTC), 7, id="still the day before"),
        pytest.param(datetime(2026, 11, 30, 17, 0, tzinfo=UTC), 21, id="midnight in WIB"),
        pytest.param(datetime(2030, 1, 1, tzinfo=UTC), 21, id="until another begins"),
    ],
)
def test_an_edition_begins_at_midnight_in_wib(
    database: Database, instant: datetime, days: int
) -> None:
    with database.write() as session:
        adopted(session, Terms(rename_after_days=21), day=date(2026, 12, 1), name="later")
        adopted(session, SEVEN, day=TODAY, name="now")
        assert editions.in_force(session, instant).terms.rename_after_days == days


def test_of_two_for_one_day_the_one_adopted_last_holds(database: Database) -> None:
    with database.write() as session:
        adopted(session, SEVEN, name="first")
        adopted(session, Terms(rename_after_days=9), name="second")
        assert editions.in_force(session, NOW).terms.rename_after_days == 9


Act = Callable[[Session, Edition, Staff], None]


def _adopt(session: Session, edition: Edition, by: Staff, **changes: object) -> None:
    given: dict[str, object] = {"seen": edition.changed_at, **changes}
    day = given.pop("day", TODAY)
    editions.adopt(session, edition, day, by=by, now=NOW, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("act", "refusal"),
    [
        pytest.param(
            lambda s, e, _by: _adopt(s, e, s.get(Staff, e.created_by_id)),
            editions.OwnDraft,
            id="the drafter adopts",
        ),
        pytest.param(
            lambda s, e, by: _adopt(s, e, by, day=TODAY - timedelta(days=1)),
            editions.DayPassed,
            id="from yesterday on",
        ),
        pytest.param(
            lambda s, e, by: _adopt(s, e, by, seen=NOW - timedelta(minutes=1)),
            editions.ChangedMeanwhile,
            id="another text was looked at",
        ),
        pytest.param(
            lambda s, e, by: editions.change(s, e, Text("x", "", SEVEN), by=by, now=NOW),
            editions.NotYours,
            id="another changes it",
        ),
    ],
)
def test_a_draft_stays_one(database: Database, act: Act, refusal: type[Refusal]) -> None:
    with database.write() as session:
        edition = drafted(session)
        with pytest.raises(refusal):
            act(session, edition, colleague(session, "tirta"))
        assert kept.by_id(session, edition.id).state is EditionState.DRAFT
        assert editions.in_force(session, NOW).terms == PUBLISHED


def test_a_version_that_left_the_code_is_not_adopted(database: Database) -> None:
    with database.write() as session:
        edition = drafted(session, Terms(versions=(("new.support_staff", 9),)))
        with pytest.raises(editions.NoLongerValid):
            _adopt(session, edition, colleague(session, "tirta"))


def test_the_drafter_changes_a_draft_and_then_it_must_be_looked_at_anew(
    database: Database,
) -> None:
    later = NOW + timedelta(minutes=5)
    with database.write() as session:
        edition = drafted(session)
        seen, drafter = edition.changed_at, session.get(Staff, edition.created_by_id)
        assert drafter
        text = Text("Sembilan", "x", Terms(rename_after_days=9))
        editions.change(session, edition, text, by=drafter, now=later)
        tirta = colleague(session, "tirta")
        with pytest.raises(editions.ChangedMeanwhile):
            _adopt(session, edition, tirta, seen=seen)
        _adopt(session, edition, tirta)
        assert editions.in_force(session, NOW).terms.rename_after_days == 9


@pytest.mark.parametrize("act", [_adopt, lambda s, e, by: editions.withdraw(s, e, by=by, now=NOW)])
def test_an_adopted_edition_never_changes(database: Database, act: Act) -> None:
    with database.write() as session:
        edition = drafted(session)
        tirta = colleague(session, "tirta")
        _adopt(session, edition, tirta)
        drafter = session.get(Staff, edition.created_by_id)
        assert drafter
        with pytest.raises(editions.NotADraft):
            act(session, edition, tirta)
        with pytest.raises(editions.NotADraft):
            editions.change(session, edition, Text("x", "", SEVEN), by=drafter, now=NOW)
        assert editions.terms_of(edition) == SEVEN


def test_a_withdrawn_draft_is_over_and_twice_is_once(database: Database) -> None:
    with database.write() as session:
        edition = drafted(session)
        budi = colleague(session, "budi")
        for _ in range(2):
            editions.withdraw(session, edition, by=budi, now=NOW)
        with pytest.raises(editions.NotADraft):
            _adopt(session, edition, colleague(session, "tirta"))
