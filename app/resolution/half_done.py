"""A change the directory made by halves: found again, known as ours, and completed."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from app.lookup.dossier import Account
from app.resolution import acts
from app.resolution.ports import AccountAdmin, AdminRefused
from app.resolution.promise import ALIAS, NO_ALIAS, differences, promised, record
from app.resolution.shown import seen
from models import Step
from models.values import AccountAddress, MalformedAddress
from models.vocabulary import StepAction

_PRIMARY, _OWNER = "primary_email", "person_id"


def look(step: Step, admin: AccountAdmin) -> Account | None:
    """The account the step is about. Raises AdminRefused, AdminUnavailable.

    A rename that left no alias behind is found under its other address, where that is its
    owner's; anything else only where the step says.
    """
    found = admin.state(step.target)
    if step.action is not StepAction.RENAME_ACCOUNT or (found is not None and found.is_live):
        return found
    owner = record(step.before).get(_OWNER)
    for key in (record(step.after).get(_PRIMARY), record(step.before).get(_PRIMARY)):
        if owner is None or not isinstance(key, str) or key == step.target:
            continue
        other = admin.state(key)
        if other is not None and other.is_live and other.person_id == owner:
            return other
    return found


def is_ours(step: Step, account: Account | None, *, since: datetime) -> bool:
    """Whether an earlier try of this very step left the account as it is.

    A rename: the new address is there, and nothing else has changed. A new account: nobody's
    yet, never used, of that name, and made since the step was decided on.
    """
    if account is None or not account.is_live:
        return False
    if step.action is StepAction.RENAME_ACCOUNT:
        return _is_renamed(step, account)
    return step.action is StepAction.CREATE_ACCOUNT and _is_ownerless(step, account, since)


def complete(
    step: Step, account: Account | None, missing: Iterable[str], admin: AccountAdmin
) -> None:
    """What can be made good is asked for; the next look says whether it was. AdminUnavailable.

    A refusal means mostly that it was no more than late.
    """
    if account is None or not account.is_live:
        return
    after = record(step.after)
    with suppress(AdminRefused):
        if step.action is StepAction.RENAME_ACCOUNT and _PRIMARY not in missing:
            if ALIAS in missing:
                admin.add_alias(account.account_id, acts.address(after[ALIAS]))
            if NO_ALIAS in missing:
                admin.remove_alias(account.account_id, acts.address(after[NO_ALIAS]))
        elif step.action is StepAction.CREATE_ACCOUNT and account.person_id is None:
            admin.set_owner(account.account_id, str(after[_OWNER]))


def _is_renamed(step: Step, account: Account) -> bool:
    after, before = promised(step.after), promised(step.before)
    kept = {key: value for key, value in before.items() if key not in (_PRIMARY, ALIAS, NO_ALIAS)}
    wanted = {**kept, _PRIMARY: after.get(_PRIMARY)}
    return _OWNER in kept and not differences(wanted, seen(wanted, account))


def _is_ownerless(step: Step, account: Account, since: datetime) -> bool:
    try:
        new = AccountAddress.parse(step.target)
    except MalformedAddress:
        return False
    return (
        account.address == new
        and account.person_id is None
        and account.last_login_at is None
        and account.name == " ".join(acts.names(step, new))
        and account.created_at is not None
        and account.created_at >= since
    )
