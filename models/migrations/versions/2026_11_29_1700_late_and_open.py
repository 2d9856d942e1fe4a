"""Indexes along which pages read what they show, and from which they count alone."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_1700"
down_revision = "2026_11_29_1600"
branch_labels = None
depends_on = None

# Table, columns before, columns now.
_CHANGED = {
    "ix_target_decided": (
        "target",
        ["decided_at", "kind", "missed_at", "worked"],
        ["kind", "decided_at", "missed_at", "worked"],
    ),
    "ix_distribution_staff_id": ("distribution", ["staff_id", "at"], ["staff_id", "at", "way"]),
    "ix_labelevent_at": ("labelevent", ["at"], ["at", "kind", "label", "said"]),
    "ix_reply_ticket_id": ("reply", ["ticket_id"], ["ticket_id", "state", "is_notice"]),
    "ix_plan_ticket_id": (
        "plan",
        ["ticket_id"],
        ["ticket_id", "state", "undoes_id", "rule", "remedy"],
    ),
    "ix_ticket_province_created": (
        "ticket",
        ["province", "created_at", "id"],
        ["province", "created_at", "id", "jenjang", "channel"],
    ),
}
_NEW = {
    "ticket": ("due", "linked"),
    "message": ("told",),
    "target": ("behind",),
    "reading": ("read",),
}
_TOLD = "author = 'staff' AND is_public IS"


def upgrade() -> None:
    # Beside the partial ones an index that begins with "not done yet" looked better to SQLite.
    op.drop_index("ix_target_open_calendar", table_name="target")
    op.drop_index("ix_reading_created_at", table_name="reading")
    for name, (table, _, now) in _CHANGED.items():
        _replace(name, table, now)
    _some("ticket", "due", ["state", "next_due_at", "id"], "next_due_at IS NOT NULL")
    _some("ticket", "linked", ["created_at", "state"], "linked_to_id IS NOT NULL")
    told = ["ticket_id", "author", "is_public"]
    _some("message", "told", told, f"{_TOLD} true", sqlite=f"{_TOLD} 1")
    _some("target", "behind", ["calendar_id"], "met_at IS NULL")
    read = ["created_at", "category", "probability", "corrected_by_id"]
    _some("reading", "read", read, "corrected_by_id IS NULL")


def downgrade() -> None:
    for table, names in _NEW.items():
        for name in names:
            op.drop_index(f"ix_{table}_{name}", table_name=table)
    for name, (table, before, _) in _CHANGED.items():
        _replace(name, table, before)
    op.create_index("ix_reading_created_at", "reading", ["created_at"])
    op.create_index("ix_target_open_calendar", "target", ["met_at", "calendar_id"])


def _replace(name: str, table: str, columns: Sequence[str]) -> None:
    op.drop_index(name, table_name=table)
    op.create_index(name, table, list(columns))


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
