"""Just before a change: would the rules plan that very step by the records of this moment?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.lookup.again import again
from app.lookup.asking import Asked
from app.lookup.ports import Accounts, Dapodik, LookupUnavailable
from app.lookup.requester import Confirmation, confirmed
from app.resolution import need
from app.resolution.plan import plan
from app.resolution.policy import decide
from app.resolution.promise import record
from app.resolution.verdict import Case
from models import Step
from models.vocabulary import System

OUTDATED = (
    "Menurut data saat ini aturan tidak lagi menghendaki langkah ini, jadi langkah ini tidak "
    "dijalankan."
)


@dataclass(frozen=True, slots=True)
class Grounds:
    """The case a plan was decided on, and the words of registered mailboxes that count by now."""

    case: Case
    said: Sequence[Confirmation] = ()


def is_outdated(
    step: Step,
    grounds: Grounds,
    *,
    dapodik: Dapodik,
    accounts: Accounts,
    now: datetime,
    on_access: Callable[[Asked], None],
) -> bool:
    """Whether what is known now no longer leads to that step.

    A yes may be two days older than the deed, and a directory that is away makes it a week: in
    between people leave, roles end, terms run out. Raises LookupUnavailable, also where the
    records are older than 48 hours by now.
    """
    known = again(
        grounds.case.dossier, dapodik=dapodik, accounts=accounts, now=now, on_access=on_access
    )
    if known.person is not None and known.is_stale(now):
        raise LookupUnavailable(System.DAPODIK, "records older than 48 hours")
    dossier = confirmed(known, grounds.said)
    return not _is_planned(step, replace(grounds.case, dossier=dossier, now=now))


def _is_planned(step: Step, case: Case) -> bool:
    verdict = plan(decide(case), case)
    if need.awaits_word(verdict, case.dossier):
        return False
    return any(
        (each.action, each.target, each.after) == (step.action, step.target, record(step.after))
        for each in verdict.steps
    )
