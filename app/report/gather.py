"""The figures of a period, counted in one look at the database."""

from datetime import timedelta

from app.report.numbers import Counted, Figures, Period, figures
from app.store import counted
from app.store.scope import Scope
from app.store.session import Session
from models.vocabulary import Category, Rows, WhoActs

_ALL_TIMES = 10_000_000


def gather(session: Session, period: Period, scope: Scope) -> Figures:
    """`scope` is of that period. What waits and is overdue is of its `now`, all else of it."""

    def per_category(rows: Rows) -> dict[Category | None, int]:
        found = counted.by_column(session, rows, scope, "category")
        return {Category(str(word)) if word else None: number for word, number in found.items()}

    waiting = counted.by_column(session, Rows.OPEN, scope, "waiting_on")
    spans = counted.spans(session, Rows.ANSWERED, scope, limit=_ALL_TIMES) or ()
    return figures(
        period,
        Counted(
            issued=counted.by_day(session, Rows.RECEIVED, scope),
            answered=counted.by_day(session, Rows.ANSWERED, scope),
            settled=counted.by_day(session, Rows.SETTLED, scope),
            issued_of=per_category(Rows.RECEIVED),
            answered_of=per_category(Rows.ANSWERED),
            open_of=per_category(Rows.OPEN),
            waiting={WhoActs(str(who)): number for who, number in waiting.items()},
            overdue=counted.total(session, Rows.OVERDUE, scope),
            answer_times=[max(end - begin, timedelta(0)) for begin, end in spans],
        ),
    )
