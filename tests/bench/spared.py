"""How often the interval holds the true difference, and how small an effect is found.

    python -m tests.bench.spared

Coverage is simulated with a fixed seed: so many runs of a period in which each visit is held out
and sends by chance; 95 % is promised. An effect counts as found where the page says that reports
were spared; where there is none, about 2.5 % of the periods say so wrongly.
"""

import numpy

from app.report.spared import Comparison, Finding, Side, compare

RUNS, HELD_OUT = 20_000, 0.1
VISITS = (500, 2000, 10_000, 50_000)
# Of visits without the answer that send, and by how much the answer lowers that.
SHARES = (0.5, 0.8, 0.95)
EFFECTS = (0.0, 0.02, 0.05, 0.1, 0.2)


def periods(visits: int, without: float, effect: float) -> list[Comparison]:
    """As the page would compare them."""
    chance = numpy.random.default_rng(7)
    held_out = chance.binomial(visits, HELD_OUT, RUNS)
    shown = visits - held_out
    sent_without, sent = (
        chance.binomial(held_out, without),
        chance.binomial(shown, without - effect),
    )
    return [
        compare(Side(int(each[0]), int(each[1])), Side(int(each[2]), int(each[3])))
        for each in zip(shown, sent, held_out, sent_without, strict=True)
    ]


def measured(visits: int, without: float, effect: float) -> tuple[float, float, float]:
    """Shares of the periods: interval holds the truth; told as spared; told as more sent."""
    found = [each for each in periods(visits, without, effect) if each.difference is not None]
    held = sum(
        each.difference.lower <= effect <= each.difference.upper
        for each in found
        if each.difference is not None
    )
    told = [each.finding for each in found]
    return (
        held / len(found),
        told.count(Finding.SPARED) / len(told),
        told.count(Finding.MORE_SENT) / len(told),
    )


def main() -> None:
    print(f"{RUNS} periods each, {HELD_OUT:.0%} of visits held out; promised coverage .950")
    print("visits  sent without  effect  coverage  told spared  told more sent")
    for visits in VISITS:
        for without in SHARES:
            for effect in EFFECTS:
                held, spared, more = measured(visits, without, effect)
                print(
                    f"{visits:>6}  {without:>12.2f}  {effect:>6.2f}  {held:>8.3f}"
                    f"  {spared:>11.3f}  {more:>14.3f}"
                )


if __name__ == "__main__":
    main()
