"""Shifts and assignment on their pages: who may, what is refused, what is kept."""

import pytest

from app.store import staff as people
from app.store import staffing, tickets
from app.web.site import Site
from models.vocabulary import AssignMode, StaffRole
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

WEEK = {
    f"{name}{day}": hour
    for day in range(5)
    for name, hour in (("mulai", "08.00"), ("selesai", "16:00"))
}


def _csrf(staff: Colleagues, role: StaffRole) -> dict[str, str]:
    return {"csrf": staff.csrf[role]}


def test_agents_see_the_week_and_arrange_nothing(staff: Colleagues, client: TestClient) -> None:
    assert client.get("/giliran").headers["location"].startswith("/masuk")
    agent = staff.add(StaffRole.AGENT)
    browser = staff.signed_in(agent)
    page = browser.get("/giliran").text
    assert "Laksmi Wulandari" in page
    assert f"/giliran/{agent.id}" not in page
    fields = _csrf(staff, StaffRole.AGENT)
    for path in ("cara", f"{agent.id}/jadwal", f"{agent.id}/absen", f"{agent.id}/kategori"):
        assert browser.post(f"/giliran/{path}", data={**fields, "cara": "off"}).status_code == 403


def test_a_week_is_set_and_says_who_is_on_duty(staff: Colleagues, site: Site) -> None:
    agent, browser = staff.add(StaffRole.AGENT), staff.as_supervisor()
    fields = {**_csrf(staff, StaffRole.SUPERVISOR), "zona": "WIB", **WEEK}
    answer = browser.post(f"/giliran/{agent.id}/jadwal", data=fields)
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"/giliran/{agent.id}?tersimpan=ya",
    )
    page = browser.get("/giliran").text
    assert "08.00–16.00 WIB" in page
    assert '<span class="badge good">Laksmi Wulandari</span>' in page
    away = {**_csrf(staff, StaffRole.SUPERVISOR), "dari": "2026-11-25", "sampai": "2026-11-27"}
    assert browser.post(f"/giliran/{agent.id}/absen", data=away).status_code == 303
    assert '<span class="badge good">' not in browser.get("/giliran").text
    with site.database.read() as session:
        [kept] = staffing.absences(session, since=site.clock().date())
    path = f"/giliran/{agent.id}/absen/{kept.id}"
    assert browser.post(path, data=_csrf(staff, StaffRole.SUPERVISOR)).status_code == 303
    assert browser.post(path, data=_csrf(staff, StaffRole.SUPERVISOR)).status_code == 404


@pytest.mark.alike
@pytest.mark.parametrize(
    ("path", "typed", "sentence"),
    [
        ("jadwal", {"mulai0": "8 pagi", "selesai0": "16.00", "zona": "WIB"}, "Jam belum dapat"),
        ("jadwal", {"mulai0": "08.00", "zona": "WIB"}, "Jam belum dapat"),
        ("jadwal", {"zona": "GMT"}, "Jam belum dapat"),
        ("absen", {"dari": "2026-11-27", "sampai": "2026-11-25"}, "Hari belum dapat"),
        ("absen", {"dari": "besok"}, "Hari belum dapat"),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_told_and_changes_nothing(
    staff: Colleagues, path: str, typed: dict[str, str], sentence: str
) -> None:
    agent, browser = staff.add(StaffRole.AGENT), staff.as_supervisor()
    fields = {**_csrf(staff, StaffRole.SUPERVISOR), **typed}
    answer = browser.post(f"/giliran/{agent.id}/{path}", data=fields)
    assert (answer.status_code, sentence in answer.text) == (422, True)
    if "mulai0" in typed:
        assert f'value="{typed["mulai0"]}"' in answer.text


def test_the_way_of_giving_out_and_the_skills_are_kept(staff: Colleagues, site: Site) -> None:
    agent, browser = staff.add(StaffRole.AGENT), staff.as_supervisor()
    fields = _csrf(staff, StaffRole.SUPERVISOR)
    assert (
        browser.post("/giliran/cara", data={**fields, "cara": "load", "batas": "0"}).status_code
        == 422
    )
    assert (
        browser.post("/giliran/cara", data={**fields, "cara": "load", "batas": "12"}).status_code
        == 303
    )
    chosen = {**fields, "kategori": ["activation", "role_change"]}
    assert browser.post(f"/giliran/{agent.id}/kategori", data=chosen).status_code == 303
    with site.database.read() as session:
        rule = staffing.rule(session)
    assert rule is not None
    assert (rule.mode, rule.cap) == (AssignMode.LOAD, 12)
    assert rule.skills == {str(agent.id): ["activation", "role_change"]}
    page = browser.get(f"/giliran/{agent.id}").text
    assert page.count("checked") == 2


def test_a_ticket_is_given_to_me_a_colleague_and_nobody(staff: Colleagues, site: Site) -> None:
    other = staff.add(StaffRole.AGENT, "rekan", "Rekan Kerja")
    browser = staff.as_agent()
    with site.database.write() as session:
        number = build.ticket(session).number

    def holder() -> int | None:
        with site.database.read() as session:
            return tickets.by_number(session, number).assigned_to_id

    assert "Rekan Kerja" in browser.get(f"/tiket/{number}/petugas").text
    path, fields = f"/tiket/{number}/petugas", _csrf(staff, StaffRole.AGENT)
    assert browser.post(path, data={**fields, "kepada": str(other.id)}).status_code == 303
    assert holder() == other.id
    browser.post(path, data={**fields, "kepada": "saya"})
    with site.database.read() as session:
        me = people.by_username(session, "petugas")
    assert me is not None
    assert holder() == me.id
    browser.post(path, data={**fields, "kepada": "tidak-ada"})
    assert holder() is None
    assert browser.post(path, data={**fields, "kepada": "999999"}).status_code == 404
    assert browser.post(path, data={**fields, "kepada": "siapa"}).status_code == 422
    with site.database.write() as session:
        gone = people.found(session, other.id)
        gone.is_active = False
    assert browser.post(path, data={**fields, "kepada": str(other.id)}).status_code == 409
