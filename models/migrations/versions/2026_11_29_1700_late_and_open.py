"""Indexes along which the pages of the desk read what they show."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_1700"
down_revision = "2026_11_29_1500"
branch_labels = None
depends_on = None


def upgrade() -> None:
    is_due = sa.text("next_due_at IS NOT NULL")
    op.create_index(
        "ix_ticket_due",
        "ticket",
        ["state", "next_due_at", "id"],
        sqlite_where=is_due,
        postgresql_where=is_due,
    )
    # Beside the partial indexes one that begins with "not done yet" looked better to SQLite.
    op.drop_index("ix_target_open_calendar", table_name="target")
    is_open = sa.text("met_at IS NULL")
    op.create_index(
        "ix_target_behind",
        "target",
        ["calendar_id"],
        sqlite_where=is_open,
        postgresql_where=is_open,
    )
    op.drop_index("ix_target_decided", table_name="target")
    op.create_index("ix_target_decided", "target", ["kind", "decided_at", "missed_at", "worked"])
    op.drop_index("ix_distribution_staff_id", table_name="distribution")
    op.create_index("ix_distribution_staff_id", "distribution", ["staff_id", "at", "way"])
    op.drop_index("ix_reading_created_at", table_name="reading")
    was_read = sa.text("corrected_by_id IS NULL")
    op.create_index(
        "ix_reading_read",
        "reading",
        ["created_at", "category", "probability", "corrected_by_id"],
        sqlite_where=was_read,
        postgresql_where=was_read,
    )
    op.drop_index("ix_labelevent_at", table_name="labelevent")
    op.create_index("ix_labelevent_at", "labelevent", ["at", "kind", "label", "said"])


def downgrade() -> None:
    op.drop_index("ix_labelevent_at", table_name="labelevent")
    op.create_index("ix_labelevent_at", "labelevent", ["at"])
    op.drop_index("ix_reading_read", table_name="reading")
    op.create_index("ix_reading_created_at", "reading", ["created_at"])
    op.drop_index("ix_distribution_staff_id", table_name="distribution")
    op.create_index("ix_distribution_staff_id", "distribution", ["staff_id", "at"])
    op.drop_index("ix_target_decided", table_name="target")
    op.create_index("ix_target_decided", "target", ["decided_at", "kind", "missed_at", "worked"])
    op.drop_index("ix_target_behind", table_name="target")
    op.create_index("ix_target_open_calendar", "target", ["met_at", "calendar_id"])
    op.drop_index("ix_ticket_due", table_name="ticket")
