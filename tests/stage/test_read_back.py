"""What an account shows after a step, and what it is called by."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from app.resolution.execute import SETTLES, Performed
from app.resolution.ports import NotYetSeen
from app.resolution.shown import facts
from models.vocabulary import AttemptOutcome, StepAction, StepState
from tests.support.directory import RINI, RINI_ADMIN, Served, present, served, world
from tests.support.steps import DELETED, NEW, Record, perform, planned


@pytest.fixture
def directory() -> Iterator[Served]:
    with served(*world()) as running:
        yield running


def test_a_read_back_that_differs_is_told_as_found(directory: Served) -> None:
    step = planned(
        StepAction.SUSPEND_ACCOUNT, RINI, {}, {"suspended": True, "primary_email": RINI_ADMIN}
    )
    with pytest.raises(NotYetSeen, match="belum tampak"):
        perform(step, directory.admin())
    step.accepted_at = datetime.now(UTC) - SETTLES
    assert perform(step, directory.admin()) == Performed(
        StepState.DIFFERED,
        AttemptOutcome.DONE,
        f"Sudah dilaksanakan, tetapi hasil baca ulang berbeda: alamat akun sekarang {RINI}.",
        agrees=False,
        found={"suspended": True, "primary_email": RINI},
    )
    step.accepted_at = datetime.now(UTC)
    with pytest.raises(NotYetSeen):
        perform(step, directory.admin())


def test_a_promise_the_directory_cannot_show_is_never_kept(directory: Served) -> None:
    step = planned(StepAction.SUSPEND_ACCOUNT, RINI, {}, {"suspended": True, "warna": None})
    step.accepted_at = datetime.now(UTC) - SETTLES
    performed = perform(step, directory.admin())
    assert (performed.state, performed.agrees) == (StepState.DIFFERED, False)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Cici Ayu Lestari", ("Cici", "Ayu Lestari")),
        ("Cici", ("Cici", "Cici")),
        (None, ("Cici", "Cici")),
    ],
    ids=["full", "one name", "only the address"],
)
def test_a_new_account_bears_the_name_of_its_person(
    directory: Served, name: str | None, expected: tuple[str, str]
) -> None:
    after: Record = {"exists": True, "person_id": "ptk-3", "name": name}
    performed = perform(
        planned(StepAction.CREATE_ACCOUNT, NEW, {"exists": False}, after), directory.admin()
    )
    made = directory.users.get(NEW)["name"]
    assert performed.state is StepState.DONE
    assert (made["givenName"], made["familyName"]) == expected


def test_the_facts_of_a_live_a_deleted_and_no_account(directory: Served) -> None:
    admin = directory.admin()
    live, deleted = facts(present(admin, RINI)), facts(present(admin, DELETED))
    assert live == {
        "primary_email": RINI,
        "exists": True,
        "deleted": False,
        "suspended": False,
        "deletion_on": "2026-12-10",
        "change_password": False,
        "person_id": "ptk-1",
        "used": True,
    }
    assert (deleted["exists"], deleted["deleted"]) == (False, True)
    assert (facts(None)["exists"], facts(None)["deleted"]) == (False, False)
    assert live.keys() == deleted.keys() == facts(None).keys()
