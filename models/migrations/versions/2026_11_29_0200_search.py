"""The index of words."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0200"
down_revision = "2026_11_29_0100"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "searchslip",
        sa.Column("slip", sa.String(length=40), nullable=False),
        sa.Column("word", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("slip", "word", name=op.f("pk_searchslip")),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE ticket_words USING fts5("
            "words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', detail = 'none')"
        )
        return
    op.execute(
        "CREATE TABLE ticket_words (ticket_id bigint PRIMARY KEY, words tsvector NOT NULL)"
    )
    op.execute("CREATE INDEX ix_ticket_words_words ON ticket_words USING gin (words)")
    # With the usual hundred common words the planner takes a rare word for a common one and reads
    # the table from the newest row down: seconds where milliseconds would do.
    op.execute("ALTER TABLE ticket_words ALTER COLUMN words SET STATISTICS 1000")


def downgrade() -> None:
    op.execute("DROP TABLE ticket_words")
    op.drop_table("searchslip")
