"""Days as WIB counts them, in SQL, the same on SQLite and PostgreSQL."""

from datetime import datetime

from sqlalchemy import ColumnElement, SQLColumnExpression
from sqlmodel import Session, func

# WIB has had no summer time since 1963.
_SQLITE = "+7 hours"
_POSTGRESQL = "Asia/Jakarta"


def day_of(session: Session, instant: SQLColumnExpression[datetime]) -> ColumnElement[str]:
    """YYYY-MM-DD."""
    if session.get_bind().dialect.name == "sqlite":
        return func.date(instant, _SQLITE)
    return func.to_char(func.timezone(_POSTGRESQL, instant), "YYYY-MM-DD")
