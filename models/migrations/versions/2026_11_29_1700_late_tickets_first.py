"""What the pages ask for first: tickets with a missed target."""

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


def downgrade() -> None:
    op.drop_index("ix_ticket_due", table_name="ticket")
