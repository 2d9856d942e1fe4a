"""The judgement on one case, and the acts it plans. Values only."""

from dataclasses import dataclass, field
from datetime import date, datetime

from app.kit.working_hours import OFFICE, Hours
from app.lookup.dossier import Dossier
from app.reading.facts import Facets, Facts
from app.resolution.asked import Asked, Inference
from app.resolution.terms import PUBLISHED, Terms
from models.values import AccountAddress
from models.vocabulary import (
    Automation,
    Category,
    Missing,
    Remedy,
    StepAction,
    System,
    WhoActs,
)


@dataclass(frozen=True, slots=True)
class Source:
    """A published statement a rule rests on. `statement` is ours, in Indonesian, for the reply."""

    key: str
    title: str
    statement: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class UsedFact:
    """One fact a verdict rests on: what, its value as text, whose word, when it was true.

    `row` is the record that says so, as its table and key (`gtk 69900001`, `accounts 1047`), ""
    where it is none. `decisive` is True where the verdict would be another without this fact
    alone; other facts are context.
    """

    name: str
    value: str
    system: System
    as_of: datetime | None = None
    fresh: bool = True
    row: str = ""
    decisive: bool = False


@dataclass(frozen=True, slots=True)
class Vouched:
    """The operator of the person's school answers for them. `ripe_at` ends the waiting period.

    Instants are aware UTC. `objected` is True once the owner or anyone told says it is wrong.
    """

    by: str
    npsn: str
    at: datetime
    ripe_at: datetime
    objected: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a rule may look at: the claim, the records, the time. Nothing else exists.

    `category` is None where nobody could read what the message is about. `is_listed` is a line of
    an operator's list, `taken` are addresses that others were found to have, `vouched` is what an
    operator said for an owner whose contacts are dead. `asked` is no part of it: there the rules
    note what they ask.
    """

    category: Category | None
    facts: Facts
    facets: Facets
    dossier: Dossier
    now: datetime
    attachments: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    subjects: int = 1
    hours: Hours = OFFICE
    terms: Terms = PUBLISHED
    vouched: Vouched | None = None
    taken: tuple[AccountAddress, ...] = ()
    is_listed: bool = False
    asked: Asked = field(default_factory=Asked, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One act, with what must be true before and what will be true after.

    `before` and `after` are small flat records (`{"primary_email": ...}`); the precondition is
    that `before` still holds, the promise is that `after` is read back. `undo` says in one
    Indonesian sentence how it is taken back, None where nothing can. `not_before` delays the
    step to that day (WIB).
    """

    action: StepAction
    target: str
    before: dict[str, str | bool | None]
    after: dict[str, str | bool | None]
    automation: Automation
    undo: str | None = None
    not_before: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What should happen, by which rule, and what it rests on.

    `promised_at` is the instant by which the next thing happens (aware UTC), None where nobody
    can promise. `note` is one Indonesian sentence for the agent, where the rule has more to say.
    `because` is what the rules asked of the case, in order, with the answers.
    """

    remedy: Remedy
    rule: str
    rule_version: int
    source: Source
    who_acts: WhoActs
    facts: tuple[UsedFact, ...] = ()
    missing: tuple[Missing, ...] = ()
    promised_at: datetime | None = None
    steps: tuple[PlannedStep, ...] = ()
    urgent: bool = False
    note: str = ""
    because: tuple[Inference, ...] = ()
