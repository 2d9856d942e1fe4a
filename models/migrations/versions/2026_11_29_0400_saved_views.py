"""Saved views of the queue."""

revision = "2026_11_29_0400"
down_revision = "2026_11_29_0300"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
