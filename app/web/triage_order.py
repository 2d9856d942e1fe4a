"""Undecided reports one after the other: which comes next, and how many are left."""

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from app.store import presence, queue, queue_order
from app.store.queue import Filter, Row
from app.store.queue_order import Cursor, Order
from app.store.session import Session
from app.web.queue_address import Asked, cursor, written
from app.web.typed import number
from models import Staff
from models.vocabulary import TicketState

UNDECIDED = (TicketState.PLANNED, TicketState.MANUAL, TicketState.RETURNED)
_USUAL = UNDECIDED[:2]
_LOOKED_AT = 20  # more than there are colleagues at one desk
AT_MOST = 1000  # beyond that "more than" is said


@dataclass(frozen=True, slots=True)
class Place:
    """How far one has come: in which of the states, and behind which ticket of it."""

    stage: int = 0
    after: Cursor | None = None

    def text(self) -> str:
        return f"{self.stage}.{written(self.after)}" if self.after else ""


def place_of(text: str) -> Place:
    """The beginning for what is no place."""
    written_stage, _, rest = text.partition(".")
    stage, after = number(written_stage), cursor(rest)
    return Place(min(stage, 2), after) if stage is not None and after else Place()


@dataclass(frozen=True, slots=True)
class Round:
    """One colleague's way through a view, or through all that is undecided where none is chosen."""

    question: Asked
    is_chosen: bool
    who: Staff

    @property
    def states(self) -> tuple[TicketState, ...]:
        """The undecided states of the view in their order; the usual ones where it has none."""
        wanted = tuple(each for each in UNDECIDED if each in self.question.filter.states)
        return wanted if self.is_chosen and wanted else _USUAL

    @property
    def wanted(self) -> Filter:
        order = self.question.filter.order
        return replace(
            self.question.filter,
            states=self.states,
            order=Order.URGENT if order is Order.NEWEST else order,
            free_for=self.who.id,
            snoozed=False,
            after=None,
            words=(),
        )

    def next_row(self, session: Session, place: Place, *, now: datetime) -> Row | None:
        """The first behind that place that no other colleague has taken or open; None at the end.

        Where others have all of the next few open, the first of them: better twice than never.
        """
        for stage, state in enumerate(self.states):
            if stage < place.stage:
                continue
            after = place.after if stage == place.stage else None
            wanted = replace(self.wanted, states=(state,), after=after)
            found = queue.listed(session, wanted, limit=_LOOKED_AT)
            ids = [row.id for row in found]
            elsewhere = presence.open_among(session, ids, besides=self.who.id, now=now)
            if found:
                return next((row for row in found if row.id not in elsewhere), found[0])
        return None

    def place(self, row: Row) -> Place:
        stage = self.states.index(row.state) if row.state in self.states else 0
        wanted = self.wanted
        return Place(stage, queue_order.cursor(row, wanted.order, wanted.late_at))

    def left(self, session: Session) -> int:
        """At most AT_MOST + 1."""
        return queue.count(session, self.wanted, at_most=AT_MOST + 1)

    def address(self, path: str, **more: str) -> str:
        """That page of this round."""
        chosen = self.question.typed if self.is_chosen else {}
        parts = {**chosen, **more}
        query = urlencode({name: text for name, text in parts.items() if text})
        return f"{path}?{query}" if query else path
