"""The page of the audit trail: what is written down, who may read it, and what it finds."""

import pytest
from sqlalchemy import text

from app.access import checking, trail
from app.kit.errors import NotFound
from app.store import slots, trail_checks
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


@pytest.mark.alike
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


def _asked_and_walked(site: Site, browser: TestClient, staff: Colleagues, **fields: str) -> str:
    """The page after a worker did what was asked for on it."""
    fields |= {"csrf": staff.csrf[StaffRole.SUPERVISOR]}
    assert browser.post("/jejak/pemeriksaan", data=fields).status_code == 303
    with site.database.read() as session:
        waiting = checking.under_way(session, now=site.clock())
    assert waiting is not None
    checking.run(site.database, waiting.id, site.secret, now=site.clock())
    page: str = browser.get("/jejak").text
    return page


def test_a_check_says_whole_and_names_what_was_changed(staff: Colleagues, site: Site) -> None:
    number, browser = _ticket(site), staff.as_supervisor()
    browser.get(f"/tiket/{number}")
    assert "belum pernah diperiksa" in browser.get("/jejak").text
    page = _asked_and_walked(site, browser, staff)
    assert "Rantai utuh sampai baris 1" in page
    assert "diminta Hardi Prakoso" in page
    with site.database.write() as session:
        session.execute(text("UPDATE trail SET actor = 'lain' WHERE seq = 1"))
    assert "Baris 1 diubah" in _asked_and_walked(site, browser, staff, seluruhnya="ya")
    # Whoever may read the trail is told on every page, others are not.
    assert "Jejak audit tidak utuh" in browser.get("/antrean").text
    assert "Jejak audit tidak utuh" not in staff.as_agent().get("/antrean").text


def test_a_check_waits_where_no_worker_is_and_is_asked_for_once(
    staff: Colleagues, site: Site
) -> None:
    browser, fields = staff.as_supervisor(), {"csrf": staff.csrf[StaffRole.SUPERVISOR]}
    for _ in range(2):
        browser.post("/jejak/pemeriksaan", data=fields)
    assert "tidak ada pekerja yang berjalan" in browser.get("/jejak").text
    with site.database.write() as session:
        slots.beat(session, "uji-1", site.clock())
    part = browser.get("/jejak/pemeriksaan", headers={"HX-Request": "true"}).text
    assert "sedang dikerjakan" in part
    assert 'hx-trigger="every 3s"' in part
    with site.database.read() as session:
        assert trail_checks.by_id(session, 1).by == "penyelia"
        with pytest.raises(NotFound):
            trail_checks.by_id(session, 2)
