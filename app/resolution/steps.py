"""The steps of each remedy that changes an account, each one checkable before and after."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.lookup.dossier import Account
from app.resolution.naming import new_address, role_address
from app.resolution.policy import clocks
from app.resolution.policy.view import View
from app.resolution.promise import ALIAS, NO_ALIAS
from app.resolution.verdict import PlannedStep, Verdict
from models.vocabulary import Automation, Remedy, StepAction

Steps = tuple[PlannedStep, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """A verdict that changes an account, with the person's view."""

    verdict: Verdict
    view: View


def for_job(job: Job, account: Account | None) -> Steps:
    """The steps that change something; `account` is the one the verdict is about."""
    if job.verdict.remedy is Remedy.ISSUE_ACCOUNT:
        return _issue(job)
    on_account = _ON_ACCOUNT.get(job.verdict.remedy)
    return on_account(job, account) if on_account and account else ()


def _issue(job: Job) -> Steps:
    created = _create(job)
    is_second = bool(job.view.live)
    return tuple(by_two(each) if is_second else each for each in created)


def _rename(job: Job, account: Account) -> Steps:
    target = job.view.target
    if target is None or target.peran is None or target.jenjang is None:
        return ()
    renamed = role_address(account, target.peran, target.jenjang)
    old, new = str(account.address), str(renamed)
    step = PlannedStep(
        action=StepAction.RENAME_ACCOUNT,
        target=old,
        before={**_as_seen(account), (ALIAS if renamed in account.aliases else NO_ALIAS): new},
        after={"primary_email": new, ALIAS: old},
        automation=Automation.APPROVE,
        undo="Kembalikan alamat utama ke alamat lama, yang tetap tersimpan sebagai alias.",
    )
    return (step, _notify(account))


def _replace(job: Job, account: Account) -> Steps:
    return (*_create(job), _notify(account), _delete(job, account))


def _retire(job: Job, account: Account) -> Steps:
    return (_notify(account), _delete(job, account))


def _cancel_deletion(_job: Job, account: Account) -> Steps:
    planned_for = account.deletion_on.isoformat() if account.deletion_on else None
    step = PlannedStep(
        action=StepAction.CANCEL_DELETION,
        target=str(account.address),
        before={**_as_seen(account), "deletion_on": planned_for},
        after={"exists": True, "deletion_on": None},
        automation=Automation.APPROVE,
        undo="Catat kembali tanggal penghapusan akun pada direktori.",
    )
    return (step, _notify(account))


def _undelete(job: Job, account: Account) -> Steps:
    step = PlannedStep(
        action=StepAction.UNDELETE_ACCOUNT,
        target=str(account.address),
        before={**_as_seen(account), "exists": False, "deleted": True},
        after={**_as_seen(account), "deleted": False, "suspended": account.suspended},
        automation=Automation.APPROVE,
        undo=f"Hapus kembali akun; akun masih dapat dipulihkan selama {_restorable(job)} hari.",
    )
    return (step, _notify(account))


def _unsuspend(_job: Job, account: Account) -> Steps:
    step = PlannedStep(
        action=StepAction.UNSUSPEND_ACCOUNT,
        target=str(account.address),
        before={**_as_seen(account), "suspended": True},
        after={"exists": True, "suspended": False},
        automation=Automation.APPROVE,
        undo="Tangguhkan kembali akun.",
    )
    return (step, _notify(account))


def _reset_password(_job: Job, account: Account) -> Steps:
    step = PlannedStep(
        action=StepAction.RESET_PASSWORD,
        target=str(account.address),
        before={**_as_seen(account), "suspended": False},
        after={"exists": True, "change_password": True},
        automation=Automation.TWO_PERSON,
    )
    return (step, _notify(account))


def _create(job: Job) -> Steps:
    person, target, peran = job.view.person, job.view.target, job.view.new_peran
    if target is None or peran is None or target.jenjang is None:
        return ()
    case = job.view.case
    taken = {
        address for each in case.dossier.accounts for address in (each.address, *each.aliases)
    } | set(case.taken)
    address = str(new_address(person, peran, target.jenjang, taken=taken))
    return (
        PlannedStep(
            action=StepAction.CREATE_ACCOUNT,
            target=address,
            before={"exists": False},
            after={
                "exists": True,
                "primary_email": address,
                "person_id": person.person_id,
                "name": person.name,
            },
            automation=Automation.APPROVE,
            undo="Hapus akun baru yang belum pernah dipakai.",
        ),
    )


def _delete(job: Job, account: Account) -> PlannedStep:
    """On its day, never at once; two people where the account was used in the last 30 days."""
    recently = job.view.now - timedelta(days=job.view.case.terms.recent_sign_in_days)
    in_use = account.last_login_at is not None and account.last_login_at >= recently
    return PlannedStep(
        action=StepAction.DELETE_ACCOUNT,
        target=str(account.address),
        before=_as_seen(account),
        after={"exists": False, "deleted": True},
        automation=Automation.TWO_PERSON if in_use else Automation.APPROVE,
        undo=f"Pulihkan akun dalam {_restorable(job)} hari setelah penghapusan.",
        not_before=_deletion_day(job, account),
    )


def _restorable(job: Job) -> int:
    return job.view.case.terms.restorable_days


def _deletion_day(job: Job, account: Account) -> date:
    """The day the notice names, else notice + 30 days; a day gone by leaves three days more."""
    today = job.view.today
    terms = job.view.case.terms
    noticed = clocks.notice_day(job.view, account, term_days=terms.deletion_after_days)
    if job.verdict.remedy is Remedy.RETIRE_ACCOUNT and account.noticed_on is None:
        noticed = None  # dates in the message are not the owner's notice
    day = account.deletion_on or (noticed or today) + timedelta(days=terms.deletion_after_days)
    return day if day > today else today + timedelta(days=terms.deletion_reminder_days)


def _as_seen(account: Account) -> dict[str, str | bool | None]:
    """The live account of that very person."""
    return {
        "primary_email": str(account.address),
        "exists": True,
        "person_id": account.person_id,
    }


def _notify(account: Account) -> PlannedStep:
    return PlannedStep(
        StepAction.NOTIFY_OWNER, str(account.address), {}, {}, automation=Automation.APPROVE
    )


def by_two(step: PlannedStep) -> PlannedStep:
    """The step with a second yes asked for; telling the owner needs none."""
    if step.action is StepAction.NOTIFY_OWNER:
        return step
    return replace(step, automation=Automation.TWO_PERSON)


_ON_ACCOUNT: dict[Remedy, Callable[[Job, Account], Steps]] = {
    Remedy.RENAME_ACCOUNT: _rename,
    Remedy.REPLACE_ACCOUNT: _replace,
    Remedy.RETIRE_ACCOUNT: _retire,
    Remedy.CANCEL_RETIREMENT: _cancel_deletion,
    Remedy.RESTORE_ACCOUNT: _undelete,
    Remedy.UNSUSPEND_ACCOUNT: _unsuspend,
    Remedy.RESET_PASSWORD: _reset_password,
}
