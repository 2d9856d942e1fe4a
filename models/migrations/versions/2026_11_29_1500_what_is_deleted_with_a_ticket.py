"""What retention reads and deletes, and the walks along the trail."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_1500"
down_revision = "2026_11_29_1400"
branch_labels = None
depends_on = None

_PARTS = ("messages", "attachments", "dossiers")


def upgrade() -> None:
    _to_the_ticket()
    op.create_index("ix_heldact_until", "heldact", ["until"])
    op.create_index("ix_bulkitem_held_id", "bulkitem", ["held_id"])
    _checks()


def downgrade() -> None:
    op.drop_table("trailcheck")
    op.drop_index("ix_bulkitem_held_id", "bulkitem")
    op.drop_index("ix_heldact_until", "heldact")
    _from_the_ticket()


def _to_the_ticket() -> None:
    for part in _PARTS:
        gone = f"{part}_gone_at"
        op.add_column("ticket", sa.Column(gone, sa.DateTime(timezone=True), nullable=True))
        redacted = "redaction WHERE redaction.ticket_id = ticket.id"
        op.execute(
            f"UPDATE ticket SET {gone} = (SELECT {part}_at FROM {redacted})"
            " WHERE id IN (SELECT ticket_id FROM redaction)"
        )
        left = sa.text(f"settled_at IS NOT NULL AND ({gone} IS NULL OR {gone} < updated_at)")
        op.create_index(
            f"ix_ticket_{part}_left",
            "ticket",
            ["settled_at"],
            sqlite_where=left,
            postgresql_where=left,
        )
    op.drop_table("redaction")


def _from_the_ticket() -> None:
    op.create_table(
        "redaction",
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        *(sa.Column(f"{part}_at", sa.DateTime(timezone=True), nullable=True) for part in _PARTS),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_redaction_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("ticket_id", name=op.f("pk_redaction")),
    )
    gone = [f"{part}_gone_at" for part in _PARTS]
    op.execute(
        "INSERT INTO redaction (ticket_id, messages_at, attachments_at, dossiers_at)"
        f" SELECT id, {', '.join(gone)} FROM ticket WHERE COALESCE({', '.join(gone)}) IS NOT NULL"
    )
    for part in _PARTS:
        op.drop_index(f"ix_ticket_{part}_left", "ticket")
        op.drop_column("ticket", f"{part}_gone_at")


def _checks() -> None:
    op.create_table(
        "trailcheck",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("is_full", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("through", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.String(length=64), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("is_whole", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trailcheck")),
    )
