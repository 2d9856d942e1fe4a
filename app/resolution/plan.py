"""A verdict gets its steps: what is done to which account, in which order, and how it is undone."""

from dataclasses import replace

from app.kit.clock import wib_day
from app.lookup.dossier import Account
from app.resolution.policy.common import CHANGES
from app.resolution.policy.evidence import ACCOUNT
from app.resolution.policy.questions import REPORT
from app.resolution.policy.view import View, view
from app.resolution.policy.vouching import VOUCHED_RULES
from app.resolution.steps import Job, Steps, by_two, for_job
from app.resolution.verdict import Case, PlannedStep, Verdict
from models.vocabulary import Automation, Remedy, StepAction


def plan(verdict: Verdict, case: Case) -> Verdict:
    """The verdict with its steps; whatever happens before, the answer is the last of them.

    Each step's `before` is what was seen now, so that it can be checked again when the step is
    carried out. Verdicts that change no account keep to answering, waiting and linking.
    """
    person = case.dossier.person
    steps: Steps = ()
    if person and verdict.remedy in CHANGES:
        seen = view(case, person)
        steps = for_job(Job(verdict, seen), _account_of(verdict, seen))
    if case.subjects > case.terms.many_subjects or verdict.rule in VOUCHED_RULES:
        steps = tuple(by_two(each) for each in steps)
    return replace(verdict, steps=(*steps, *_waiting(verdict, case), _reply(case)))


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


def _account_of(verdict: Verdict, seen: View) -> Account | None:
    """The account the verdict names first among its facts."""
    named = next((each.value for each in verdict.facts if each.name == ACCOUNT), None)
    return next((each for each in seen.accounts if str(each.address) == named), None)
