"""One report is handled under another until that is undone; nothing of either is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue

from app import states
from app.kit.errors import Refusal
from app.store import marks, merges, plans, targets, tickets
from app.store.session import Session
from app.targets import follow
from app.teamwork.sameness import of_one_person
from models import Merge, Staff, Ticket
from models.vocabulary import PlanState, TicketState

_BUSY = (TicketState.RECEIVED, TicketState.RUNNING)


class CannotMerge(Refusal):
    """409: the system works on it, a change of it is owed, or one of both is merged already."""

    key = "merge.cannot"


class OtherPerson(Refusal):
    """422: not known to be of one person, and nobody has confirmed it."""

    status = 422
    key = "merge.other_person"


class NotMerged(Refusal):
    """409: it is handled by itself already."""

    key = "merge.not_merged"


@dataclass(frozen=True, slots=True)
class Wish:
    """Under which number, why, and whether it shall be so although it may be another person."""

    number: int
    reason: str
    confirmed: bool


def merge(session: Session, ticket: Ticket, wish: Wish, *, by: Staff, now: datetime) -> Merge:
    """CLOSED, with what is needed to restore it. Raises NotFound, CannotMerge, OtherPerson."""
    into = tickets.locked(session, tickets.by_number(session, wish.number).id)
    if into.id == ticket.id or _is_fixed(session, ticket) or merges.in_force(session, into.id):
        raise CannotMerge
    is_other = not are_of_one_person(session, ticket, into)
    if is_other and not wish.confirmed:
        raise OtherPerson
    kept: dict[str, JsonValue] = {
        "plans": [each.id for each in plans.waiting(session, ticket.id)],
        "targets": [each.id for each in targets.of_ticket(session, ticket.id) if not each.met_at],
    }
    made = Merge(
        ticket_id=ticket.id,
        into_id=into.id,
        reason=wish.reason,
        is_other_person=is_other,
        before={**states.standing(ticket), **kept},
        by_id=by.id,
        at=now,
    )
    session.add(made)
    states.merged(session, ticket, into, by=by, now=now)
    return made


def unmerge(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """As it stood before; what was written since is then looked at. Raises NotMerged.

    Where something has opened it again meanwhile it stays as it stands now.
    """
    held = merges.in_force(session, ticket.id)
    if held is None:
        raise NotMerged
    held.undone_by_id, held.undone_at = by.id, now
    session.add(held)
    into = tickets.by_id(session, held.into_id)
    before = held.before if isinstance(held.before, dict) else {}
    if ticket.state is TicketState.CLOSED:
        states.restored(session, ticket, before)
        for plan_id in _ids(before, "plans"):
            plan = plans.by_id(session, plan_id)
            if plan.state is PlanState.SUPERSEDED:
                plan.state = PlanState.PROPOSED
                session.add(plan)
        follow.open_again(session, ticket, _ids(before, "targets"))
    states.unmerged(session, ticket, into, by=by, now=now)
    newest = tickets.newest_message(session, ticket.id, besides=by.id)
    if newest is not None and newest.staff_id is None and newest.created_at > held.at:
        states.received_again(session, ticket, by=by.username, kind="looked_again", now=now)


def _ids(before: Mapping[str, JsonValue], name: str) -> list[int]:
    found = before.get(name)
    return [int(str(each)) for each in found] if isinstance(found, list) else []


def are_of_one_person(session: Session, one: Ticket, other: Ticket) -> bool:
    found = marks.of_tickets(session, [one.id, other.id])
    same_mail = one.requester_email is not None and one.requester_email == other.requester_email
    return of_one_person(found[one.id], found[other.id], same_mail=same_mail)


def _is_fixed(session: Session, ticket: Ticket) -> bool:
    """Whether it cannot be put away now: work is owed, or others are handled under it."""
    return (
        ticket.state in _BUSY
        or plans.is_any_approved(session, ticket.id)
        or merges.in_force(session, ticket.id) is not None
        or bool(merges.under(session, ticket.id, limit=1))
    )
