"""Indexes without which a page slows down with the number of tickets."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_1400"
down_revision = "2026_11_29_1300"
branch_labels = None
depends_on = None

_OPEN = "state NOT IN ('answered', 'closed')"
_HELD = "waiting_on != 'nobody'"


def upgrade() -> None:
    for name in _OF_ALL_TICKETS:
        op.drop_index(name, table_name="ticket")
    for field in ("province", "jenjang", "channel"):
        op.create_index(f"ix_ticket_{field}_created", "ticket", [field, "created_at", "id"])
    _some("ticket", "open", ["created_at", "id"], _OPEN)
    _some("ticket", "open_urgent", ["state", "urgent", "created_at", "id"], _OPEN)
    _some("ticket", "open_created", ["state", "created_at", "id"], _OPEN)
    _some("ticket", "open_promised", ["promised_at"], _OPEN)
    _some("ticket", "open_assigned", ["assigned_to_id", "created_at", "id"], _OPEN)
    _some("ticket", "held", ["waiting_on", "created_at", "id"], _HELD)
    _some("ticket", "urgent", ["created_at", "id"], "urgent IS true", sqlite="urgent IS 1")
    _some("ticket", "snoozed", ["snoozed_until"], "snoozed_until IS NOT NULL")
    op.drop_index("ix_target_open_due", table_name="target")
    _some("target", "soon", ["due_at", "id"], "met_at IS NULL AND missed_at IS NULL")
    _some("target", "missed", ["due_at", "id"], "met_at IS NULL AND missed_at IS NOT NULL")
    op.create_index("ix_lookup_reading_id", "lookup", ["reading_id"])
    op.drop_index("ix_plan_rule", table_name="plan")
    op.create_index("ix_plan_rule", "plan", ["rule", "rule_version"])
    _some(
        "plan",
        "automatic",
        ["rule", "rule_version"],
        "is_automatic IS true",
        sqlite="is_automatic IS 1",
    )
    _some("plan", "undoes_id", ["undoes_id"], "undoes_id IS NOT NULL")
    op.create_index("ix_labelevent_label", "labelevent", ["label"])
    _some("labelevent", "withdraws_id", ["withdraws_id"], "withdraws_id IS NOT NULL")


def downgrade() -> None:
    for name in ("withdraws_id", "label"):
        op.drop_index(f"ix_labelevent_{name}", table_name="labelevent")
    for name in ("undoes_id", "automatic", "rule"):
        op.drop_index(f"ix_plan_{name}", table_name="plan")
    op.create_index("ix_plan_rule", "plan", ["rule"])
    op.drop_index("ix_lookup_reading_id", table_name="lookup")
    for name in ("soon", "missed"):
        op.drop_index(f"ix_target_{name}", table_name="target")
    op.create_index("ix_target_open_due", "target", ["met_at", "due_at"])
    for name in (
        "province_created", "jenjang_created", "channel_created", "open", "open_urgent",
        "open_created", "open_promised", "open_assigned", "held", "urgent", "snoozed",
    ):  # fmt: skip
        op.drop_index(f"ix_ticket_{name}", table_name="ticket")
    for name, columns in _OF_ALL_TICKETS.items():
        op.create_index(name, "ticket", columns)


_OF_ALL_TICKETS = {
    "ix_ticket_state_urgent": ["state", "urgent", "created_at", "id"],
    "ix_ticket_urgent": ["urgent", "created_at", "id"],
    "ix_ticket_snoozed_until": ["snoozed_until"],
    "ix_ticket_next_due_at": ["next_due_at"],
}


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
