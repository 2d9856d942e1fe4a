"""The views of the queue as links, with the number of tickets in each where it is counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.store import queue, staff, views
from app.store.session import Session
from app.web.queue_address import VIEWS, asked_by
from models import SavedView, Staff

AT_MOST = 1000  # beyond that "more than" is said
_FRESH = timedelta(seconds=10)
_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class ViewLink:
    """`key` of a standard view, else the `saved` one; `count` None where nothing was counted.

    A count above AT_MOST is AT_MOST + 1. `by` is who made it, "" of one's own.
    """

    key: str
    address: str
    count: int | None
    is_open: bool
    saved: SavedView | None = None
    by: str = ""


@dataclass(slots=True)
class Counts:
    """Counts of this process, kept for some seconds: many colleagues look at the same views."""

    known: dict[str, tuple[datetime, int]] = field(default_factory=dict)

    def of(self, db: Session, question: str, *, my_id: int, now: datetime) -> int:
        key = f"{my_id} {question}" if "petugas=saya" in question else question
        found = self.known.get(key)
        if found is not None and timedelta() <= now - found[0] < _FRESH:
            return found[1]
        wanted = asked_by(question, my_id=my_id, now=now).filter
        number = queue.count(db, wanted, at_most=AT_MOST + 1)
        if len(self.known) > _KEPT:
            self.known.clear()
        self.known[key] = (now, number)
        return number


def links(
    db: Session,
    opened: str,
    *,
    who: Staff,
    path: str,
    counted: Callable[[str], int] | None,
) -> Sequence[ViewLink]:
    """The standard views, then one's own and the team's; `opened` is the question of the page."""
    names = staff.names(db)
    standard = [(view.key, f"tampilan={view.key}", None) for view in VIEWS]
    saved = [("", each.question, each) for each in views.visible(db, who.id)]
    exact = opened in {question for _, question, _ in saved}
    return [
        ViewLink(
            key,
            f"{path}?{question}",
            counted(question) if counted else None,
            question == opened or (not exact and not view and _begins(opened, question)),
            view,
            names.get(view.owner_id, "") if view and view.owner_id != who.id else "",
        )
        for key, question, view in (*standard, *saved)
    ]


def _begins(opened: str, question: str) -> bool:
    return opened.partition("&")[0] == question
