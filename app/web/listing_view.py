"""The list of a report as colleagues see it: counts by outcome, and one page of its lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from app.lookup import keep as kept_lookups
from app.lookup.dossier import Dossier
from app.resolution import keep as kept_plans
from app.resolution.policy.guards import NO_AUTHORITY
from app.store import casework, lines, readings
from app.store.casework import Casework
from app.store.lines import Count, Row, Wanted
from app.store.session import Session
from app.web.reader import Reader
from models import Plan, Ticket
from models.vocabulary import MatchStatus, PlanState, Relation, Remedy, TicketState

PAGE = 50
_MAY_DECIDE = frozenset(
    {TicketState.PLANNED, TicketState.RUNNING, TicketState.RETURNED, TicketState.MANUAL}
)
_CHOOSABLE = frozenset({PlanState.PROPOSED, PlanState.FAILED})


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines a page shows; `outcome` is a remedy, NO_AUTHORITY or "", `state` a PlanState."""

    outcome: str = ""
    state: str = ""
    page: int = 1

    @property
    def wanted(self) -> Wanted:
        state = PlanState(self.state) if self.state in set(PlanState) else None
        if self.outcome == NO_AUTHORITY:
            return Wanted(rule=NO_AUTHORITY, state=state)
        if self.outcome in set(Remedy):
            return Wanted(remedy=Remedy(self.outcome), without_rule=NO_AUTHORITY, state=state)
        return Wanted(state=state)

    def query(self, *, page: int = 1) -> str:
        given = {"hasil": self.outcome, "keadaan": self.state, "hal": page if page > 1 else ""}
        return urlencode({name: value for name, value in given.items() if value})


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """Lines of one outcome: how many there are, and how many stand in each state."""

    key: str
    title: str
    number: int
    states: tuple[tuple[PlanState, int], ...]
    proposed: int


@dataclass(frozen=True, slots=True)
class LineView:
    """One line; `plan_id` and what follows it are None or empty while it is not judged."""

    number: int
    as_written: str
    person: str
    status: MatchStatus | None
    score: int | None
    relation: Relation | None
    plan_id: int | None
    outcome: str
    state: PlanState | None
    promised_at: datetime | None
    note: str
    may_choose: bool


@dataclass(frozen=True, slots=True)
class ListView:
    """`asked` is what this page shows, `found` how many lines that are, `pages` of PAGE each."""

    total: int
    unjudged: int
    outcomes: tuple[OutcomeView, ...]
    states: tuple[tuple[PlanState, int], ...]
    rows: tuple[LineView, ...]
    asked: Asked
    found: int
    pages: int
    may_decide: bool
    failed: int


def listing(session: Session, ticket: Ticket, asked: Asked, *, reader: Reader) -> ListView | None:
    """None for a report without a list."""
    total = lines.total(session, ticket.id)
    if not total:
        return None
    counts = lines.counts(session, ticket.id)
    found = sum(each.number for each in counts if _is_asked(each, asked))
    pages = max(1, -(-found // PAGE))
    page = min(max(asked.page, 1), pages)
    shown = lines.page(session, ticket.id, asked.wanted, offset=(page - 1) * PAGE, limit=PAGE)
    return ListView(
        total=total,
        unjudged=sum(each.number for each in counts if each.state is None),
        outcomes=outcomes(counts, reader),
        states=_by_state(counts),
        rows=tuple(_rows(session, shown, reader)),
        asked=Asked(asked.outcome, asked.state, page),
        found=found,
        pages=pages,
        may_decide=ticket.state in _MAY_DECIDE,
        failed=sum(each.number for each in counts if each.state is PlanState.FAILED),
    )


def key_of(plan: Plan | Count) -> str:
    """The outcome a line is counted under."""
    if plan.rule == NO_AUTHORITY:
        return NO_AUTHORITY
    return plan.remedy.value if plan.remedy else ""


def title(key: str, reader: Reader) -> str:
    """What would happen, or happened, to lines of that outcome."""
    return reader.say("list.no_authority") if key == NO_AUTHORITY else reader.label(Remedy(key))


def outcomes(counts: Iterable[Count], reader: Reader) -> tuple[OutcomeView, ...]:
    """Most frequent first."""
    by_key: dict[str, list[Count]] = {}
    for each in counts:
        if each.state is not None:
            by_key.setdefault(key_of(each), []).append(each)
    views = [
        OutcomeView(
            key=key,
            title=title(key, reader),
            number=sum(each.number for each in of),
            states=_by_state(of),
            proposed=sum(each.number for each in of if each.state is PlanState.PROPOSED),
        )
        for key, of in by_key.items()
    ]
    return tuple(sorted(views, key=lambda each: -each.number))


def _by_state(counts: Iterable[Count]) -> tuple[tuple[PlanState, int], ...]:
    found: dict[PlanState, int] = {}
    for each in counts:
        if each.state is not None:
            found[each.state] = found.get(each.state, 0) + each.number
    return tuple((state, found[state]) for state in PlanState if state in found)


def _is_asked(count: Count, asked: Asked) -> bool:
    if asked.outcome and key_of(count) != asked.outcome:
        return False
    return not asked.state or (count.state is not None and count.state.value == asked.state)


def _rows(session: Session, shown: Sequence[Row], reader: Reader) -> Iterable[LineView]:
    plans = [each.plan for each in shown if each.plan]
    lookups = readings.with_ids(session, [each.lookup_id for each in plans])
    dossiers = {key: kept_lookups.recall(each) for key, each in lookups.items()}
    work = casework.of_plans(session, [each for each in plans if each.state is PlanState.FAILED])
    for row in shown:
        dossier = dossiers.get(row.plan.lookup_id) if row.plan else None
        yield _row(row, dossier, work, reader)


def _row(row: Row, dossier: Dossier | None, work: Casework, reader: Reader) -> LineView:
    plan = row.plan
    person = dossier.person if dossier else None
    best = dossier.match.candidates[0] if dossier and dossier.match.candidates else None
    return LineView(
        number=row.line.number,
        as_written=reader.text(row.line.as_written),
        person=person.name if person else "",
        status=dossier.match.status if dossier else None,
        score=min(100, round(best.score)) if best else None,
        relation=dossier.requester.relation if dossier else None,
        plan_id=plan.id if plan else None,
        outcome=title(key_of(plan), reader) if plan else "",
        state=plan.state if plan else None,
        promised_at=plan.promised_at if plan else None,
        note=_note(plan, work, reader) if plan else "",
        may_choose=plan is not None and plan.state in _CHOOSABLE,
    )


def _note(plan: Plan, work: Casework, reader: Reader) -> str:
    """Why a line came back, else what the rule has to say of it."""
    if plan.state is not PlanState.FAILED:
        return reader.text(kept_plans.recall(plan).note)
    tried = [
        attempt.detail
        for step in work.steps.get(plan.id, ())
        for attempt in work.attempts.get(step.id, ())
    ]
    return reader.text(tried[-1]) if tried else ""
