"""What retention reads and deletes."""

revision = "2026_11_29_1500"
down_revision = "2026_11_29_1400"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
