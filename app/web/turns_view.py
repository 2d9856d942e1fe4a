"""Who has held the ball of a ticket for how long, and what is due of it, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.store import calendars, targets
from app.store.session import Session
from app.targets import clock
from app.targets.follow import held
from app.web.reader import Reader
from models import Target, Ticket
from models.vocabulary import WhoActs

_HOUR, _DAY = 60, 24 * 60


@dataclass(frozen=True, slots=True)
class ShareView:
    """`holder` in words, `took` as `3 jam kerja`; `is_now` for who holds the ball at present."""

    holder: str
    took: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class TurnsView:
    """`due` are the open targets, `is_estimated` where the beginning was laid down afterwards."""

    shares: tuple[ShareView, ...]
    is_estimated: bool
    due: tuple[Target, ...]


def turns(session: Session, ticket: Ticket, *, reader: Reader, now: datetime) -> TurnsView:
    rows = targets.turns_of(session, ticket.id)
    shares = clock.shares(held(rows), calendars.shifting(session), now=now)
    return TurnsView(
        shares=tuple(
            ShareView(
                reader.label(who),
                in_words(took, reader, works=_works(who)),
                who is ticket.waiting_on,
            )
            for who, took in shares.items()
        ),
        is_estimated=any(each.is_estimated for each in rows),
        due=tuple(each for each in targets.of_ticket(session, ticket.id) if each.met_at is None),
    )


def in_words(took: timedelta, reader: Reader, *, works: bool) -> str:
    """`45 menit`, `3 jam`, `2 hari`; of working time `3 jam kerja`, however long."""
    minutes = took // timedelta(minutes=1)
    if minutes < _HOUR:
        return reader.say("turns.work_minutes" if works else "turns.minutes", number=minutes)
    if works:
        return reader.say("turns.work_hours", number=round(minutes / _HOUR))
    if minutes < 2 * _DAY:
        return reader.say("turns.hours", number=round(minutes / _HOUR))
    return reader.say("turns.days", number=round(minutes / _DAY))


def _works(who: WhoActs) -> bool:
    return who is WhoActs.HELPDESK
