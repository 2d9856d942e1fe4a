"""Saved views of the queue, and an index for each of its orders."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0400"
down_revision = "2026_11_29_0300"
branch_labels = None
depends_on = None

_ORDERS = {
    "ix_ticket_state_urgent": ["state", "urgent", "created_at", "id"],
    "ix_ticket_state_created": ["state", "created_at", "id"],
    "ix_ticket_state_promised": ["state", "promised_at", "id"],
    "ix_ticket_urgent": ["urgent", "created_at", "id"],
    "ix_ticket_created": ["created_at", "id"],
    "ix_ticket_promised": ["promised_at", "id"],
    "ix_ticket_category_created": ["category", "created_at", "id"],
    "ix_ticket_assigned_created": ["assigned_to_id", "created_at", "id"],
    "ix_ticket_regency_created": ["regency", "created_at", "id"],
    "ix_ticket_npsn_created": ["npsn", "created_at", "id"],
}
# Each is the beginning of one of the orders.
_REPLACED = ("state", "category", "npsn", "assigned_to_id", "created_at")


def upgrade() -> None:
    op.create_table(
        "savedview",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("question", sa.String(length=1000), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["staff.id"], name=op.f("fk_savedview_owner_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_savedview")),
    )
    op.create_index(op.f("ix_savedview_owner_id"), "savedview", ["owner_id"])
    op.create_index(op.f("ix_savedview_is_shared"), "savedview", ["is_shared"])
    op.create_index("ix_event_actor_at", "event", ["actor", "at"])
    for name, columns in _ORDERS.items():
        op.create_index(name, "ticket", columns)
    for column in _REPLACED:
        op.drop_index(f"ix_ticket_{column}", table_name="ticket")


def downgrade() -> None:
    for column in _REPLACED:
        op.create_index(f"ix_ticket_{column}", "ticket", [column])
    for name in _ORDERS:
        op.drop_index(name, table_name="ticket")
    op.drop_index("ix_event_actor_at", table_name="event")
    op.drop_table("savedview")
