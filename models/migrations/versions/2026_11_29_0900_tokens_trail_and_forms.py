"""Tokens trail and forms."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0900"
down_revision = "2026_11_29_0800"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _trail()
    _people()
    _staffing()
    _tokens()
    _forms()
    _retention()


def downgrade() -> None:
    op.execute("DELETE FROM counter WHERE name IN ('jejak', 'pembagian')")
    for name in ("hold", "redaction", "retention", "formversion", "apitoken", "distribution", "assigning", "absence", "shift", "invitation", "trailanchor", "trail"):
        op.drop_table(name)


def _trail() -> None:
    op.create_table(
        "trail",
        sa.Column("id", _ID, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("ticket_number", sa.BigInteger(), nullable=True),
        sa.Column("subject", sa.String(length=160), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=True),
        sa.Column("hash", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trail")),
        sa.UniqueConstraint("seq", name=op.f("uq_trail_seq")),
    )
    for name in ("at", "actor", "action", "ticket_number"):
        columns = [name] if name == "at" else [name, "at"]
        op.create_index(f"ix_trail_{name}", "trail", columns)
    op.create_table(
        "trailanchor",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("is_cut", sa.Boolean(), nullable=False),
        sa.Column("signature", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_trailanchor")),
    )
    op.execute("INSERT INTO counter (name, value) VALUES ('jejak', 0)")


def _people() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", _ID, nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("username", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("made_by_id", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_invitation_staff_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["staff.id"], name=op.f("fk_invitation_made_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invitation_code_hash")),
    )
    op.create_index(op.f("ix_invitation_staff_id"), "invitation", ["staff_id"])
    op.create_index(op.f("ix_invitation_username"), "invitation", ["username"])


def _of_staff(table: str, name: str, *, null: bool = False):
    return (
        sa.Column(name, sa.BigInteger(), nullable=null),
        sa.ForeignKeyConstraint([name], ["staff.id"], name=op.f(f"fk_{table}_{name}_staff")),
    )


def _staffing() -> None:
    op.create_table(
        "shift",
        sa.Column("id", _ID, nullable=False),
        *_of_staff("shift", "staff_id"),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Integer(), nullable=False),
        sa.Column("closes", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(length=4), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    op.create_index(op.f("ix_shift_staff_id"), "shift", ["staff_id"])
    op.create_table(
        "absence",
        sa.Column("id", _ID, nullable=False),
        *_of_staff("absence", "staff_id"),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        *_of_staff("absence", "made_by_id"),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index(op.f("ix_absence_staff_id"), "absence", ["staff_id"])
    op.create_table(
        "assigning",
        sa.Column("id", _ID, nullable=False),
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("cap", sa.Integer(), nullable=False),
        sa.Column("skills", sa.JSON(), nullable=False),
        *_of_staff("assigning", "by_id"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assigning")),
    )
    op.create_table(
        "distribution",
        sa.Column("id", _ID, nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        *_of_staff("distribution", "staff_id", null=True),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_distribution_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distribution")),
    )
    op.create_index(op.f("ix_distribution_ticket_id"), "distribution", ["ticket_id"])
    op.create_index("ix_distribution_staff_id", "distribution", ["staff_id", "at"])
    op.execute("INSERT INTO counter (name, value) VALUES ('pembagian', 0)")


def _tokens() -> None:
    op.create_table(
        "apitoken",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        *_of_staff("apitoken", "made_by_id"),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_used_on", sa.Date(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apitoken")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_apitoken_token_hash")),
    )


def _forms() -> None:
    op.create_table(
        "formversion",
        sa.Column("id", _ID, nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        *_of_staff("formversion", "by_id"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_formversion")),
    )


def _retention() -> None:
    op.create_table(
        "retention",
        sa.Column("id", _ID, nullable=False),
        *(
            sa.Column(f"{part}_days", sa.Integer(), nullable=True)
            for part in ("messages", "attachments", "dossiers", "trail")
        ),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        *_of_staff("retention", "by_id"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *_of_staff("retention", "decided_by_id", null=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention")),
    )
    op.create_table(
        "redaction",
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("messages_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attachments_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dossiers_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_redaction_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("ticket_id", name=op.f("pk_redaction")),
    )
    op.create_table(
        "hold",
        sa.Column("id", _ID, nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        *_of_staff("hold", "by_id"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *_of_staff("hold", "lifted_by_id", null=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_hold_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
    )
    op.create_index(op.f("ix_hold_ticket_id"), "hold", ["ticket_id"])
