"""Avoidable demand and mails."""

revision = "2026_11_29_0700"
down_revision = "2026_11_29_0600"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
