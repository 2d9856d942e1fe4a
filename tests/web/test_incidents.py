"""The pages of incidents, and a person's word on one."""

import re

import pytest

from app.store import incidents
from app.web.site import Site
from models import Incident
from models.vocabulary import IncidentKind, IncidentState, StaffRole
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

HTMX = {"HX-Request": "true"}
ENDS = {"penutupan": IncidentState.CLOSED, "penyangkalan": IncidentState.DISMISSED}


def _incident(site: Site, **changes: object) -> Incident:
    with site.database.write() as session:
        made = [build.ticket(session) for _ in range(3)]
        return build.incident(session, made, **changes)


def _now(site: Site, incident: Incident) -> Incident:
    with site.database.read() as session:
        return incidents.by_id(session, incident.id)


def _fields(staff: Colleagues, note: str = "Sekolahnya salah kirim.") -> dict[str, str]:
    return {"csrf": staff.csrf[StaffRole.AGENT], "catatan": note}


def test_strangers_see_no_incidents(client: TestClient, site: Site) -> None:
    incident = _incident(site)
    for path in ("/kejadian", f"/kejadian/{incident.id}"):
        assert client.get(path).headers["location"].startswith("/masuk")


def test_open_ones_come_first_with_their_counts(staff: Colleagues, site: Site) -> None:
    running = _incident(site)
    ended = _incident(site, key="69900099", state=IncidentState.CLOSED)
    page = staff.as_agent().get("/kejadian").text
    shown = [int(each) for each in re.findall(r'href="/kejadian/(\d+)"', page)]
    assert shown == [running.id, ended.id]
    assert "NPSN 69900011: " in page
    assert "0,2 per 7 hari" in page
    assert page.count('data-label="Laporan">3</td>') == 2


def test_without_any_the_page_says_so(staff: Colleagues) -> None:
    page = staff.as_supervisor().get("/kejadian").text
    assert "Tidak ada kejadian." in page
    assert '<a href="/kejadian"' in page


@pytest.mark.parametrize(
    ("kind", "key", "title"),
    [
        (IncidentKind.REGION, "Kab. Peraga", "Kab. Peraga: "),
        (IncidentKind.CHANGE, "SD &gt; SMP", "SD → SMP: "),
        (IncidentKind.CHANGE, "? &gt; admin", "? → "),
    ],
)
def test_a_title_says_what_they_share(
    staff: Colleagues, site: Site, kind: IncidentKind, key: str, title: str
) -> None:
    incident = _incident(site, kind=kind, key=key.replace("&gt;", ">"))
    page = staff.as_agent().get(f"/kejadian/{incident.id}").text
    assert f"<h1>{title}" in page
    assert "per 6 jam" in page


def test_the_page_shows_its_tickets(staff: Colleagues, site: Site) -> None:
    incident = _incident(site)
    browser = staff.as_agent()
    page = browser.get(f"/kejadian/{incident.id}").text
    assert len(re.findall(r'href="/tiket/\d+"', page)) == 3
    part = browser.get(f"/kejadian/{incident.id}", headers=HTMX).text
    assert part.lstrip().startswith(f'<article id="incident-{incident.id}"')
    assert browser.get("/kejadian/9999").status_code == 404
    english = browser.get(f"/kejadian/{incident.id}?bahasa=en").text
    assert "0.2 in 7 days" in english


@pytest.mark.parametrize("act", ENDS)
def test_it_is_ended_once_and_the_second_is_refused(
    staff: Colleagues, site: Site, act: str
) -> None:
    incident, browser = _incident(site), staff.as_agent()
    address = f"/kejadian/{incident.id}"
    answer = browser.post(f"{address}/{act}", data=_fields(staff))
    assert (answer.status_code, answer.headers["location"]) == (303, address)
    ended = _now(site, incident)
    assert (ended.state, ended.note) == (ENDS[act], "Sekolahnya salah kirim.")
    again = browser.post(f"{address}/{act}", data=_fields(staff, "lagi"))
    assert again.status_code == 409
    assert "sudah diakhiri" in again.text
    part = browser.post(f"{address}/{act}", data=_fields(staff, "lagi"), headers=HTMX)
    assert (part.status_code, part.headers["HX-Retarget"]) == (409, "#problem")
    assert _now(site, incident) == ended
    assert "Laksmi Wulandari" in browser.get(address).text
    assert f"{address}/{act}" not in browser.get(address).text


@pytest.mark.parametrize("act", ENDS)
def test_htmx_gets_the_incident_as_it_is_now(staff: Colleagues, site: Site, act: str) -> None:
    incident, browser = _incident(site), staff.as_agent()
    part = browser.post(f"/kejadian/{incident.id}/{act}", data=_fields(staff), headers=HTMX)
    assert part.status_code == 200
    assert part.text.lstrip().startswith(f'<article id="incident-{incident.id}"')
    assert "Sekolahnya salah kirim." in part.text


def test_a_dismissal_says_why(staff: Colleagues, site: Site) -> None:
    incident, browser = _incident(site), staff.as_agent()
    answer = browser.post(f"/kejadian/{incident.id}/penyangkalan", data=_fields(staff, " "))
    assert answer.status_code == 422
    assert "Tuliskan alasannya" in answer.text
    assert _now(site, incident).state is IncidentState.OPEN


@pytest.mark.parametrize("act", ENDS)
def test_a_stranger_and_a_forged_form_end_nothing(
    client: TestClient, staff: Colleagues, site: Site, act: str
) -> None:
    incident, fields = _incident(site), {"csrf": "palsu", "catatan": "x"}
    address = f"/kejadian/{incident.id}/{act}"
    assert client.post(address, data=fields).headers["location"] == "/masuk"
    assert staff.as_agent().post(address, data=fields).status_code == 403
    assert _now(site, incident).state is IncidentState.OPEN
