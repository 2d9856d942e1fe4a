"""Public replies in comment threads."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_1000"
down_revision = "2026_11_29_0900"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _replies()


def downgrade() -> None:
    op.drop_table("threadreply")


def _replies() -> None:
    op.create_table(
        "threadreply",
        sa.Column("id", _ID, nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("remote_id", sa.String(length=40), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_threadreply_ticket_id_ticket")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_threadreply_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threadreply")),
        sa.UniqueConstraint(
            "ticket_id", "revision", name=op.f("uq_threadreply_ticket_id_revision")
        ),
    )
    op.create_index(op.f("ix_threadreply_ticket_id"), "threadreply", ["ticket_id"])
    op.create_index(op.f("ix_threadreply_next_try_at"), "threadreply", ["next_try_at"])
