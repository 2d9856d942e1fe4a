"""Calendars, turns and targets."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0800"
down_revision = "2026_11_29_0700"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _calendar()
    _turn()
    _target_rule()
    _target()
    op.add_column("ticket", sa.Column("next_due_at", _INSTANT, nullable=True))
    op.create_index("ix_ticket_next_due_at", "ticket", ["next_due_at"])
    # What was so before is not known: only who holds the ball now, and since when at the latest.
    op.execute(
        sa.text(
            "INSERT INTO turn (ticket_id, holder, since, until, is_estimated) "
            "SELECT id, waiting_on, "
            "CASE WHEN settled_at IS NOT NULL THEN settled_at "
            "WHEN first_answered_at IS NULL THEN created_at ELSE updated_at END, NULL, :yes "
            "FROM ticket"
        ).bindparams(sa.bindparam("yes", value=True, type_=sa.Boolean()))
    )


def downgrade() -> None:
    op.drop_index("ix_ticket_next_due_at", table_name="ticket")
    op.drop_column("ticket", "next_due_at")
    for table in ("target", "targetrule", "turn", "calendar"):
        op.drop_table(table)


def _calendar() -> None:
    op.create_table(
        "calendar",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("zone", sa.String(length=4), nullable=False),
        sa.Column("week", sa.String(length=400), nullable=False),
        sa.Column("closed", sa.JSON(), nullable=False),
        sa.Column("opened", sa.JSON(), nullable=False),
        sa.Column("settled", sa.JSON(), nullable=False),
        sa.Column("is_setting", sa.Boolean(), nullable=False),
        sa.Column("valid_from", _INSTANT, nullable=False),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar")),
    )


def _turn() -> None:
    op.create_table(
        "turn",
        sa.Column("id", _ID, nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("holder", sa.String(length=40), nullable=False),
        sa.Column("since", _INSTANT, nullable=False),
        sa.Column("until", _INSTANT, nullable=True),
        sa.Column("is_estimated", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_turn_ticket_id_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turn")),
    )
    op.create_index("ix_turn_ticket", "turn", ["ticket_id", "until"])


def _target_rule() -> None:
    op.create_table(
        "targetrule",
        sa.Column("id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("warn_percent", sa.Integer(), nullable=False),
        sa.Column("valid_from", _INSTANT, nullable=False),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_targetrule")),
    )


def _target() -> None:
    instants = ("due_at", "alarm_at", "warned_at", "missed_at", "met_at", "decided_at")
    op.create_table(
        "target",
        sa.Column("id", _ID, nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("started_at", _INSTANT, nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("warn_percent", sa.Integer(), nullable=False),
        sa.Column("rule_id", sa.BigInteger(), nullable=False),
        sa.Column("calendar_id", sa.BigInteger(), nullable=False),
        *(sa.Column(each, _INSTANT, nullable=True) for each in instants),
        sa.Column("worked", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_target_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
    )
    op.create_index("ix_target_ticket_id", "target", ["ticket_id"])
    op.create_index("ix_target_alarm_at", "target", ["alarm_at"])
    op.create_index("ix_target_open_due", "target", ["met_at", "due_at"])
    op.create_index("ix_target_open_calendar", "target", ["met_at", "calendar_id"])
    columns = ["decided_at", "kind", "missed_at", "worked"]
    op.create_index("ix_target_decided", "target", columns)
