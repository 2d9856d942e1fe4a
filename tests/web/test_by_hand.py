"""Answers by hand, notes, and who has taken a ticket."""

from app.store import events, replies, tickets
from app.web.site import Site
from models import Message, Reply, Ticket
from models.vocabulary import StaffRole
from tests.support import build
from tests.support.browser import TestClient
from tests.support.ticket_forms import hidden_of, planned, send, ticket_of
from tests.web.conftest import Colleagues

HTMX = {"HX-Request": "true"}
FORMS: dict[str, dict[str, str]] = {
    "persetujuan": {},
    "jawaban": {},
    "penugasan": {},
    "catatan": {"teks": "Hubungi dinas."},
}


def test_an_answer_that_comes_second_is_not_sent_and_not_lost(
    staff: Colleagues, site: Site
) -> None:
    made, browser = planned(site), staff.as_agent()
    fields = _form(browser, made.number, "jawaban", teks="Jawaban saya yang panjang.")
    with site.database.write() as session:
        build.reply(session, made)
    for headers in ({}, HTMX):
        late = send(browser, made.number, "jawaban", fields, headers)
        assert late.status_code == 409
        assert "Jawaban lain sudah dikirim" in late.text
    kept = send(browser, made.number, "jawaban", fields)
    assert "Jawaban saya yang panjang.</textarea>" in kept.text
    assert len(_answers(site, made)) == 1


def test_an_answer_by_hand_goes_out_once(staff: Colleagues, site: Site) -> None:
    made, browser = planned(site), staff.as_agent()
    fields = _form(browser, made.number, "jawaban", teks="Sudah kami\r\nperiksa.\x00")
    send(browser, made.number, "jawaban", fields)
    send(browser, made.number, "jawaban", fields)
    (only,) = _answers(site, made)
    assert "Sudah kami\nperiksa." in only.body
    assert "http://testserver/laporan/" in only.body
    assert _kinds(site, made.number) == ["answered_by_hand"]


def test_nothing_is_answered_while_steps_are_carried_out(staff: Colleagues, site: Site) -> None:
    made, browser = planned(site), staff.as_agent()
    fields = _form(browser, made.number, "jawaban", teks="Tunggu dulu.")
    send(browser, made.number, "persetujuan", _form(browser, made.number, "persetujuan"))
    late = send(browser, made.number, "jawaban", fields)
    assert late.status_code == 409
    assert "Tunggu dulu." not in [each.body for each in _answers(site, made)]


def test_a_note_is_kept_once_and_among_colleagues(staff: Colleagues, site: Site) -> None:
    made, browser = planned(site), staff.as_agent()
    fields = _form(browser, made.number, "catatan")
    for _ in range(2):
        assert send(browser, made.number, "catatan", fields).status_code == 303
    notes = [each for each in _messages(site, made) if not each.is_public]
    assert [each.body for each in notes] == ["Hubungi dinas."]
    assert _kinds(site, made.number) == ["noted"]
    assert "catatan internal" in browser.get(f"/tiket/{made.number}").text


def test_taking_and_letting_go(staff: Colleagues, site: Site) -> None:
    number, browser = planned(site).number, staff.as_agent()
    for _ in range(2):
        send(browser, number, "penugasan", {"csrf": staff.csrf[StaffRole.AGENT]})
    assert ticket_of(site, number).assigned_to_id is not None
    assert "Diambil oleh Laksmi Wulandari." in browser.get(f"/tiket/{number}").text
    send(browser, number, "penugasan", _form(browser, number, "penugasan"))
    assert ticket_of(site, number).assigned_to_id is None
    assert _kinds(site, number) == ["assigned", "unassigned"]


def test_letting_go_has_its_own_verb(staff: Colleagues, site: Site) -> None:
    number, browser = planned(site).number, staff.as_agent()
    headers = {"X-CSRF": staff.csrf[StaffRole.AGENT]}
    browser.post(f"/tiket/{number}/penugasan", headers=headers)
    answer = browser.delete(f"/tiket/{number}/penugasan", headers=headers)
    assert answer.status_code == 303
    assert ticket_of(site, number).assigned_to_id is None


def _form(browser: TestClient, number: int, act: str, **typed: str) -> dict[str, str]:
    return {**hidden_of(browser, number, act), **FORMS[act], **typed}


def _kinds(site: Site, number: int) -> list[str]:
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
        return [each.kind for each in events.of_ticket(session, ticket.id)]


def _answers(site: Site, made: Ticket) -> list[Reply]:
    with site.database.read() as session:
        return list(replies.of_ticket(session, made.id))


def _messages(site: Site, made: Ticket) -> list[Message]:
    with site.database.read() as session:
        return list(tickets.messages_of(session, made.id))
