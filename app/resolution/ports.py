"""What may be changed in the account directory, in domain words."""

from dataclasses import dataclass
from typing import Protocol

from app.lookup.dossier import Account
from models.values import AccountAddress


class AdminUnavailable(Exception):
    """The directory is away, busy or over its quota: nothing is known to have happened."""


class AdminRefused(Exception):
    """The directory will never do this as asked; the text says why in one sentence."""


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What an account is created with. `person_id` goes into externalIds, type custom."""

    address: AccountAddress
    given_name: str
    family_name: str
    person_id: str
    org_unit: str = "/"
    recovery_email: str | None = None


class AccountAdmin(Protocol):
    """The write side of the directory. Each method raises AdminUnavailable or AdminRefused.

    `account_id` is the immutable id. Nothing here is idempotent by itself: the caller reads the
    state first, and again afterwards (`app/resolution/execute.py`).
    """

    def state(self, key: str) -> Account | None:
        """The account as it is now, by id or by address, deleted ones included; None if unknown.

        An alias finds its account too. Always a fresh read by key, never a search index for a
        live account.
        """
        ...

    def create(self, new: NewAccount) -> None:
        """With a random first password that must be changed at the first sign-in."""
        ...

    def rename(self, account_id: str, address: AccountAddress) -> None:
        """The old address stays as an alias."""
        ...

    def suspend(self, account_id: str) -> None: ...

    def unsuspend(self, account_id: str) -> None: ...

    def delete(self, account_id: str) -> None:
        """Restorable for 20 days."""
        ...

    def undelete(self, account_id: str, org_unit: str) -> None: ...

    def cancel_deletion(self, account_id: str) -> None:
        """Take back the note of a coming deletion."""
        ...

    def reset_password(self, account_id: str) -> None:
        """A random password nobody learns; must be changed; recovery goes to the owner's mail."""
        ...
