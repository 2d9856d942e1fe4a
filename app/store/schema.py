"""The schema: brought up to date, and asked whether it is."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from dbos import DBOS

import models.migrations
from app.store import statistics
from app.store.session import Database

_SCRIPTS = Path(models.migrations.__file__).parent


def migrate(database: Database) -> None:
    """Bring our tables and the queue's to their newest form; harmless when they are."""
    if database.is_sqlite and database.url.database:
        Path(database.url.database).parent.mkdir(parents=True, exist_ok=True)
    # Opened by us first: the queue's library would leave SQLite in its slow journal mode.
    with database.engine.connect():
        pass
    before = _revision(database)
    command.upgrade(alembic_config(database), "head")
    if before not in {None, _revision(database)}:
        statistics.renew(database)
    DBOS.migrate(database.url.render_as_string(hide_password=False))


def is_current(database: Database) -> bool:
    """Whether our tables are in their newest form."""
    newest = ScriptDirectory.from_config(alembic_config(database)).get_current_head()
    return _revision(database) == newest


def _revision(database: Database) -> str | None:
    """None where nothing is yet."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def alembic_config(database: Database) -> Config:
    """Alembic without an ini file."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.set_main_option("path_separator", "os")
    # A percent sign (of an encoded password) would be read as interpolation.
    url = database.url.render_as_string(hide_password=False).replace("%", "%%")
    config.set_main_option("sqlalchemy.url", url)
    return config
