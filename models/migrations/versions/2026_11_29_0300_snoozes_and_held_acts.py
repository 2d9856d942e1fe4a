"""Snoozes, held acts and bulk jobs."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0300"
down_revision = "2026_11_29_0200"
branch_labels = None
depends_on = None


def _id() -> sa.Column:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("id", kind, nullable=False)


def upgrade() -> None:
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.add_column(sa.Column("snoozed_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("snoozed_for", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("snoozed_by_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("woke_because", sa.String(length=40), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_ticket_snoozed_by_id_staff"), "staff", ["snoozed_by_id"], ["id"]
        )
        batch_op.create_index(batch_op.f("ix_ticket_snoozed_until"), ["snoozed_until"])

    op.create_table(
        "heldact",
        _id(),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("last_event_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_heldact_staff_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_heldact_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_heldact")),
    )
    with op.batch_alter_table("heldact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_heldact_ticket_id"), ["ticket_id"])
        batch_op.create_index("ix_heldact_staff_id_until", ["staff_id", "until"])

    op.create_table(
        "bulkjob",
        _id(),
        sa.Column("token", sa.String(length=60), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("hold_seconds", sa.Float(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undo_asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undo_ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_bulkjob_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulkjob")),
        sa.UniqueConstraint("token", name=op.f("uq_bulkjob_token")),
    )
    with op.batch_alter_table("bulkjob", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bulkjob_staff_id"), ["staff_id"])

    op.create_table(
        "bulkitem",
        _id(),
        sa.Column("job_id", sa.BigInteger(), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.String(length=400), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=80), nullable=False),
        sa.Column("held_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["held_id"], ["heldact.id"], name=op.f("fk_bulkitem_held_id_heldact")
        ),
        sa.ForeignKeyConstraint(
            ["job_id"], ["bulkjob.id"], name=op.f("fk_bulkitem_job_id_bulkjob")
        ),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_bulkitem_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulkitem")),
        sa.UniqueConstraint(
            "job_id", "ticket_id", name=op.f("uq_bulkitem_job_id_ticket_id")
        ),
    )
    with op.batch_alter_table("bulkitem", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bulkitem_job_id"), ["job_id"])


def downgrade() -> None:
    op.drop_table("bulkitem")
    op.drop_table("bulkjob")
    op.drop_table("heldact")
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ticket_snoozed_until"))
        batch_op.drop_constraint(batch_op.f("fk_ticket_snoozed_by_id_staff"), type_="foreignkey")
        batch_op.drop_column("woke_because")
        batch_op.drop_column("snoozed_by_id")
        batch_op.drop_column("snoozed_for")
        batch_op.drop_column("snoozed_until")
