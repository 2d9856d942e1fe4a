"""Which account and which person of the records the writer is, to keep them off the subject."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.lookup import person_name
from app.lookup.asking import Asking
from app.lookup.dossier import Account, SchoolUser
from app.lookup.match import CONTRADICTED_NAME, ENOUGH
from app.lookup.subjects import Stated, identifies
from app.reading.facts import Mention
from models.values import AccountAddress, MalformedAddress

_OFFICES = frozenset({"operator sekolah", "kepala sekolah"})


@dataclass(frozen=True, slots=True)
class Reporter:
    """`account` is where the mail came from, None when that is no belajar.id address."""

    email: str | None
    name: str | None
    account: Account | None

    def person_ids(self, users: Iterable[SchoolUser]) -> frozenset[str]:
        """Ids under which the records know the writer."""
        own = {self.account.person_id} if self.account else set()
        by_mail = {each.person_id for each in users if self.email and each.email == self.email}
        return frozenset(each for each in own | by_mail if each)


def reporter(asking: Asking, stated: Stated) -> Reporter:
    email = (stated.email or "").strip().lower() or None
    address = read_address(email)
    account = asking.account_at(address) if address else None
    # Nobody can write from an account that is gone.
    own = account if account is not None and account.is_live else None
    return Reporter(email=email, name=stated.name, account=own)


def read_address(text: str | None) -> AccountAddress | None:
    """None for what is no belajar.id address."""
    try:
        return AccountAddress.parse(text or "")
    except MalformedAddress:
        return None


def named_accounts(
    asking: Asking,
    claim: Mention,
    writer: Reporter,
    *,
    users: Iterable[SchoolUser],
    for_another: bool,
) -> tuple[Mention, tuple[Account, ...]]:
    """The claim with the account addresses that are the subject's, and the accounts there.

    In a message for someone else the writer's own address says nothing of the subject.
    """
    users = tuple(users)
    addresses, accounts = [], []
    for address in filter(None, map(read_address, claim.emails)):
        account = asking.account_at(address)
        if for_another and (
            address.text == writer.email
            or (account and _is_of_reporter(account, claim, writer, users))
        ):
            continue
        addresses.append(address.text)
        accounts.append(account)
    return replace(claim, emails=tuple(addresses)), tuple(each for each in accounts if each)


def is_writers_own(claim: Mention, account: Account) -> bool:
    """Whether a message about oneself may be tied to the account it was sent from."""
    if claim.name:
        return bool(account.name) and _fits(claim.name, account) >= ENOUGH
    return not identifies(claim)


def _is_of_reporter(
    account: Account, claim: Mention, writer: Reporter, users: tuple[SchoolUser, ...]
) -> bool:
    """When the records say so; or when it bears another name than the one meant and is the
    operator's, the head's, or of the name the writer gives.
    """
    if writer.account and account.account_id == writer.account.account_id:
        return True
    if account.person_id in writer.person_ids(users):
        return True
    if claim.name is None or _fits(claim.name, account) >= CONTRADICTED_NAME:
        return False
    in_office = {each.person_id for each in users if each.role.strip().lower() in _OFFICES}
    named_so = bool(writer.name) and _fits(writer.name or "", account) >= ENOUGH
    return account.person_id in in_office or named_so


def _fits(name: str, account: Account) -> float:
    return person_name.fit(name, account.name).score if account.name else 100.0
