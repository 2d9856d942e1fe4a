"""A part of a report becomes one of its own, and its sender is told under which numbers."""

import re

import pytest
from httpx import Response

from app.store import events, links, replies, tickets
from app.web.site import Site
from models import Message, Ticket
from models.vocabulary import LinkState, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

FIRST = "Akun saya tidak bisa dibuka. Selain itu, akun murid saya belum ada."
SECOND = "Mohon juga sandi kepala sekolah."
WITH_FILE = "Terlampir."


@pytest.fixture
def made(site: Site) -> Ticket:
    with site.database.write() as session:
        made = build.ticket(session, body=FIRST)
        build.message(session, made, body=SECOND)
        build.attachment(session, made, filename="bukti.png")
    return made


def test_a_message_goes_over_and_stays(staff: Colleagues, site: Site, made: Ticket) -> None:
    agent = staff.as_agent()
    last = _messages(site, made)[-1]
    page = agent.get(f"/tiket/{made.number}").text
    for _ in range(2):
        assert _split(agent, made, page, pesan=str(last.id)).status_code == 303
    new = _new(site, made)
    assert new.state is TicketState.RECEIVED
    assert [each.body for each in _messages(site, new)] == [WITH_FILE]
    assert [each.body for each in _messages(site, made)] == [FIRST, SECOND, WITH_FILE]
    with site.database.read() as session:
        assert [e.filename for e in tickets.attachments_of(session, new.id)] == ["bukti.png"]
        link = links.between(session, new.id, made.id)
        assert link is not None
        assert link.state is LinkState.CONFIRMED
        (told,) = replies.of_ticket(session, new.id)
        kinds = [each.kind for each in events.of_ticket(session, made.id)]
    assert kinds == ["split_off"]
    assert told.to == made.requester_email
    assert f"nomor {new.number}" in told.body
    assert f"nomor {made.number}" in told.body
    assert f"/laporan/{new.number}?kunci=" in told.body


def test_a_part_of_a_message_goes_over(staff: Colleagues, site: Site, made: Ticket) -> None:
    agent = staff.as_agent()
    part = "akun murid saya belum ada."
    _split(agent, made, agent.get(f"/tiket/{made.number}").text, bagian=part)
    assert [each.body for each in _messages(site, _new(site, made))] == [part]


@pytest.mark.parametrize("typed", [{}, {"bagian": "yang tidak pernah ditulis"}])
def test_nothing_or_what_nobody_wrote_is_refused(
    staff: Colleagues, site: Site, made: Ticket, typed: dict[str, str]
) -> None:
    agent = staff.as_agent()
    refused = _split(agent, made, agent.get(f"/tiket/{made.number}").text, **typed)
    assert refused.status_code == 422
    assert "Belum dipisahkan" in refused.text
    assert typed.get("bagian", "") in refused.text


def test_all_of_it_is_no_part(staff: Colleagues, site: Site, made: Ticket) -> None:
    agent = staff.as_agent()
    every = [str(each.id) for each in _messages(site, made)]
    page = agent.get(f"/tiket/{made.number}").text
    assert _split(agent, made, page, pesan=every).status_code == 422


def test_another_reports_message_does_not_come_over(
    staff: Colleagues, site: Site, made: Ticket
) -> None:
    with site.database.write() as session:
        other = build.ticket(session)
    foreign = str(_messages(site, other)[0].id)
    agent = staff.as_agent()
    page = agent.get(f"/tiket/{made.number}").text
    assert _split(agent, made, page, pesan=foreign).status_code == 422


def _split(browser: TestClient, made: Ticket, page: str, **typed: str | list[str]) -> Response:
    form = re.search(rf'<form [^>]*action="/tiket/{made.number}/pemisahan".*?</form>', page, re.S)
    assert form
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form[0]))
    answer: Response = browser.post(f"/tiket/{made.number}/pemisahan", data=hidden | typed)
    return answer


def _new(site: Site, made: Ticket) -> Ticket:
    with site.database.read() as session:
        last = list(tickets.after_id(session, made.id, limit=10))
        (new,) = [each for each in last if each.linked_to_id == made.id]
    return new


def _messages(site: Site, made: Ticket) -> list[Message]:
    with site.database.read() as session:
        return list(tickets.messages_of(session, made.id))
