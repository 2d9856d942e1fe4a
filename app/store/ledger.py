"""Which reports of a period the ledger of report numbers counts: what became of each number.

All are of the reports that came in the period, so that a number stands in one period for good.
"""

from collections.abc import Iterator

from sqlalchemy import BindParameter, ColumnElement, bindparam, null, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from app.store.scope import Conditions, Scope, within
from models import Merge, Message, Reply, Ticket
from models.vocabulary import Author, Channel, ReplyState, Rows, TicketState

_CAME_BY_IMPORT = (Channel.COMMENT, Channel.ZENDESK)
_SETTLED = (TicketState.ANSWERED, TicketState.CLOSED)
# Written out, as its index says it.
_STAFF: BindParameter[Author] = bindparam("staff", Author.STAFF, literal_execute=True)
received = within("created_at")


def brought_in() -> ColumnElement[bool]:
    """Made by an import; a part split off such a report carries no name of the other system."""
    return col(Ticket.channel).in_(_CAME_BY_IMPORT) & col(Ticket.external_id).is_not(None)


def _also(condition: ColumnElement[bool]) -> Conditions:
    """Received in the period, and this."""

    def conditions(scope: Scope) -> Iterator[ColumnElement[bool]]:
        yield from received(scope)
        yield condition

    return conditions


def _answered_again(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """Two answers or more were sent, or stand in the thread it was brought from."""
    yield from received(scope)
    about = aliased(Ticket)
    came = (col(about.created_at) >= scope.since, col(about.created_at) < scope.until)
    sent = (
        select(Reply.ticket_id)
        .join(about, col(about.id) == Reply.ticket_id)
        .where(*came, col(Reply.state) == ReplyState.SENT, col(Reply.is_notice).is_(False))
        .group_by(col(Reply.ticket_id))
        .having(func.count() > 1)
    )
    brought = (
        select(Message.ticket_id)
        .join(about, col(about.id) == Message.ticket_id)
        .where(
            *came,
            col(about.channel).in_(_CAME_BY_IMPORT),
            col(Message.author) == _STAFF,
            col(Message.is_public).is_(True),
        )
        .group_by(col(Message.ticket_id))
        .having(func.count() > 1)
    )
    yield or_(col(Ticket.id).in_(sent), col(Ticket.id).in_(brought))


def _merged(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """Handled under another, and that was not undone."""
    yield from received(scope)
    yield col(Ticket.id).in_(select(Merge.ticket_id).where(col(Merge.undone_at).is_(None)))


OF: dict[Rows, Conditions] = {
    Rows.ISSUED: _also(~brought_in()),
    Rows.BROUGHT_IN: _also(brought_in()),
    Rows.ANSWERED_AGAIN: _answered_again,
    Rows.NEVER_ANSWERED: _also(col(Ticket.first_answered_at).is_(None)),
    Rows.LINKED: _also(col(Ticket.linked_to_id).is_not(None)),
    # Linked ones are few, settled ones are not: no index of states is to be gone along.
    Rows.DUPLICATE: _also(
        col(Ticket.linked_to_id).is_not(None)
        & func.coalesce(col(Ticket.state), null()).in_(_SETTLED)
    ),
    Rows.MERGED: _merged,
}
