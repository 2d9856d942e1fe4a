"""The account directory over real HTTP: what is read, by whom, and what the stand-in keeps."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from app.lookup.grant import READ_SCOPE, GrantRefused
from app.lookup.ports import LookupUnavailable
from app.resolution.account_admin import DirectoryAdmin
from app.resolution.ports import AdminRefused, AdminUnavailable
from app.standin.directory_faults import Fault
from app.standin.directory_grants import KeyPair
from models.values import AccountAddress
from tests.support.directory import BUDI, RINI, RINI_ADMIN, Served, present, served, user, world


@pytest.fixture
def directory() -> Iterator[Served]:
    with served(*world()) as running:
        yield running


# Reading ---------------------------------------------------------------------------------------


def test_an_account_is_found_by_its_address_and_by_its_alias(directory: Served) -> None:
    directory.admin().rename("1", AccountAddress.parse(RINI_ADMIN))
    accounts = directory.accounts()
    for address in (RINI, RINI_ADMIN):
        found = accounts.by_address(AccountAddress.parse(address))
        assert found is not None
        assert (found.account_id, found.address.text) == ("1", RINI_ADMIN)
    assert accounts.by_address(AccountAddress.parse("tiada@guru.sd.belajar.id")) is None


def test_a_deleted_account_is_found_by_its_address_as_deleted(directory: Served) -> None:
    address = AccountAddress.parse("rini01@guru.smp.belajar.id")
    found = directory.accounts().by_address(address)
    assert found is not None
    assert not found.is_live


def test_a_person_has_the_live_accounts_and_those_deleted_within_20_days(directory: Served) -> None:
    found = directory.accounts().of_person("ptk-1")
    assert [(each.account_id, each.is_live) for each in found] == [("1", True), ("3", False)]
    assert directory.accounts().of_person("ptk-9") == ()


def test_a_person_id_with_quotes_searches_for_itself_only(directory: Served) -> None:
    assert directory.accounts().of_person("x' isAdmin=false '") == ()


def test_the_notes_of_a_coming_deletion_are_read(directory: Served) -> None:
    found = directory.accounts().by_address(AccountAddress.parse(RINI))
    assert found is not None
    assert (found.noticed_on, found.deletion_on) == (date(2026, 11, 10), date(2026, 12, 10))


@pytest.mark.parametrize(
    "fault",
    [Fault(503), Fault(429, "rateLimitExceeded"), Fault(403, "quotaExceeded")],
    ids=lambda fault: str(fault.status),
)
def test_a_directory_that_does_not_answer_is_never_an_absent_account(
    directory: Served, fault: Fault
) -> None:
    directory.faults.add(fault, times=10)
    with pytest.raises(LookupUnavailable):
        directory.accounts().by_address(AccountAddress.parse(RINI))


def test_an_account_that_cannot_be_read_is_never_an_absent_account(directory: Served) -> None:
    directory.users.get("1")["creationTime"] = "kemarin"
    with pytest.raises(LookupUnavailable):
        directory.accounts().by_address(AccountAddress.parse(RINI))
    with pytest.raises(AdminUnavailable):
        directory.admin().state(RINI)


def test_reading_survives_a_short_disturbance(directory: Served) -> None:
    directory.faults.add(Fault(503), times=2)
    assert directory.accounts().by_address(AccountAddress.parse(RINI)) is not None


# The grant -------------------------------------------------------------------------------------


def test_one_token_serves_many_requests_and_a_forgotten_one_is_replaced(directory: Served) -> None:
    with directory.client(READ_SCOPE) as client:
        path = f"/admin/directory/v1/users/{RINI}"
        first = client.get(path).request.headers["Authorization"]
        second = client.get(path).request.headers["Authorization"]
        directory.grants.forget()
        third = client.get(path)
    assert first == second != third.request.headers["Authorization"]
    assert third.status_code == 200


def test_a_key_the_directory_does_not_know_gets_no_token(directory: Served) -> None:
    grant = directory.grant(private_key=KeyPair.fresh().private)
    with httpx.Client(base_url=directory.url, auth=grant) as client, pytest.raises(GrantRefused):
        client.get("/admin/directory/v1/users/1")


def test_the_account_for_reading_cannot_write(directory: Served) -> None:
    with pytest.raises(AdminRefused, match="tidak berwenang"):
        DirectoryAdmin(directory.client(READ_SCOPE)).suspend("1")


def test_without_a_token_nothing_is_told(directory: Served) -> None:
    answer = httpx.get(f"{directory.url}/admin/directory/v1/users/1")
    assert (answer.status_code, answer.json()["error"]["errors"][0]["reason"]) == (401, "authError")


# The stand-in itself ---------------------------------------------------------------------------


def test_changes_outlive_a_restart(tmp_path: Path) -> None:
    journal = tmp_path / "direktori" / "perubahan.jsonl"
    with served(*world(), journal=journal) as directory:
        directory.admin().rename("1", AccountAddress.parse(RINI_ADMIN))
        directory.admin().delete("2")
    journal.write_text(journal.read_text() + '\n{"id": "1", "prim')
    with served(*world(), journal=journal) as directory:
        admin = directory.admin()
        assert present(admin, RINI).address.text == RINI_ADMIN
        assert not present(admin, BUDI).is_live
        admin.suspend("1")
    with served(*world(), journal=journal) as directory:
        assert present(directory.admin(), RINI).suspended


def test_after_20_days_a_deleted_account_is_gone_for_good() -> None:
    moment = [datetime(2026, 11, 24, 3, tzinfo=UTC)]
    with served(user("1", RINI, "ptk-1"), now=lambda: moment[0]) as directory:
        directory.users.delete("1")
        moment[0] += timedelta(days=19)
        assert [each["id"] for each in directory.users.deleted()] == ["1"]
        moment[0] += timedelta(days=2)
        assert directory.users.deleted() == []
