"""Where the owner of an account can be reached by mail, as the directory knows it."""

from collections.abc import Iterable, Sequence

from app.lookup.dossier import Account

_WORK = "belajar.id"


def personal_mail(account: Account) -> str | None:
    """The recovery address in small letters; None where there is none but another work account."""
    mail = (account.recovery_email or "").strip().lower()
    return mail if is_private(mail) else None


def is_private(mail: str) -> bool:
    """Whether it is an address outside belajar.id; the domain counts, not how it ends."""
    domain = mail.strip().lower().rpartition("@")[2]
    return "@" in mail and domain != _WORK and not domain.endswith(f".{_WORK}")


def is_read(account: Account) -> bool:
    """Whether mail to the account itself has a reader: live, not suspended, signed in to before."""
    return account.is_live and not account.suspended and account.last_login_at is not None


def address_of_owner(accounts: Sequence[Account], *, written_from: str | None = None) -> str | None:
    """Where a question to the owner of `accounts` is sent; None where nobody would read it.

    The address they wrote from, when it is registered; else the first recovery address, else
    the first account that is read.
    """
    if written_from is not None and written_from in registered(accounts):
        return written_from
    personal = (personal_mail(each) for each in accounts)
    own = (each.address.text for each in accounts if is_read(each))
    return next((each for each in personal if each), None) or next(own, None)


def registered(accounts: Iterable[Account]) -> frozenset[str]:
    """Every address a confirmation may have come from: recovery addresses, live accounts."""
    found: set[str] = set()
    for account in accounts:
        if personal := personal_mail(account):
            found.add(personal)
        if is_read(account):
            found.add(account.address.text)
    return frozenset(found)


def every_channel(accounts: Iterable[Account]) -> tuple[str, ...]:
    """All known addresses, for a warning that must not be missed: also old ones and aliases."""
    found: dict[str, None] = {}
    for account in accounts:
        if account.recovery_email:
            found[account.recovery_email.strip().lower()] = None
        if account.is_live and not account.suspended:
            found.update(dict.fromkeys(each.text for each in (account.address, *account.aliases)))
    return tuple(found)
