"""The categories a colleague may choose: the first list, and what supervisors added."""

from app.store import labels
from app.store.session import Session
from models.vocabulary import Category


def in_use(session: Session) -> tuple[Category, ...]:
    added = (Category(each.code) for each in labels.added(session, only_active=True))
    return (*Category, *added)
