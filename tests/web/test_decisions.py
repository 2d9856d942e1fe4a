"""What colleagues do to a ticket, with and without scripts, once and twice."""

import pytest

from app import desk
from app.store import casework, events, plans, tickets
from app.store import staff as colleagues
from app.web.site import Site
from models import Ticket
from models.vocabulary import Automation, Category, PlanState, StaffRole, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.support.ticket_forms import hidden_of, planned, send, ticket_of
from tests.web.conftest import Colleagues

HTMX = {"HX-Request": "true"}
FORMS = {
    "persetujuan": {},
    "penolakan": {"alasan": "Bukan orang ini."},
    "kategori": {"kategori": "activation"},
    "jawaban": {"teks": "Sudah kami periksa.", "jawaban_terlihat": "0"},
    "pemeriksaan": {},
    "penutupan": {},
    "penugasan": {},
    "catatan": {"teks": "Hubungi dinas.", "sekali": "a1"},
}
LEADS_TO = {
    "persetujuan": TicketState.RUNNING,
    "penolakan": TicketState.MANUAL,
    "kategori": TicketState.RECEIVED,
    "jawaban": TicketState.ANSWERED,
    "pemeriksaan": TicketState.RECEIVED,
    "penutupan": TicketState.CLOSED,
    "penugasan": TicketState.PLANNED,
    "catatan": TicketState.PLANNED,
}


def _form(browser: TestClient, number: int, act: str, **typed: str) -> dict[str, str]:
    return {**hidden_of(browser, number, act), **FORMS[act], **typed}


@pytest.mark.parametrize("act", FORMS)
def test_each_form_does_its_act_without_scripts(staff: Colleagues, site: Site, act: str) -> None:
    number, browser = planned(site).number, staff.as_agent()
    answer = send(browser, number, act, _form(browser, number, act))
    assert (answer.status_code, answer.headers["location"]) == (303, f"/tiket/{number}")
    assert ticket_of(site, number).state is LEADS_TO[act]


@pytest.mark.parametrize("act", FORMS)
def test_htmx_gets_the_ticket_as_it_is_now(staff: Colleagues, site: Site, act: str) -> None:
    number, browser = planned(site).number, staff.as_agent()
    part = send(browser, number, act, _form(browser, number, act), HTMX)
    assert part.status_code == 200
    assert part.text.lstrip().startswith(f'<article id="ticket-{number}"')
    assert f"is-{LEADS_TO[act].value}" in part.text


@pytest.mark.alike
@pytest.mark.parametrize("act", FORMS)
def test_a_stranger_and_a_forged_form_do_nothing(
    client: TestClient, staff: Colleagues, site: Site, act: str
) -> None:
    number = planned(site).number
    fields = {**FORMS[act], "csrf": "palsu"}
    stranger = send(client, number, act, fields)
    assert (stranger.status_code, stranger.headers["location"]) == (303, "/masuk")
    assert send(staff.as_agent(), number, act, fields).status_code == 403
    assert ticket_of(site, number).state is TicketState.PLANNED
    assert _kinds(site, number) == []


def test_the_second_click_on_approve_is_refused_kindly(staff: Colleagues, site: Site) -> None:
    number, browser = planned(site).number, staff.as_agent()
    fields = _form(browser, number, "persetujuan")
    send(browser, number, "persetujuan", fields)
    again = send(browser, number, "persetujuan", fields)
    assert again.status_code == 409
    assert "sudah diputuskan rekan lain" in again.text
    assert f'id="ticket-{number}"' in again.text
    part = send(browser, number, "persetujuan", fields, HTMX)
    assert (part.status_code, part.headers["HX-Retarget"]) == (409, "#problem")
    assert _kinds(site, number) == ["approved"]


def test_nobody_approves_a_proposal_they_have_not_seen(staff: Colleagues, site: Site) -> None:
    made, browser = planned(site), staff.as_agent()
    fields = _form(browser, made.number, "persetujuan")
    with site.database.write() as session:
        plans.supersede(session, made.id)
        build.propose(session, made, build.verdict(rule="role_change.other"))
    stale = send(browser, made.number, "persetujuan", fields)
    assert stale.status_code == 409
    assert "role_change.other" in stale.text
    assert ticket_of(site, made.number).state is TicketState.PLANNED


def test_two_people_must_agree_where_a_step_asks_for_two(staff: Colleagues, site: Site) -> None:
    step = build.rename(automation=Automation.TWO_PERSON)
    number = planned(site, steps=(step,)).number
    first, second = staff.as_agent(), staff.as_supervisor()
    send(first, number, "persetujuan", _form(first, number, "persetujuan"))
    waiting = first.get(f"/tiket/{number}").text
    assert "menunggu persetujuan rekan lain" in waiting
    assert "Disetujui Laksmi Wulandari" in waiting
    assert f'action="/tiket/{number}/persetujuan"' not in waiting
    fields = _form(second, number, "persetujuan")
    mine_again = {**fields, "csrf": staff.csrf[StaffRole.AGENT]}
    refused = send(first, number, "persetujuan", mine_again)
    assert refused.status_code == 409
    assert "diperlukan persetujuan orang lain" in refused.text
    send(second, number, "persetujuan", fields)
    assert ticket_of(site, number).state is TicketState.RUNNING


def test_the_yes_of_a_colleague_who_has_left_is_not_one_of_two(
    staff: Colleagues, site: Site
) -> None:
    number = planned(site, steps=(build.rename(automation=Automation.TWO_PERSON),)).number
    leaver = staff.add(StaffRole.AGENT)
    first, second, third = staff.signed_in(leaver), staff.as_supervisor(), staff.as_admin()
    send(first, number, "persetujuan", _form(first, number, "persetujuan"))
    with site.database.write() as session:
        left = colleagues.found(session, leaver.id)
        left.is_active = False
        session.add(left)
    assert "Disetujui Laksmi Wulandari" not in second.get(f"/tiket/{number}").text
    send(second, number, "persetujuan", _form(second, number, "persetujuan"))
    assert ticket_of(site, number).state is TicketState.PLANNED
    send(third, number, "persetujuan", _form(third, number, "persetujuan"))
    assert ticket_of(site, number).state is TicketState.RUNNING


@pytest.mark.alike
@pytest.mark.parametrize(
    ("act", "field"), [("penolakan", "alasan"), ("jawaban", "teks"), ("catatan", "teks")]
)
def test_an_empty_field_is_complained_about(
    staff: Colleagues, site: Site, act: str, field: str
) -> None:
    number, browser = planned(site).number, staff.as_agent()
    answer = send(browser, number, act, _form(browser, number, act, **{field: " \n"}))
    assert answer.status_code == 422
    assert "Isian masih kosong" in answer.text
    assert _kinds(site, number) == []


def test_a_rejection_keeps_its_reason(staff: Colleagues, site: Site) -> None:
    made, browser = planned(site), staff.as_agent()
    send(browser, made.number, "penolakan", _form(browser, made.number, "penolakan"))
    page = browser.get(f"/tiket/{made.number}").text
    assert "Ditolak Laksmi Wulandari" in page
    assert "Bukan orang ini." in page
    with site.database.read() as session:
        plan = plans.by_id(session, _plan_ids(site, made)[0])
        assert plan.state is PlanState.REJECTED


def test_a_corrected_category_is_said_to_be_a_persons(staff: Colleagues, site: Site) -> None:
    number, browser = planned(site).number, staff.as_agent()
    send(browser, number, "kategori", _form(browser, number, "kategori"))
    assert ticket_of(site, number).category is Category.ACTIVATION
    assert "Ditetapkan oleh Laksmi Wulandari" in browser.get(f"/tiket/{number}").text


def test_a_category_that_is_none_changes_nothing(staff: Colleagues, site: Site) -> None:
    number, browser = planned(site).number, staff.as_agent()
    fields = _form(browser, number, "kategori", kategori="apa_saja")
    assert send(browser, number, "kategori", fields).status_code == 422
    assert _kinds(site, number) == []


def test_a_colleagues_yes_seen_elsewhere_is_shown(staff: Colleagues, site: Site) -> None:
    made, browser = planned(site), staff.as_agent()
    fields = _form(browser, made.number, "penolakan", alasan="Saya ragu akan orangnya.")
    with site.database.write() as session:
        other = staff.add(StaffRole.SUPERVISOR)
        desk.approve(session, tickets.by_id(session, made.id), by=other, now=build.NOON)
    late = send(browser, made.number, "penolakan", fields)
    assert late.status_code == 409
    assert "is-running" in late.text


@pytest.mark.parametrize("act", FORMS)
def test_acts_on_an_unknown_number_find_nothing(staff: Colleagues, act: str) -> None:
    browser = staff.as_agent()
    fields = {**FORMS[act], "csrf": staff.csrf[StaffRole.AGENT]}
    assert send(browser, 999_999, act, fields).status_code == 404


def _kinds(site: Site, number: int) -> list[str]:
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
        return [each.kind for each in events.of_ticket(session, ticket.id)]


def _plan_ids(site: Site, made: Ticket) -> list[int]:
    with site.database.read() as session:
        return [each.id for each in casework.of_ticket(session, made.id).plans]
