"""What a message says, as values: claims, not truths."""

from dataclasses import dataclass, field
from datetime import date

from app.reading.claims import Claim
from models.vocabulary import Category, Decision, Jenjang, Peran


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything found in one message, in order of appearance, each once.

    Identifiers are digits only and kept as text; e-mails are lower-case and repaired; names are
    as written. A level or role pair is set only where the text states a move or a change.
    `changed_on` is the day (WIB) the writer says Dapodik was changed, told by words like "today".
    """

    npsn: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    report_numbers: tuple[str, ...] = ()
    nisn: tuple[str, ...] = ()
    nuptk: tuple[str, ...] = ()
    nik: tuple[str, ...] = ()
    nip: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    person_names: tuple[str, ...] = ()
    school_names: tuple[str, ...] = ()
    from_level: Jenjang | None = None
    to_level: Jenjang | None = None
    from_role: Peran | None = None
    to_role: Peran | None = None
    dates: tuple[date, ...] = ()
    claims: tuple[Claim, ...] = ()
    changed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Facets:
    """Properties of a message beside its category."""

    follow_up: bool = False
    on_behalf: bool = False
    many_subjects: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One person a message is about, with the facts that belong to that person alone.

    `as_written` is the name or identifier in the writer's own words; None when the writer means
    themselves and gives no name.
    """

    as_written: str | None = None
    name: str | None = None
    birth_date: date | None = None
    npsn: str | None = None
    school_name: str | None = None
    emails: tuple[str, ...] = ()
    nik: str | None = None
    nuptk: str | None = None
    nip: str | None = None
    nisn: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the message that carried a decision, and how much (score, larger is more)."""

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Likelihood:
    category: Category
    probability: float


@dataclass(frozen=True, slots=True)
class Guess:
    """What the classifier thinks of one text; `ranked` is complete, best first, sums to one.

    `because` are the words that carried the best past the second, `instead` those that spoke for
    the second. `facets` are None when the classifier was taught none.
    """

    ranked: tuple[Likelihood, ...]
    because: tuple[Words, ...] = ()
    instead: tuple[Words, ...] = ()
    facets: Facets | None = None
    classifier: str = ""

    @property
    def best(self) -> Likelihood:
        return self.ranked[0]


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message as the reader gets it, whatever the channel. `sent_on` is its day in WIB."""

    text: str
    subject: str | None = None
    channel: str = "form"
    self_category: Category | None = None
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """A message read: stored as a Reading. `category` is None when no classifier was there.

    `instead` are the words that spoke for the first of the `alternatives`.
    """

    facts: Facts
    facets: Facets
    mentions: tuple[Mention, ...]
    category: Category | None
    probability: float
    decision: Decision
    alternatives: tuple[Likelihood, ...] = ()
    because: tuple[Words, ...] = ()
    instead: tuple[Words, ...] = ()
    classifier: str = ""
    question: tuple[Category, ...] = field(default=())
