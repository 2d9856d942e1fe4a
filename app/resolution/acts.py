"""The one request that a step is."""

from collections.abc import Callable
from datetime import date

from app.lookup.dossier import Account
from app.resolution.ports import AccountAdmin, AdminRefused, NewAccount
from app.resolution.promise import NAME, record
from models import Step
from models.values import AccountAddress, MalformedAddress
from models.vocabulary import StepAction


def act(step: Step, account: Account | None, admin: AccountAdmin) -> None:
    """One request that changes something. Raises AdminRefused or AdminUnavailable."""
    if step.action is StepAction.CREATE_ACCOUNT:
        admin.create(_new_account(step))
        return
    if account is None:
        raise AdminRefused("Akun itu tidak ditemukan di direktori.")
    if account.is_live is (step.action is StepAction.UNDELETE_ACCOUNT):
        raise AdminRefused(
            "Akun itu tidak sedang terhapus." if account.is_live else "Akun itu sudah terhapus."
        )
    _change(step, account, admin)


def address(text: object) -> AccountAddress:
    """Raises AdminRefused where a step names no address of belajar.id."""
    try:
        return AccountAddress.parse(str(text))
    except MalformedAddress as error:
        raise AdminRefused("Alamat pada langkah ini bukan alamat akun belajar.id.") from error


def _change(step: Step, account: Account, admin: AccountAdmin) -> None:
    key, after = account.account_id, record(step.after)
    match step.action:
        case StepAction.RENAME_ACCOUNT:
            admin.rename(key, address(after.get("primary_email")))
        case StepAction.NOTE_DELETION:
            admin.note_deletion(key, _day(after.get("deletion_on")))
        case StepAction.UNDELETE_ACCOUNT:
            admin.undelete(key, account.org_unit)
        case _:
            _plain(step.action, admin)(key)


def _plain(action: StepAction, admin: AccountAdmin) -> Callable[[str], None]:
    """The changes that need to know nothing but the account."""
    plain = {
        StepAction.SUSPEND_ACCOUNT: admin.suspend,
        StepAction.UNSUSPEND_ACCOUNT: admin.unsuspend,
        StepAction.DELETE_ACCOUNT: admin.delete,
        StepAction.CANCEL_DELETION: admin.cancel_deletion,
        StepAction.RESET_PASSWORD: admin.reset_password,
    }
    if action not in plain:
        raise ValueError(f"{action} changes no account")
    return plain[action]


def _day(text: object) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError as error:
        raise AdminRefused("Langkah ini tidak menyebut tanggal penghapusan.") from error


def _new_account(step: Step) -> NewAccount:
    """The name is the step's own word, else what the address shows of it."""
    new, after = address(step.target), record(step.after)
    owner = after.get("person_id")
    if not isinstance(owner, str) or not owner:
        raise AdminRefused("Langkah ini tidak menyebut pemilik akun baru.")
    given, family = names(step, new)
    return NewAccount(
        address=new,
        given_name=given,
        family_name=family,
        person_id=owner,
        key=step.idempotency_key,
    )


def names(step: Step, new: AccountAddress) -> tuple[str, str]:
    """Given and family name; the directory wants both, a person with one name has it twice."""
    told = record(step.after).get(NAME)
    name = str(told or new.local.rstrip("0123456789").title() or new.local)
    given, _, family = name.strip().partition(" ")
    return given, family.strip() or given
