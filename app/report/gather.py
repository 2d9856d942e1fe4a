"""The figures of a period, counted in one look at the database."""

from app.kit.instants import quantile
from app.report.catalogue import Unit
from app.report.counting import Times
from app.report.days import counting_of
from app.report.numbers import Counted, Figures, Period, figures
from app.store import counted
from app.store.scope import Scope
from app.store.session import Session
from models.vocabulary import Category, Rows, WhoActs


def gather(session: Session, period: Period, scope: Scope) -> Figures:
    """`scope` is of that period. What waits and is overdue is of its `now`, all else of it."""
    counting = counting_of(session, scope, with_words=True)

    def per_category(rows: Rows) -> dict[Category | None, int]:
        found = counting.by_word(rows, "category")
        return {Category(word) if word else None: number for word, number in found.items()}

    waiting = counted.by_column(session, Rows.OPEN, scope, "waiting_on")
    times = Times(session, counting).of(Rows.ANSWERED, Unit.TIME)
    return figures(
        period,
        Counted(
            issued=counting.by_day(Rows.RECEIVED),
            answered=counting.by_day(Rows.ANSWERED),
            settled=counting.by_day(Rows.SETTLED),
            issued_of=per_category(Rows.RECEIVED),
            answered_of=per_category(Rows.ANSWERED),
            open_of=per_category(Rows.OPEN),
            waiting={WhoActs(str(who)): number for who, number in waiting.items()},
            overdue=counting.total(Rows.OVERDUE),
            median=None if times is None else quantile(times, 0.5),
            p90=None if times is None else quantile(times, 0.9),
        ),
    )
