"""Retention reaches every text of a ticket, or it is said here why that text may stay.

A new table that leads to a ticket, or a new column of text in one, fails this test until either
`app/store/retention.py` handles it or `KEPT` says why it needs nothing.
"""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Column, String, Table, insert, select, update
from sqlalchemy.engine import Connection

from app.retention import remove
from app.store.session import Database
from models import Retention
from models.base import Word, metadata
from models.vocabulary import EditionState, TicketState
from tests.support import build
from tests.support.build import NOON

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

LONG_AGO = NOON - timedelta(days=400)
SAID = "Kata pelapor"

# The reason, and the columns of which it is true.
KEPT = {
    "names a colleague, a rule, a system or a program": """
        access.actor audit.rule bulkitem.reason difference.rule difference.rule_now
        distribution.by event.actor event.kind labelevent.classifier plan.rule plan.source
        reading.classifier step.claimed_by trail.actor trail.role""",
    "a number of ours or of the channel, or a keyed hash": """
        bulkitem.seen message.duplicate_of message.external_id proof.code_hash reply.mail_id
        step.idempotency_key ticket.external_id ticket.key_hash ticket.submission
        threadreply.remote_id""",
    "where the school is, which is public; figures are counted by it": """
        ticket.npsn ticket.province ticket.regency ticket.school_name vouch.npsn""",
    "made by Loket of fixed words and numbers, never of what was said": """
        access.reason event.detail labelevent.shown link.detail merge.before step.undo
        threadreply.error""",
    "public already, and refused by app/reply/in_thread.py where it tells of a person": """
        threadreply.body""",
    "of a supervisor's example, which has no ticket": "labelevent.example",
    "gone after a day by itself (app/work/forget.py)": "heldact.content",
    "chained, and never of the public's words; it has days of its own": """
        trail.detail trail.hash trail.previous trail.reason trail.subject""",
}
# What makes a row that retention may touch.
GIVEN: dict[str, dict[str, object]] = {"hold": {"lifted_at": LONG_AGO}}


def _of_tickets() -> list[Table]:
    """The tables whose rows belong to a ticket: by a key that leads to it, or by their names."""
    found = {"ticket"}
    for table in metadata.sorted_tables:
        leads = {key.column.table.name for key in table.foreign_keys} & found
        if leads or any("ticket" in column.name for column in table.columns):
            found.add(table.name)
    return [table for table in metadata.sorted_tables if table.name in found]


def _is_text(column: Column[Any]) -> bool:
    kind = getattr(column.type, "impl", column.type)
    return isinstance(kind, String | JSON) and not isinstance(column.type, Word)


def _value(connection: Connection, column: Column[Any]) -> object:
    """Something for that column; None where nothing is needed."""
    key = next(iter(column.foreign_keys), None)
    if key is not None and key.column.table is not column.table:
        return connection.execute(select(key.column).limit(1)).scalar()
    if _is_text(column):
        length = getattr(column.type, "length", None) or 40
        return [SAID] if isinstance(column.type, JSON) else SAID[:length]
    if column.nullable:
        return None
    if isinstance(column.type, Word):
        return next(iter(column.type.vocabulary))
    plain: dict[type, object] = {datetime: LONG_AGO, date: LONG_AGO.date(), bool: False}
    return plain.get(getattr(column.type, "impl", column.type).python_type, 1)


def _fill(connection: Connection) -> None:
    """A row of every table that belongs to a ticket or is named by such, with text everywhere."""
    mine = _of_tickets()
    needed = {key.column.table.name for table in mine for key in table.foreign_keys}
    for table in metadata.sorted_tables:
        if table not in mine and table.name not in needed:
            continue
        if connection.execute(select(table).limit(1)).first() is None:
            row = {column.name: _value(connection, column) for column in table.columns}
            connection.execute(insert(table).values({**row, **GIVEN.get(table.name, {})}))
        for column in filter(_is_text, table.columns):
            if connection.execute(select(column)).scalar() is None:
                said = {column.name: _value(connection, column)}
                connection.execute(update(table).values(said))


def _texts(database: Database) -> dict[str, list[object]]:
    """By "table.column": what is in it."""
    with database.engine.connect() as connection:
        return {
            f"{table.name}.{column.name}": list(connection.scalars(select(column)))
            for table in _of_tickets()
            for column in filter(_is_text, table.columns)
        }


def test_every_text_of_a_ticket_goes_or_is_kept_for_a_reason(
    database: Database, tmp_path: Path
) -> None:
    with database.write() as session:
        ticket = build.planned(session, created_at=LONG_AGO, settled_at=LONG_AGO)
        ticket.state = TicketState.CLOSED
        session.flush()
        _fill(session.connection())
        rule = Retention(state=EditionState.ADOPTED, note="Uji.", by_id=1, at=LONG_AGO)
        rule.messages_days = rule.attachments_days = rule.dossiers_days = 365
        session.add(rule)
    before = _texts(database)
    assert [name for name, values in before.items() if not values] == []
    done = remove.run(database, files=tmp_path, secret=b"x" * 32, now=NOON)
    assert done == dict.fromkeys(("messages", "dossiers", "attachments"), 1)
    after = _texts(database)
    stayed = {name for name, values in before.items() if values[0] in after[name]}
    assert stayed == {name for names in KEPT.values() for name in names.split()}
