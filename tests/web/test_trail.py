"""The page of the audit trail: what is written down, who may read it, and what it finds."""

import pytest
from sqlalchemy import text

from app.access import trail
from app.store import trail as rows
from app.store.trail import Wanted
from app.web.site import Site
from models import Trail
from models.vocabulary import StaffRole, TrailAction
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import PASSWORD, Colleagues


def _written(site: Site, action: TrailAction) -> list[Trail]:
    with site.database.read() as session:
        return list(rows.listed(session, Wanted(action=action), limit=50))


def _ticket(site: Site) -> int:
    with site.database.write() as session:
        return build.ticket(session).number


def test_only_who_may_audit_sees_it(client: TestClient, staff: Colleagues) -> None:
    assert client.get("/jejak").headers["location"].startswith("/masuk")
    agent = staff.as_agent()
    assert agent.get("/jejak").status_code == 403
    assert agent.get("/jejak/unduhan.csv").status_code == 403
    fields = {"csrf": staff.csrf[StaffRole.AGENT]}
    assert agent.post("/jejak/pemeriksaan", data=fields).status_code == 403


def test_a_look_at_a_report_is_written_down_once_in_a_while(staff: Colleagues, site: Site) -> None:
    number, agent = _ticket(site), staff.as_agent()
    for _ in range(3):
        assert agent.get(f"/tiket/{number}").status_code == 200
    [row] = _written(site, TrailAction.TICKET_READ)
    assert (row.actor, row.role, row.ticket_number) == ("petugas", "agent", number)
    assert row.detail == {"masked": 1}
    page = staff.as_supervisor().get("/jejak", params={"laporan": f"#{number}"}).text
    assert "Laporan dibaca" in page
    assert f"/tiket/{number}" in page


def test_sign_ins_and_refused_ones_are_written_down(
    client: TestClient, staff: Colleagues, site: Site
) -> None:
    staff.add(StaffRole.AGENT)
    for name, password in (
        ("petugas", "salah"),
        ("sandi-di-kolom-nama", "x"),
        ("petugas", PASSWORD),
    ):
        client.post("/masuk", data={"nama_pengguna": name, "kata_sandi": password})
    assert {row.subject for row in _written(site, TrailAction.SIGN_IN_REFUSED)} == {"petugas", ""}
    assert [row.actor for row in _written(site, TrailAction.SIGNED_IN)] == ["petugas"]


@pytest.mark.parametrize(
    "query", [{"laporan": "abc"}, {"hari": "2026-13-01"}, {"tindakan": "apa"}], ids=str
)
def test_a_filter_that_cannot_be_read_is_told(staff: Colleagues, query: dict[str, str]) -> None:
    answer = staff.as_supervisor().get("/jejak", params=query)
    assert answer.status_code == 422
    assert "belum dapat dibaca" in answer.text
    assert next(iter(query.values())) in answer.text or "tindakan" in query


def test_pages_and_filters_lead_through_all_rows(staff: Colleagues, site: Site) -> None:
    browser = staff.as_supervisor()
    with site.database.write() as session:
        for number in range(120):
            deed = trail.Deed(TrailAction.TICKET_READ, 700_000 + number)
            trail.record(session, deed, by="petugas", now=site.clock())
    seen: set[str] = set()
    address = "/jejak?siapa=petugas&hari=2026-11-25"
    for _ in range(3):
        page = browser.get(address).text
        seen |= {each.split('"')[0] for each in page.split('id="trail-row-')[1:]}
        if 'class="button" href="/jejak?' in page:
            address = page.split('class="button" href="')[2].split('"')[0].replace("&amp;", "&")
    assert len(seen) == 120
    assert "Tidak ada baris" in browser.get("/jejak?hari=2026-11-24").text


def test_the_download_holds_the_rows_and_is_itself_written_down(
    staff: Colleagues, site: Site
) -> None:
    number = _ticket(site)
    staff.as_agent().get(f"/tiket/{number}")
    answer = staff.as_supervisor().get("/jejak/unduhan.csv", params={"laporan": str(number)})
    lines = answer.text.strip().splitlines()
    assert lines[0].startswith("baris,waktu,siapa")
    assert len(lines) == 2
    assert f"ticket_read,{number}" in lines[1]
    assert [row.subject for row in _written(site, TrailAction.EXPORTED)] == ["jejak"]


def test_the_check_says_whole_and_names_what_was_changed(staff: Colleagues, site: Site) -> None:
    number, browser = _ticket(site), staff.as_supervisor()
    browser.get(f"/tiket/{number}")
    fields = {"csrf": staff.csrf[StaffRole.SUPERVISOR]}
    assert "Rantai utuh sampai baris 1" in browser.post("/jejak/pemeriksaan", data=fields).text
    with site.database.write() as session:
        session.execute(text("UPDATE trail SET actor = 'lain' WHERE seq = 1"))
    answer = browser.post("/jejak/pemeriksaan", data=fields)
    assert "Baris 1 diubah" in answer.text
