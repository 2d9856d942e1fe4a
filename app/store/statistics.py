"""What SQLite knows of its indexes, without which it goes along the wrong ones.

PostgreSQL counts by itself. SQLite counts when it is told to, and takes every index for as good as
another before: at a million reports the page of one took 1.2 s instead of 0.05.
"""

from sqlalchemy import text

from app.store.session import Database

_INDEXES = text("SELECT name FROM sqlite_master WHERE type = 'index'")


def renew(database: Database) -> None:
    """Index by index: nobody who writes waits longer than for the largest of them."""
    if not database.is_sqlite:
        return
    with database.read() as session:
        names = session.execute(_INDEXES).scalars().all()
    quote = database.engine.dialect.identifier_preparer.quote_identifier
    for name in names:
        with database.write() as session:
            session.connection().exec_driver_sql(f"ANALYZE {quote(name)}")
