"""Visits are counted once, in the arm and category they began with, whatever is repeated."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.kit.clock import wib_day
from app.store import trials
from app.store.session import Database
from app.store.trials import ArticleCount, Count
from models import Trial
from models.vocabulary import Category

NOON = datetime(2026, 11, 25, 5, tzinfo=UTC)
TODAY = wib_day(NOON)
SHOWN, HELD_OUT = "a" * 64, "b" * 64


def begin(
    database: Database,
    visit: str = SHOWN,
    category: Category | None = Category.ACTIVATION,
    slugs: tuple[str, ...] = ("lupa-sandi",),
    at: datetime = NOON,
) -> None:
    with database.write() as session:
        trial = Trial(
            visit=visit,
            is_held_out=visit == HELD_OUT,
            category=category,
            day=wib_day(at),
            begun_at=at,
        )
        trials.note(session, trial, slugs)


def send(database: Database, visit: str = SHOWN, *, after: timedelta) -> None:
    with database.write() as session:
        trials.sent(session, visit, now=NOON + after)


def open_article(database: Database, slug: str, *, after: timedelta) -> None:
    with database.write() as session:
        trials.opened(session, SHOWN, slug, now=NOON + after)


def counts(database: Database, first: date = TODAY, last: date = TODAY) -> list[Count]:
    with database.read() as session:
        return list(trials.counted(session, first, last))


def article_counts(database: Database) -> list[ArticleCount]:
    with database.read() as session:
        return list(trials.articles(session, TODAY, TODAY))


def test_a_visit_is_one_trial_of_the_category_it_began_with(database: Database) -> None:
    begin(database, category=None)
    begin(database, category=Category.PASSWORD_RESET, at=NOON + timedelta(minutes=5))
    begin(database, HELD_OUT, slugs=())
    send(database, after=timedelta(hours=1))
    send(database, after=timedelta(hours=2))
    found = counts(database)
    assert sorted(found, key=lambda each: each.is_held_out) == [
        Count(None, is_held_out=False, visits=1, sent=1),
        Count(Category.ACTIVATION, is_held_out=True, visits=1, sent=0),
    ]


@pytest.mark.parametrize(("after", "sent"), [(23, 1), (25, 0)])
def test_what_is_sent_after_a_day_counts_as_left(database: Database, after: int, sent: int) -> None:
    begin(database)
    send(database, after=timedelta(hours=after))
    assert [each.sent for each in counts(database)] == [sent]


def test_only_visits_of_those_days_are_counted(database: Database) -> None:
    begin(database)
    begin(database, HELD_OUT, at=NOON - timedelta(days=1))
    assert [each.is_held_out for each in counts(database)] == [False]
    assert len(counts(database, first=TODAY - timedelta(days=1))) == 2


def test_an_article_counts_once_shown_once_opened_and_sent_only_after_that(
    database: Database,
) -> None:
    begin(database)
    begin(database, slugs=("lupa-sandi", "akun-baru", "mutasi"))
    open_article(database, "lupa-sandi", after=timedelta(minutes=1))
    open_article(database, "lupa-sandi", after=timedelta(hours=5))
    open_article(database, "tidak-ditampilkan", after=timedelta(minutes=1))
    send(database, after=timedelta(hours=1))
    open_article(database, "mutasi", after=timedelta(hours=2))
    assert article_counts(database) == [
        ArticleCount("akun-baru", shown=1, opened=0, sent=0),
        ArticleCount("lupa-sandi", shown=1, opened=1, sent=1),
        ArticleCount("mutasi", shown=1, opened=1, sent=0),
    ]


def test_old_visits_go_a_few_at_a_time_with_their_articles(database: Database) -> None:
    begin(database, at=NOON - timedelta(days=9))
    begin(database, HELD_OUT)
    with database.write() as session:
        assert trials.forget(session, before=TODAY, limit=5) == 1
        assert trials.forget(session, before=TODAY, limit=5) == 0
    assert [each.is_held_out for each in counts(database, first=date(2026, 1, 1))] == [True]
