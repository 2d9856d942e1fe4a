"""What the trail holds, for tests of acts that must be answered for."""

from sqlmodel import select

from app.store.session import Database
from models import Trail
from models.vocabulary import TrailAction


def trailed(database: Database, action: TrailAction) -> list[tuple[str, str, str, object]]:
    """Who, of what, why and the detail, oldest first."""
    with database.read() as session:
        rows = session.exec(select(Trail).where(Trail.action == action).order_by(Trail.id))  # type: ignore[arg-type]
        return [(each.actor, each.subject, each.reason, each.detail) for each in rows]
