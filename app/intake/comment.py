"""A comment thread as values."""

from dataclasses import dataclass
from datetime import datetime

from app.intake.rows import BadRow


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. `author` is None where the page or the API names nobody.

    The other fields but the text are None where the source is silent; `is_agent` is True only
    where the API's users say so.
    """

    author: str | None
    text: str
    votes: int | None = None
    external_id: str | None = None
    created_at: datetime | None = None
    author_id: str | None = None
    is_agent: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """Comments in order of writing. `announced` is how many the source says exist, or None."""

    announced: int | None
    comments: tuple[Comment, ...]
    article: str | None = None
    bad: tuple[BadRow, ...] = ()
