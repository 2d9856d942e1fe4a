"""Everything the page of targets shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.kit.clock import at_wib
from app.kit.worked import WorkedTime
from app.store import calendars, targets
from app.store.session import Session
from app.targets import ruling, terms
from app.targets.follow import rules
from app.targets.terms import Scope, Terms
from app.web import turns_view
from app.web.past_weeks import PastWeeks, mondays
from app.web.reader import Reader
from models import Staff, Target, TargetRule, Ticket
from models.vocabulary import TargetKind

_AT_ONCE, _MINE, _WEEKS = 20, 10, 8
_RECENT = timedelta(days=7)
Place = tuple[datetime, int]

_A_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Places:
    """(due_at, id) of the last one seen of each list; None for its beginning."""

    near: Place | None = None
    missed: Place | None = None


@dataclass(frozen=True, slots=True)
class RowView:
    """`left` is the working time until it is due, or since it was missed; "" under a minute."""

    target: Target
    ticket: Ticket
    subject: str
    assigned_to: str
    left: str


@dataclass(frozen=True, slots=True)
class KeptView:
    """`percent` is None where nothing was decided."""

    kind: TargetKind
    kept: int
    missed: int

    @property
    def percent(self) -> int | None:
        every = self.kept + self.missed
        return round(100 * self.kept / every) if every else None


@dataclass(frozen=True, slots=True)
class WeekView:
    monday: date
    kinds: tuple[KeptView, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """`usual` and `urgent` say how much working time a report has."""

    scope: Scope
    usual: str
    urgent: str


@dataclass(frozen=True, slots=True)
class TargetsView:
    mine: tuple[RowView, ...]
    near: tuple[RowView, ...]
    missed: tuple[RowView, ...]
    more: str
    more_missed: str
    weeks: tuple[WeekView, ...]
    middle: str
    rules: tuple[RuleView, ...]
    history: tuple[TargetRule, ...]


def gathered(
    session: Session,
    weeks: PastWeeks[WeekView],
    *,
    who: Staff,
    reader: Reader,
    now: datetime,
    places: Places,
) -> TargetsView:
    near = targets.soon(session, after=places.near, limit=_AT_ONCE + 1)
    missed = targets.missed(session, after=places.missed, limit=_AT_ONCE + 1)
    mine = targets.soon(session, assigned_to=who.id, limit=_MINE)
    worked = WorkedTime(calendars.shifting(session))
    return TargetsView(
        mine=_rows(mine, worked, reader, now),
        near=_rows(near[:_AT_ONCE], worked, reader, now),
        missed=_rows(missed[:_AT_ONCE], worked, reader, now),
        more=_more(near),
        more_missed=_more(missed),
        weeks=tuple(weeks.of(session, monday, now=now) for monday in mondays(now, _WEEKS)),
        middle=_middle(session, reader, now),
        rules=_rules(session, reader, now),
        history=tuple(reversed(targets.rules(session)))[:_AT_ONCE],
    )


def working_hours(minutes: int, reader: Reader) -> str:
    return turns_view.in_words(timedelta(minutes=minutes), reader, works=True)


def _rows(
    rows: Sequence[tuple[Target, Ticket]], worked: WorkedTime, reader: Reader, now: datetime
) -> tuple[RowView, ...]:
    def left(due: datetime | None) -> str:
        begin, end = sorted((now, due or now))
        time = worked.between(begin, end)
        return turns_view.in_words(time, reader, works=True) if time >= _A_MINUTE else ""

    return tuple(
        RowView(
            target,
            ticket,
            reader.text(ticket.subject),
            reader.colleague(ticket.assigned_to_id),
            left(target.due_at),
        )
        for target, ticket in rows
    )


def _more(rows: Sequence[tuple[Target, Ticket]]) -> str:
    """What the page's address says to go on; "" at the end."""
    if len(rows) <= _AT_ONCE:
        return ""
    last = rows[_AT_ONCE - 1][0]
    return f"{last.due_at.isoformat()}~{last.id}" if last.due_at else ""


def week(session: Session, monday: date) -> WeekView:
    """Targets decided in the week that begins on that Monday."""
    begin = at_wib(monday)
    sums = targets.kept(session, since=begin, until=begin + timedelta(weeks=1))
    return WeekView(monday, tuple(KeptView(kind, *sums[kind]) for kind in TargetKind))


def _middle(session: Session, reader: Reader, now: datetime) -> str:
    """The median of our working time to a first answer in the last week; "" without any."""
    since = now - _RECENT
    found = targets.middle_work(session, TargetKind.FIRST_ANSWER, since=since, until=now)
    return "" if found is None else working_hours(found, reader)


def _rules(session: Session, reader: Reader, now: datetime) -> tuple[RuleView, ...]:
    every = rules(session)
    own = {each.scope.category for each in ruling.in_force(every, now)} - {None}
    scopes = [
        Scope(kind, category)
        for kind in TargetKind
        for category in (None, *sorted(each for each in own if each))
    ]

    def says(scope: Scope, *, urgent: bool) -> tuple[Terms, str]:
        found = terms.terms_of(every, Scope(scope.kind, scope.category, urgent), now)
        hours = working_hours(found.minutes, reader)
        return found, reader.say("targets.rule_says", hours=hours, percent=found.warn_percent)

    def differs(scope: Scope) -> bool:
        general = Scope(scope.kind)
        return any(
            says(scope, urgent=urgent)[0] != says(general, urgent=urgent)[0]
            for urgent in (False, True)
        )

    return tuple(
        RuleView(each, says(each, urgent=False)[1], says(each, urgent=True)[1])
        for each in scopes
        if each.category is None or differs(each)
    )
