"""Indexes along which the pages of the desk read what they show."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_1700"
down_revision = "2026_11_29_1500"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _some("ticket", "due", ["state", "next_due_at", "id"], "next_due_at IS NOT NULL")
    # Beside the partial indexes one that begins with "not done yet" looked better to SQLite.
    op.drop_index("ix_target_open_calendar", table_name="target")
    _some("target", "behind", ["calendar_id"], "met_at IS NULL")
    op.drop_index("ix_target_decided", table_name="target")
    op.create_index("ix_target_decided", "target", ["kind", "decided_at", "missed_at", "worked"])
    op.drop_index("ix_distribution_staff_id", table_name="distribution")
    op.create_index("ix_distribution_staff_id", "distribution", ["staff_id", "at", "way"])
    op.drop_index("ix_reading_created_at", table_name="reading")
    read = ["created_at", "category", "probability", "corrected_by_id"]
    _some("reading", "read", read, "corrected_by_id IS NULL")
    op.drop_index("ix_labelevent_at", table_name="labelevent")
    op.create_index("ix_labelevent_at", "labelevent", ["at", "kind", "label", "said"])
    _ledger()
    op.drop_index("ix_ticket_province_created", table_name="ticket")
    narrowed = ["province", "created_at", "id", "jenjang", "channel"]
    op.create_index("ix_ticket_province_created", "ticket", narrowed)


def downgrade() -> None:
    op.drop_index("ix_ticket_province_created", table_name="ticket")
    op.create_index("ix_ticket_province_created", "ticket", ["province", "created_at", "id"])
    for name in ("linked", "unanswered"):
        op.drop_index(f"ix_ticket_{name}", table_name="ticket")
    op.drop_index("ix_message_told", table_name="message")
    op.drop_index("ix_reply_ticket_id", table_name="reply")
    op.create_index("ix_reply_ticket_id", "reply", ["ticket_id"])
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


def _ledger() -> None:
    """What became of report numbers, from indexes alone."""
    op.drop_index("ix_reply_ticket_id", table_name="reply")
    op.create_index("ix_reply_ticket_id", "reply", ["ticket_id", "state", "is_notice"])
    told = "author = 'staff' AND is_public IS"
    _some("message", "told", ["ticket_id"], f"{told} true", sqlite=f"{told} 1")
    _some("ticket", "linked", ["created_at", "state"], "linked_to_id IS NOT NULL")
    _some("ticket", "unanswered", ["created_at"], "first_answered_at IS NULL")


def _some(
    table: str, name: str, columns: Sequence[str], where: str, *, sqlite: str = ""
) -> None:
    """Of the rows for which `where` holds."""
    op.create_index(
        f"ix_{table}_{name}",
        table,
        list(columns),
        postgresql_where=sa.text(where),
        sqlite_where=sa.text(sqlite or where),
    )
