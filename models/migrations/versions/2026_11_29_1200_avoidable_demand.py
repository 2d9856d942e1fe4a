"""What a report should not have been needed for."""

revision = "2026_11_29_1200"
down_revision = "2026_11_29_1100"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
