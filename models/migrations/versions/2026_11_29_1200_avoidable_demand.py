"""Numbers that were left out, and what a report should not have been needed for."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_1200"
down_revision = "2026_11_29_1100"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "numberskip",
        sa.Column("id", _ID, nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_numberskip")),
    )
    op.create_index("ix_numberskip_last", "numberskip", ["last"])
    op.create_table(
        "demandword",
        sa.Column("id", _ID, nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("label", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["staff.id"], name=op.f("fk_demandword_by_id_staff")),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_demandword_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demandword")),
    )
    op.create_index("ix_demandword_ticket_id", "demandword", ["ticket_id"])


def downgrade() -> None:
    op.drop_index("ix_demandword_ticket_id", table_name="demandword")
    op.drop_table("demandword")
    op.drop_index("ix_numberskip_last", table_name="numberskip")
    op.drop_table("numberskip")
