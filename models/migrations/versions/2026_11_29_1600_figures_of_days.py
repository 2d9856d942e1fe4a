"""The reports of days that are over as columns, and triggers that tell which days have changed.

The triggers see every way in which rows change: ours, a bulk statement, a person at a console.
Whoever rebuilds one of these tables on SQLite drops its triggers and must make them again;
`tests/house/test_schema.py` looks for them.
"""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_1600"
down_revision = "2026_11_29_1500"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OWN = ("created_at", "first_answered_at", "settled_at")
# What of a row the figures look at; no other update is told.
_TELLING = {
    "ticket": (
        *("category", "jenjang", "province", "regency", "channel", *_OWN),
        *("number", "external_id", "linked_to_id", "state"),
    ),
    "event": ("ticket_id", "kind", "actor", "at"),
    "plan": (
        *("ticket_id", "state", "is_automatic", "promised_at", "rule", "remedy", "undoes_id"),
    ),
    "audit": ("plan_id", "is_right", "at"),
    "reply": ("ticket_id", "state", "is_notice"),
    "message": ("ticket_id", "author", "is_public"),
    "merge": ("ticket_id", "undone_at"),
    "demandword": ("ticket_id", "label"),
    "incident": ("state",),
    "incidentticket": ("ticket_id", "incident_id"),
}
_ACTS = ("insert", "update", "delete")


def upgrade() -> None:
    op.create_table(
        "daycolumns",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("rows", sa.String(length=40), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.LargeBinary(), nullable=False)
            for name in ("numbers", "begun", "at", "codes")
        ),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("day", "rows", name=op.f("pk_daycolumns")),
    )
    op.create_table(
        "daychange",
        sa.Column("id", _ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_daychange")),
    )
    op.create_index(op.f("ix_daychange_day"), "daychange", ["day"])
    linked = sa.text("linked_to_id IS NOT NULL")
    op.create_index(
        "ix_ticket_linked_to_id",
        "ticket",
        ["linked_to_id"],
        sqlite_where=linked,
        postgresql_where=linked,
    )
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for table in _TELLING:
        for act in _ACTS:
            _listen(table, act, is_sqlite=is_sqlite)


def downgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for table in _TELLING:
        for act in _ACTS:
            name = f"{table}_{act}_changes_days"
            if is_sqlite:
                op.execute(f"DROP TRIGGER {name}")
            else:
                op.execute(f"DROP TRIGGER {name} ON {table}")
                op.execute(f"DROP FUNCTION {name}()")
    op.drop_index("ix_ticket_linked_to_id", "ticket")
    op.drop_table("daychange")
    op.drop_table("daycolumns")


def _listen(table: str, act: str, *, is_sqlite: bool) -> None:
    name = f"{table}_{act}_changes_days"
    sides = {"insert": ("new",), "update": ("old", "new"), "delete": ("old",)}[act]
    instants = " UNION ".join(each for side in sides for each in _instants(table, side))
    day = "date(at, '+7 hours')" if is_sqlite else "(at AT TIME ZONE 'Asia/Jakarta')::date"
    note = (
        f"INSERT INTO daychange (day) SELECT DISTINCT {day} FROM ({instants}) AS touched"  # noqa: S608
        " WHERE at IS NOT NULL;"
    )
    of, when = "", ""
    if act == "update":
        of = f"OF {', '.join(_TELLING[table])} "
        differ = "IS NOT" if is_sqlite else "IS DISTINCT FROM"
        changed = " OR ".join(f"old.{each} {differ} new.{each}" for each in _TELLING[table])
        when = f"WHEN ({changed}) "
    if is_sqlite:
        op.execute(
            f"CREATE TRIGGER {name} AFTER {act.upper()} {of}ON {table} FOR EACH ROW {when}"
            f"BEGIN {note} END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$BEGIN {note} RETURN NULL; END$$"
    )
    op.execute(
        f"CREATE TRIGGER {name} AFTER {act.upper()} {of}ON {table} FOR EACH ROW {when}"
        f"EXECUTE FUNCTION {name}()"
    )


def _instants(table: str, side: str) -> Iterator[str]:
    """Queries of one column `at`: when the row, or the report it is of, counts."""
    match table:
        case "ticket":
            yield from (f"SELECT {side}.{each} AS at" for each in _OWN)
            yield f"SELECT at FROM event WHERE ticket_id = {side}.id"
            yield f"SELECT promised_at FROM plan WHERE ticket_id = {side}.id"
            yield (
                "SELECT audit.at FROM audit JOIN plan ON plan.id = audit.plan_id"
                f" WHERE plan.ticket_id = {side}.id"
            )
            # Theirs should not have been needed where this one was answered in time.
            yield f"SELECT settled_at FROM ticket WHERE linked_to_id = {side}.id"
        case "plan":
            yield f"SELECT {side}.promised_at AS at"
            yield f"SELECT settled_at FROM ticket WHERE id = {side}.ticket_id"
            yield f"SELECT at FROM audit WHERE plan_id = {side}.id"
        case "event" | "audit":
            yield f"SELECT {side}.at AS at"
        case "incident":
            yield (
                "SELECT settled_at AS at FROM ticket JOIN incidentticket ON ticket_id = ticket.id"
                f" WHERE incident_id = {side}.id"
            )
        case "demandword" | "incidentticket":
            yield f"SELECT settled_at AS at FROM ticket WHERE id = {side}.ticket_id"
        case _:
            yield f"SELECT created_at AS at FROM ticket WHERE id = {side}.ticket_id"
