"""Trials of the likely answer, and what is counted of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, case, col, delete, func, select, update

from models import Trial, TrialArticle
from models.vocabulary import Category

SENT_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Count:
    """Visits of one category with the answer shown, or withheld."""

    category: Category | None
    is_held_out: bool
    visits: int
    sent: int


@dataclass(frozen=True, slots=True)
class ArticleCount:
    """Visits that were shown an article, opened it, and sent a report after that."""

    slug: str
    shown: int
    opened: int
    sent: int


def note(session: Session, trial: Trial, slugs: Collection[str]) -> None:
    """Keep it unless that visit is known, and the articles it was not yet shown.

    Twice, or two at once, is once; what was kept first stays.
    """
    visit = select(Trial.id).where(Trial.visit == trial.visit)
    found = session.exec(visit).first()
    if found is None:
        _put(session, Trial, [trial.model_dump(exclude={"id"})])
        found = session.exec(visit).one()
    shown = select(TrialArticle.slug).where(TrialArticle.trial_id == found)
    known = set(session.exec(shown))
    fresh = sorted(set(slugs) - known)
    if fresh:
        _put(session, TrialArticle, [{"trial_id": found, "slug": slug} for slug in fresh])


def sent(session: Session, visit: str, *, now: datetime) -> None:
    """A report followed; later than a day, or a second one, changes nothing."""
    query = update(Trial).where(
        col(Trial.visit) == visit,
        col(Trial.sent_at).is_(None),
        col(Trial.begun_at) > now - SENT_WITHIN,
    )
    session.exec(query.values(sent_at=now))


def opened(session: Session, visit: str, slug: str, *, now: datetime) -> None:
    """The article was opened after it had been shown; the first time counts."""
    mine = select(Trial.id).where(Trial.visit == visit).scalar_subquery()
    query = update(TrialArticle).where(
        col(TrialArticle.trial_id) == mine,
        col(TrialArticle.slug) == slug,
        col(TrialArticle.opened_at).is_(None),
    )
    session.exec(query.values(opened_at=now))


def counted(session: Session, first: date, last: date) -> Sequence[Count]:
    """By category and arm, of visits begun on those days in WIB."""
    query = (
        select(Trial.category, Trial.is_held_out, func.count(), func.count(col(Trial.sent_at)))
        .where(col(Trial.day) >= first, col(Trial.day) <= last)
        .group_by(col(Trial.category), col(Trial.is_held_out))
    )
    return [Count(*row) for row in session.exec(query)]


def articles(session: Session, first: date, last: date) -> Sequence[ArticleCount]:
    """The most shown first."""
    is_sent = case((col(Trial.sent_at) >= col(TrialArticle.opened_at), 1))
    shown = func.count()
    query = (
        select(
            TrialArticle.slug,
            shown,
            func.count(col(TrialArticle.opened_at)),
            func.count(is_sent),
        )
        .where(TrialArticle.trial_id == Trial.id, col(Trial.day) >= first, col(Trial.day) <= last)
        .group_by(TrialArticle.slug)
        .order_by(shown.desc(), TrialArticle.slug)
    )
    return [ArticleCount(*row) for row in session.exec(query)]


def forget(session: Session, *, before: date, limit: int) -> int:
    """Remove visits of earlier days, so many at once; how many went."""
    query = select(Trial.id).where(col(Trial.day) < before).order_by(col(Trial.day)).limit(limit)
    gone = session.exec(query).all()
    session.exec(delete(TrialArticle).where(col(TrialArticle.trial_id).in_(gone)))
    session.exec(delete(Trial).where(col(Trial.id).in_(gone)))
    return len(gone)


def _put(session: Session, table: type[SQLModel], rows: list[Mapping[str, object]]) -> None:
    """Rows that are there already are left as they are."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(sqlite.insert(table).on_conflict_do_nothing(), rows)
    else:
        session.execute(postgresql.insert(table).on_conflict_do_nothing(), rows)
