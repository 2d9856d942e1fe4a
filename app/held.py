"""Acts that can be taken back for some seconds: nothing of them goes out before.

What an act owes is owed later (`owing_later`), and a duty that comes at the same moment as the wish
to take it back is decided by the lock on the ticket: whoever has it first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app import states
from app.kit.errors import Refusal
from app.learning import keep as kept_words
from app.store import held as acts
from app.store import tickets
from app.store.held import Snapshot
from app.store.session import Database, Session, owing_later
from models import HeldAct, Staff, Ticket
from models.vocabulary import ActKind


class TooLate(Refusal):
    """409: its time is over."""

    key = "held.too_late"


class Begun(Refusal):
    """409: a duty has gone on from it."""

    key = "held.begun"


class ChangedSince(Refusal):
    """409: somebody or something else changed the ticket after it."""

    key = "held.changed_since"


class AnothersAct(Refusal):
    """403: only who did it takes it back."""

    status = 403
    key = "held.anothers"


@dataclass(frozen=True, slots=True)
class Hold:
    """Who does what, when, and for how long it can be taken back; not at all where `span` is 0.

    `typed` is what they wrote for it, by field: taken back, it is in its field again.
    """

    kind: ActKind
    by: Staff
    now: datetime
    span: timedelta
    typed: Mapping[str, str] = field(default_factory=dict)


def hold(
    session: Session, ticket: Ticket, how: Hold, act: Callable[[Session, Ticket], None]
) -> HeldAct | None:
    """Do `act`, so that it can be taken back; None where nothing is held."""
    if how.span <= timedelta(0):
        act(session, ticket)
        return None
    ticket = tickets.locked(session, ticket.id)
    held = HeldAct(
        ticket_id=ticket.id,
        kind=how.kind,
        staff_id=how.by.id,
        content={},
        at=how.now,
        until=how.now + how.span,
    )
    session.add(held)
    before = Snapshot.taken(session, ticket.id)
    with owing_later(session, _mark(held), seconds=how.span.total_seconds()):
        act(session, ticket)
    changes = before.changes_to(Snapshot.taken(session, ticket.id))
    held.content = {**changes, "typed": dict(how.typed)}
    held.last_event_id = acts.last_event_id(session, ticket.id)
    session.add(held)
    session.flush()
    return held


def undo(session: Session, held_id: int, *, by: Staff, now: datetime) -> HeldAct:
    """The ticket as it was before that act, and the history says so. A second time is the first.

    Raises NotFound, AnothersAct, TooLate, Begun, ChangedSince.
    """
    ticket = tickets.locked(session, acts.by_id(session, held_id).ticket_id)
    held = acts.by_id(session, held_id)
    session.refresh(held)
    if held.staff_id != by.id:
        raise AnothersAct
    if held.undone_at is not None:
        return held
    if held.begun_at is not None:
        raise Begun
    if now >= held.until:
        raise TooLate
    if acts.last_event_id(session, ticket.id) != held.last_event_id:
        raise ChangedSince
    if not states.put_back(session, ticket, held, by=by.username, now=now):
        raise ChangedSince
    for word in acts.words_made(held):
        kept_words.withdraw(session, word, by=by, now=now)
    held.undone_at = now
    session.add(held)
    return held


def may_begin(
    database: Database, ticket_id: int, *, again: Callable[[Session], None], now: datetime
) -> bool:
    """Whether a duty of that ticket may go on; else it is owed `again` for when it may.

    From then on the acts it goes on from can be taken back no more.
    """
    with database.read() as session:
        # Whatever holds this duty back was there before it was owed.
        if not acts.pending(session, ticket_id):
            return True
    with database.write() as session:
        tickets.locked(session, ticket_id)
        pending = acts.pending(session, ticket_id)
        last = max(pending, key=lambda each: each.until, default=None)
        if last is not None and last.until > now:
            mark = f"{_mark(last)}-{now.timestamp()}"
            with owing_later(session, mark, seconds=(last.until - now).total_seconds()):
                again(session)
            return False
        for each in pending:
            each.begun_at = now
            session.add(each)
    return True


def _mark(held: HeldAct) -> str:
    return f"tahan-{held.id}"
