"""Invented visits of the report form, so that the page of their benefit has something to show."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.guide import holdout
from app.kit.clock import wib_day
from app.store.session import Session
from models import Trial, TrialArticle
from models.vocabulary import Category

_DAYS = 32  # the last two are too fresh to be counted


@dataclass(frozen=True, slots=True)
class Kind:
    """Visits a day; shares of them that send without the suggestion and with it."""

    a_day: int
    without: float
    shown: float
    slugs: tuple[str, ...]


_KINDS: Mapping[Category | None, Kind] = {
    Category.PASSWORD_RESET: Kind(20, 0.86, 0.58, ("lupa-kata-sandi", "akun-ditangguhkan")),
    Category.ACCOUNT_NOT_FOUND: Kind(16, 0.84, 0.82, ("akun-belum-ada",)),
    Category.DATA_CORRECTION: Kind(6, 0.9, 0.8, ("memperbaiki-data",)),
    None: Kind(2, 0.8, 0.8, ("pindah-sekolah",)),
}


def begin(session: Session, *, share: float, now: datetime) -> None:
    """A month of them; drawn by lot, and the same each time."""
    chance = random.Random(20261129)  # noqa: S311 invented data
    made = [
        (_trial(category, kind, at, share, chance), kind)
        for category, kind in _KINDS.items()
        for at in _instants(kind, now, chance)
    ]
    session.add_all([trial for trial, _ in made])
    session.flush()
    session.add_all(
        TrialArticle(trial_id=trial.id, slug=slug, opened_at=_opened(trial, chance))
        for trial, kind in made
        if not trial.is_held_out
        for slug in kind.slugs
    )


def _instants(kind: Kind, now: datetime, chance: random.Random) -> Iterator[datetime]:
    for day in range(_DAYS):
        for _ in range(kind.a_day):
            yield now - timedelta(days=day, seconds=chance.randrange(86_400))


def _trial(
    category: Category | None, kind: Kind, at: datetime, share: float, chance: random.Random
) -> Trial:
    visit = holdout.visit_of(f"{category} {chance.random()}", b"peragaan")
    is_held_out = holdout.is_held_out(visit, share=share)
    is_sent = chance.random() < (kind.without if is_held_out else kind.shown)
    return Trial(
        visit=visit,
        is_held_out=is_held_out,
        category=category,
        day=wib_day(at),
        begun_at=at,
        sent_at=at + timedelta(minutes=5) if is_sent else None,
    )


def _opened(trial: Trial, chance: random.Random) -> datetime | None:
    return trial.begun_at + timedelta(minutes=2) if chance.random() < 0.3 else None
