"""Snoozes, held acts and bulk jobs."""

revision = "2026_11_29_0300"
down_revision = "2026_11_29_0200"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
