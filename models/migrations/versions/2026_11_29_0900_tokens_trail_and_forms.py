"""Tokens trail and forms."""

revision = "2026_11_29_0900"
down_revision = "2026_11_29_0800"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
