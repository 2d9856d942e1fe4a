"""How long it takes to weigh the facts of a verdict, and to compute stored ones again.

`python -m tests.bench.replay [PLANS]`: ratios to one decision with its steps, on this machine.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.resolution.conclude import conclude
from app.resolution.plan import plan
from app.resolution.policy import decide
from app.resolution.recorded import case_of
from app.resolution.replay import Kept, Outcome, replay
from app.store import plans
from app.store.schema import migrate
from app.store.session import Database
from models.vocabulary import TicketState
from tests.support import build
from tests.support.proved import judged

_USUAL = 500


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _USUAL
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'loket.db'}")
        migrate(database)
        with database.write() as session:
            for _ in range(count):
                judged(session, build.ticket(session, state=TicketState.RECEIVED))
        with database.read() as session:
            rows = plans.with_records(session, build.NOON, after=0, limit=count)
            steps = plans.steps_of_each(session, [row.id for row, *_ in rows])
        database.close()
    kept = [Kept(row, lookup, reading, steps[row.id]) for row, lookup, reading, _ in rows]
    cases = [case for each in kept if (case := case_of(each.plan, each.lookup, each.reading))]
    decided = _seconds(lambda: [plan(decide(case), case) for case in cases])
    weighed = _seconds(lambda: [conclude(case) for case in cases])
    replayed = _seconds(lambda: [replay(each) for each in kept])
    assert all(replay(each).outcome is Outcome.SAME for each in kept)
    print(f"{len(kept)} plans, {1000 * decided / len(kept):.2f} ms for one decision with its steps")
    print(f"with its facts weighed   {weighed / decided:5.1f} times that")
    print(f"computed again, compared {replayed / decided:5.1f} times that")


def _seconds(run: Callable[[], object]) -> float:
    """Of the processor, the best of three: the machine may be busy."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        run()
        taken.append(time.process_time() - begun)
    return min(taken)


if __name__ == "__main__":
    main()
