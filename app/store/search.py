"""The index of words: FTS5 on SQLite, a tsvector on PostgreSQL.

`ticket_words` is a table of its own kind on each, made by the migration and not among `models`.
A word of a question is a pair: what a word of the report may begin with, and its stem. Words are
of plain letters and digits only (`app/search/terms.py`), so nothing in them is an operator.
"""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import text
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, delete, select

from models import SearchSlip

Words = Sequence[tuple[str, str]]


def put(session: Session, ticket_id: int, words: str) -> None:
    """The words of that report, in place of what was stored of it."""
    row = {"id": ticket_id, "words": words}
    if _is_sqlite(session):
        session.execute(text("DELETE FROM ticket_words WHERE rowid = :id"), row)
        session.execute(text("INSERT INTO ticket_words (rowid, words) VALUES (:id, :words)"), row)
        return
    session.execute(
        text(
            "INSERT INTO ticket_words (ticket_id, words)"
            " VALUES (:id, to_tsvector('simple', :words))"
            " ON CONFLICT (ticket_id) DO UPDATE SET words = excluded.words"
        ),
        row,
    )


def ids(session: Session, words: Words, *, before: int | None, limit: int) -> Sequence[int]:
    """Reports that hold every word, the newest first, with an id below `before`."""
    key, holds = _ways(session, words)
    below = f" AND {key} < :before" if before is not None else ""
    # Every part is fixed text; what was typed is bound.
    query = f"SELECT {key} FROM ticket_words WHERE {holds}{below} ORDER BY {key} DESC LIMIT :limit"  # noqa: S608
    found = session.execute(
        text(query), {"words": _asked(session, words), "before": before, "limit": limit}
    )
    return [int(row[0]) for row in found]


def count(session: Session, words: Words, *, at_most: int) -> int:
    """How many reports hold every word; no further than `at_most` is counted."""
    key, holds = _ways(session, words)
    query = f"SELECT count(*) FROM (SELECT {key} FROM ticket_words WHERE {holds} LIMIT :most) t"  # noqa: S608
    found = session.execute(text(query), {"words": _asked(session, words), "most": at_most})
    return int(found.scalar_one())


def learn(session: Session, slips: Mapping[str, Collection[str]]) -> None:
    """Each word can be found by each of its slips from now on; known ones are left alone.

    In one order for everybody: two reports that bring the same new words must not wait for each
    other.
    """
    rows = [{"slip": slip, "word": word} for word in sorted(slips) for slip in sorted(slips[word])]
    if not rows:
        return
    if _is_sqlite(session):
        session.execute(sqlite.insert(SearchSlip).on_conflict_do_nothing(), rows)
    else:
        session.execute(postgresql.insert(SearchSlip).on_conflict_do_nothing(), rows)


def unlearn(session: Session, word: str, slips: Collection[str]) -> None:
    """That word is found by none of its slips any more."""
    mine = delete(SearchSlip).where(col(SearchSlip.slip).in_(slips), col(SearchSlip.word) == word)
    session.exec(mine)


def stands(session: Session, word: str) -> bool:
    """Whether any report holds exactly that word."""
    query = "SELECT 1 FROM ticket_words WHERE words @@ to_tsquery('simple', :word) LIMIT 1"
    if _is_sqlite(session):
        query, word = (
            "SELECT 1 FROM ticket_words WHERE ticket_words MATCH :word LIMIT 1",
            f'"{word}"',
        )
    return session.execute(text(query), {"word": word}).first() is not None


def known(session: Session, words: Collection[str]) -> frozenset[str]:
    """Those of the words that stand in some report."""
    query = select(SearchSlip.word).where(
        col(SearchSlip.slip).in_(words), col(SearchSlip.slip) == col(SearchSlip.word)
    )
    return frozenset(session.exec(query))


def alike(session: Session, slips: Collection[str], *, at_most: int = 50) -> Sequence[str]:
    """Words that share a slip with these."""
    query = select(SearchSlip.word).where(col(SearchSlip.slip).in_(slips)).distinct()
    return sorted(session.exec(query.limit(at_most)))


def _ways(session: Session, words: Words) -> tuple[str, str]:
    """The column that names the report, and the condition."""
    if not words:
        raise ValueError("a question without words")
    if _is_sqlite(session):
        return "rowid", "ticket_words MATCH :words"
    return "ticket_id", "words @@ to_tsquery('simple', :words)"


def _asked(session: Session, words: Words) -> str:
    if _is_sqlite(session):
        return " AND ".join(f'("{prefix}" * OR "{stem}")' for prefix, stem in words)
    return " & ".join(f"({prefix}:* | {stem})" for prefix, stem in words)


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
