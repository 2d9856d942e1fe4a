"""Avoidable demand and mails, and the indexes figures are read from."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0700"
down_revision = "2026_11_29_0600"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_ticket_first_answered_at_created_at", "ticket", ["first_answered_at", "created_at"]
    )
    op.create_index("ix_ticket_settled_at_created_at", "ticket", ["settled_at", "created_at"])
    op.create_index("ix_event_kind_at", "event", ["kind", "at"])
    op.drop_index("ix_event_kind", table_name="event")
    op.create_index("ix_plan_promised_at", "plan", ["promised_at"])


def downgrade() -> None:
    op.drop_index("ix_plan_promised_at", table_name="plan")
    op.create_index("ix_event_kind", "event", ["kind"])
    op.drop_index("ix_event_kind_at", table_name="event")
    op.drop_index("ix_ticket_settled_at_created_at", table_name="ticket")
    op.drop_index("ix_ticket_first_answered_at_created_at", table_name="ticket")
