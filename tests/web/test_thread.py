"""The public reply on the page of a comment's report, and the rating of an answer."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app import requester, threads
from app.store import thread_replies, tickets
from app.web.site import Site
from models import ThreadReply
from models.vocabulary import Channel, Helped, StaffRole, ThreadState, TicketState
from tests.support import build
from tests.support.answered import answered
from tests.support.browser import TestClient
from tests.support.pages import pages_of
from tests.web.conftest import Colleagues

OWN = "Laporan ini sudah kami tangani"


def comment(site: Site, state: TicketState = TicketState.ANSWERED) -> int:
    with site.database.write() as session:
        return build.ticket(session, channel=Channel.COMMENT, state=state).number


def kept(site: Site, number: int) -> list[ThreadReply]:
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
        return list(thread_replies.of_ticket(session, ticket.id))


@pytest.fixture
def agent(staff: Colleagues) -> TestClient:
    return staff.as_agent()


def say(agent: TestClient, staff: Colleagues, number: int, text: str, path: str = "utas") -> int:
    data = {"csrf": staff.csrf[StaffRole.AGENT], "balasan": text}
    return int(agent.post(f"/tiket/{number}/{path}", data=data).status_code)


def test_only_an_answered_comment_has_the_form(
    agent: TestClient, staff: Colleagues, site: Site
) -> None:
    assert OWN in agent.get(f"/tiket/{comment(site)}").text
    for number in (comment(site, TicketState.MANUAL), answered(site).number):
        assert "Balasan di kolom komentar" not in agent.get(f"/tiket/{number}").text
        assert say(agent, staff, number, "Sudah.") == 409
        assert kept(site, number) == []


def test_without_a_help_centre_the_text_is_copied(
    agent: TestClient, staff: Colleagues, site: Site
) -> None:
    number = comment(site)
    assert say(agent, staff, number, f"{OWN}.") == 303
    page = agent.get(f"/tiket/{number}").text
    assert "Salin teks ini" in page
    assert kept(site, number)[0].state is ThreadState.TO_COPY
    assert say(agent, staff, number, "", "utas/tempel") == 303
    assert kept(site, number)[0].state is ThreadState.COPIED
    assert "ditempel petugas" in agent.get(f"/tiket/{number}").text
    assert say(agent, staff, number, "Lagi.") == 409


def test_personal_data_is_refused_and_the_text_kept(
    agent: TestClient, staff: Colleagues, site: Site
) -> None:
    number = comment(site)
    data = {"csrf": staff.csrf[StaffRole.AGENT], "balasan": "Akun Bu Lestari sudah siap."}
    answer = agent.post(f"/tiket/{number}/utas", data=data)
    assert answer.status_code == 422
    assert "memuat data orang: Lestari" in answer.text
    assert "Akun Bu Lestari sudah siap.</textarea>" in answer.text
    assert kept(site, number) == []


def test_with_a_help_centre_it_is_owed_once(site: Site) -> None:
    site = replace(site, has_help_centre=True)
    app = pages_of(site)
    staff = Colleagues(
        site, lambda: TestClient(app, follow_redirects=False, raise_server_exceptions=False)
    )
    agent, number = staff.as_agent(), comment(site)
    assert say(agent, staff, number, f"{OWN}.") == 303
    assert say(agent, staff, number, f"{OWN} lagi.") == 409
    [reply] = kept(site, number)
    assert (reply.state, reply.body) == (ThreadState.QUEUED, f"{OWN}.")
    owed = site.database.queue.list_workflows(name="utas", load_input=False)
    assert len(owed) == 1
    assert "Sedang dikirim" in agent.get(f"/tiket/{number}").text


def test_a_first_reply_can_be_taken_back_and_its_text_is_kept(site: Site) -> None:
    site = replace(site, has_help_centre=True, undo_for=timedelta(seconds=10))
    app = pages_of(site)
    staff = Colleagues(site, lambda: TestClient(app, follow_redirects=False))
    agent, number = staff.as_agent(), comment(site)
    text = f"{OWN}. Terima kasih."
    assert say(agent, staff, number, text) == 303
    page = agent.get(f"/tiket/{number}").text
    assert "Balasan komentar siap dikirim." in page
    [reply] = kept(site, number)
    address = page.split('id="undo"')[1].split('action="')[1].split('"')[0]
    agent.post(address, data={"csrf": staff.csrf[StaffRole.AGENT]})
    assert kept(site, number) == []
    assert f"{text}</textarea>" in agent.get(f"/tiket/{number}").text
    # The duty that was owed for it finds nothing to do.
    threads.deliver(site.database, reply.id, help_centre=_Nobody(), now=site.clock())
    threads.give_up_later(site.database, reply.id, now=site.clock())


class _Nobody:
    """A help centre that must not be asked."""

    def post(self, body: str) -> str:
        raise AssertionError(body)

    def find(self, body: str, since: datetime) -> str:
        raise AssertionError(body, since)

    def shows(self, comment_id: str, body: str) -> bool:
        raise AssertionError(comment_id, body)


def test_a_new_message_asks_for_a_new_reply(
    agent: TestClient, staff: Colleagues, site: Site
) -> None:
    number = comment(site)
    say(agent, staff, number, f"{OWN}.")
    with site.database.write() as session:
        ticket = tickets.by_number(session, number)
        ticket.revision += 1
        session.add(ticket)
    assert say(agent, staff, number, f"{OWN} juga.") == 303
    assert len(kept(site, number)) == 2


def test_an_empty_or_endless_reply_is_refused(
    agent: TestClient, staff: Colleagues, site: Site
) -> None:
    number = comment(site)
    assert say(agent, staff, number, "  ") == 422
    assert say(agent, staff, number, "kata " * 500) == 422
    assert kept(site, number) == []


def test_agents_see_what_the_requester_says_of_an_answer(agent: TestClient, site: Site) -> None:
    report = answered(site)
    with site.database.write() as session:
        ticket = tickets.by_number(session, report.number)
        requester.rate(
            session,
            ticket,
            report.reply_id,
            Helped.PARTLY,
            note="Masih lambat, hubungi 0812 3456 7890 <b>",
            now=site.clock() + timedelta(hours=1),
        )
    page = agent.get(f"/tiket/{report.number}").text
    assert "Membantu sebagian" in page
    assert "Masih lambat" in page
    assert "0812 3456 7890" not in page
    assert "&lt;b&gt;" in page
