"""Trials: what the likely answer and its articles are measured by."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_1100"
down_revision = "2026_11_29_1000"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "trial",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("is_held_out", sa.Boolean(), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trial")),
        sa.UniqueConstraint("visit", name=op.f("uq_trial_visit")),
    )
    with op.batch_alter_table("trial", schema=None) as batch_op:
        batch_op.create_index(
            "ix_trial_counted", ["day", "category", "is_held_out", "sent_at"], unique=False
        )

    op.create_table(
        "trialarticle",
        sa.Column(
            "trial_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["trial_id"], ["trial.id"], name=op.f("fk_trialarticle_trial_id_trial")
        ),
        sa.PrimaryKeyConstraint("trial_id", "slug", name=op.f("pk_trialarticle")),
    )


def downgrade() -> None:
    op.drop_table("trialarticle")
    op.drop_table("trial")
