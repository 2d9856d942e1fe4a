"""Weekly mails to supervisors who want them."""

revision = "2026_11_29_1300"
down_revision = "2026_11_29_1200"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
