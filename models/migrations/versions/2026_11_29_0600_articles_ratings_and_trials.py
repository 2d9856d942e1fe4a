"""Articles ratings and trials."""

revision = "2026_11_29_0600"
down_revision = "2026_11_29_0500"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
