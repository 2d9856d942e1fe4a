"""A draft tried on the recorded cases, slice by slice, with the result kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.kit.errors import Refusal
from app.kit.kept import dump, load
from app.resolution import keep as kept_plans
from app.resolution.recorded import case_of
from app.resolution.terms import Terms
from app.resolution.verdict import Case, Verdict
from app.resolution.whatif import Simulation, Summary, simulate, summary
from app.store import owed, whatifs
from app.store.session import Database, Session
from app.store.whatifs import Recorded
from models import Difference, Edition, Plan, Staff, WhatIf

MONTHS = (1, 3, 12)
_DAYS_OF_A_MONTH = 30.5
_SLICE = 500


class AlreadyRunning(Refusal):
    """409: one at a time for each edition."""

    key = "whatif.already"


@dataclass(frozen=True, slots=True)
class Kept:
    """A recorded plan with what it was computed from."""

    plan: Plan
    case: Case
    verdict: Verdict


def ask(session: Session, edition: Edition, *, months: int, by: Staff, now: datetime) -> WhatIf:
    """A simulation of the edition (locked) is owed. Raises AlreadyRunning."""
    made = whatifs.begin(session, edition, months=months, by_id=by.id, now=now)
    if made is None:
        raise AlreadyRunning
    owed.simulate(session, made)
    return made


def run(database: Database, whatif_id: int, *, clock: Callable[[], datetime]) -> None:
    """Try the numbers on every recorded case, and keep what came of it.

    A repeated run begins anew; one that a newer run or request overtook leaves off.
    """
    row = _begun(database, whatif_id, now=clock())
    if row is None:
        return
    terms, found, seen, last = load(Terms, row.terms), Simulation(), 0, 0
    while part := _slice(database, row, after_id=last):
        came = simulate(((each.case, each.verdict) for each in part.kept), terms)
        if not _noted(database, row.id, part, came, seen=seen, now=clock()):
            return
        found += replace(came, differing=(), unlike=())
        seen, last = seen + part.looked_at, part.last_id
    _end(database, row.id, summary(found), seen=seen, now=clock())


def summary_of(row: WhatIf) -> Summary | None:
    return load(Summary, row.content) if row.content is not None else None


def recall(rows: Sequence[Recorded]) -> Sequence[Kept]:
    """Those that kept what their verdict was computed from."""
    found = []
    for plan, lookup, reading in rows:
        case = case_of(plan, lookup, reading)
        if case is not None:
            found.append(Kept(plan, case, kept_plans.recall(plan)))
    return found


def _begun(database: Database, whatif_id: int, *, now: datetime) -> WhatIf | None:
    """The row, with nothing found yet; None where it has ended or gave way to a newer one."""
    with database.write() as session:
        row = whatifs.locked(session, whatif_id)
        if row is None or row.ended_at is not None:
            return None
        whatifs.forget_differences(session, row.id)
        row.total = whatifs.count_recorded(session, since=_since(row), until=row.started_at)
        row.seen, row.beat_at = 0, now
        session.add(row)
    return row


def _end(database: Database, whatif_id: int, found: Summary, *, seen: int, now: datetime) -> None:
    with database.write() as session:
        row = whatifs.locked(session, whatif_id)
        if row is not None and row.seen == seen:
            row.content, row.ended_at = dump(found), now
            session.add(row)


@dataclass(frozen=True, slots=True)
class _Slice:
    kept: Sequence[Kept]
    looked_at: int
    last_id: int


def _slice(database: Database, row: WhatIf, *, after_id: int) -> _Slice | None:
    with database.read() as session:
        rows = whatifs.recorded(
            session,
            since=_since(row),
            until=row.started_at,
            after_id=after_id,
            limit=_SLICE,
        )
    return _Slice(recall(rows), len(rows), rows[-1][0].id) if rows else None


def _noted(
    database: Database,
    whatif_id: int,
    part: _Slice,
    came: Simulation,
    *,
    seen: int,
    now: datetime,
) -> bool:
    """Whether this run is still the one that counts."""
    with database.write() as session:
        row = whatifs.locked(session, whatif_id)
        if row is None or row.seen != seen:
            return False
        row.seen, row.beat_at = seen + part.looked_at, now
        session.add(row)
        session.add_all(_differences(whatif_id, part.kept, came))
    return True


def _differences(whatif_id: int, kept: Sequence[Kept], came: Simulation) -> Iterator[Difference]:
    rule_now = dict(came.differing)
    for place in sorted({*rule_now, *came.unlike}):
        plan = kept[place].plan
        yield Difference(
            whatif_id=whatif_id,
            plan_id=plan.id,
            rule=plan.rule,
            rule_now=rule_now.get(place, plan.rule),
            differs=place in rule_now,
            is_reproduced=place not in came.unlike,
        )


def _since(row: WhatIf) -> datetime:
    return row.started_at - timedelta(days=round(row.months * _DAYS_OF_A_MONTH))
