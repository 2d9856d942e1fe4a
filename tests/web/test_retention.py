"""The page on how long things are kept: two people, counts beforehand, holds."""

import re
from datetime import timedelta

import pytest

from app.retention import remove, rules
from app.store import retention as rows
from app.web.site import Site
from models.vocabulary import StaffRole, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

TYPED = {"pesan": "365", "lampiran": "", "berkas": "180", "jejak": "", "alasan": "Sesuai aturan."}


def _csrf(staff: Colleagues, role: StaffRole = StaffRole.SUPERVISOR) -> dict[str, str]:
    return {"csrf": staff.csrf[role]}


def _settled(site: Site) -> int:
    long_ago = build.NOON - timedelta(days=400)
    with site.database.write() as session:
        made = build.planned(session, created_at=long_ago, settled_at=long_ago)
        made.state = TicketState.CLOSED
        return made.number


def test_agents_see_nothing_of_it(staff: Colleagues, client: TestClient) -> None:
    assert client.get("/penyimpanan").headers["location"].startswith("/masuk")
    agent = staff.as_agent()
    fields = {**_csrf(staff, StaffRole.AGENT), **TYPED, "laporan": "1"}
    assert agent.get("/penyimpanan").status_code == 403
    for path in ("", "/1/penetapan", "/penahanan", "/pencabutan"):
        assert agent.post(f"/penyimpanan{path}", data=fields).status_code == 403


def test_one_proposes_and_another_adopts_after_seeing_what_would_go(
    staff: Colleagues, site: Site
) -> None:
    _settled(site)
    browser, other = staff.as_supervisor(), staff.as_admin()
    assert browser.post("/penyimpanan", data={**_csrf(staff), **TYPED}).status_code == 303
    page = other.get("/penyimpanan").text
    row = page[page.index('id="retention-1"') :]
    assert re.search(r"365 hari.*?>1<", row, re.DOTALL)
    own = browser.post("/penyimpanan/1/penetapan", data=_csrf(staff))
    assert (own.status_code, "orang lain" in own.text) == (403, True)
    fields = _csrf(staff, StaffRole.ADMIN)
    assert other.post("/penyimpanan/1/penetapan", data=fields).status_code == 303
    assert other.post("/penyimpanan/1/penetapan", data=fields).status_code == 409
    assert browser.post("/penyimpanan/1/penarikan", data=_csrf(staff)).status_code == 409
    with site.database.read() as session:
        assert rules.days_of(rows.in_force(session)) == rules.Days(messages=365, dossiers=180)


@pytest.mark.alike
@pytest.mark.parametrize(
    "changes", [{"pesan": "29"}, {"berkas": "setahun"}, {"jejak": "-1"}, {"alasan": " "}], ids=str
)
def test_what_cannot_be_is_told_and_kept(staff: Colleagues, changes: dict[str, str]) -> None:
    browser = staff.as_supervisor()
    answer = browser.post("/penyimpanan", data={**_csrf(staff), **TYPED, **changes})
    assert answer.status_code == 422
    assert 'value="180"' in answer.text or "berkas" in changes
    assert "Usulan" not in browser.get("/penyimpanan").text.replace("Usulkan", "")


def test_a_report_is_held_once_and_let_go(staff: Colleagues, site: Site) -> None:
    number, browser = str(_settled(site)), staff.as_supervisor()
    fields = {**_csrf(staff), "laporan": number}
    assert browser.post("/penyimpanan/penahanan", data=fields).status_code == 422
    reason = {**fields, "alasan": "Perkara hukum."}
    assert browser.post("/penyimpanan/penahanan", data=reason).status_code == 303
    assert browser.post("/penyimpanan/penahanan", data=reason).status_code == 409
    assert "Perkara hukum." in browser.get("/penyimpanan").text
    for _ in range(2):
        assert browser.post("/penyimpanan/pencabutan", data=fields).status_code == 303
    unknown = {**reason, "laporan": "42"}
    assert browser.post("/penyimpanan/penahanan", data=unknown).status_code == 404


def test_the_page_of_a_report_whose_content_is_gone_still_opens(
    staff: Colleagues, site: Site
) -> None:
    number, browser, other = _settled(site), staff.as_supervisor(), staff.as_admin()
    typed = {**TYPED, "lampiran": "365"}
    browser.post("/penyimpanan", data={**_csrf(staff), **typed})
    other.post("/penyimpanan/1/penetapan", data=_csrf(staff, StaffRole.ADMIN))
    remove.run(site.database, files=site.files, secret=site.secret, now=site.clock())
    page = browser.get(f"/tiket/{number}")
    assert page.status_code == 200
    assert "Dihapus sesuai masa simpan" in page.text
    assert "Sekar" not in page.text
    with site.database.read() as session:
        [plan] = rows.plans_of(session, 1)
    assert browser.get(f"/tiket/{number}/bukti/{plan.id}").status_code == 200
