"""The directory does half, answers late, is full or is shared: never a false done, never twice."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.resolution.execute import SETTLES
from app.resolution.ports import AdminRefused, AdminUnavailable, NotYetSeen
from app.standin.directory_faults import Fault
from models import Step
from models.vocabulary import AttemptOutcome, StepAction, StepState
from tests.support.directory import RINI, RINI_ADMIN, Served, present, served, world
from tests.support.steps import DELETED, NEW, STEPS, perform, planned

RENAME = planned(
    StepAction.RENAME_ACCOUNT,
    RINI,
    {"primary_email": RINI, "exists": True, "person_id": "ptk-1", "no_alias": RINI_ADMIN},
    {"primary_email": RINI_ADMIN, "alias": RINI},
)
CREATE = planned(
    StepAction.CREATE_ACCOUNT,
    NEW,
    {"exists": False},
    {"exists": True, "primary_email": NEW, "person_id": "ptk-3", "name": "Cici Lestari"},
)
WRITES = ("POST", "PATCH", "DELETE")


@pytest.fixture
def directory() -> Iterator[Served]:
    with served(*world()) as running:
        yield running


def fresh(step: Step, **changes: Any) -> Step:
    """The rows of this module are shared; a test alters only its own."""
    return Step(**{**step.model_dump(), **changes})


def no_more_writes(directory: Served) -> None:
    for method in WRITES:
        directory.faults.add(Fault(403, "forbidden", method=method, path="/users"), times=3)


@pytest.mark.parametrize("step", [RENAME, *STEPS.values()], ids=lambda step: str(step.action))
def test_a_change_that_shows_late_is_waited_for_and_never_made_twice(
    directory: Served, step: Step
) -> None:
    """Every look for a while shows the account as it was."""
    stale = Fault(is_stale=True, method="GET", path="/users/")

    def rest(_seconds: float) -> None:
        no_more_writes(directory)
        directory.faults.waiting.append(stale)
        directory.faults.waiting.append(stale)

    with pytest.raises(AdminUnavailable):
        perform(fresh(step), directory.admin(sleep=lambda _: None), rest=rest)
    directory.faults.waiting.clear()
    no_more_writes(directory)
    again = perform(fresh(step, accepted_at=datetime.now(UTC)), directory.admin())
    assert (again.state, again.outcome, again.agrees) == (
        StepState.DONE,
        AttemptOutcome.DONE,
        True,
    )


def test_it_differs_only_after_a_minute(directory: Served) -> None:
    step = fresh(RENAME, after={"primary_email": RINI_ADMIN, "suspended": True})
    with pytest.raises(NotYetSeen):
        perform(step, directory.admin())
    step.accepted_at = datetime.now(UTC) - SETTLES + timedelta(seconds=30)
    with pytest.raises(NotYetSeen):
        perform(step, directory.admin())
    step.accepted_at = datetime.now(UTC) - SETTLES
    assert perform(step, directory.admin()).state is StepState.DIFFERED


def test_a_rename_that_lost_its_alias_is_completed(directory: Served) -> None:
    directory.faults.add(Fault(spoils="aliases", method="PATCH"))
    assert perform(RENAME, directory.admin()).state is StepState.DONE
    assert directory.users.get(RINI)["primaryEmail"] == RINI_ADMIN


def test_a_rename_that_lost_its_alias_and_our_answer_is_known_again(directory: Served) -> None:
    admin = directory.admin()
    admin.rename("1", present(admin, RINI).address.parse(RINI_ADMIN))
    directory.users.spoil("1", "aliases")
    assert perform(RENAME, admin).state is StepState.DONE
    assert [str(each) for each in present(admin, RINI_ADMIN).aliases] == [RINI]


def test_a_new_account_that_lost_its_owner_is_completed(directory: Served) -> None:
    directory.faults.add(Fault(spoils="externalIds", method="POST"))
    assert perform(CREATE, directory.admin()).state is StepState.DONE
    assert present(directory.admin(), NEW).person_id == "ptk-3"


def test_a_new_account_without_owner_is_ours_only_if_it_can_be(directory: Served) -> None:
    """After a crash: made since the step was decided on, never used, of that very name."""
    perform(CREATE, directory.admin())
    user = directory.users.get(NEW)
    user["externalIds"] = []
    user["lastLoginTime"] = "2026-11-28T01:00:00.000Z"
    foreign = perform(CREATE, directory.admin())
    assert (foreign.state, foreign.anew) == (StepState.REFUSED, "address_taken")
    assert user["externalIds"] == []
    user["lastLoginTime"] = "1970-01-01T00:00:00.000Z"
    assert perform(CREATE, directory.admin()).state is StepState.DONE
    assert present(directory.admin(), NEW).person_id == "ptk-3"


def test_our_key_travels_with_a_new_account_and_is_nobodys_id(directory: Served) -> None:
    perform(CREATE, directory.admin())
    ids = directory.users.get(NEW)["externalIds"]
    assert {each["customType"]: each["value"] for each in ids} == {
        "dapodik": "ptk-3",
        "loket": CREATE.idempotency_key,
    }
    assert present(directory.admin(), NEW).person_id == "ptk-3"


def test_a_restored_account_that_came_back_suspended_is_no_success(directory: Served) -> None:
    """Nobody lifts a suspension by the way: a person looks."""
    step = fresh(STEPS["undelete"], after={"exists": True, "deleted": False, "suspended": False})
    directory.faults.add(Fault(spoils="suspended", method="POST", path="/undelete"))
    with pytest.raises(NotYetSeen, match="akun ditangguhkan sekarang ya"):
        perform(step, directory.admin())
    step.accepted_at = datetime.now(UTC) - SETTLES
    assert perform(step, directory.admin()).state is StepState.DIFFERED
    assert present(directory.admin(), DELETED).suspended


def test_an_address_that_somebody_took_meanwhile_is_said_to_be_taken(directory: Served) -> None:
    """Between our look and our act: the directory says 409, and the account there is not ours."""
    directory.faults.add(Fault(404, "notFound", method="GET"), times=1)
    other = fresh(CREATE, target=RINI, after={"exists": True, "person_id": "ptk-3", "name": "C D"})
    done = perform(other, directory.admin())
    assert (done.state, done.anew) == (StepState.REFUSED, "address_taken")
    assert present(directory.admin(), RINI).person_id == "ptk-1"


@pytest.mark.parametrize("reason", ["userRateLimitExceeded", "quotaExceeded", "rateLimitExceeded"])
def test_a_quota_is_waited_for_as_long_as_it_asks(directory: Served, reason: str) -> None:
    admin = directory.admin()
    admin.state("1")
    directory.faults.add(Fault(403, reason, retry_after=0))
    directory.faults.add(Fault(429, "rateLimitExceeded", retry_after=0))
    admin.suspend("1")
    assert len(directory.pauses) == 2
    directory.pauses.clear()
    directory.faults.add(Fault(403, reason, retry_after=600))
    with pytest.raises(AdminUnavailable) as away:
        admin.unsuspend("1")
    assert (directory.pauses, away.value.retry_after) == ([], 600)


def test_the_quota_of_the_day_is_not_asked_for_again_within_the_hour(directory: Served) -> None:
    directory.faults.add(Fault(403, "dailyLimitExceeded"))
    with pytest.raises(AdminUnavailable, match="harian") as away:
        directory.admin().suspend("1")
    assert (directory.pauses, away.value.retry_after) == ([], 3600)


def test_not_being_allowed_is_refused_for_good(directory: Served) -> None:
    directory.faults.add(Fault(403, "forbidden", retry_after=1))
    with pytest.raises(AdminRefused, match="tidak berwenang"):
        directory.admin().suspend("1")
    assert directory.pauses == []
