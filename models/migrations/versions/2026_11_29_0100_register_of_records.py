"""The register of records, by nightly extracts."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0100"
down_revision = "2026_11_29_0000"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "accountrow",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("from_extract", sa.Integer(), nullable=False),
        sa.Column("until_extract", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("account_id", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accountrow")),
    )
    with op.batch_alter_table("accountrow", schema=None) as batch_op:
        batch_op.create_index(
            "ix_accountrow_account_id", ["account_id", "until_extract"], unique=False
        )
        batch_op.create_index("ix_accountrow_address", ["address", "until_extract"], unique=False)
        batch_op.create_index(
            "ix_accountrow_person_id",
            ["person_id", "until_extract"],
            unique=False,
            postgresql_where=sa.text("person_id IS NOT NULL"),
            sqlite_where=sa.text("person_id IS NOT NULL"),
        )

    op.create_table(
        "aliasrow",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("from_extract", sa.Integer(), nullable=False),
        sa.Column("until_extract", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("account_id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aliasrow")),
    )
    with op.batch_alter_table("aliasrow", schema=None) as batch_op:
        batch_op.create_index("ix_aliasrow_address", ["address", "until_extract"], unique=False)

    op.create_table(
        "extract",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("extracted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=True),
        sa.Column("accepted_loss", sa.Float(), nullable=True),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extract")),
    )
    with op.batch_alter_table("extract", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_extract_extracted_at"), ["extracted_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_extract_state"), ["state"], unique=False)

    op.create_table(
        "personrow",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("from_extract", sa.Integer(), nullable=False),
        sa.Column("until_extract", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("npsn", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("born", sa.Date(), nullable=True),
        sa.Column("nik", sa.String(length=32), nullable=True),
        sa.Column("nuptk", sa.String(length=32), nullable=True),
        sa.Column("nip", sa.String(length=32), nullable=True),
        sa.Column("nisn", sa.String(length=32), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personrow")),
    )
    with op.batch_alter_table("personrow", schema=None) as batch_op:
        batch_op.create_index("ix_personrow_born", ["born", "name", "until_extract"], unique=False)
        batch_op.create_index(
            "ix_personrow_nik",
            ["nik", "until_extract"],
            unique=False,
            postgresql_where=sa.text("nik IS NOT NULL"),
            sqlite_where=sa.text("nik IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_personrow_nip",
            ["nip", "until_extract"],
            unique=False,
            postgresql_where=sa.text("nip IS NOT NULL"),
            sqlite_where=sa.text("nip IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_personrow_nisn",
            ["nisn", "until_extract"],
            unique=False,
            postgresql_where=sa.text("nisn IS NOT NULL"),
            sqlite_where=sa.text("nisn IS NOT NULL"),
        )
        batch_op.create_index("ix_personrow_npsn", ["npsn", "until_extract"], unique=False)
        batch_op.create_index(
            "ix_personrow_nuptk",
            ["nuptk", "until_extract"],
            unique=False,
            postgresql_where=sa.text("nuptk IS NOT NULL"),
            sqlite_where=sa.text("nuptk IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_personrow_person_id", ["person_id", "until_extract"], unique=False
        )

    op.create_table(
        "schoolrow",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("from_extract", sa.Integer(), nullable=False),
        sa.Column("until_extract", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("npsn", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tidy", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schoolrow")),
    )
    with op.batch_alter_table("schoolrow", schema=None) as batch_op:
        batch_op.create_index("ix_schoolrow_npsn", ["npsn", "until_extract"], unique=False)

    op.create_table(
        "userrow",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("from_extract", sa.Integer(), nullable=False),
        sa.Column("until_extract", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("npsn", sa.String(length=8), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_userrow")),
    )
    with op.batch_alter_table("userrow", schema=None) as batch_op:
        batch_op.create_index("ix_userrow_npsn", ["npsn", "until_extract"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("userrow", schema=None) as batch_op:
        batch_op.drop_index("ix_userrow_npsn")

    op.drop_table("userrow")
    with op.batch_alter_table("schoolrow", schema=None) as batch_op:
        batch_op.drop_index("ix_schoolrow_npsn")

    op.drop_table("schoolrow")
    with op.batch_alter_table("personrow", schema=None) as batch_op:
        batch_op.drop_index("ix_personrow_person_id")
        batch_op.drop_index(
            "ix_personrow_nuptk",
            postgresql_where=sa.text("nuptk IS NOT NULL"),
            sqlite_where=sa.text("nuptk IS NOT NULL"),
        )
        batch_op.drop_index("ix_personrow_npsn")
        batch_op.drop_index(
            "ix_personrow_nisn",
            postgresql_where=sa.text("nisn IS NOT NULL"),
            sqlite_where=sa.text("nisn IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_personrow_nip",
            postgresql_where=sa.text("nip IS NOT NULL"),
            sqlite_where=sa.text("nip IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_personrow_nik",
            postgresql_where=sa.text("nik IS NOT NULL"),
            sqlite_where=sa.text("nik IS NOT NULL"),
        )
        batch_op.drop_index("ix_personrow_born")

    op.drop_table("personrow")
    with op.batch_alter_table("extract", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_extract_state"))
        batch_op.drop_index(batch_op.f("ix_extract_extracted_at"))

    op.drop_table("extract")
    with op.batch_alter_table("aliasrow", schema=None) as batch_op:
        batch_op.drop_index("ix_aliasrow_address")

    op.drop_table("aliasrow")
    with op.batch_alter_table("accountrow", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_accountrow_person_id",
            postgresql_where=sa.text("person_id IS NOT NULL"),
            sqlite_where=sa.text("person_id IS NOT NULL"),
        )
        batch_op.drop_index("ix_accountrow_address")
        batch_op.drop_index("ix_accountrow_account_id")

    op.drop_table("accountrow")
