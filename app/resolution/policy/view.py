"""What a rule looks at once it is settled who is meant: the placement and accounts that matter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.kit.clock import wib_day
from app.lookup.dossier import Account, Person, Placement
from app.reading.claims import Claim
from app.resolution.asked import Asked, asks
from app.resolution.policy import told
from app.resolution.policy.book import chosen
from app.resolution.verdict import Case
from models.values import AccountAddress, MalformedAddress
from models.vocabulary import Category, ExitReason, Peran

SUPPORT_STAFF, AS_ADMIN = "new.support_staff", 2
_ASKS_FOR_ACCOUNT = frozenset({Category.ACCOUNT_NOT_FOUND, Category.NO_ACCOUNT_STAFF})


@dataclass(frozen=True, slots=True)
class View:
    """`target` is the open placement that entitles to the account asked about, None after leaving.

    `accounts` are the person's own, linked by person id; `account` is the one the message is
    about, else the one that fits best, None where there is none.
    """

    case: Case
    person: Person
    target: Placement | None
    accounts: tuple[Account, ...]
    account: Account | None

    @property
    def asked(self) -> Asked:
        return self.case.asked

    @property
    def now(self) -> datetime:
        return self.case.now

    @property
    def today(self) -> date:
        return wib_day(self.case.now)

    @property
    def open_placements(self) -> tuple[Placement, ...]:
        return open_placements(self.case, self.person)

    @property
    def live(self) -> tuple[Account, ...]:
        """Live accounts of schools; what holds for others is not published."""
        return tuple(each for each in self.accounts if each.is_live and each.address.jenjang)

    @property
    @asks("Akun yang sesuai penempatan itu?", told.account)
    def fitting(self) -> Account | None:
        """The live account whose address says what the target placement says; used ones first."""
        if self.target is None:
            return None
        found = [each for each in self.live if fits(each, self.target)]
        return max(found, key=lambda each: each.last_login_at is not None, default=None)

    @property
    @asks("Akun pada jenjang itu dengan peran lain?", told.account)
    def same_jenjang(self) -> Account | None:
        """The live account of the target's jenjang whose role part differs."""
        if self.target is None:
            return None
        level = self.target.jenjang
        return next((each for each in self.live if each.address.jenjang is level), None)

    @property
    def new_peran(self) -> Peran | None:
        """The role of an account still to be made; None where no rule gives one."""
        if self.target is None:
            return None
        if self.target.peran is None and version(self, SUPPORT_STAFF) == AS_ADMIN:
            return Peran.ADMIN
        return self.target.peran

    @property
    @asks("Akun pada jenjang yang sudah ditinggalkan?", told.account)
    def outdated(self) -> Account | None:
        """The live account of a jenjang where no open placement is any more.

        None while a placement's jenjang is unknown: the account may belong to that.
        """
        levels = {each.jenjang for each in self.open_placements}
        if None in levels:
            return None
        return next((each for each in self.live if each.address.jenjang not in levels), None)

    @property
    @asks("Akun terhapus yang masih dapat dipulihkan?", told.account)
    def restorable(self) -> Account | None:
        """The account of the target's jenjang deleted within 20 days."""
        limit = self.now - timedelta(days=self.case.terms.restorable_days)
        return next(
            (each for each in self.deleted if each.deleted_at and each.deleted_at >= limit), None
        )

    @property
    @asks("Akun pada jenjang itu yang pernah dihapus?", told.accounts)
    def deleted(self) -> tuple[Account, ...]:
        """Deleted accounts of the target's jenjang, the last one first."""
        level = self.target.jenjang if self.target else None
        if level is None:
            return ()
        gone = [each for each in self.accounts if each.deleted_at and each.address.jenjang is level]
        return tuple(sorted(gone, key=lambda each: each.deleted_at or self.now, reverse=True))

    @property
    @asks("Alasan keluar menurut Dapodik?", told.reason)
    def exit_reason(self) -> ExitReason | None:
        """Why the person left last; None where the record does not say or the person is active."""
        ended = [each for each in self.person.placements if not each.is_active]
        last = max(ended, key=lambda each: each.left_on or date.min, default=None)
        return last.left_for if last else None

    @property
    @asks("Diisi di sekolah tetapi belum terkirim?", told.yes_no)
    def is_unsent(self) -> bool:
        """True when what decides, the target or else the last exit, was not sent yet."""
        last = self.target or next(iter(self.person.placements), None)
        return last is not None and last.sent is False

    @property
    @asks("Sekolahnya sudah ditutup?", told.yes_no)
    def school_closed(self) -> bool:
        """True when the person's record is active but only at closed schools."""
        return bool(self.person.active) and not self.open_placements


def version(view: View, rule: str) -> int:
    """The number of that rule's version in force."""
    number = chosen(view.case.terms, rule)
    view.asked.note(f"Versi aturan {rule} yang berlaku?", str(number))
    return number


def view(case: Case, person: Person) -> View:
    target = _target(case, person)
    accounts = _own(case, person)
    return View(case, person, target, accounts, _at_issue(case, target, accounts))


def fits(account: Account, placement: Placement) -> bool:
    """Whether the address says the jenjang and role of the placement.

    Where no role is published for a kind of staff, any role part will do.
    """
    return says(account.address, placement)


def says(address: AccountAddress, placement: Placement) -> bool:
    level = address.jenjang
    return level is placement.jenjang and placement.peran in (None, address.peran)


def is_needed(
    address: AccountAddress, placements: Iterable[Placement], others: Iterable[Account]
) -> bool:
    """Whether one of these placements rests on the account and on none of the live others."""
    live = [each for each in others if each.is_live and each.address != address]
    return any(
        says(address, each) and not any(fits(other, each) for other in live) for each in placements
    )


def open_placements(case: Case, person: Person) -> tuple[Placement, ...]:
    """Active placements at schools that are not closed today."""
    return tuple(each for each in person.active if not _is_closed(case, each))


def named_addresses(case: Case) -> frozenset[AccountAddress]:
    """Every belajar.id address in the text."""
    return frozenset(_addresses((*case.facts.emails, case.dossier.as_written or "")))


def stated_addresses(case: Case) -> frozenset[AccountAddress]:
    """Those in the text, and the one the message came from."""
    return named_addresses(case) | frozenset(_addresses([case.dossier.requester.email or ""]))


@asks("Laporan menyebut sekolah yang tidak ada pada catatannya?", told.yes_no)
def is_unshown_school(view: View) -> bool:
    """True when the message names a school where the records never showed the person.

    The school the account still stands for is where the person came from, not a new one.
    """
    shown = {str(each.npsn) for each in view.person.placements}
    if view.case.facts.npsn:
        return shown.isdisjoint(view.case.facts.npsn)
    shown |= {str(each.npsn) for each in view.accounts}
    return any(str(each.npsn) not in shown for each in view.case.dossier.schools)


@asks("Peran menurut laporan?", told.role)
def claimed_role(case: Case) -> Peran | None:
    """The role the message says the person has now; guru and admin are each other's opposite."""
    return _claimed_role(case)


def _claimed_role(case: Case) -> Peran | None:
    opposite = {Peran.GURU: Peran.ADMIN, Peran.ADMIN: Peran.GURU}
    claimed = case.facts.to_role or (
        opposite.get(case.facts.from_role) if case.facts.from_role else None
    )
    if claimed is None and Claim.WANTS_ADMIN in case.facts.claims:
        return Peran.ADMIN
    return claimed if claimed in opposite else None


def _is_closed(case: Case, placement: Placement) -> bool:
    school = case.dossier.school(placement.npsn)
    closed_on = school.closed_on if school else None
    return closed_on is not None and closed_on <= wib_day(case.now)


@asks("Penempatan yang menentukan akun?", told.placement)
def _target(case: Case, person: Person) -> Placement | None:
    """The claimed jenjang first, then a stated school of another jenjang, else the home school."""
    facts = case.facts
    open_now = open_placements(case, person)
    homes = [each for each in open_now if each.is_home]
    chosen = [each for each in open_now if facts.to_level and each.jenjang is facts.to_level]
    if facts.to_level is None:
        chosen = [each for each in open_now if _is_second_jenjang(case, each, homes)]
    return max(
        chosen or homes or open_now,
        key=lambda each: (
            each.is_home,
            each.peran is _claimed_role(case),
            str(each.npsn) in facts.npsn,
            each.since or date.min,
        ),
        default=None,
    )


def _is_second_jenjang(case: Case, placement: Placement, homes: list[Placement]) -> bool:
    """Named beside a home school of another jenjang, or the one place still without an account."""
    if placement.jenjang in {each.jenjang for each in homes}:
        return False
    if case.facts.npsn:
        return str(placement.npsn) in case.facts.npsn
    held = {each.address.jenjang for each in case.dossier.live_accounts}
    covered = all(each.jenjang in held for each in homes)
    return case.category in _ASKS_FOR_ACCOUNT and covered and placement.jenjang not in held


@asks("Akun milik orang itu?", told.accounts)
def _own(case: Case, person: Person) -> tuple[Account, ...]:
    return tuple(each for each in case.dossier.accounts if each.person_id == person.person_id)


@asks("Akun yang dibicarakan?", told.account)
def _at_issue(
    case: Case, target: Placement | None, accounts: tuple[Account, ...]
) -> Account | None:
    named = stated_addresses(case)

    def weight(account: Account) -> tuple[bool, ...]:
        return (
            not named.isdisjoint({account.address, *account.aliases}),
            account.address.jenjang is not None,
            account.is_live,
            target is not None and fits(account, target),
            target is not None and account.address.jenjang is target.jenjang,
            account.last_login_at is not None,
        )

    return max(accounts, key=weight, default=None)


def _addresses(texts: Iterable[str]) -> Iterable[AccountAddress]:
    for text in texts:
        try:
            yield AccountAddress.parse(text)
        except MalformedAddress:
            continue
