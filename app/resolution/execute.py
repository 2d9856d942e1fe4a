"""Carry out one step on an account: look, act at most once, look again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.lookup.dossier import Account
from app.resolution.ports import AccountAdmin, AdminRefused, AdminUnavailable, NewAccount
from app.resolution.promise import LABELS, NAME, Fact, differences, named, promised, record
from models import Step
from models.values import AccountAddress, MalformedAddress
from models.vocabulary import AttemptOutcome, StepAction, StepState


@dataclass(frozen=True, slots=True)
class Performed:
    """What came of one step. `detail` is one Indonesian sentence.

    `found` is what the directory shows of the promised facts, empty where nobody looked;
    `agrees` says whether it is what was promised, None where nobody looked.
    """

    state: StepState
    outcome: AttemptOutcome
    detail: str
    agrees: bool | None = None
    found: Mapping[str, Fact] = field(default_factory=dict)


def perform(step: Step, admin: AccountAdmin) -> Performed:
    """Do an account-changing step and read it back. Raises AdminUnavailable.

    May be called again after any failure: a promise that already holds is not carried out twice.
    """
    after = promised(step.after)
    if not after:
        return _refused("Langkah ini tidak menjanjikan apa pun yang dapat dibaca ulang.")
    try:
        account = admin.state(step.target)
    except AdminRefused as refusal:
        return _refused(str(refusal))
    if account is not None and _is_another(step, account):
        return _refused(
            f"Alamat {step.target} kini hanya alias dari {account.address}; "
            "langkah ini tidak dijalankan."
        )
    if differences(after, facts(account)) == ():
        return _already(after, account)
    unmet = differences(promised(step.before), facts(account))
    if unmet:
        return _refused(_changed_meanwhile(step, account, unmet))
    return _carried_out(step, account, admin)


def facts(account: Account | None) -> dict[str, Fact]:
    """What a step may require or promise, as the directory shows it now.

    `exists` is a live account; a deleted one still has its other facts. `deletion_on` is an ISO
    date, None where no deletion stands.
    """
    if account is None:
        return {**dict.fromkeys(LABELS), "exists": False, "deleted": False}
    deletion = account.deletion_on
    return {
        "primary_email": account.address.text,
        "exists": account.is_live,
        "deleted": not account.is_live,
        "suspended": account.suspended,
        "deletion_on": deletion.isoformat() if deletion else None,
        "change_password": account.change_password,
        "person_id": account.person_id,
    }


def _carried_out(step: Step, account: Account | None, admin: AccountAdmin) -> Performed:
    after = promised(step.after)
    try:
        _act(step, account, admin)
    except AdminRefused as refusal:
        found = _seen_again(step, admin)
        if differences(after, facts(found)) == ():
            return _already(after, found)
        return _refused(str(refusal))
    return _read_back(after, _seen_again(step, admin))


def _seen_again(step: Step, admin: AccountAdmin) -> Account | None:
    """A look that is refused after an act proves nothing: the step is taken up again later."""
    try:
        return admin.state(step.target)
    except AdminRefused as refusal:
        raise AdminUnavailable(str(refusal)) from refusal


def _is_another(step: Step, account: Account) -> bool:
    """Whether the address leads, as an alias, to an account that has another address by now.

    Only a rename expects that. Anything else was decided about an account of that very address.
    """
    return (
        "@" in step.target
        and step.action not in (StepAction.RENAME_ACCOUNT, StepAction.CREATE_ACCOUNT)
        and account.address.text != step.target.lower()
    )


def _act(step: Step, account: Account | None, admin: AccountAdmin) -> None:
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


def _change(step: Step, account: Account, admin: AccountAdmin) -> None:
    key = account.account_id
    match step.action:
        case StepAction.RENAME_ACCOUNT:
            admin.rename(key, _address(record(step.after).get("primary_email")))
        case StepAction.SUSPEND_ACCOUNT:
            admin.suspend(key)
        case StepAction.UNSUSPEND_ACCOUNT:
            admin.unsuspend(key)
        case StepAction.DELETE_ACCOUNT:
            admin.delete(key)
        case StepAction.CANCEL_DELETION:
            admin.cancel_deletion(key)
        case StepAction.UNDELETE_ACCOUNT:
            admin.undelete(key, account.org_unit)
        case StepAction.RESET_PASSWORD:
            admin.reset_password(key)
        case _:
            raise ValueError(f"{step.action} changes no account")


def _new_account(step: Step) -> NewAccount:
    """The name is the step's own word, else what the address shows of it."""
    address, after = _address(step.target), record(step.after)
    owner = after.get("person_id")
    if not isinstance(owner, str) or not owner:
        raise AdminRefused("Langkah ini tidak menyebut pemilik akun baru.")
    name = str(after.get(NAME) or address.local.rstrip("0123456789").title() or address.local)
    given, _, family = name.strip().partition(" ")
    return NewAccount(
        address=address,
        given_name=given,
        # The directory wants both; a person with one name has it twice.
        family_name=family.strip() or given,
        person_id=owner,
    )


def _address(text: object) -> AccountAddress:
    try:
        return AccountAddress.parse(str(text))
    except MalformedAddress as error:
        raise AdminRefused("Alamat pada langkah ini bukan alamat akun belajar.id.") from error


def _already(after: Mapping[str, Fact], account: Account | None) -> Performed:
    return Performed(
        StepState.DONE,
        AttemptOutcome.ALREADY,
        "Keadaan yang dijanjikan sudah ada; tidak ada yang perlu diubah.",
        agrees=True,
        found=_shown(after, account),
    )


def _refused(sentence: str) -> Performed:
    return Performed(StepState.REFUSED, AttemptOutcome.REFUSED, sentence)


def _read_back(after: Mapping[str, Fact], account: Account | None) -> Performed:
    differing = differences(after, facts(account))
    found = _shown(after, account)
    if not differing:
        sentence = "Sudah dilaksanakan dan dibaca ulang di direktori."
        return Performed(StepState.DONE, AttemptOutcome.DONE, sentence, agrees=True, found=found)
    sentence = f"Sudah dilaksanakan, tetapi hasil baca ulang berbeda: {named(differing, found)}."
    return Performed(StepState.DIFFERED, AttemptOutcome.DONE, sentence, agrees=False, found=found)


def _shown(after: Mapping[str, Fact], account: Account | None) -> dict[str, Fact]:
    shown = facts(account)
    return {key: shown.get(key) for key in after}


def _changed_meanwhile(step: Step, account: Account | None, unmet: Iterable[str]) -> str:
    if step.action is StepAction.CREATE_ACCOUNT and account is not None and account.is_live:
        return f"Alamat {step.target} sudah dipakai akun lain, sehingga akun baru tidak dibuat."
    if account is None:
        return "Akun itu tidak ada lagi di direktori, sehingga langkah ini tidak dijalankan."
    return (
        f"Keadaan akun sudah berubah sejak usulan dibuat: {named(unmet, facts(account))}; "
        "langkah ini tidak dijalankan."
    )
