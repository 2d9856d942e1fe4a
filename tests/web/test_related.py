"""What connects a ticket with others, on its page: links to decide, and incidents."""

from dataclasses import dataclass

import pytest

from app.store import events, links, tickets
from app.web.site import Site
from models import Ticket
from models.vocabulary import LinkReason, LinkState, StaffRole, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

HTMX = {"HX-Request": "true"}
ACTS = {"kaitan": LinkState.CONFIRMED, "bukan-kaitan": LinkState.REJECTED}


@dataclass(frozen=True)
class Pair:
    site: Site
    later: Ticket
    earlier: Ticket

    @property
    def state(self) -> LinkState:
        with self.site.database.read() as session:
            found = links.between(session, self.later.id, self.earlier.id)
            assert found is not None
            return found.state

    @property
    def linked_to_id(self) -> int | None:
        with self.site.database.read() as session:
            return tickets.by_id(session, self.later.id).linked_to_id

    @property
    def happened(self) -> list[str]:
        with self.site.database.read() as session:
            return [each.kind for each in events.of_ticket(session, self.later.id)]


@pytest.fixture
def pair(site: Site) -> Pair:
    with site.database.write() as session:
        earlier = build.ticket(session, state=TicketState.WAITING)
        later = build.planned(session)
        build.link(session, later, earlier, reason=LinkReason.SAME_PERSON, percent=64)
    return Pair(site, later, earlier)


def test_the_page_says_why_another_report_is_related(staff: Colleagues, pair: Pair) -> None:
    page = staff.as_agent().get(f"/tiket/{pair.later.number}").text
    assert "Laporan terkait" in page
    assert f'href="/tiket/{pair.earlier.number}"' in page
    assert "Orang yang sama, kategori sama, isi 64% serupa." in page
    assert "Memang sama" in page


def test_the_earlier_report_shows_it_too_and_leaves_the_decision_there(
    staff: Colleagues, pair: Pair
) -> None:
    page = staff.as_agent().get(f"/tiket/{pair.earlier.number}").text
    assert f'href="/tiket/{pair.later.number}"' in page
    assert "Diputuskan pada laporan yang menyusul" in page
    assert "/kaitan" not in page


def test_without_anything_in_common_there_is_no_section(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        number = build.planned(session).number
    assert "Laporan terkait" not in staff.as_agent().get(f"/tiket/{number}").text


@pytest.mark.parametrize("act", ACTS)
def test_a_word_on_it_is_kept_once_however_often_it_is_sent(
    staff: Colleagues, pair: Pair, act: str
) -> None:
    browser = staff.as_agent()
    fields = _fields(staff, pair)
    for _ in range(2):
        answer = browser.post(f"/tiket/{pair.later.number}/{act}", data=fields)
        assert (answer.status_code, answer.headers["location"]) == (
            303,
            f"/tiket/{pair.later.number}",
        )
    assert pair.state is ACTS[act]
    assert pair.linked_to_id == (pair.earlier.id if act == "kaitan" else None)
    assert pair.happened == ["linked" if act == "kaitan" else "link_rejected"]


def test_htmx_gets_the_ticket_and_a_yes_can_be_taken_back(staff: Colleagues, pair: Pair) -> None:
    browser = staff.as_agent()
    address, fields = f"/tiket/{pair.later.number}", _fields(staff, pair)
    part = browser.post(f"{address}/kaitan", data=fields, headers=HTMX).text
    assert part.lstrip().startswith(f'<article id="ticket-{pair.later.number}"')
    assert "Batalkan kaitan" in part
    assert "Dikaitkan dengan laporan" in part
    part = browser.post(f"{address}/bukan-kaitan", data=fields, headers=HTMX).text
    assert "Batalkan kaitan" not in part
    assert (pair.state, pair.linked_to_id) == (LinkState.REJECTED, None)
    assert pair.happened == ["linked", "unlinked"]


@pytest.mark.parametrize("act", ACTS)
def test_a_stranger_a_forged_form_and_an_unknown_report_do_nothing(
    client: TestClient, staff: Colleagues, pair: Pair, act: str
) -> None:
    address, forged = f"/tiket/{pair.later.number}/{act}", {"laporan": "1", "csrf": "palsu"}
    assert client.post(address, data=forged).headers["location"] == "/masuk"
    browser = staff.as_agent()
    assert browser.post(address, data=forged).status_code == 403
    right = {**_fields(staff, pair), "laporan": str(pair.later.number)}
    for number in (right["laporan"], "999", str(2**62)):
        assert browser.post(address, data={**right, "laporan": number}).status_code == 404
    assert browser.post(address, data={**right, "laporan": "x"}).status_code == 422
    assert pair.state is LinkState.SUGGESTED
    assert pair.happened == []


def test_the_page_names_the_incident_it_is_part_of(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        made = build.planned(session)
        incident = build.incident(session, [made])
    page = staff.as_agent().get(f"/tiket/{made.number}").text
    assert "Bagian dari kejadian" in page
    assert f'href="/kejadian/{incident.id}"' in page


def _fields(staff: Colleagues, pair: Pair) -> dict[str, str]:
    return {"csrf": staff.csrf[StaffRole.AGENT], "laporan": str(pair.earlier.number)}
