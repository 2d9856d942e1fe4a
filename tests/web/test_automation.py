"""The page on rules that act by themselves: who may switch what, and samples looked at once."""

import re
from dataclasses import replace

import pytest

from app import desk
from app.resolution import automatic, earned
from app.resolution.automatic import Watch
from app.resolution.unattended import NEVER
from app.store import plans, switches, tickets
from app.store.switches import Rule
from app.web.site import Site
from models import Plan
from models.vocabulary import StaffRole
from tests.support import build
from tests.support.browser import TestClient
from tests.support.chromium import DESK, PHONE, overflow
from tests.support.pages import pages_of
from tests.web.conftest import Colleagues, Opened

HTMX = {"HX-Request": "true"}
DUE = Rule("role_change.after_14_days", 1)
WATCH = Watch(terms=earned.Terms(bar=0.6, least=10))
SWITCH = {"aturan": DUE.id, "versi": str(DUE.version), "alasan": "Selalu disetujui."}


@pytest.fixture
def site(site: Site) -> Site:
    """With a bar that ten yeses reach."""
    return replace(site, watch=WATCH)


def _proposed(site: Site) -> Plan:
    with site.database.write() as session:
        made = build.ticket(session)
        return build.propose(session, made, build.verdict(rule=DUE.id, rule_version=DUE.version))


def _agreed(site: Site, staff: Colleagues, times: int) -> None:
    by = staff.add(StaffRole.AGENT, "rekan", "Rekan Kerja")
    with site.database.write() as session:
        for _ in range(times):
            made = build.planned(session)
            plans.supersede(session, made.id)
            build.propose(session, made, build.verdict(rule=DUE.id, rule_version=DUE.version))
            desk.approve(session, made, by=by, now=build.NOON)


def _on(site: Site) -> bool:
    with site.database.read() as session:
        return automatic.are_on(session, [DUE], WATCH)


def _turned_on(site: Site, staff: Colleagues) -> None:
    _agreed(site, staff, 12)
    with site.database.write() as session:
        automatic.turn_on(session, DUE, WATCH, by="penyelia", reason="x", now=build.NOON)


def _sample(site: Site) -> int:
    """The id of a sample, carried out without a yes."""
    plan = _proposed(site)
    with site.database.write() as session:
        row = plans.by_id(session, plan.id)
        number = tickets.by_id(session, row.ticket_id).number
        automatic.begin(session, row, number, WATCH, now=build.NOON)
        [made] = plans.audits_of(session, plan.id)
    return made.id


def _fields(staff: Colleagues, role: StaffRole, **typed: str) -> dict[str, str]:
    return {"csrf": staff.csrf[role], **typed}


def test_strangers_see_nothing_and_agents_switch_nothing(
    client: TestClient, staff: Colleagues, site: Site
) -> None:
    assert client.get("/otomatis").headers["location"].startswith("/masuk")
    agent = staff.as_agent()
    _agreed(site, staff, 12)
    page = agent.get("/otomatis").text
    assert "/otomatis/penyalaan" not in page
    for path in ("penyalaan", "pemadaman", "penghentian", "perizinan"):
        fields = _fields(staff, StaffRole.AGENT, **SWITCH)
        assert agent.post(f"/otomatis/{path}", data=fields).status_code == 403
    assert not _on(site)


def test_a_rule_that_earned_it_is_turned_on_and_off_with_a_reason(
    staff: Colleagues, site: Site
) -> None:
    browser = staff.as_supervisor()
    _agreed(site, staff, 12)
    page = browser.get("/otomatis").text
    assert "12 dari 12" in page
    assert "77,9 %" in page
    answer = browser.post(
        "/otomatis/penyalaan", data=_fields(staff, StaffRole.SUPERVISOR, **SWITCH)
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/otomatis")
    assert _on(site)
    assert "Selalu disetujui." in browser.get("/otomatis").text
    part = browser.post(
        "/otomatis/pemadaman", data=_fields(staff, StaffRole.SUPERVISOR, **SWITCH), headers=HTMX
    )
    assert part.text.lstrip().startswith('<div id="automation"')
    assert not _on(site)
    again = browser.post("/otomatis/pemadaman", data=_fields(staff, StaffRole.SUPERVISOR, **SWITCH))
    assert again.status_code == 303
    with site.database.read() as session:
        assert len(switches.latest(session, limit=9)) == 2


@pytest.mark.parametrize(
    ("changes", "status", "sentence"),
    [
        ({}, 409, "petugas setuju 3 dari 3"),
        ({"alasan": " "}, 422, "Tuliskan alasannya"),
        ({"aturan": "password.by_school"}, 422, "selalu memerlukan orang"),
        ({"versi": "9"}, 422, "selalu memerlukan orang"),
    ],
    ids=["not earned", "no reason", "hands over access", "another version"],
)
def test_turning_on_is_refused_with_the_figures_and_keeps_what_was_typed(
    staff: Colleagues, site: Site, changes: dict[str, str], status: int, sentence: str
) -> None:
    browser = staff.as_supervisor()
    _agreed(site, staff, 3)
    fields = _fields(staff, StaffRole.SUPERVISOR, **{**SWITCH, **changes})
    answer = browser.post("/otomatis/penyalaan", data=fields)
    assert answer.status_code == status
    assert sentence in answer.text
    if "alasan" not in changes:
        assert 'value="Selalu disetujui."' in answer.text
    assert not _on(site)


def test_rules_that_need_people_are_listed_with_why(staff: Colleagues) -> None:
    page = staff.as_supervisor().get("/otomatis").text
    never = page[page.index('id="automation-never"') :]
    assert all(name in never for name in NEVER)
    assert "Menyerahkan akses" in never
    assert 'value="password.by_school"' not in page


def test_everything_is_stopped_at_once_and_allowed_again(staff: Colleagues, site: Site) -> None:
    browser = staff.as_supervisor()
    _turned_on(site, staff)
    fields = _fields(staff, StaffRole.SUPERVISOR, alasan="Ada gangguan.")
    browser.post("/otomatis/penghentian", data=fields)
    assert not _on(site)
    assert "Semua dihentikan" in browser.get("/otomatis").text
    browser.post("/otomatis/perizinan", data=fields)
    assert _on(site)


def test_the_setting_is_named_where_it_stops_all(staff: Colleagues, site: Site) -> None:
    forbidden = replace(site, watch=replace(WATCH, is_allowed=False))
    browser = TestClient(pages_of(forbidden))
    browser.cookies = staff.as_agent().cookies
    assert "Dimatikan lewat setelan" in browser.get("/otomatis").text


def test_a_sample_is_looked_at_once(staff: Colleagues, site: Site) -> None:
    _turned_on(site, staff)
    sample, browser = _sample(site), staff.as_agent()
    page = browser.get("/otomatis").text
    assert f'id="automation-sample-{sample}"' in page
    path = f"/otomatis/contoh/{sample}"
    wrong = _fields(staff, StaffRole.AGENT, penilaian="keliru", catatan=" ")
    assert browser.post(path, data=wrong).status_code == 422
    said = browser.post(path, data=_fields(staff, StaffRole.AGENT, penilaian="benar", catatan=""))
    assert said.status_code == 303
    late = browser.post(path, data={**wrong, "catatan": "Tidak."})
    assert late.status_code == 409
    assert "sudah diperiksa" in late.text
    assert browser.post("/otomatis/contoh/99999", data=wrong).status_code == 404
    assert f"automation-sample-{sample}" not in browser.get("/otomatis").text


def test_a_wrong_one_leads_to_its_undo_and_is_in_the_tickets_history(
    staff: Colleagues, site: Site
) -> None:
    _turned_on(site, staff)
    sample, browser = _sample(site), staff.as_agent()
    fields = _fields(staff, StaffRole.AGENT, penilaian="keliru", catatan="Orangnya keliru.")
    part = browser.post(f"/otomatis/contoh/{sample}", data=fields, headers=HTMX)
    [(number, anchor)] = re.findall(r'href="/tiket/(\d+)#(plan-\d+-undo)"', part.text)
    history = browser.get(f"/tiket/{number}").text
    assert f"aturan {DUE.id} keliru" in history
    assert anchor.split("-")[1].isdigit()


@pytest.mark.web
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_page_fits_a_telephone_and_a_desk(
    opened: Opened, address: str, site: Site, staff: Colleagues
) -> None:
    with site.database.write() as session:
        for _ in range(12):
            build.propose(
                session,
                build.ticket(session),
                build.verdict(rule=DUE.id, rule_version=DUE.version),
            )
    page = opened().new_page()
    page.goto(f"{address}/otomatis")
    for width in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": 800})
        assert overflow(page) <= 0
        assert page.get_by_role("heading", level=1).is_visible()
