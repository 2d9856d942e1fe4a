"""Alembic's way in: our tables only, batch mode on SQLite, no foreign-key cascade while moving."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, create_engine, text

import models
from models.base import BigId, Word, metadata

assert models.__all__  # noqa: S101 imported for its tables
OURS = frozenset(metadata.tables)


def include_name(name: str | None, type_: str, _parents: Any) -> bool:
    """The queue's own tables share the database; they are not ours to compare or drop."""
    return type_ != "table" or name in OURS


def render_item(type_: str, item: Any, _autogen: Any) -> str | Literal[False]:
    """Plain SQLAlchemy types in revisions, so that old ones never import today's code."""
    if type_ != "type":
        return False
    if isinstance(item, Word):
        return "sa.String(length=40)"
    if item is BigId:
        return 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")'
    if type(item).__name__ == "AutoString":
        return f"sa.String(length={item.length})"
    if type(item).__name__ == "UTCDateTime":
        return "sa.DateTime(timezone=True)"
    return False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        include_name=include_name,
        render_item=render_item,
        compare_type=False,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            # Two processes that start together must not both migrate.
            connection.execute(text("SELECT pg_advisory_xact_lock(70616)"))
        context.run_migrations()


# An engine of its own: the application's switches foreign keys on, and a batch move of a parent
# table would then delete its children.
engine = create_engine(context.config.get_main_option("sqlalchemy.url") or "")
with engine.connect() as open_connection:
    run(open_connection)
engine.dispose()
