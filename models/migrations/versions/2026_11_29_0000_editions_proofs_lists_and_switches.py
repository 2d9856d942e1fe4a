"""Editions, proofs, lists and switches."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0000"
down_revision = "2026_11_28_2045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ruleswitch",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ruleswitch")),
    )
    with op.batch_alter_table("ruleswitch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ruleswitch_rule"), ["rule"], unique=False)

    op.create_table(
        "edition",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=True),
        sa.Column("created_by_id", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("adopted_by_id", sa.BigInteger(), nullable=True),
        sa.Column("adopted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["adopted_by_id"], ["staff.id"], name=op.f("fk_edition_adopted_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["staff.id"], name=op.f("fk_edition_created_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
    )
    with op.batch_alter_table("edition", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_edition_state"), ["state"], unique=False)

    op.create_table(
        "whatif",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("edition_id", sa.BigInteger(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_whatif_edition_id_edition")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["staff.id"], name=op.f("fk_whatif_by_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_whatif")),
    )
    with op.batch_alter_table("whatif", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_whatif_edition_id"), ["edition_id"], unique=False)

    op.create_table(
        "difference",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("whatif_id", sa.BigInteger(), nullable=False),
        sa.Column("plan_id", sa.BigInteger(), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("rule_now", sa.String(length=80), nullable=False),
        sa.Column("differs", sa.Boolean(), nullable=False),
        sa.Column("is_reproduced", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_difference_plan_id_plan")),
        sa.ForeignKeyConstraint(
            ["whatif_id"], ["whatif.id"], name=op.f("fk_difference_whatif_id_whatif")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_difference")),
    )
    with op.batch_alter_table("difference", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_difference_whatif_id"), ["whatif_id"], unique=False)

    op.create_table(
        "line",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("as_written", sa.Text(), nullable=False),
        sa.Column("claim", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_line_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line")),
        sa.UniqueConstraint("ticket_id", "number", name=op.f("uq_line_ticket_id_number")),
    )
    with op.batch_alter_table("line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_line_ticket_id"), ["ticket_id"], unique=False)

    op.create_table(
        "vouch",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("account_address", sa.String(length=254), nullable=False),
        sa.Column("npsn", sa.String(length=8), nullable=False),
        sa.Column("operator_mail", sa.String(length=254), nullable=False),
        sa.Column("operator_name", sa.String(length=120), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ripe_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_vouch_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vouch")),
    )
    with op.batch_alter_table("vouch", schema=None) as batch_op:
        batch_op.create_index(
            "ix_vouch_operator_mail_decided_at", ["operator_mail", "decided_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_vouch_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_vouch_ripe_at"), ["ripe_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_vouch_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_vouch_ticket_id"), ["ticket_id"], unique=False)

    op.create_table(
        "proof",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("account_address", sa.String(length=254), nullable=False),
        sa.Column("sent_to", sa.String(length=254), nullable=False),
        sa.Column("vouch_id", sa.BigInteger(), nullable=True),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.Boolean(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_proof_ticket_id_ticket")
        ),
        sa.ForeignKeyConstraint(["vouch_id"], ["vouch.id"], name=op.f("fk_proof_vouch_id_vouch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proof")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_proof_code_hash")),
    )
    with op.batch_alter_table("proof", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proof_ticket_id"), ["ticket_id"], unique=False)

    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_id", sa.BigInteger(), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_right", sa.Boolean(), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["staff.id"], name=op.f("fk_audit_by_id_staff")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_audit_plan_id_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sa.UniqueConstraint("plan_id", name=op.f("uq_audit_plan_id")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_is_right"), ["is_right"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_rule"), ["rule"], unique=False)

    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("circumstances", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("edition_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("undoes_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(
            sa.Column("is_automatic", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.create_index(batch_op.f("ix_plan_created_at"), ["created_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_rule"), ["rule"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_plan_edition_id_edition"), "edition", ["edition_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_plan_undoes_id_plan"), "plan", ["undoes_id"], ["id"]
        )

    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("claimed_by", sa.String(length=80), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reading_created_at"), ["created_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reading_created_at"))

    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.drop_column("accepted_at")
        batch_op.drop_column("claimed_until")
        batch_op.drop_column("claimed_by")

    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_plan_undoes_id_plan"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_plan_edition_id_edition"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_plan_rule"))
        batch_op.drop_index(batch_op.f("ix_plan_created_at"))
        batch_op.drop_column("is_automatic")
        batch_op.drop_column("undoes_id")
        batch_op.drop_column("edition_id")
        batch_op.drop_column("circumstances")

    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_rule"))
        batch_op.drop_index(batch_op.f("ix_audit_is_right"))

    op.drop_table("audit")
    with op.batch_alter_table("proof", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proof_ticket_id"))

    op.drop_table("proof")
    with op.batch_alter_table("vouch", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vouch_ticket_id"))
        batch_op.drop_index(batch_op.f("ix_vouch_state"))
        batch_op.drop_index(batch_op.f("ix_vouch_ripe_at"))
        batch_op.drop_index(batch_op.f("ix_vouch_person_id"))
        batch_op.drop_index("ix_vouch_operator_mail_decided_at")

    op.drop_table("vouch")
    with op.batch_alter_table("line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_line_ticket_id"))

    op.drop_table("line")
    with op.batch_alter_table("difference", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_difference_whatif_id"))

    op.drop_table("difference")
    with op.batch_alter_table("whatif", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_whatif_edition_id"))

    op.drop_table("whatif")
    with op.batch_alter_table("edition", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_edition_state"))

    op.drop_table("edition")
    with op.batch_alter_table("ruleswitch", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ruleswitch_rule"))

    op.drop_table("ruleswitch")
