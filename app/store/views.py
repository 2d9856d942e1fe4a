"""Saved views of the queue: whose they are, and their order."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, or_, select

from app.kit.errors import NotFound
from models import SavedView


def visible(session: Session, staff_id: int) -> Sequence[SavedView]:
    """That colleague's own and the team's, in their order."""
    query = select(SavedView).where(
        or_(col(SavedView.owner_id) == staff_id, col(SavedView.is_shared).is_(True))
    )
    return session.exec(query.order_by(col(SavedView.position), col(SavedView.id))).all()


def by_id(session: Session, view_id: int) -> SavedView:
    """Raises NotFound."""
    found = session.get(SavedView, view_id)
    if found is None:
        raise NotFound
    return found


def add(session: Session, view: SavedView) -> SavedView:
    """After all others; with its id."""
    last = session.exec(select(func.max(SavedView.position))).one()
    view.position = (last or 0) + 1
    session.add(view)
    session.flush()
    return view


def keep(session: Session, *views: SavedView) -> None:
    """Their changes."""
    session.add_all(views)


def remove(session: Session, view: SavedView) -> None:
    session.delete(view)


def move(session: Session, view: SavedView, *, by: int, among: Sequence[SavedView]) -> None:
    """`by` places down the list that is seen, up where negative; at its ends nothing happens."""
    order = [each.id for each in among]
    here = order.index(view.id)
    there = here + by
    if 0 <= there < len(among):
        other = among[there]
        view.position, other.position = other.position, view.position
        session.add_all((view, other))
