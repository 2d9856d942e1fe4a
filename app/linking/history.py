"""Which earlier reports a follow-up may mean: those of the one who writes."""

from collections.abc import Collection, Sequence

from app.linking.marks import NAMED, OWN
from app.store import marks, tickets, together
from app.store.session import Session
from models import Ticket
from models.vocabulary import OPEN_STATES, Category, Channel, MarkKind

_AT_MOST = 20
_SIGNED_AT_MOST = 100


def earlier(session: Session, ticket: Ticket, *, named: Collection[str] = ()) -> tuple[str, ...]:
    """Numbers of the requester's own earlier reports, newest first: the open ones if any is open.

    Reports that were follow-ups themselves stand back. Of the numbers in `named` those of the
    requester are kept whatever their state; somebody else's number never comes in by being named.
    """
    found = theirs(session, ticket)
    own = [each for each in found if each.category is not Category.FOLLOW_UP] or found
    kept = [each for each in own if each.state in OPEN_STATES] or own
    kept_ids = {each.id for each in kept}
    return tuple(
        str(each.number) for each in found if each.id in kept_ids or str(each.number) in named
    )


def theirs(session: Session, ticket: Ticket) -> Sequence[Ticket]:
    """By mail, account, number or matched record; only without any by name and school or thread."""
    ids = set(marks.sharing(session, ticket, OWN, until=ticket.created_at, limit=_AT_MOST)) | set(
        tickets.earlier_of_mail(session, ticket, limit=_AT_MOST)
    )
    return together.tickets(session, ids or _signed_alike(session, ticket))[:_AT_MOST]


def _signed_alike(session: Session, ticket: Ticket) -> Collection[int]:
    """Who bears the same name at the same school, or signs in full with it in the same thread."""
    ids = marks.sharing(session, ticket, NAMED, until=ticket.created_at, limit=_SIGNED_AT_MOST)
    values = marks.of_tickets(session, [ticket.id, *ids])
    mine = values[ticket.id]
    schools, author = mine.get(MarkKind.SCHOOL, frozenset()), mine.get(MarkKind.AUTHOR, frozenset())
    in_thread = ticket.channel is Channel.COMMENT and len(ticket.requester_name.split()) > 1
    commented = {
        each.id for each in together.tickets(session, ids) if each.channel is Channel.COMMENT
    }
    return [
        each
        for each in ids
        if schools & values[each].get(MarkKind.SCHOOL, frozenset())
        or (
            in_thread
            and each in commented
            and author & values[each].get(MarkKind.AUTHOR, frozenset())
        )
    ]
