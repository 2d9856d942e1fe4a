"""What may be changed in the account directory, in domain words."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.lookup.dossier import Account
from models.values import AccountAddress


class AdminUnavailable(Exception):
    """The directory is away, busy or over its quota: nothing is known to have happened.

    `retry_after` is how many seconds it asks to be left alone, None where it does not say.
    """

    def __init__(self, sentence: str, *, retry_after: float | None = None) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after


class NotYetSeen(AdminUnavailable):
    """The directory said yes to a change, and does not show it yet."""


class AdminRefused(Exception):
    """The directory will never do this as asked; the text says why in one sentence."""


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What an account is created with. `person_id` goes into externalIds, type custom.

    So does `key`, which names our act for good: whoever looks there knows whose account it is.
    """

    address: AccountAddress
    given_name: str
    family_name: str
    person_id: str
    org_unit: str = "/"
    recovery_email: str | None = None
    key: str | None = None


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

    def add_alias(self, account_id: str, address: AccountAddress) -> None: ...

    def remove_alias(self, account_id: str, address: AccountAddress) -> None: ...

    def set_owner(self, account_id: str, person_id: str) -> None:
        """Whose account it is, where its making did not write that down."""
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

    def note_deletion(self, account_id: str, day: date) -> None:
        """Put the note of a coming deletion back, for that day."""
        ...

    def reset_password(self, account_id: str) -> None:
        """A random password nobody learns; must be changed; recovery goes to the owner's mail."""
        ...
