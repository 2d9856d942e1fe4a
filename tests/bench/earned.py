"""How true the bound is, how soon a rule that went bad is stopped, how often a good one is.

    python -m tests.bench.earned

Coverage is exact (summed over all outcomes). The rest is simulated with a fixed seed: people's
earlier words at precision .99 earn the rule its place, then samples are looked at one by one.
"""

import random
from datetime import UTC, datetime
from math import comb
from statistics import median

from app.resolution.earned import LONG, SHORT, Record, Standing, Terms, lower_bound, record

NOW = datetime(2026, 11, 29, tzinfo=UTC)
RUNS, YEAR = 200, 1000  # a rule with 20,000 tickets a year has a thousand of them looked at


def coverage(n: int, precision: float) -> float:
    """How often the bound does not exceed the true precision; 0.95 is promised."""
    held = 0.0
    for right in range(n + 1):
        if lower_bound(right, n) <= precision:
            held += comb(n, right) * precision**right * (1 - precision) ** (n - right)
    return held


def judged(outcomes: list[bool]) -> Record:
    return record(outcomes, Terms(), now=NOW)


def earned(chance: random.Random, precision: float, decided: int) -> list[bool]:
    """Outcomes, newest first, of a rule that was good enough to be turned on."""
    while True:
        outcomes = [chance.random() < precision for _ in range(decided)]
        if judged(outcomes).is_earned:
            return outcomes


def until_stopped(
    chance: random.Random, before: list[bool], precision: float, most: int
) -> tuple[int, int, Standing] | None:
    """Samples and wrong ones among them until the rule is turned off; None if never."""
    outcomes, wrong = before[:LONG], 0
    for looked_at in range(1, most + 1):
        is_right = chance.random() < precision
        wrong += not is_right
        outcomes = [is_right, *outcomes[: LONG - 1]]
        standing = judged(outcomes).standing
        if standing is not Standing.EARNED:
            return looked_at, wrong, standing
    return None


def main() -> None:
    print("coverage of the lower bound (promised .950)")
    for precision in (0.9, 0.95, 0.97, 0.99):
        row = " ".join(f"n={n}: {coverage(n, precision):.3f}" for n in (50, 100, 300, 1000))
        print(f"  precision {precision:.2f}  {row}")
    print(f"windows {LONG} and {SHORT}; {RUNS} runs each; {YEAR} samples a year")
    for decided in (150, 300, 1000):
        for precision, what in ((0.90, "drift .99 -> .90"), (0.95, "drift .99 -> .95")):
            chance = random.Random(7)  # noqa: S311 no secret
            ends = [
                until_stopped(chance, earned(chance, 0.99, decided), precision, YEAR)
                for _ in range(RUNS)
            ]
            found = [end for end in ends if end]
            quick = sum(end[2] is Standing.GONE_BAD for end in found) / len(found)
            print(
                f"  earned by {decided}: {what}: stopped {len(found) / RUNS:.3f} within a year, "
                f"after a median of {median(end[0] for end in found)} samples "
                f"({median(end[1] for end in found)} wrong; 95 % within "
                f"{sorted(end[0] for end in found)[int(len(found) * 0.95)]}); "
                f"{quick:.2f} by the short window"
            )
        for precision in (0.99, 0.995):
            chance = random.Random(7)  # noqa: S311 no secret
            ends = [
                until_stopped(chance, earned(chance, 0.99, decided), precision, YEAR)
                for _ in range(RUNS)
            ]
            share = sum(end is not None for end in ends) / RUNS
            print(
                f"  earned by {decided}: false demotions within a year at {precision}: {share:.3f}"
            )


if __name__ == "__main__":
    main()
