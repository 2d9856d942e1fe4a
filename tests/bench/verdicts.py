"""How fast cases are decided, and a what-if over a hundred thousand of them.

    python -m tests.bench.verdicts [CASES [STORED]]

On one core, in processor time. Cases are those of the property tests, decided by the published
numbers; the what-if decides each twice, by its own numbers and by a draft that waits 7 days for a
new role. `kept` is the way from the stored JSON of reading, look-up and plan to the case and its
recorded verdict. `stored` is the whole duty over that many plans of a SQLite file.
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from tempfile import TemporaryDirectory

from app.kit.kept import dump, load
from app.lookup.dossier import Dossier
from app.reading.facts import Facts
from app.resolution import editions, trial
from app.resolution.plan import plan
from app.resolution.policy import decide
from app.resolution.recorded import Circumstances, circumstances, settled
from app.resolution.terms import Terms
from app.resolution.verdict import Case, Verdict
from app.resolution.whatif import Simulation, simulate
from app.store import whatifs
from app.store.schema import migrate
from app.store.session import Database
from models import Staff
from models.vocabulary import StaffRole
from tests.support import build
from tests.support.judged import judged
from tests.unit.resolution.strategies import a_case

CASES = 100_000
DISTINCT = 2_000
TOLD = tuple(date(2026, 11, day) for day in range(1, 25))
DRAFT = Terms(rename_after_days=7)


def seconds(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def main(number: int) -> None:
    chance = Random(20261128)  # noqa: S311 a measurement's luck
    cases = [settled(a_case(chance)) for _ in range(DISTINCT)]
    recorded = [(case, plan(decide(case), case)) for case in cases]
    kept = [
        (dump(case.facts), dump(case.dossier), circumstances(case), dump(verdict))
        for case, verdict in recorded
    ]

    def decided() -> None:
        for case in cases:
            plan(decide(case), case)

    def loaded() -> None:
        for facts, dossier, around, verdict in kept:
            load(Facts, facts)
            load(Dossier, dossier)
            load(Circumstances, around)
            load(Verdict, verdict)

    def many() -> Iterator[tuple[Case, Verdict]]:
        for place in range(number):
            yield recorded[place % DISTINCT]

    rate = DISTINCT / seconds(decided)
    print(f"verdicts with their steps: {rate:,.0f} a second")
    print(f"kept JSON to case:         {DISTINCT / seconds(loaded):,.0f} a second")
    found: list[Simulation] = []
    took = seconds(lambda: found.append(simulate(many(), DRAFT)))
    done = found[0]
    print(f"what-if over {number:,}: {took:.1f} s, {done.reproduced:,} reproduced")
    print(f"answered differently:      {done.changed:,} {dict(done.rules)}")


def stored(number: int) -> None:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/loket.db")
        migrate(database)
        with database.write() as session:
            by = Staff(
                username="uji",
                name="Uji",
                role=StaffRole.SUPERVISOR,
                password_hash="-",
                created_at=build.NOON,
            )
            session.add(by)
            for place in range(number):
                judged(session, TOLD[place % len(TOLD)], now=build.NOON - timedelta(minutes=9))
            edition = editions.draft(
                session, editions.Text("Uji", "", DRAFT), by=by, now=build.NOON
            )
            asked = trial.ask(session, edition, months=1, by=by, now=build.NOON)
        took = seconds(lambda: trial.run(database, asked.id, clock=lambda: build.NOON))
        with database.read() as session:
            found = trial.summary_of(whatifs.by_id(session, asked.id))
        database.close()
    assert found
    print(f"stored: {number:,} plans in {took:.1f} s = {number / took:,.0f} a second;", end=" ")
    print(f"{found.reproduced:,} reproduced, {found.changed:,} differ")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES)
    if len(sys.argv) > 2:
        stored(int(sys.argv[2]))
