"""What the records say of the one who writes. Only this decides who may be handed access."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.kit.tanggal import long_instant
from app.lookup.contacts import registered
from app.lookup.dossier import Account, Dossier, Person, Requester, SchoolUser
from models.values import Npsn
from models.vocabulary import Relation

_OFFICES = {
    "operator sekolah": (Relation.OPERATOR, "operator"),
    "kepala sekolah": (Relation.HEAD, "kepala sekolah"),
}


def judge(
    email: str | None,
    person: Person | None,
    accounts: Sequence[Account],
    users: Sequence[SchoolUser],
    *,
    own_account: Account | None = None,
) -> Requester:
    """Verified by recovery mail, own address or alias, or as operator or head of the school.

    `accounts` are those of the look-up: with a person, only accounts linked to that person
    count. `users` may be of any school; only the present school of the person counts.
    `own_account` is the account the mail was sent from, None when it is no belajar.id address.
    """
    if not email or not email.strip():
        return Requester(email=None, because="Alamat surel pelapor tidak diketahui.")
    sender = email.strip().lower()
    proof = _as_owner(sender, _theirs(person, accounts))
    if proof:
        return Requester(email=sender, relation=Relation.OWNER, verified=True, because=proof)
    for user in _users_at(present_schools(person), users):
        office = _office(user)
        if office and _is_user(user, sender, own_account):
            relation, title = office
            because = f"Surel pelapor terdaftar sebagai {title} sekolah {user.npsn} di Dapodik."
            return Requester(email=sender, relation=relation, verified=True, because=because)
    return Requester(
        email=sender, because="Surel pelapor tidak dikenal pada data orang dan sekolah ini."
    )


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A yes to the link mailed to `sent_to`, about that person; `at` is aware UTC.

    `about` are the people the report named when it was asked, None where nothing was written
    since: whoever holds the report can name more of them later.
    """

    person_id: str
    sent_to: str
    at: datetime
    about: frozenset[str] | None = None

    def covers(self, person_id: str, *, writes: str | None) -> bool:
        """An owner's word is about themselves, an office's about everybody it was asked of."""
        if self.person_id == person_id:
            return True
        return self.sent_to == writes and (self.about is None or person_id in self.about)


def confirmed(dossier: Dossier, said: Iterable[Confirmation]) -> Dossier:
    """The dossier with what was confirmed by link: by the office that wrote, or by the owner.

    A yes counts only while its address is still registered: today's records decide. The office
    that wrote answers once for everybody the report names.
    """
    person = dossier.person
    if person is None:
        return dossier
    writes = dossier.requester.email
    theirs = [each for each in said if each.covers(person.person_id, writes=writes)]
    for each in sorted(theirs, key=lambda one: one.at, reverse=True):
        asker = _confirmed(dossier, each)
        if asker is not None:
            return replace(dossier, requester=asker)
    return dossier


def relation_of(user: SchoolUser) -> Relation:
    """OPERATOR or HEAD; UNKNOWN for any other user of the school's Dapodik."""
    office = _office(user)
    return office[0] if office else Relation.UNKNOWN


def officers(person: Person | None, users: Iterable[SchoolUser]) -> tuple[SchoolUser, ...]:
    """Operators and heads of the person's present school who can be written to."""
    present = present_schools(person)
    return tuple(
        each for each in users if each.npsn in present and each.email and _office(each) is not None
    )


def present_schools(person: Person | None) -> frozenset[Npsn]:
    """The active home school; without one every active school, else where the person was last."""
    if person is None:
        return frozenset()
    if person.home:
        return frozenset({person.home.npsn})
    if person.active:
        return frozenset(each.npsn for each in person.active)
    last = max(person.placements, key=lambda each: each.left_on or date.min, default=None)
    return frozenset({last.npsn} if last else ())


def _confirmed(dossier: Dossier, said: Confirmation) -> Requester | None:
    asker = dossier.requester
    because = f"Dikonfirmasi lewat tautan ke alamat terdaftar pada {long_instant(said.at)}."
    in_office = asker.relation in (Relation.OPERATOR, Relation.HEAD)
    if in_office and asker.verified and asker.email == said.sent_to:
        return replace(asker, confirmed=True, because=f"{asker.because} {because}")
    owned = registered(_theirs(dossier.person, dossier.accounts))
    if said.sent_to in owned:
        return Requester(
            asker.email, Relation.OWNER, verified=True, because=because, confirmed=True
        )
    return None


def _office(user: SchoolUser) -> tuple[Relation, str] | None:
    return _OFFICES.get(user.role.strip().lower())


def _theirs(person: Person | None, accounts: Sequence[Account]) -> Iterable[Account]:
    """Someone must not prove a claim on one person with another person's account."""
    if person is None:
        return accounts
    return [each for each in accounts if each.person_id == person.person_id]


def _as_owner(sender: str, accounts: Iterable[Account]) -> str | None:
    for account in accounts:
        if sender in {each.text for each in (account.address, *account.aliases)}:
            return "Surel pelapor adalah alamat akun ini sendiri."
        if account.recovery_email and sender == account.recovery_email.strip().lower():
            return "Surel pelapor sama dengan surel pemulihan akun."
    return None


def _users_at(schools: frozenset[Npsn], users: Sequence[SchoolUser]) -> list[SchoolUser]:
    return [each for each in users if each.npsn in schools]


def _is_user(user: SchoolUser, sender: str, own_account: Account | None) -> bool:
    if user.email is not None and user.email.strip().lower() == sender:
        return True
    return (
        own_account is not None
        and own_account.person_id is not None
        and own_account.person_id == user.person_id
    )
