"""The page of the desk's working hours: who may change what, and from when it counts."""

from datetime import date, timedelta

import pytest

from app.store import calendars
from app.targets.follow import follow
from app.web.site import Site
from models import Calendar
from models.vocabulary import StaffRole, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import WEDNESDAY_NOON, Colleagues

DAY = {"hari": "2026-12-02", "jenis": "tutup", "sebutan": "Rapat kerja", "alasan": "Semua hadir."}
WEEK = {"pekan": "Mon-Fri 08:00-12:00", "zona": "WITA", "mulai": "2026-12-01", "alasan": "Pindah."}
KEEP = {"tindakan": "simpan"}


@pytest.fixture
def governor(staff: Colleagues) -> TestClient:
    return staff.as_supervisor()


def _versions(site: Site) -> list[Calendar]:
    with site.database.read() as session:
        return list(calendars.versions(session))


def _send(
    staff: Colleagues, browser: TestClient, path: str, fields: dict[str, str]
) -> tuple[int, str]:
    token = staff.csrf.get(StaffRole.SUPERVISOR, "")
    answer = browser.post(path, data={**fields, "csrf": token})
    return answer.status_code, answer.text


def test_the_year_names_its_days_off(governor: TestClient) -> None:
    text = governor.get("/jam?tahun=2026").text
    assert "Senin–Jumat 09.00–17.00 WIB" in text
    assert "Hari Kemerdekaan" in text
    assert "Cuti Bersama" in text


def test_a_change_is_shown_before_it_is_kept(
    site: Site, staff: Colleagues, governor: TestClient
) -> None:
    with site.database.write() as session:
        follow(session, build.ticket(session, state=TicketState.RECEIVED), WEDNESDAY_NOON)
    status, text = _send(staff, governor, "/jam/hari", DAY)
    assert status == 200
    assert "Rabu, 2 Desember 2026" in text
    assert "1 hari berubah" in text
    assert "Dari 2 target berjalan yang terdekat, 1 menjadi lebih lambat dan 0" in text
    assert not _versions(site)


def test_a_day_of_our_own_is_kept_and_withdrawn(
    site: Site, staff: Colleagues, governor: TestClient
) -> None:
    assert _send(staff, governor, "/jam/hari", DAY | KEEP)[0] == 303
    [made] = _versions(site)
    assert not calendars.hours_of(made).is_working_day(date(2026, 12, 2))
    assert "Rapat kerja" in governor.get("/jam").text
    assert _send(staff, governor, "/jam/hari", DAY | KEEP | {"jenis": "cabut"})[0] == 303
    assert calendars.hours_of(_versions(site)[-1]).is_working_day(date(2026, 12, 2))
    assert _send(staff, governor, "/jam/hari", DAY | KEEP | {"jenis": "cabut"})[0] == 409


def test_a_week_counts_from_its_day_and_leaves_the_past(
    site: Site, staff: Colleagues, governor: TestClient
) -> None:
    assert _send(staff, governor, "/jam", WEEK | KEEP)[0] == 303
    with site.database.read() as session:
        shifting = calendars.shifting(session)
    assert shifting.at(WEDNESDAY_NOON).zone == "WIB"
    assert shifting.at(WEDNESDAY_NOON + timedelta(days=7)).zone == "WITA"


def test_a_day_of_a_coming_week_keeps_that_week(
    site: Site, staff: Colleagues, governor: TestClient
) -> None:
    _send(staff, governor, "/jam", WEEK | KEEP)
    _send(staff, governor, "/jam/hari", DAY | KEEP)
    with site.database.read() as session:
        shifting = calendars.shifting(session)
    assert shifting.at(WEDNESDAY_NOON).zone == "WIB"
    later = shifting.at(WEDNESDAY_NOON + timedelta(days=7))
    assert later.zone == "WITA"
    assert date(2026, 12, 2) in later.closed


@pytest.mark.alike
@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("/jam", WEEK | {"mulai": "2026-11-24"}),
        ("/jam", WEEK | {"mulai": "besok"}),
        ("/jam", WEEK | {"pekan": "kapan saja"}),
        ("/jam", WEEK | {"zona": "GMT"}),
        ("/jam", WEEK | {"alasan": ""}),
        ("/jam/hari", DAY | {"sebutan": ""}),
        ("/jam/hari", DAY | {"hari": "2026-02-30"}),
    ],
)
def test_what_cannot_be_is_refused_and_stays_typed(
    site: Site, staff: Colleagues, governor: TestClient, path: str, wrong: dict[str, str]
) -> None:
    status, text = _send(staff, governor, path, wrong | KEEP)
    assert status == 422
    assert 'role="alert"' in text
    if wrong["alasan"]:
        assert (wrong.get("pekan") or wrong["jenis"]) in text
    assert not _versions(site)


def test_an_agent_looks_but_does_not_change(site: Site, staff: Colleagues) -> None:
    agent = staff.as_agent()
    assert "hours-week" not in agent.get("/jam").text
    token = staff.csrf[StaffRole.AGENT]
    assert agent.post("/jam", data={**WEEK, **KEEP, "csrf": token}).status_code == 403
    assert not _versions(site)


def test_a_stranger_is_sent_to_sign_in(client: TestClient) -> None:
    assert client.get("/jam").status_code in {303, 401}
