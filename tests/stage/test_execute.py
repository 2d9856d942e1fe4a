"""One step on an account: checked before, carried out at most once, read back in the directory."""

from collections.abc import Iterator
from contextlib import suppress

import pytest

from app.resolution.execute import Performed
from app.resolution.ports import AdminUnavailable
from app.standin.directory_faults import Fault
from models import Step
from models.vocabulary import CHANGES_ACCOUNT, AttemptOutcome, StepAction, StepState
from tests.support.directory import BUDI, RINI, RINI_ADMIN, Served, present, served, world
from tests.support.steps import CREATE, DELETED, NEW, STEPS, perform, planned

each_step = pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())


@pytest.fixture
def directory() -> Iterator[Served]:
    with served(*world()) as running:
        yield running


def test_every_action_that_changes_an_account_is_tried_here() -> None:
    assert {step.action for step in STEPS.values()} == CHANGES_ACCOUNT


@each_step
def test_a_step_is_done_and_its_promise_is_read_back(directory: Served, step: Step) -> None:
    performed = perform(step, directory.admin())
    assert (performed.state, performed.outcome) == (StepState.DONE, AttemptOutcome.DONE)
    assert (performed.agrees, performed.found) == (True, step.after)


@each_step
def test_a_step_done_before_is_not_done_again(directory: Served, step: Step) -> None:
    perform(step, directory.admin())
    # Nothing may be written any more: a second write would meet this.
    for method in ("POST", "PATCH", "DELETE"):
        directory.faults.add(Fault(403, "forbidden", method=method, path="/users"))
    again = perform(step, directory.admin())
    assert (again.state, again.outcome) == (StepState.DONE, AttemptOutcome.ALREADY)
    assert (again.agrees, again.found) == (True, step.after)


@each_step
@pytest.mark.parametrize("silence", [0.6, 0.0], ids=["no answer in time", "an error for answer"])
def test_an_act_whose_answer_was_lost_is_not_repeated(
    directory: Served, step: Step, silence: float
) -> None:
    for method in ("POST", "PATCH", "DELETE"):
        lost = Fault(done_first=True, silence=silence, method=method, path="/users")
        directory.faults.add(lost)
    performed = _performed_in_the_end(step, directory)
    assert (performed.state, performed.agrees) == (StepState.DONE, True)
    everyone = len(directory.users.live()) + len(directory.users.deleted())
    assert everyone == (4 if step is CREATE else 3)


@each_step
def test_a_directory_that_is_away_leaves_everything_as_it_was(
    directory: Served, step: Step
) -> None:
    directory.faults.add(Fault(503), times=50)
    with pytest.raises(AdminUnavailable):
        perform(step, directory.admin())
    directory.faults.waiting.clear()
    assert perform(step, directory.admin()).outcome is AttemptOutcome.DONE


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (
            planned(
                StepAction.SUSPEND_ACCOUNT,
                RINI,
                {"suspended": False, "person_id": "ptk-9"},
                {"suspended": True},
            ),
            "pemilik akun sekarang bukan orang yang dimaksud",
        ),
        (
            planned(
                StepAction.RENAME_ACCOUNT, RINI, {"suspended": True}, {"primary_email": RINI_ADMIN}
            ),
            "akun ditangguhkan sekarang tidak",
        ),
        (
            planned(
                StepAction.CANCEL_DELETION,
                RINI,
                {"deletion_on": "2026-12-31"},
                {"deletion_on": None},
            ),
            "tanggal penghapusan sekarang 2026-12-10",
        ),
        (
            planned(
                StepAction.UNDELETE_ACCOUNT,
                BUDI,
                {"deleted": True},
                {"exists": True, "deleted": False, "suspended": False},
            ),
            "akun terhapus sekarang tidak",
        ),
        (
            planned(
                StepAction.DELETE_ACCOUNT,
                "tiada@guru.sd.belajar.id",
                {"exists": True},
                {"deleted": True},
            ),
            "tidak ada lagi di direktori",
        ),
        (
            planned(
                StepAction.CREATE_ACCOUNT,
                BUDI,
                {"exists": False},
                {"exists": True, "person_id": "ptk-3"},
            ),
            "sudah dipakai akun lain",
        ),
        (
            planned(
                StepAction.RENAME_ACCOUNT, RINI, {"primary_email": RINI}, {"primary_email": BUDI}
            ),
            "sudah dipakai akun lain",
        ),
        (planned(StepAction.SUSPEND_ACCOUNT, DELETED, {}, {"suspended": True}), "sudah terhapus"),
        (planned(StepAction.SUSPEND_ACCOUNT, RINI, {}, {}), "tidak menjanjikan"),
        (
            planned(StepAction.CREATE_ACCOUNT, NEW, {"exists": False}, {"exists": True}),
            "tidak menyebut pemilik",
        ),
        (
            planned(StepAction.RENAME_ACCOUNT, RINI, {}, {"primary_email": "rini@contoh.example"}),
            "bukan alamat akun belajar.id",
        ),
    ],
    ids=[
        "another owner",
        "not suspended any more",
        "another day",
        "not deleted any more",
        "gone",
        "address taken by another",
        "new address taken",
        "deleted meanwhile",
        "no promise",
        "no owner",
        "no belajar.id address",
    ],
)
def test_a_step_whose_ground_has_shifted_is_refused_with_the_difference(
    directory: Served, step: Step, sentence: str
) -> None:
    before = [dict(each) for each in directory.users.live()]
    performed = perform(step, directory.admin())
    assert (performed.state, performed.outcome) == (StepState.REFUSED, AttemptOutcome.REFUSED)
    assert sentence in performed.detail
    assert (performed.agrees, performed.found) == (None, {})
    assert [dict(each) for each in directory.users.live()] == before


def test_an_address_that_became_an_alias_no_longer_means_the_account_it_meant(
    directory: Served,
) -> None:
    perform(STEPS["rename"], directory.admin())
    performed = perform(STEPS["delete"], directory.admin())
    assert performed.state is StepState.REFUSED
    assert f"kini hanya alias dari {RINI_ADMIN}" in performed.detail
    assert present(directory.admin(), RINI).is_live


def test_a_step_is_refused_where_we_may_not_even_look(directory: Served) -> None:
    directory.faults.add(Fault(403, "forbidden"))
    performed = perform(STEPS["suspend"], directory.admin())
    assert (performed.state, performed.agrees) == (StepState.REFUSED, None)
    assert "tidak berwenang" in performed.detail


def test_an_act_whose_answer_was_lost_is_found_done(directory: Served) -> None:
    directory.faults.add(Fault(503, method="PATCH", done_first=True))
    with pytest.raises(AdminUnavailable):
        perform(STEPS["suspend"], directory.admin())
    again = perform(STEPS["suspend"], directory.admin())
    assert (again.state, again.outcome) == (StepState.DONE, AttemptOutcome.ALREADY)


def _performed_in_the_end(step: Step, directory: Served) -> Performed:
    """As the worker does it: taken up again after a directory that was away."""
    for _ in range(3):
        with suppress(AdminUnavailable):
            return perform(step, directory.admin(timeout=0.3))
    raise AssertionError("the directory was away every time")
