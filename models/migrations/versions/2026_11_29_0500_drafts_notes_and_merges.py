"""Drafts notes and merges."""

revision = "2026_11_29_0500"
down_revision = "2026_11_29_0400"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
