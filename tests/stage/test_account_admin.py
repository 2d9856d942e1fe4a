"""Accounts are changed over real HTTP: as promised, refused for good, or left for later."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import httpx
import pytest

from app.resolution.account_admin import DirectoryAdmin
from app.resolution.ports import AdminRefused, AdminUnavailable, NewAccount
from app.standin.directory_faults import Fault
from app.standin.directory_grants import KeyPair
from app.standin.directory_store import Rules
from models.values import AccountAddress
from tests.support.directory import BUDI, RINI, RINI_ADMIN, Served, present, served, world
from tests.support.servers import free_port

NEW = NewAccount(
    address=AccountAddress.parse("cici03@guru.sd.belajar.id"),
    given_name="Cici",
    family_name="Lestari",
    person_id="ptk-3",
)
Act = Callable[[DirectoryAdmin], None]
ACTS: dict[str, Act] = {
    "create": lambda admin: admin.create(NEW),
    "rename": lambda admin: admin.rename("1", AccountAddress.parse(RINI_ADMIN)),
    "suspend": lambda admin: admin.suspend("1"),
    "unsuspend": lambda admin: admin.unsuspend("1"),
    "delete": lambda admin: admin.delete("1"),
    "undelete": lambda admin: admin.undelete("3", "/"),
    "cancel_deletion": lambda admin: admin.cancel_deletion("1"),
    "reset_password": lambda admin: admin.reset_password("1"),
}
each_act = pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())


@pytest.fixture
def directory() -> Iterator[Served]:
    with served(*world()) as running:
        yield running


# Changing --------------------------------------------------------------------------------------


def test_a_new_account_belongs_to_its_person_and_must_change_its_password(
    directory: Served,
) -> None:
    admin = directory.admin()
    admin.create(NEW)
    found = admin.state(NEW.address.text)
    assert found is not None
    assert (found.person_id, found.change_password, found.is_live) == ("ptk-3", True, True)
    assert found.name == "Cici Lestari"


def test_suspending_and_taking_it_back(directory: Served) -> None:
    admin = directory.admin()
    admin.suspend("1")
    admin.unsuspend("2")
    assert [present(admin, key).suspended for key in ("1", "2")] == [True, False]


def test_a_deleted_account_is_still_found_and_comes_back_with_its_address(
    directory: Served,
) -> None:
    admin = directory.admin()
    admin.delete("1")
    assert not present(admin, RINI).is_live
    assert not present(admin, "1").is_live
    admin.undelete("1", "/SD")
    assert (present(admin, RINI).is_live, present(admin, RINI).org_unit) == (True, "/SD")


def test_of_two_deleted_holders_of_an_address_the_last_counts(directory: Served) -> None:
    admin = directory.admin()
    admin.delete("1")
    admin.create(NewAccount(AccountAddress.parse(RINI), "Rini", "Lain", "ptk-8"))
    admin.delete(present(admin, RINI).account_id)
    assert present(admin, RINI).person_id == "ptk-8"


def test_a_coming_deletion_is_taken_back_and_the_notice_stays_known(directory: Served) -> None:
    admin = directory.admin()
    admin.cancel_deletion("1")
    assert (present(admin, "1").deletion_on, present(admin, "1").noticed_on) == (
        None,
        date(2026, 11, 10),
    )


def test_a_reset_password_must_be_changed(directory: Served) -> None:
    admin = directory.admin()
    admin.reset_password("1")
    assert present(admin, "1").change_password


def test_nobody_learns_a_password(directory: Served, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    admin = directory.admin()
    admin.reset_password("1")
    admin.create(NEW)
    assert "password" not in caplog.text.lower()


def test_an_unknown_key_has_nopresent(directory: Served) -> None:
    admin = directory.admin()
    assert admin.state("tiada@guru.sd.belajar.id") is None
    assert admin.state("999") is None


def test_a_new_account_is_waited_for_until_it_can_be_read() -> None:
    with served(*world()) as directory:
        # A new account is not readable at once; here the second look finds it.
        directory.faults.add(Fault(404, "notFound", method="GET"))
        directory.admin().create(NEW)
        assert len(directory.pauses) == 1


def test_an_account_that_never_becomes_readable_is_left_for_later() -> None:
    with served(*world(), rules=Rules(creation=timedelta(hours=1))) as directory:
        with pytest.raises(AdminUnavailable):
            directory.admin().create(NEW)
        with pytest.raises(AdminUnavailable, match="belum selesai"):
            directory.admin().suspend(directory.users.get(NEW.address.text)["id"])


def test_a_write_right_after_a_rename_is_left_for_later() -> None:
    with served(*world(), rules=Rules(rename=timedelta(hours=1))) as directory:
        admin = directory.admin()
        admin.rename("1", AccountAddress.parse(RINI_ADMIN))
        with pytest.raises(AdminUnavailable, match="sedang diubah"):
            admin.suspend("1")


# Refusals and trouble --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda admin: admin.rename("1", AccountAddress.parse(BUDI)), "sudah dipakai"),
        (
            lambda admin: admin.create(
                NewAccount(AccountAddress.parse(BUDI), "Budi", "Lain", "ptk-8")
            ),
            "sudah dipakai",
        ),
        (
            lambda admin: admin.create(
                NewAccount(AccountAddress.parse("x1@guru.sd.belajar.id"), "X" * 61, "Y", "ptk-8")
            ),
            "menolak permintaan ini .400 invalid",
        ),
        (lambda admin: admin.suspend("999"), "tidak ditemukan"),
        (lambda admin: admin.undelete("1", "/"), "tidak ditemukan"),
    ],
    ids=["rename to a taken name", "create a taken name", "malformed", "unknown", "not deleted"],
)
def test_what_the_directory_will_never_do_is_refused_with_a_reason(
    directory: Served, act: Act, sentence: str
) -> None:
    with pytest.raises(AdminRefused, match=sentence):
        act(directory.admin())
    assert directory.pauses == []


def test_a_full_directory_refuses_for_good() -> None:
    with served(*world(), rules=Rules(user_limit=3)) as directory:
        with pytest.raises(AdminRefused, match="Batas jumlah"):
            directory.admin().create(NEW)
        assert directory.pauses == []


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (403, "quotaExceeded"),
        (403, "userRateLimitExceeded"),
        (429, "rateLimitExceeded"),
        (412, "conditionNotMet"),
        (409, "conflict"),
    ],
    ids=["quota", "user rate", "customer rate", "unfinished", "being changed"],
)
def test_a_busy_directory_is_asked_again(directory: Served, status: int, reason: str) -> None:
    admin = directory.admin()
    directory.faults.add(Fault(status, reason), times=2)
    admin.suspend("1")
    assert len(directory.pauses) == 2
    assert present(admin, "1").suspended


def test_a_change_that_may_be_made_is_not_sent_again_unseen(directory: Served) -> None:
    """A second password would be a second reset."""
    directory.faults.add(Fault(done_first=True, method="PATCH"))
    with pytest.raises(AdminUnavailable, match="terganggu"):
        directory.admin().reset_password("1")
    assert directory.pauses == []


def test_a_question_is_asked_again_when_the_directory_was_away(directory: Served) -> None:
    directory.faults.add(Fault(503, "backendError"), times=2)
    assert present(directory.admin(), "1") is not None
    assert len(directory.pauses) == 2


@each_act
def test_a_directory_that_stays_busy_leaves_the_step_for_later(directory: Served, act: Act) -> None:
    directory.faults.add(Fault(429, "rateLimitExceeded"), times=20)
    with pytest.raises(AdminUnavailable, match="Kuota"):
        act(directory.admin())
    assert len(directory.pauses) == 3


@each_act
def test_no_answer_in_time_is_nothing_known(directory: Served, act: Act) -> None:
    directory.faults.add(Fault(done_first=True, silence=0.5))
    with pytest.raises(AdminUnavailable, match="tidak menjawab"):
        act(directory.admin(timeout=0.2))
    assert directory.pauses == []


def test_an_account_made_by_a_try_without_an_answer_is_not_called_taken(
    directory: Served,
) -> None:
    directory.faults.add(Fault(503, done_first=True))
    with pytest.raises(AdminUnavailable):
        directory.admin().create(NEW)
    assert directory.users.get(NEW.address.text)["externalIds"][0]["value"] == "ptk-3"


def test_a_key_that_is_not_accepted_is_nothing_known(directory: Served) -> None:
    grant = directory.grant(private_key=KeyPair.fresh().private)
    client = httpx.Client(base_url=directory.url, auth=grant, trust_env=False)
    with client, pytest.raises(AdminUnavailable, match="akun layanan"):
        DirectoryAdmin(client).suspend("1")


def test_no_directory_at_all_is_nothing_known() -> None:
    nowhere = httpx.Client(base_url=f"http://127.0.0.1:{free_port()}", trust_env=False)
    pauses: list[float] = []
    with nowhere, pytest.raises(AdminUnavailable, match="tidak dapat dihubungi"):
        DirectoryAdmin(nowhere, sleep=pauses.append).suspend("1")
    assert len(pauses) == 3
