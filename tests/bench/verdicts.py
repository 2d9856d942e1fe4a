"""How fast cases are decided, and a what-if over a hundred thousand of them.

    python -m tests.bench.verdicts [CASES]

On one core. Cases are those of the property tests, decided by the published numbers; the what-if
decides each twice, by its own numbers and by a draft that waits 7 days for a new role. `kept` is
the way from the stored JSON of reading, look-up and plan to the case and its recorded verdict.
"""

import sys
import time
from collections.abc import Callable, Iterator
from random import Random

from app.kit.kept import dump, load
from app.lookup.dossier import Dossier
from app.reading.facts import Facts
from app.resolution.plan import plan
from app.resolution.policy import decide
from app.resolution.recorded import Circumstances, circumstances, settled
from app.resolution.terms import Terms
from app.resolution.verdict import Case, Verdict
from app.resolution.whatif import Simulation, simulate
from tests.unit.resolution.strategies import a_case

CASES = 100_000
DISTINCT = 2_000
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


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES)
