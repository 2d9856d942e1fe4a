"""A report handled under another: reversible, told to both, never of two people unawares."""

import re
from datetime import timedelta

import pytest
from httpx import Response

from app.intake import keys
from app.linking.marks import sealer
from app.store import events, marks, plans, tickets
from app.targets.follow import follow
from app.web.site import Site
from models import Ticket
from models.vocabulary import MarkKind, PlanState, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import API_TOKEN, WEDNESDAY_NOON, Clock, Colleagues

SECRET = "Rahasia laporan utama"


@pytest.fixture
def lead(site: Site) -> Ticket:
    with site.database.write() as session:
        found = build.ticket(
            session, state=TicketState.WAITING, promised_at=WEDNESDAY_NOON, body=SECRET
        )
        follow(session, found, found.created_at)
        return found


@pytest.fixture
def made(site: Site) -> Ticket:
    with site.database.write() as session:
        found = build.planned(session, due_at=WEDNESDAY_NOON + timedelta(days=2), tries=1)
        follow(session, found, found.created_at)
        return found


def test_merge_then_unmerge_is_the_identity(
    staff: Colleagues, site: Site, made: Ticket, lead: Ticket
) -> None:
    before = [_row(site, each) for each in (made, lead)]
    agent = staff.as_agent()
    assert _merge(agent, made, lead.number).status_code == 303
    assert _row(site, made)["state"] is TicketState.CLOSED
    assert not _proposals(site, made)
    page = agent.get(f"/tiket/{made.number}").text
    assert f"Ditangani di bawah laporan #{lead.number}" in page
    assert _send(agent, made, "pelepasan").status_code == 303
    assert [_row(site, each) for each in (made, lead)] == before
    assert len(_proposals(site, made)) == 1
    assert _kinds(site, made) == ["merged", "unmerged"]
    assert _kinds(site, lead) == ["merged_here", "unmerged_here"]
    assert _send(agent, made, "pelepasan", old=page).status_code == 409


def test_two_people_are_merged_only_by_an_explicit_word(
    staff: Colleagues, site: Site, made: Ticket, lead: Ticket
) -> None:
    with site.database.write() as session:
        for each, person in ((made, "person-1"), (lead, "person-2")):
            marks.replace(session, each, [(MarkKind.PERSON, sealer(b"x")(person))])
    agent = staff.as_agent()
    refused = _merge(agent, made, lead.number)
    assert refused.status_code == 422
    assert "tidak diketahui tentang orang yang sama" in refused.text
    assert _row(site, made)["state"] is TicketState.PLANNED
    assert _merge(agent, made, lead.number, beda_orang="ya").status_code == 303


def test_the_merged_number_tells_where_the_leading_one_stands_and_no_more(
    staff: Colleagues, site: Site, client: TestClient, made: Ticket, lead: Ticket
) -> None:
    _merge(staff.as_agent(), made, lead.number)
    page = client.get(_tracking(site, made)).text
    assert "is-waiting" in page
    assert "ditangani bersama laporan lain" in page
    assert SECRET not in page
    assert str(lead.number) not in page


def test_a_machine_is_told_under_which_number_it_is_handled(
    staff: Colleagues, client: TestClient, made: Ticket, lead: Ticket
) -> None:
    agent, bearer = staff.as_agent(), {"Authorization": f"Bearer {API_TOKEN}"}
    page = agent.get(f"/tiket/{made.number}").text
    _merge(agent, made, lead.number)
    told = client.get("/api/v1/tickets", headers=bearer).json()["tickets"]
    by_number = {each["number"]: (each["state"], each["merged_into"]) for each in told}
    assert by_number == {made.number: ("closed", lead.number), lead.number: ("waiting", None)}
    _send(agent, made, "pelepasan", old=page)
    one = client.get(f"/api/v1/tickets/{made.number}", headers=bearer).json()
    assert one["merged_into"] is None


def test_a_new_message_shows_on_the_leading_report_and_reopens_it(
    staff: Colleagues, site: Site, client: TestClient, made: Ticket, lead: Ticket, clock: Clock
) -> None:
    agent = staff.as_agent()
    _merge(agent, made, lead.number)
    clock.forward(timedelta(minutes=5))
    key = keys.key_for(made.number, site.secret)
    sent = {"kunci": key, "pesan": "Ada kabar baru dari saya"}
    assert client.post(f"/laporan/{made.number}/pesan", data=sent).status_code == 303
    page = agent.get(f"/tiket/{lead.number}").text
    assert "Ada kabar baru dari saya" in page
    assert f"lewat #{made.number}" in page
    assert _row(site, lead)["state"] is TicketState.RECEIVED
    assert _row(site, made)["state"] is TicketState.CLOSED
    assert _send(agent, made, "pelepasan").status_code == 303
    assert _row(site, made)["state"] is TicketState.RECEIVED


@pytest.mark.parametrize("state", [TicketState.RECEIVED, TicketState.RUNNING])
def test_what_the_system_works_on_is_not_put_away(
    staff: Colleagues, site: Site, lead: Ticket, state: TicketState
) -> None:
    with site.database.write() as session:
        busy = build.ticket(session, state=state)
    assert _merge(staff.as_agent(), busy, lead.number).status_code == 409


def test_neither_chains_nor_circles(
    staff: Colleagues, site: Site, made: Ticket, lead: Ticket
) -> None:
    with site.database.write() as session:
        third = build.ticket(session)
    agent = staff.as_agent()
    assert _merge(agent, made, made.number).status_code == 409
    assert _merge(agent, made, lead.number).status_code == 303
    assert _merge(agent, lead, third.number).status_code == 409
    assert _merge(agent, third, made.number).status_code == 409
    assert _merge(agent, third, 999_999_999).status_code == 404


def _merge(browser: TestClient, made: Ticket, number: int, **more: str) -> Response:
    return _send(browser, made, "penggabungan", laporan=str(number), alasan="Sama", **more)


def _send(browser: TestClient, made: Ticket, act: str, old: str = "", **typed: str) -> Response:
    page = old or browser.get(f"/tiket/{made.number}").text
    csrf = re.search(r'name="csrf" value="([^"]+)"', page)
    assert csrf
    fields = {"csrf": csrf[1]} | typed
    answer: Response = browser.post(f"/tiket/{made.number}/{act}", data=fields)
    return answer


def _tracking(site: Site, made: Ticket) -> str:
    return f"/laporan/{made.number}?kunci={keys.key_for(made.number, site.secret)}"


def _row(site: Site, made: Ticket) -> dict[str, object]:
    """Every column but when something last happened."""
    with site.database.read() as session:
        return tickets.by_id(session, made.id).model_dump(exclude={"updated_at"})


def _proposals(site: Site, made: Ticket) -> list[PlanState]:
    with site.database.read() as session:
        return [each.state for each in plans.waiting(session, made.id)]


def _kinds(site: Site, made: Ticket) -> list[str]:
    with site.database.read() as session:
        return [each.kind for each in events.of_ticket(session, made.id)]
