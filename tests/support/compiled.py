"""Statements are compiled once for all tests of a process; each engine alone would do it anew."""

from collections.abc import MutableMapping
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.util import LRUCache

from app.store.session import Database

_STATEMENTS = 4000
_dialects: dict[str, Dialect] = {}
_compiled: MutableMapping[Any, Any] = LRUCache(_STATEMENTS)


def share(database: Database) -> None:
    """That database goes on with what was compiled for those of its kind before it."""
    kind = database.url.get_backend_name()
    if kind not in _dialects:
        # At its first connection a dialect asks the server what it is; only that one ever does.
        database.engine.connect().close()
        _dialects[kind] = database.engine.dialect
    dialect = _dialects[kind]
    # What is compiled is kept by dialect: an equal one finds nothing.
    for engine in (database.engine, database._write_engine):
        engine.dialect = dialect
        engine.update_execution_options(compiled_cache=_compiled)
