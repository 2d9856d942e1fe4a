"""Turns, targets and the rules they go by."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, case
from sqlmodel import Session, col, func, select

from models import Target, TargetRule, Ticket, Turn
from models.vocabulary import Category, TargetKind, WhoActs


def turns_of(session: Session, ticket_id: int) -> Sequence[Turn]:
    """Oldest first."""
    query = select(Turn).where(Turn.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Turn.since), col(Turn.id))).all()


def turn_now(session: Session, ticket_id: int) -> Turn | None:
    """Who holds the ball."""
    query = select(Turn).where(Turn.ticket_id == ticket_id, col(Turn.until).is_(None))
    return session.exec(query).first()


def pass_on(session: Session, ticket_id: int, holder: WhoActs, *, now: datetime) -> bool:
    """Whether the ball has gone to another hand; the same hand again is no new turn."""
    held = turn_now(session, ticket_id)
    if held is not None and held.holder is holder:
        return False
    since = max(now, held.since) if held else now
    if held is not None:
        held.until = since
        session.add(held)
    session.add(Turn(ticket_id=ticket_id, holder=holder, since=since))
    session.flush()
    return True


def of_ticket(session: Session, ticket_id: int) -> Sequence[Target]:
    """Oldest first."""
    query = select(Target).where(Target.ticket_id == ticket_id).order_by(col(Target.id))
    return session.exec(query).all()


def keep_next(session: Session, ticket: Ticket) -> None:
    """`Ticket.next_due_at` is the earliest of the ticket's open targets."""
    session.flush()
    query = select(func.min(Target.due_at)).where(
        Target.ticket_id == ticket.id, col(Target.met_at).is_(None)
    )
    ticket.next_due_at = session.exec(query).one()
    session.add(ticket)


def ringing(session: Session, now: datetime, *, limit: int) -> Sequence[Target]:
    """Targets of which a warning or a miss must be told."""
    query = select(Target).where(col(Target.alarm_at) <= now).order_by(col(Target.alarm_at))
    return session.exec(query.limit(limit)).all()


def behind(session: Session, newest: int, *, limit: int) -> Sequence[Target]:
    """Open targets whose day was computed before the newest version of the calendar."""
    query = select(Target).where(col(Target.met_at).is_(None), col(Target.calendar_id) < newest)
    return session.exec(query.order_by(col(Target.calendar_id)).limit(limit)).all()


def soon(
    session: Session,
    *,
    assigned_to: int | None = None,
    after: tuple[datetime, int] | None = None,
    limit: int,
) -> Sequence[tuple[Target, Ticket]]:
    """Open targets that nothing has missed yet, the nearest first, with their tickets.

    `after` is the (due_at, id) of the last one seen; those whose ball is elsewhere are left out.
    """
    query = (
        select(Target, Ticket)
        .join(Ticket, col(Ticket.id) == col(Target.ticket_id))
        .where(
            col(Target.met_at).is_(None),
            col(Target.due_at).is_not(None),
            col(Target.missed_at).is_(None),
        )
    )
    if assigned_to is not None:
        query = query.where(Ticket.assigned_to_id == assigned_to)
    if after is not None:
        query = query.where(_behind(*after))
    return session.exec(query.order_by(col(Target.due_at), col(Target.id)).limit(limit)).all()


def missed(
    session: Session, *, after: tuple[datetime, int] | None = None, limit: int
) -> Sequence[tuple[Target, Ticket]]:
    """Missed and still not done, the longest first, with their tickets; `after` as in `soon`."""
    query = (
        select(Target, Ticket)
        .join(Ticket, col(Ticket.id) == col(Target.ticket_id))
        .where(col(Target.met_at).is_(None), col(Target.missed_at).is_not(None))
    )
    if after is not None:
        query = query.where(_behind(*after))
    return session.exec(query.order_by(col(Target.due_at), col(Target.id)).limit(limit)).all()


def kept(
    session: Session, *, since: datetime, until: datetime
) -> Mapping[TargetKind, tuple[int, int]]:
    """Of each kind (kept, missed): targets decided in [since, until).

    A target is decided when it is done, or when its time is used up, whichever is first; so each
    counts once, in the week of its decision, and never again.
    """
    decided = select(func.count(), func.count(col(Target.missed_at))).where(
        col(Target.decided_at) >= since, col(Target.decided_at) < until
    )
    found = {}
    # One after the other, so that each is a stretch of its index and nothing is sorted.
    for kind in TargetKind:
        every, lost = session.exec(decided.where(Target.kind == kind)).one()
        found[kind] = (every - lost, lost)
    return found


def middle_work(
    session: Session, kind: TargetKind, *, since: datetime, until: datetime
) -> int | None:
    """The median of working minutes used, by our turns alone, of those done that were decided in
    [since, until); None without any.
    """
    among = (
        Target.kind == kind,
        col(Target.decided_at) >= since,
        col(Target.decided_at) < until,
        col(Target.worked).is_not(None),
    )
    number = session.exec(select(func.count()).select_from(Target).where(*among)).one()
    if not number:
        return None
    query = select(Target.worked).where(*among).order_by(col(Target.worked))
    return session.exec(query.offset((number - 1) // 2).limit(1)).one()


def rules(session: Session) -> Sequence[TargetRule]:
    """In the order in which they count."""
    query = select(TargetRule).order_by(col(TargetRule.valid_from), col(TargetRule.id))
    return session.exec(query).all()


def would_miss(
    session: Session, rule: TargetRule, *, besides: Sequence[Category], since: datetime
) -> tuple[int, int, int]:
    """Of what the rule is for, done and decided since then: how many there are, how many were
    missed, and how many would have been with its minutes.

    A rule for every category leaves out those in `besides`, which have their own.
    """
    query = (
        select(
            func.count(),
            func.count(col(Target.missed_at)),
            func.count(case((col(Target.worked) > rule.minutes, 1))),
        )
        .join(Ticket, col(Ticket.id) == col(Target.ticket_id))
        .where(
            col(Target.decided_at) >= since,
            Target.kind == rule.kind,
            col(Target.worked).is_not(None),
            col(Ticket.urgent).is_(rule.urgent),
        )
    )
    if rule.category is not None:
        query = query.where(Ticket.category == rule.category)
    elif besides:
        others = col(Ticket.category).not_in(besides)
        query = query.where(others | col(Ticket.category).is_(None))
    total, lost, would = session.exec(query).one()
    return total, lost, would


def add_rule(session: Session, rule: TargetRule) -> TargetRule:
    """The version with its id."""
    session.add(rule)
    session.flush()
    return rule


def _behind(due: datetime, key: int) -> ColumnElement[bool]:
    """What comes after that one in the order of due days."""
    later = col(Target.due_at) > due
    return later | ((col(Target.due_at) == due) & (col(Target.id) > key))
