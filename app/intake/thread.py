"""A help-centre comment thread in either of its forms."""

from app.intake import rows
from app.intake.answers import parse_api
from app.intake.comment import Comment, Thread
from app.intake.page import parse_page

__all__ = ["Comment", "Thread", "parse", "parse_api", "parse_page"]


def parse(text: str) -> Thread:
    """The API's answers or a copied page, told apart by the first character. Raises WrongFile."""
    return parse_api(text) if rows.is_json(text) else parse_page(text)
