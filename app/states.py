"""Where a ticket stands. Only this module changes `Ticket.state`, always together with an Event.

received -> planned | manual -> running -> waiting | answered, or returned; closed ends it.
The ticket must be locked by the caller (`tickets.locked`) in the same transaction. Whose turn it
is, and what is due by when, follows in that transaction too (`app/targets/follow.py`).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import JsonValue

from app.store import events, held, owed, plans, readings
from app.store.session import Session
from app.targets.follow import follow
from models import HeldAct, Plan, Staff, Ticket
from models.vocabulary import Remedy, SnoozeFor, TicketState, WhoActs, Woke

LOKET = "loket"
REQUESTER = "pelapor"
OWNER = "pemilik"
SCHOOL = "sekolah"

# After these the ball is with someone else, and the ticket comes back.
_WAITS = frozenset(
    {Remedy.ASK_REQUESTER, Remedy.WAIT_FOR_SYNC, Remedy.FIX_DAPODIK, Remedy.FIX_VERVAL}
)

_WORDS = ("state", "waiting_on")
_INSTANTS = ("due_at", "promised_at", "settled_at")


def happened(
    session: Session, ticket: Ticket, kind: str, by: str, now: datetime, **detail: str | int | None
) -> None:
    """Something happened that leaves the state as it is."""
    ticket.updated_at = now
    session.add(ticket)
    events.record(session, ticket.id, kind, by, at=now, **detail)
    follow(session, ticket, now, kind=kind)


def received_again(session: Session, ticket: Ticket, *, by: str, kind: str, now: datetime) -> None:
    """Something new is known (a message, a date, a wish to look again): RECEIVED, work owed.

    While approved steps are being carried out the new look waits for their end. The event of a
    report that was answered or closed says so: it is never acted on without a yes again.
    """
    ticket.revision += 1
    settled: dict[str, int] = {events.AFTER_THE_END: 1} if ticket.settled_at is not None else {}
    if kind != "woken":  # a day of its own, such as old records, is no end of a snooze
        _awake(ticket, Woke.ANSWER if by in {REQUESTER, OWNER, SCHOOL} else None)
    happened(session, ticket, kind, by, now, **settled)
    if ticket.state is not TicketState.RUNNING:
        _receive(session, ticket, now, kind)


def snoozed(
    session: Session, ticket: Ticket, what: SnoozeFor, until: datetime, *, by: Staff, now: datetime
) -> None:
    """Put off: the state stays, no view of undecided work shows it until then at the latest."""
    ticket.snoozed_until, ticket.snoozed_for = until, what
    ticket.snoozed_by_id, ticket.woke_because = by.id, None
    happened(session, ticket, f"snoozed_{what.value}", by.username, now)


def awake(session: Session, ticket: Ticket, because: Woke, *, by: str, now: datetime) -> None:
    """Back among the undecided, and looked at anew where other records are in force."""
    _awake(ticket)
    if because is Woke.SYNC:
        received_again(session, ticket, by=by, kind="woke_sync", now=now)
    else:
        happened(session, ticket, f"woke_{because.value}", by, now)
    ticket.woke_because = because


def planned(
    session: Session, ticket: Ticket, remedy: Remedy, *, stale_at: datetime | None, now: datetime
) -> None:
    """A proposal waits for a person's yes; its records are looked at again when they grow old."""
    _ours(ticket, TicketState.PLANNED)
    ticket.tries, ticket.promised_at = 0, None
    ticket.due_at = stale_at if stale_at is not None and stale_at > now else None
    happened(session, ticket, "planned", LOKET, now, remedy=remedy)


def manual(session: Session, ticket: Ticket, kind: str, *, by: str, now: datetime) -> None:
    """No proposal that a yes could carry out: a person must decide."""
    _ours(ticket, TicketState.MANUAL)
    ticket.tries, ticket.due_at = 0, None
    if by != LOKET:
        _awake(ticket)
    happened(session, ticket, kind, by, now)


def school_asked(
    session: Session, ticket: Ticket, *, until: datetime, by: str, now: datetime
) -> None:
    """The school may vouch until then; without an answer the ticket is looked at again."""
    _await(session, ticket, WhoActs.OPERATOR, until)
    happened(session, ticket, "vouch_asked", by, now)


def vouched(session: Session, ticket: Ticket, *, until: datetime, now: datetime) -> None:
    """The waiting period in which anybody who was told may object runs until then."""
    _await(session, ticket, WhoActs.SYSTEM, until)
    happened(session, ticket, "vouched", SCHOOL, now)


def stopped(session: Session, ticket: Ticket, kind: str, *, by: str, now: datetime) -> None:
    """Somebody who must know says it is wrong: nothing more is carried out, a person must look."""
    plans.supersede(session, ticket.id)
    plans.halt(session, ticket.id)
    _ours(ticket, TicketState.MANUAL)
    ticket.tries, ticket.due_at, ticket.settled_at = 0, None, None
    _awake(ticket)
    happened(session, ticket, kind, by, now)


def running(
    session: Session, ticket: Ticket, *, by: str, now: datetime, kind: str = "approved", **of: int
) -> None:
    """Approved: steps are being carried out and read back. `of` says how many, for a list."""
    ticket.state, ticket.waiting_on = TicketState.RUNNING, WhoActs.SYSTEM
    _awake(ticket)
    happened(session, ticket, kind, by, now, **of)


def running_unasked(session: Session, ticket: Ticket, plan: Plan, *, now: datetime) -> None:
    """Its rule may act without a yes: steps are being carried out and read back."""
    ticket.state, ticket.waiting_on, ticket.due_at = TicketState.RUNNING, WhoActs.SYSTEM, None
    detail: dict[str, str | int | None] = {"rule": plan.rule, "version": plan.rule_version}
    happened(session, ticket, "automatic", LOKET, now, **detail)


def withheld(session: Session, ticket: Ticket, *, now: datetime) -> None:
    """Its rule was turned off before anything was begun: it waits for a yes."""
    _ours(ticket, TicketState.PLANNED)
    happened(session, ticket, "automatic_withheld", LOKET, now)


def returned(session: Session, ticket: Ticket, kind: str, *, now: datetime) -> None:
    """The read-back differed or a step was refused: a person must look."""
    _ours(ticket, TicketState.RETURNED)
    happened(session, ticket, kind, LOKET, now)


def stuck(session: Session, ticket: Ticket, *, now: datetime) -> None:
    """A system has been away for long: still RUNNING and tried again, but a person knows."""
    ticket.waiting_on = WhoActs.HELPDESK
    happened(session, ticket, "step_stuck", LOKET, now)


def decided_anew(session: Session, ticket: Ticket, kind: str, *, now: datetime) -> None:
    """What was approved can no longer be done as decided: RECEIVED, for a proposal that can."""
    ticket.revision += 1
    happened(session, ticket, kind, LOKET, now)
    _receive(session, ticket, now)


def tried_again(session: Session, ticket: Ticket, *, by: str, now: datetime) -> None:
    """What had failed is carried out again, under the yeses it has: RUNNING."""
    ticket.state, ticket.waiting_on = TicketState.RUNNING, WhoActs.SYSTEM
    happened(session, ticket, "tried_again", by, now)


def undo_asked(session: Session, ticket: Ticket, remedy: Remedy, *, by: str, now: datetime) -> None:
    """A change that was made shall be taken back: that waits for a yes of its own."""
    _ours(ticket, TicketState.PLANNED)
    happened(session, ticket, "undo_asked", by, now, remedy=remedy)


def undo_rejected(session: Session, ticket: Ticket, *, by: str, now: datetime) -> None:
    """The change stays: the ticket stands where it stood."""
    if ticket.settled_at is not None:
        ticket.state, ticket.waiting_on = TicketState.ANSWERED, WhoActs.NOBODY
    elif ticket.due_at is not None:
        ticket.state, ticket.waiting_on = TicketState.WAITING, WhoActs.SYSTEM
    else:
        _ours(ticket, TicketState.MANUAL)
    happened(session, ticket, "undo_rejected", by, now)


def undone(session: Session, ticket: Ticket, remedy: Remedy, *, now: datetime) -> None:
    """The change was taken back, so what was answered holds no longer: MANUAL."""
    _ours(ticket, TicketState.MANUAL)
    ticket.settled_at, ticket.due_at, ticket.promised_at = None, None, None
    happened(session, ticket, "undone", LOKET, now, remedy=remedy)
    received_meanwhile(session, ticket, now=now)


def is_running(ticket: Ticket) -> bool:
    return ticket.state is TicketState.RUNNING


def answered(session: Session, ticket: Ticket, done: Sequence[Plan], *, now: datetime) -> None:
    """The answer is queued: ANSWERED, or WAITING for someone else, or MANUAL for the rest."""
    waiting = [plan for plan in done if plan.remedy in _WAITS]
    promised = [plan.promised_at for plan in done if plan.promised_at is not None]
    ticket.promised_at = min(promised, default=None)
    if any(plan.remedy is Remedy.MANUAL_REVIEW for plan in done):
        _ours(ticket, TicketState.MANUAL)
        ticket.due_at = None
    elif waiting:
        ticket.state, ticket.waiting_on = TicketState.WAITING, waiting[0].who_acts
        ticket.due_at = _first_day(waiting)
    else:
        _settle(ticket, TicketState.ANSWERED, now)
    happened(session, ticket, "answered", LOKET, now)
    received_meanwhile(session, ticket, now=now)


def list_answered(session: Session, ticket: Ticket, done: Sequence[Plan], *, now: datetime) -> None:
    """As `answered`, of a list: lines that wait for a day come back also where others need a
    person.
    """
    answered(session, ticket, done, now=now)
    if ticket.state is TicketState.MANUAL:
        ticket.due_at = _first_day([plan for plan in done if plan.remedy in _WAITS])


def list_paused(session: Session, ticket: Ticket, *, now: datetime) -> None:
    """What was approved of a list is done, and other lines still wait for their yes: PLANNED."""
    _ours(ticket, TicketState.PLANNED)
    happened(session, ticket, "list_paused", LOKET, now)


def received_meanwhile(session: Session, ticket: Ticket, *, now: datetime) -> bool:
    """RECEIVED where something was written while the steps were being carried out."""
    newest = readings.latest(session, ticket.id)
    if newest is None or newest.revision >= ticket.revision:
        return False
    _receive(session, ticket, now)
    return True


def answered_by_hand(session: Session, ticket: Ticket, *, by: str, now: datetime) -> None:
    """A colleague's own answer is queued in place of the proposal."""
    plans.supersede(session, ticket.id)
    _settle(ticket, TicketState.ANSWERED, now)
    happened(session, ticket, "answered_by_hand", by, now)


def closed(
    session: Session, ticket: Ticket, *, by: str, now: datetime, kind: str = "closed"
) -> None:
    """Nothing is owed any more; `kind` is `solved` where the requester said so."""
    plans.supersede(session, ticket.id)
    _settle(ticket, TicketState.CLOSED, now)
    happened(session, ticket, kind, by, now)


def merged(session: Session, ticket: Ticket, into: Ticket, *, by: Staff, now: datetime) -> None:
    """It is handled under another from now on: CLOSED; `standing` before that restores it."""
    plans.supersede(session, ticket.id)
    _settle(ticket, TicketState.CLOSED, now)
    happened(session, ticket, "merged", by.username, now, to=into.number)
    happened(session, into, "merged_here", by.username, now, to=ticket.number)


def unmerged(session: Session, ticket: Ticket, into: Ticket, *, by: Staff, now: datetime) -> None:
    happened(session, ticket, "unmerged", by.username, now, to=into.number)
    happened(session, into, "unmerged_here", by.username, now, to=ticket.number)


def standing(ticket: Ticket) -> dict[str, JsonValue]:
    """All that says where it stands, to be restored."""
    found: dict[str, JsonValue] = {"tries": ticket.tries}
    found |= {name: str(getattr(ticket, name).value) for name in _WORDS}
    for name in _INSTANTS:
        instant = getattr(ticket, name)
        found[name] = instant.isoformat() if instant else None
    return found


def restored(session: Session, ticket: Ticket, before: Mapping[str, JsonValue]) -> None:
    """As `standing` said."""
    ticket.state = TicketState(str(before["state"]))
    ticket.waiting_on = WhoActs(str(before["waiting_on"]))
    ticket.tries = int(str(before["tries"]))
    for name in _INSTANTS:
        instant = before[name]
        setattr(ticket, name, datetime.fromisoformat(instant) if isinstance(instant, str) else None)
    session.add(ticket)


def put_back(session: Session, ticket: Ticket, act: HeldAct, *, by: str, now: datetime) -> bool:
    """The ticket as it stood before that act; False where something else changed since."""
    if not held.put_back(session, act):
        return False
    happened(session, ticket, f"taken_back_{act.kind.value}", by, now)
    return True


def _receive(session: Session, ticket: Ticket, now: datetime, kind: str = "") -> None:
    _ours(ticket, TicketState.RECEIVED)
    ticket.tries, ticket.due_at, ticket.settled_at = 0, None, None
    plans.supersede(session, ticket.id)
    follow(session, ticket, now, kind=kind)
    owed.triage(session, ticket)


def _await(session: Session, ticket: Ticket, who: WhoActs, until: datetime) -> None:
    plans.supersede(session, ticket.id)
    ticket.state, ticket.waiting_on = TicketState.WAITING, who
    ticket.tries, ticket.due_at, ticket.settled_at = 0, until, None


def _first_day(waiting: Sequence[Plan]) -> datetime | None:
    days = [plan.promised_at for plan in waiting if plan.promised_at is not None]
    return min(days, default=None)


def _ours(ticket: Ticket, state: TicketState) -> None:
    ticket.state, ticket.waiting_on = state, WhoActs.HELPDESK


def _settle(ticket: Ticket, state: TicketState, now: datetime) -> None:
    ticket.state, ticket.waiting_on, ticket.due_at = state, WhoActs.NOBODY, None
    ticket.settled_at = ticket.settled_at or now
    _awake(ticket)


def _awake(ticket: Ticket, because: Woke | None = None) -> None:
    """No longer put off; None where it was not, or where somebody has just decided it."""
    ticket.woke_because = because if ticket.snoozed_until is not None else None
    ticket.snoozed_until, ticket.snoozed_for, ticket.snoozed_by_id = None, None, None
