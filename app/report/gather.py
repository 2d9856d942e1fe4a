"""The figures of a period, counted in one look at the database."""

from datetime import datetime, timedelta

from app.kit.clock import at_wib
from app.report.numbers import Counted, Figures, Period, figures
from app.store import numbers
from app.store.session import Session


def gather(session: Session, period: Period, *, now: datetime) -> Figures:
    """What waits and is overdue is of `now`, all else of the period."""
    since = at_wib(period.first)
    until = at_wib(period.last + timedelta(days=1))
    counted = Counted(
        issued=numbers.per_day(session, "created_at", since=since, until=until),
        answered=numbers.per_day(session, "first_answered_at", since=since, until=until),
        settled=numbers.per_day(session, "settled_at", since=since, until=until),
        issued_of=numbers.per_category(session, "created_at", since=since, until=until),
        answered_of=numbers.per_category(session, "first_answered_at", since=since, until=until),
        open_of=numbers.open_per_category(session),
        waiting=numbers.open_per_holder(session),
        overdue=numbers.overdue(session, now),
        answer_times=numbers.answer_times(session, since=since, until=until),
    )
    return figures(period, counted)
