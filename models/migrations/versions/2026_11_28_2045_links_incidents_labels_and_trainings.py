"""Links, incidents, labels and trainings."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_2045"
down_revision = "2026_11_24_1030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "training",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("champion", sa.String(length=80), nullable=False),
        sa.Column("challenger", sa.String(length=80), nullable=False),
        sa.Column("texts", sa.Integer(), nullable=False),
        sa.Column("labels", sa.Integer(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training")),
    )
    with op.batch_alter_table("training", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_training_started_at"), ["started_at"], unique=False)

    op.create_table(
        "addedcategory",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("definition", sa.String(length=500), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("added_by_id", sa.BigInteger(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["staff.id"], name=op.f("fk_addedcategory_added_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_addedcategory")),
    )
    op.create_table(
        "incident",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("expected", sa.Float(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("newest_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("ended_by_id", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["ended_by_id"], ["staff.id"], name=op.f("fk_incident_ended_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
    )
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incident_key"), ["key"], unique=False)
        batch_op.create_index(batch_op.f("ix_incident_opened_at"), ["opened_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_incident_state"), ["state"], unique=False)
        batch_op.create_index(
            "uq_incident_open",
            ["kind", "key", "category"],
            unique=True,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )

    op.create_table(
        "incidentticket",
        sa.Column("incident_id", sa.BigInteger(), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_incidentticket_incident_id_incident")
        ),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_incidentticket_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("incident_id", "ticket_id", name=op.f("pk_incidentticket")),
    )
    with op.batch_alter_table("incidentticket", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_incidentticket_ticket_id"), ["ticket_id"], unique=False
        )

    op.create_table(
        "link",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("earlier_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["staff.id"], name=op.f("fk_link_decided_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["earlier_id"], ["ticket.id"], name=op.f("fk_link_earlier_id_ticket")
        ),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_link_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sa.UniqueConstraint("ticket_id", "earlier_id", name=op.f("uq_link_ticket_id_earlier_id")),
    )
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_link_earlier_id"), ["earlier_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_link_ticket_id"), ["ticket_id"], unique=False)

    op.create_table(
        "mark",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_mark_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mark")),
    )
    with op.batch_alter_table("mark", schema=None) as batch_op:
        batch_op.create_index("ix_mark_kind_value", ["kind", "value"], unique=False)
        batch_op.create_index(batch_op.f("ix_mark_ticket_id"), ["ticket_id"], unique=False)

    op.create_table(
        "labelevent",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=True),
        sa.Column("reading_id", sa.BigInteger(), nullable=True),
        sa.Column("label", sa.String(length=40), nullable=False),
        sa.Column("said", sa.String(length=40), nullable=True),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("classifier", sa.String(length=80), nullable=False),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("example", sa.Text(), nullable=True),
        sa.Column("withdraws_id", sa.BigInteger(), nullable=True),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["reading.id"], name=op.f("fk_labelevent_reading_id_reading")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_labelevent_staff_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_labelevent_ticket_id_ticket")
        ),
        sa.ForeignKeyConstraint(
            ["withdraws_id"], ["labelevent.id"], name=op.f("fk_labelevent_withdraws_id_labelevent")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labelevent")),
    )
    with op.batch_alter_table("labelevent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_labelevent_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_labelevent_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_labelevent_ticket_id"), ["ticket_id"], unique=False)

    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("is_blind", sa.Boolean(), nullable=False, server_default=sa.false())
        )



def downgrade() -> None:
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.drop_column("is_blind")

    with op.batch_alter_table("labelevent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_labelevent_ticket_id"))
        batch_op.drop_index(batch_op.f("ix_labelevent_kind"))
        batch_op.drop_index(batch_op.f("ix_labelevent_at"))

    op.drop_table("labelevent")
    with op.batch_alter_table("mark", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mark_ticket_id"))
        batch_op.drop_index("ix_mark_kind_value")

    op.drop_table("mark")
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_link_ticket_id"))
        batch_op.drop_index(batch_op.f("ix_link_earlier_id"))

    op.drop_table("link")
    with op.batch_alter_table("incidentticket", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_incidentticket_ticket_id"))

    op.drop_table("incidentticket")
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.drop_index("uq_incident_open")
        batch_op.drop_index(batch_op.f("ix_incident_state"))
        batch_op.drop_index(batch_op.f("ix_incident_opened_at"))
        batch_op.drop_index(batch_op.f("ix_incident_key"))

    op.drop_table("incident")
    op.drop_table("addedcategory")
    with op.batch_alter_table("training", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_training_started_at"))

    op.drop_table("training")
