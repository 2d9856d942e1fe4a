"""The help articles the demo begins with."""

from datetime import datetime
from pathlib import Path

from app.guide import shelf
from app.guide.shelf import Draft
from app.store.session import Session
from models import Staff
from models.vocabulary import ArticleAct, Category

_FOLDER = Path(__file__).parent / "guides"
_WHY = "Panduan awal."


def drafts() -> list[Draft]:
    """A file each: title, categories, and the text below them."""
    found = []
    for path in sorted(_FOLDER.glob("*.md")):
        title, categories, _, body = path.read_text(encoding="utf-8").split("\n", 3)
        found.append(
            Draft(
                slug=path.stem,
                title=title.removeprefix("# "),
                body=body.strip(),
                categories=tuple(Category(each.strip()) for each in categories.split(",")),
                why=_WHY,
            )
        )
    return found


def publish(session: Session, *, by: Staff, now: datetime) -> None:
    """All of them, in the name of that colleague."""
    for draft in drafts():
        shelf.write(session, draft, ArticleAct.PUBLISHED, by=by, now=now)
