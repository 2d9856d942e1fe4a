"""One step of each kind that changes an account, on the accounts of `support.directory.world`."""

from collections.abc import Mapping
from datetime import UTC, datetime

from app.resolution import execute
from app.resolution.execute import Performed, Rest
from app.resolution.ports import AccountAdmin
from models import Step
from models.vocabulary import Automation, StepAction
from tests.support.directory import BUDI, RINI, RINI_ADMIN

NEW = "cici03@guru.sd.belajar.id"
DELETED = "rini01@guru.smp.belajar.id"
A = StepAction
Record = Mapping[str, str | bool | None]


def planned(action: StepAction, target: str, before: Record, after: Record) -> Step:
    return Step(
        id=1,
        plan_id=1,
        position=0,
        action=action,
        target=target,
        before=dict(before),
        after=dict(after),
        automation=Automation.APPROVE,
        idempotency_key="plan-1-step-0",
    )


def no_rest(_seconds: float) -> None:
    """Nobody waits in a test."""


def perform(step: Step, admin: AccountAdmin, *, rest: Rest = no_rest) -> Performed:
    """The step carried out now; it was decided on a good while ago."""
    return execute.perform(
        step, admin, now=datetime.now(UTC), since=datetime(2026, 11, 24, tzinfo=UTC), rest=rest
    )


CREATE = planned(
    A.CREATE_ACCOUNT,
    NEW,
    {"exists": False},
    {"exists": True, "primary_email": NEW, "person_id": "ptk-3"},
)
STEPS = {
    "create": CREATE,
    "rename": planned(
        A.RENAME_ACCOUNT, RINI, {"primary_email": RINI}, {"primary_email": RINI_ADMIN}
    ),
    "suspend": planned(A.SUSPEND_ACCOUNT, RINI, {"suspended": False}, {"suspended": True}),
    "unsuspend": planned(A.UNSUSPEND_ACCOUNT, BUDI, {"suspended": True}, {"suspended": False}),
    "delete": planned(
        A.DELETE_ACCOUNT,
        RINI,
        {"exists": True, "deleted": False},
        {"exists": False, "deleted": True},
    ),
    "cancel deletion": planned(
        A.CANCEL_DELETION, RINI, {"deletion_on": "2026-12-10"}, {"deletion_on": None}
    ),
    "undelete": planned(
        A.UNDELETE_ACCOUNT, DELETED, {"deleted": True}, {"exists": True, "deleted": False}
    ),
    "note deletion": planned(
        A.NOTE_DELETION, BUDI, {"deletion_on": None}, {"deletion_on": "2026-12-31"}
    ),
    "reset password": planned(A.RESET_PASSWORD, RINI, {"exists": True}, {"change_password": True}),
}
