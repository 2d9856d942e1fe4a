"""The gaps in the series of report numbers that belong to a period."""

from app.report.days import counting_of
from app.store.gaps import Gaps
from app.store.scope import Scope
from app.store.session import Session
from models.vocabulary import Rows


def gaps_of(session: Session, scope: Scope) -> Gaps:
    """The series is one for all reports: what the scope is narrowed to does not matter."""
    whole = Scope(scope.since, scope.until, now=scope.now)
    return Gaps(session, whole, counting_of(session, whole).edges(Rows.ISSUED))
