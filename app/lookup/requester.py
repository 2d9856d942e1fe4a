"""What the records say of the one who writes. Only this decides who may be handed access."""

from collections.abc import Iterable, Sequence
from datetime import date

from app.lookup.dossier import Account, Person, Requester, SchoolUser
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
        office = _OFFICES.get(user.role.strip().lower())
        if office and _is_user(user, sender, own_account):
            relation, title = office
            because = f"Surel pelapor terdaftar sebagai {title} sekolah {user.npsn} di Dapodik."
            return Requester(email=sender, relation=relation, verified=True, because=because)
    return Requester(
        email=sender, because="Surel pelapor tidak dikenal pada data orang dan sekolah ini."
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
