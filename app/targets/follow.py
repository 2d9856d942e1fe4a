"""A ticket's turns and targets follow what happened to it, in the same transaction.

What is laid down is read off the ticket as it stands, so doing it twice changes nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.kit.shifting_hours import ShiftingHours
from app.store import calendars, targets
from app.store.session import Session
from app.targets import clock
from app.targets.clock import Held
from app.targets.terms import Rule, Scope, Terms, terms_of
from models import Target, Ticket, Turn
from models.vocabulary import TargetKind

# What the requester wrote asks for an answer; these kinds of events are one.
WRITTEN_TO = frozenset({"message_added"})
ANSWERS = frozenset({"answered", "answered_by_hand"})
_ANSWER_KINDS = (TargetKind.FIRST_ANSWER, TargetKind.NEXT_ANSWER)


@dataclass(slots=True)
class Desk:
    """What due days are computed with, read once it is needed."""

    session: Session
    _hours: ShiftingHours | None = field(default=None)
    _newest: int = 0
    _rules: tuple[Rule, ...] | None = field(default=None)

    @property
    def hours(self) -> ShiftingHours:
        if self._hours is None:
            self._hours = calendars.shifting(self.session)
            self._newest = calendars.newest_id(self.session)
        return self._hours

    @property
    def calendar_id(self) -> int:
        """The newest version that `hours` knows."""
        _ = self.hours
        return self._newest

    def terms(self, ticket: Ticket, kind: TargetKind, at: datetime) -> Terms:
        if self._rules is None:
            self._rules = rules(self.session)
        return terms_of(self._rules, Scope(kind, ticket.category, ticket.urgent), at)


def follow(session: Session, ticket: Ticket, now: datetime, *, kind: str = "") -> None:
    """The ball and the targets as they are after an event of that kind (Event.kind).

    The ticket must be locked by the caller.
    """
    session.add(ticket)
    session.flush()
    moved = targets.pass_on(session, ticket.id, ticket.waiting_on, now=now)
    all_of_it = targets.of_ticket(session, ticket.id)
    open_ones = [each for each in all_of_it if each.met_at is None]
    desk = Desk(session)
    if ticket.settled_at is not None:
        ended = open_ones
    elif kind in ANSWERS:
        ended = [each for each in open_ones if each.kind in _ANSWER_KINDS]
    else:
        ended = []
    started = _started(ticket, all_of_it, kind, desk, now)
    changed = [each for each in open_ones if _by_present_rule(each, ticket, desk)]
    if not (moved or ended or started or changed):
        return
    spans = held(targets.turns_of(session, ticket.id))
    for each in ended:
        end(each, spans, desk, now)
    for each in [*started, *open_ones]:
        if each.met_at is None:
            compute(each, spans, desk)
        session.add(each)
    targets.keep_next(session, ticket)


def compute(target: Target, spans: Sequence[Held], desk: Desk) -> None:
    """When it is due, and what is to be told next. What was missed stays as it was."""
    target.calendar_id = desk.calendar_id
    if target.missed_at is not None:
        target.alarm_at = None
        return
    budget = timedelta(minutes=target.minutes)
    early = budget * target.warn_percent / 100
    target.due_at = clock.due(spans, desk.hours, since=target.started_at, budget=budget)
    warning = clock.due(spans, desk.hours, since=target.started_at, budget=early)
    target.alarm_at = target.due_at if target.warned_at is not None else warning


def end(target: Target, spans: Sequence[Held], desk: Desk, now: datetime) -> None:
    """Done; missed where its time was used up before, though nobody had told yet."""
    if target.missed_at is None:
        compute(target, spans, desk)
        if target.due_at is not None and target.due_at < now:
            target.missed_at = target.decided_at = target.due_at
    used = clock.worked(spans, desk.hours, since=target.started_at, until=now)
    target.met_at, target.alarm_at = now, None
    target.decided_at = target.decided_at or now
    target.worked = round(used / timedelta(minutes=1))


def open_again(session: Session, ticket: Ticket, target_ids: Collection[int]) -> None:
    """What was ended too early counts on; what was missed by then stays missed."""
    for each in targets.of_ticket(session, ticket.id):
        if each.id in target_ids:
            each.met_at, each.worked, each.decided_at = None, None, each.missed_at
            session.add(each)


def held(rows: Sequence[Turn]) -> list[Held]:
    return [Held(each.holder, each.since, each.until) for each in rows]


def rules(session: Session) -> tuple[Rule, ...]:
    """Every version, oldest first."""
    return tuple(
        Rule(
            Scope(row.kind, row.category, row.urgent),
            None if row.minutes is None else Terms(row.minutes, row.warn_percent, row.id),
            row.valid_from,
        )
        for row in targets.rules(session)
    )


def _started(
    ticket: Ticket, before: Sequence[Target], kind: str, desk: Desk, now: datetime
) -> list[Target]:
    """Targets that begin now."""
    if ticket.settled_at is not None:
        return []
    is_open = {each.kind for each in before if each.met_at is None}
    was_asked_first = any(each.kind is TargetKind.FIRST_ANSWER for each in before)
    begun: list[TargetKind] = []
    if ticket.first_answered_at is None and not was_asked_first and kind not in ANSWERS:
        begun.append(TargetKind.FIRST_ANSWER)
    elif kind in WRITTEN_TO and is_open.isdisjoint(_ANSWER_KINDS):
        begun.append(TargetKind.NEXT_ANSWER)
    if TargetKind.RESOLUTION not in is_open:
        begun.append(TargetKind.RESOLUTION)
    return [_new(ticket, each, desk, now) for each in begun]


def _new(ticket: Ticket, kind: TargetKind, desk: Desk, now: datetime) -> Target:
    terms = desk.terms(ticket, kind, now)
    return Target(
        ticket_id=ticket.id,
        kind=kind,
        started_at=now,
        minutes=terms.minutes,
        warn_percent=terms.warn_percent,
        rule_id=terms.rule_id,
    )


def _by_present_rule(target: Target, ticket: Ticket, desk: Desk) -> bool:
    """Whether the ticket's category or urgency asks for another rule of the day it began."""
    if target.missed_at is not None or target.met_at is not None:
        return False
    terms = desk.terms(ticket, target.kind, target.started_at)
    wanted = (terms.minutes, terms.warn_percent, terms.rule_id)
    if wanted == (target.minutes, target.warn_percent, target.rule_id):
        return False
    target.minutes, target.warn_percent, target.rule_id = wanted
    return True
