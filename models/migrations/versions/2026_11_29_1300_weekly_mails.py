"""Weekly mails to supervisors who want them."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_1300"
down_revision = "2026_11_29_1200"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "staffmail",
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("weekly_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staffmail_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_staffmail")),
    )
    _letters()


def downgrade() -> None:
    op.drop_table("staffletter")
    op.drop_table("staffmail")


def _letters() -> None:
    op.create_table(
        "staffletter",
        sa.Column("id", _ID, nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("week", sa.Date(), nullable=True),
        sa.Column("to", sa.String(length=254), nullable=True),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("mail_id", sa.String(length=160), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staffletter_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staffletter")),
        sa.UniqueConstraint("staff_id", "week", name=op.f("uq_staffletter_staff_id_week")),
        sa.UniqueConstraint("mail_id", name=op.f("uq_staffletter_mail_id")),
    )
    op.create_index(op.f("ix_staffletter_next_try_at"), "staffletter", ["next_try_at"])
