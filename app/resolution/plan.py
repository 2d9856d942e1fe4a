"""A verdict gets its steps: what is done to which account, in which order, and how it is undone."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.kit.clock import wib_day
from app.lookup.dossier import Account
from app.resolution.naming import new_address, role_address
from app.resolution.policy import clocks
from app.resolution.policy.evidence import ACCOUNT
from app.resolution.policy.questions import REPORT
from app.resolution.policy.thresholds import (
    DELETION_AFTER_DAYS,
    DELETION_REMINDER_DAYS,
    MANY_SUBJECTS,
    RECENT_SIGN_IN_DAYS,
)
from app.resolution.policy.view import View, view
from app.resolution.verdict import Case, PlannedStep, Verdict
from models.vocabulary import Automation, Remedy, StepAction

Steps = tuple[PlannedStep, ...]


@dataclass(frozen=True, slots=True)
class _Job:
    """A verdict with the person's view and the one account it is about."""

    verdict: Verdict
    view: View
    account: Account | None


def plan(verdict: Verdict, case: Case) -> Verdict:
    """The verdict with its steps; whatever happens before, the answer is the last of them.

    Each step's `before` is what was seen now, so that it can be checked again when the step is
    carried out. Verdicts that change no account keep to answering, waiting and linking.
    """
    person = case.dossier.person
    changes = _CHANGES.get(verdict.remedy)
    steps: Steps = ()
    if changes and person:
        seen = view(case, person)
        steps = changes(_Job(verdict, seen, _account_of(verdict, seen)))
    if case.subjects > MANY_SUBJECTS:
        steps = tuple(_by_two(each) for each in steps)
    return replace(verdict, steps=(*steps, *_waiting(verdict, case), _reply(case)))


def _issue(job: _Job) -> Steps:
    created = _create(job)
    is_second = bool(job.view.live)
    return tuple(_by_two(each) if is_second else each for each in created)


def _rename(job: _Job) -> Steps:
    account, target = job.account, job.view.target
    if account is None or target is None or target.peran is None or target.jenjang is None:
        return ()
    new = str(role_address(account, target.peran, target.jenjang))
    step = PlannedStep(
        action=StepAction.RENAME_ACCOUNT,
        target=str(account.address),
        before={"primary_email": str(account.address), "exists": True},
        after={"primary_email": new},
        automation=Automation.APPROVE,
        undo="Kembalikan alamat utama ke alamat lama, yang tetap tersimpan sebagai alias.",
    )
    return (step, _notify(account))


def _replace(job: _Job) -> Steps:
    account = job.account
    if account is None:
        return _create(job)
    return (*_create(job), _notify(account), _delete(job, account))


def _retire(job: _Job) -> Steps:
    account = job.account
    return (_notify(account), _delete(job, account)) if account else ()


def _cancel_deletion(job: _Job) -> Steps:
    account = job.account
    if account is None:
        return ()
    planned_for = account.deletion_on.isoformat() if account.deletion_on else None
    step = PlannedStep(
        action=StepAction.CANCEL_DELETION,
        target=str(account.address),
        before={
            "primary_email": str(account.address),
            "exists": True,
            "deletion_on": planned_for,
        },
        after={"exists": True, "deletion_on": None},
        automation=Automation.APPROVE,
        undo="Catat kembali tanggal penghapusan akun pada direktori.",
    )
    return (step, _notify(account))


def _undelete(job: _Job) -> Steps:
    account = job.account
    if account is None:
        return ()
    step = PlannedStep(
        action=StepAction.UNDELETE_ACCOUNT,
        target=str(account.address),
        before={"exists": False, "deleted": True},
        after={"primary_email": str(account.address), "exists": True, "deleted": False},
        automation=Automation.APPROVE,
        undo="Hapus kembali akun; akun masih dapat dipulihkan selama 20 hari.",
    )
    return (step, _notify(account))


def _unsuspend(job: _Job) -> Steps:
    account = job.account
    if account is None:
        return ()
    step = PlannedStep(
        action=StepAction.UNSUSPEND_ACCOUNT,
        target=str(account.address),
        before={"primary_email": str(account.address), "exists": True, "suspended": True},
        after={"exists": True, "suspended": False},
        automation=Automation.APPROVE,
        undo="Tangguhkan kembali akun.",
    )
    return (step, _notify(account))


def _reset_password(job: _Job) -> Steps:
    account = job.account
    if account is None:
        return ()
    step = PlannedStep(
        action=StepAction.RESET_PASSWORD,
        target=str(account.address),
        before={"primary_email": str(account.address), "exists": True, "suspended": False},
        after={"exists": True, "change_password": True},
        automation=Automation.TWO_PERSON,
    )
    return (step, _notify(account))


def _create(job: _Job) -> Steps:
    person, target = job.view.person, job.view.target
    if target is None or target.peran is None or target.jenjang is None:
        return ()
    taken = {
        address
        for each in job.view.case.dossier.accounts
        for address in (each.address, *each.aliases)
    }
    address = str(new_address(person, target.peran, target.jenjang, taken=taken))
    return (
        PlannedStep(
            action=StepAction.CREATE_ACCOUNT,
            target=address,
            before={"exists": False},
            after={"exists": True, "primary_email": address, "person_id": person.person_id},
            automation=Automation.APPROVE,
            undo="Hapus akun baru yang belum pernah dipakai.",
        ),
    )


def _delete(job: _Job, account: Account) -> PlannedStep:
    """On its day, never at once; two people where the account was used in the last 30 days."""
    recently = job.view.now - timedelta(days=RECENT_SIGN_IN_DAYS)
    in_use = account.last_login_at is not None and account.last_login_at >= recently
    return PlannedStep(
        action=StepAction.DELETE_ACCOUNT,
        target=str(account.address),
        before={
            "primary_email": str(account.address),
            "exists": True,
            "person_id": account.person_id,
        },
        after={"exists": False, "deleted": True},
        automation=Automation.TWO_PERSON if in_use else Automation.APPROVE,
        undo="Pulihkan akun dalam 20 hari setelah penghapusan.",
        not_before=_deletion_day(job, account),
    )


def _deletion_day(job: _Job, account: Account) -> date:
    """The day the notice names, else notice + 30 days; a day gone by leaves three days more."""
    today = job.view.today
    noticed = clocks.notice_day(job.view, account, term_days=DELETION_AFTER_DAYS)
    if job.verdict.remedy is Remedy.RETIRE_ACCOUNT and account.noticed_on is None:
        noticed = None  # dates in the message are not the owner's notice
    day = account.deletion_on or (noticed or today) + timedelta(days=DELETION_AFTER_DAYS)
    return day if day > today else today + timedelta(days=DELETION_REMINDER_DAYS)


def _notify(account: Account) -> PlannedStep:
    return PlannedStep(
        StepAction.NOTIFY_OWNER, str(account.address), {}, {}, automation=Automation.APPROVE
    )


def _waiting(verdict: Verdict, case: Case) -> Steps:
    """What follows from waiting for a day, and from belonging to another report."""
    subject = case.dossier.person.person_id if case.dossier.person else "laporan"
    if verdict.remedy is Remedy.LINK_REPORT:
        number = next(each.value for each in verdict.facts if each.name == REPORT)
        return (PlannedStep(StepAction.LINK_REPORT, number, {}, {}, Automation.APPROVE),)
    if verdict.remedy is Remedy.WAIT_FOR_SYNC and verdict.promised_at:
        day = wib_day(verdict.promised_at)
        return (
            PlannedStep(
                StepAction.CHECK_AGAIN, subject, {}, {}, Automation.APPROVE, not_before=day
            ),
        )
    return ()


def _reply(case: Case) -> PlannedStep:
    target = case.dossier.requester.email or "pelapor"
    return PlannedStep(StepAction.SEND_REPLY, target, {}, {}, Automation.APPROVE)


def _by_two(step: PlannedStep) -> PlannedStep:
    if step.action is StepAction.NOTIFY_OWNER:
        return step
    return replace(step, automation=Automation.TWO_PERSON)


def _account_of(verdict: Verdict, seen: View) -> Account | None:
    """The account the verdict names first among its facts."""
    named = next((each.value for each in verdict.facts if each.name == ACCOUNT), None)
    return next((each for each in seen.accounts if str(each.address) == named), None)


_CHANGES: dict[Remedy, Callable[[_Job], Steps]] = {
    Remedy.ISSUE_ACCOUNT: _issue,
    Remedy.RENAME_ACCOUNT: _rename,
    Remedy.REPLACE_ACCOUNT: _replace,
    Remedy.RETIRE_ACCOUNT: _retire,
    Remedy.CANCEL_RETIREMENT: _cancel_deletion,
    Remedy.RESTORE_ACCOUNT: _undelete,
    Remedy.UNSUSPEND_ACCOUNT: _unsuspend,
    Remedy.RESET_PASSWORD: _reset_password,
}
