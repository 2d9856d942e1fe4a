"""What other numbers would have answered: recorded cases decided again, counted and compared."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from app.resolution.conclude import unweighed
from app.resolution.plan import plan
from app.resolution.policy import decide
from app.resolution.terms import Terms
from app.resolution.verdict import Case, Verdict
from models.vocabulary import CHANGES_ACCOUNT, Automation, Remedy

Pair = tuple[str, str]


class Shift(StrEnum):
    """What became of a promised instant."""

    EARLIER = "earlier"
    LATER = "later"
    MADE = "made"  # promised where nothing was
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Queue:
    """How many cases ask a person for what: to find the way, one yes, or two, to a change."""

    manual: int = 0
    changes: int = 0
    by_two: int = 0

    def __add__(self, other: "Queue") -> "Queue":
        return Queue(
            self.manual + other.manual, self.changes + other.changes, self.by_two + other.by_two
        )


@dataclass(frozen=True, slots=True)
class Simulation:
    """What came of some cases. Pairs are (recorded, now); only those that differ are counted.

    `differing` and `unlike` are places among the cases, from 0: those answered differently with the
    rule that answers now, and those whose recorded verdict their own numbers do not give any more.
    """

    cases: int = 0
    reproduced: int = 0
    changed: int = 0
    rules: Counter[Pair] = field(default_factory=Counter)
    remedies: Counter[Pair] = field(default_factory=Counter)
    promises: Counter[Shift] = field(default_factory=Counter)
    before: Queue = Queue()
    after: Queue = Queue()
    differing: tuple[tuple[int, str], ...] = ()
    unlike: tuple[int, ...] = ()

    def __add__(self, other: "Simulation") -> "Simulation":
        """As if the other's cases had followed these."""
        return Simulation(
            self.cases + other.cases,
            self.reproduced + other.reproduced,
            self.changed + other.changed,
            self.rules + other.rules,
            self.remedies + other.remedies,
            self.promises + other.promises,
            self.before + other.before,
            self.after + other.after,
            (*self.differing, *((self.cases + place, rule) for place, rule in other.differing)),
            (*self.unlike, *(self.cases + place for place in other.unlike)),
        )


def simulate(cases: Iterable[tuple[Case, Verdict]], terms: Terms) -> Simulation:
    """Decide each case by its own numbers, which must give the recorded verdict, and by `terms`."""
    found = _Counted()
    for place, (case, recorded) in enumerate(cases):
        found.cases += 1
        if is_same(recorded, again(case)):
            found.reproduced += 1
        else:
            found.unlike.append(place)
        found.compare(place, recorded, again(case, terms))
    return found.done()


def again(case: Case, terms: Terms | None = None) -> Verdict:
    """The verdict with its steps, by the case's own numbers or by others."""
    judged = case if terms is None else replace(case, terms=terms)
    return plan(decide(judged), judged)


def is_same(recorded: Verdict, now: Verdict) -> bool:
    """Whether all is equal; only the wording of the statement may have been mended since.

    Which facts were decisive is not compared: to weigh them takes longer than to decide.
    """
    then = unweighed(recorded)
    return replace(now, source=then.source) == then and now.source.key == then.source.key


def is_other(recorded: Verdict, now: Verdict) -> bool:
    """Whether the answer differs; how the same answer quotes its statement does not count."""
    return _answer(recorded) != _answer(now)


def _answer(verdict: Verdict) -> tuple[object, ...]:
    steps = [
        (each.action, each.target, each.after, each.automation, each.not_before)
        for each in verdict.steps
    ]
    return (
        verdict.remedy,
        verdict.rule,
        verdict.rule_version,
        verdict.promised_at,
        verdict.who_acts,
        verdict.missing,
        verdict.urgent,
        steps,
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """A Simulation as it is kept and shown: counts alone, the most frequent first."""

    cases: int
    reproduced: int
    changed: int
    rules: tuple[tuple[str, str, int], ...]
    remedies: tuple[tuple[Remedy, Remedy, int], ...]
    promises: tuple[tuple[Shift, int], ...]
    before: Queue
    after: Queue


def summary(found: Simulation) -> Summary:
    return Summary(
        found.cases,
        found.reproduced,
        found.changed,
        tuple((*pair, n) for pair, n in found.rules.most_common()),
        tuple((Remedy(a), Remedy(b), n) for (a, b), n in found.remedies.most_common()),
        tuple((each, found.promises[each]) for each in Shift if found.promises[each]),
        found.before,
        found.after,
    )


@dataclass(slots=True)
class _Counted:
    cases: int = 0
    reproduced: int = 0
    rules: Counter[Pair] = field(default_factory=Counter)
    remedies: Counter[Pair] = field(default_factory=Counter)
    promises: Counter[Shift] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)
    differing: list[tuple[int, str]] = field(default_factory=list)
    unlike: list[int] = field(default_factory=list)

    def compare(self, place: int, recorded: Verdict, now: Verdict) -> None:
        self.before.update(_asks(recorded))
        self.after.update(_asks(now))
        if not is_other(recorded, now):
            return
        self.differing.append((place, now.rule))
        self.rules[recorded.rule, now.rule] += 1
        if recorded.remedy is not now.remedy:
            self.remedies[recorded.remedy.value, now.remedy.value] += 1
        shift = _shift(recorded.promised_at, now.promised_at)
        if shift:
            self.promises[shift] += 1

    def done(self) -> Simulation:
        return Simulation(
            self.cases,
            self.reproduced,
            len(self.differing),
            self.rules,
            self.remedies,
            self.promises,
            Queue(**self.before),
            Queue(**self.after),
            tuple(self.differing),
            tuple(self.unlike),
        )


def _asks(verdict: Verdict) -> Iterator[str]:
    changing = [each for each in verdict.steps if each.action in CHANGES_ACCOUNT]
    if verdict.remedy is Remedy.MANUAL_REVIEW:
        yield "manual"
    if changing:
        yield "changes"
    if any(each.automation is Automation.TWO_PERSON for each in changing):
        yield "by_two"


def _shift(recorded: datetime | None, now: datetime | None) -> Shift | None:
    if recorded == now:
        return None
    if recorded is None:
        return Shift.MADE
    if now is None:
        return Shift.DROPPED
    return Shift.EARLIER if now < recorded else Shift.LATER
