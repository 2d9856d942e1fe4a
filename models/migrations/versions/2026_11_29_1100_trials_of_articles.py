"""Trials: what the likely answer and its articles are measured by."""

revision = "2026_11_29_1100"
down_revision = "2026_11_29_1000"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
