"""Calendars, turns and targets."""

revision = "2026_11_29_0800"
down_revision = "2026_11_29_0700"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
