"""What both systems say about one person, and since when. Values only; nothing is judged here."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.values import AccountAddress, Npsn
from models.vocabulary import (
    ExitReason,
    Jenjang,
    MatchStatus,
    Peran,
    PersonKind,
    Relation,
    System,
)

STALE_AFTER = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class School:
    """`jenjang` is None where the form of education maps to none; `closed_on` None while open."""

    npsn: Npsn
    name: str
    jenjang: Jenjang | None
    form: int | None = None
    province: str | None = None
    regency: str | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """One assignment of staff or enrolment of a student at one school.

    `peran` is what the record entitles to (None for support staff whose role is not published).
    `sent` is False when the row was entered at the school but not yet sent, None when unknown.
    `left_for` and `left_on` are None while active. `since` is tanggal_surat_tugas or
    tanggal_masuk_sekolah.
    """

    npsn: Npsn
    jenjang: Jenjang | None
    peran: Peran | None
    ptk_type: str | None = None
    ptk_type_name: str | None = None
    position: str | None = None
    grade: str | None = None
    is_home: bool = True
    since: date | None = None
    sent: bool | None = None
    left_for: ExitReason | None = None
    left_on: date | None = None

    @property
    def is_active(self) -> bool:
        return self.left_for is None and self.left_on is None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of Dapodik with every placement the records show, active ones first."""

    person_id: str
    kind: PersonKind
    name: str
    birth_date: date | None = None
    nik: str | None = None
    nuptk: str | None = None
    nip: str | None = None
    nisn: str | None = None
    placements: tuple[Placement, ...] = ()

    @property
    def active(self) -> tuple[Placement, ...]:
        return tuple(each for each in self.placements if each.is_active)

    @property
    def home(self) -> Placement | None:
        """The active placement that drives the account: the home school's, else none."""
        return next((each for each in self.active if each.is_home), None)


@dataclass(frozen=True, slots=True)
class SchoolUser:
    """A user of the school's Dapodik (pengguna); `email` is None where the name is no address."""

    npsn: Npsn
    name: str
    role: str
    email: str | None
    person_id: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the directory. Instants are aware UTC; `last_login_at` None means never.

    `noticed_on` is the day the owner was told of a coming change, `deletion_on` the day a
    deletion stands for (WIB); None where the directory holds no such note.
    """

    account_id: str
    address: AccountAddress
    aliases: tuple[AccountAddress, ...] = ()
    person_id: str | None = None
    npsn: Npsn | None = None
    name: str = ""
    suspended: bool = False
    suspension_reason: str | None = None
    suspended_at: datetime | None = None
    archived: bool = False
    deleted_at: datetime | None = None
    created_at: datetime | None = None
    last_login_at: datetime | None = None
    recovery_email: str | None = None
    recovery_phone: str | None = None
    agreed_to_terms: bool = False
    change_password: bool = False
    org_unit: str = "/"
    noticed_on: date | None = None
    deletion_on: date | None = None

    @property
    def is_live(self) -> bool:
        return self.deleted_at is None


def deletion_instant(account: Account) -> float:
    """A key to order deleted accounts by; live ones come first."""
    return account.deleted_at.timestamp() if account.deleted_at else 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone of the records who might be meant, with the reasons for and against."""

    person: Person
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Who is meant. `person` is set exactly when `status` is MATCHED."""

    status: MatchStatus
    person: Person | None = None
    candidates: tuple[Candidate, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Requester:
    """Who writes, and what the records say of them.

    `verified` is by the address they gave, which anybody can type; `confirmed` once the one who
    reads the registered mailbox said yes. Without it nothing is handed over or told.
    """

    email: str | None
    relation: Relation = Relation.UNKNOWN
    verified: bool = False
    because: str = ""
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """Both systems' word on one person at one time. Stored as a Lookup, with a version number.

    `dapodik_as_of` is when the records were true (the extract or sync), `read_at` when we asked.
    `unavailable` names a system that did not answer: then nothing may be concluded from absence.
    `officers` are the operators and heads of the person's present school who have a mail address.
    """

    as_written: str | None
    match: Match
    read_at: datetime
    dapodik_as_of: datetime | None = None
    accounts: tuple[Account, ...] = ()
    schools: tuple[School, ...] = ()
    requester: Requester = Requester(email=None)
    unavailable: tuple[System, ...] = ()
    officers: tuple[SchoolUser, ...] = ()

    @property
    def person(self) -> Person | None:
        return self.match.person

    @property
    def accounts_of_person(self) -> tuple[Account, ...]:
        """Those linked to the person who is meant; () where nobody is."""
        owner = self.person.person_id if self.person else None
        return tuple(each for each in self.accounts if owner and each.person_id == owner)

    @property
    def live_accounts(self) -> tuple[Account, ...]:
        return tuple(each for each in self.accounts if each.is_live)

    def school(self, npsn: Npsn) -> School | None:
        return next((each for each in self.schools if each.npsn == npsn), None)

    def is_stale(self, now: datetime) -> bool:
        """True when the records are older than 48 h, or of unknown age."""
        return self.dapodik_as_of is None or now - self.dapodik_as_of > STALE_AFTER
