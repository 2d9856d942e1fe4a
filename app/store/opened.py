"""Which tickets are open, and which wait for somebody, as the indexes of those few say it.

Bound values would hide from the planner that such an index holds every ticket that is wanted.
"""

from collections.abc import Collection

from sqlalchemy import bindparam
from sqlmodel import col, func, select

from app.store.session import Session
from models import Ticket
from models.vocabulary import OPEN_STATES, TicketState, WhoActs

_SETTLED = [TicketState.ANSWERED, TicketState.CLOSED]

IS_OPEN = col(Ticket.state).not_in(
    bindparam("settled", _SETTLED, expanding=True, literal_execute=True)
)
IS_HELD = col(Ticket.waiting_on) != bindparam("nobody", WhoActs.NOBODY, literal_execute=True)


def by_state(session: Session) -> dict[TicketState, int]:
    """How many are in each open state, none included."""
    query = select(Ticket.state, func.count()).where(IS_OPEN).group_by(col(Ticket.state))
    counts = dict(session.exec(query).all())
    return {state: counts.get(state, 0) for state in TicketState if state in OPEN_STATES}


def are_open(states: Collection[TicketState]) -> bool:
    """Whether a ticket in one of those states is open; False for none, which stands for all."""
    return bool(states) and OPEN_STATES.issuperset(states)
