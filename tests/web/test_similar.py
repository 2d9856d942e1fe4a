"""Earlier reports of the same person; solved ones like this one, and what of them may be reused."""

import re
from datetime import timedelta

import pytest
from httpx import Response

from app.linking.marks import sealer
from app.reply import compose
from app.store import events, marks
from app.store.session import Session
from app.web.site import Site
from models import CannedAnswer, Ticket
from models.vocabulary import Category, Language, MarkKind, StaffRole, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import WEDNESDAY_NOON, Colleagues

HTMX = {"HX-Request": "true"}
WORDS = "Kata sandi akun saya lupa, mohon diatur ulang supaya dapat masuk lagi ke rapor."
PRIVATE = "Bapak Joko Prabowo, sandi sudah kami atur."


@pytest.fixture
def made(site: Site) -> Ticket:
    with site.database.write() as session:
        return build.ticket(session, body=WORDS, category=Category.PASSWORD_RESET)


def test_earlier_reports_of_the_person_are_listed_with_what_came_of_them(
    staff: Colleagues, site: Site, made: Ticket
) -> None:
    with site.database.write() as session:
        before = made.created_at - timedelta(days=40)
        same = build.ticket(session, created_at=before, requester_email="lain@surat.example")
        mail = build.ticket(session, created_at=before, state=TicketState.ANSWERED)
        other = build.ticket(session, created_at=before, requester_email="x@surat.example")
        _of_one_person(session, made, same)
        numbers = same.number, mail.number, other.number
    page = staff.as_agent().get(f"/tiket/{made.number}").text
    panel = _panel(page, made, "earlier")
    assert f"#{numbers[0]}" in panel
    assert "orang yang sama" in panel
    assert "pelapor yang sama" in panel
    assert panel.index(f"#{numbers[0]}") < panel.index(f"#{numbers[1]}")
    assert f"#{numbers[2]}" not in panel


def test_another_persons_answer_is_read_and_never_carried_over(
    staff: Colleagues, site: Site, made: Ticket
) -> None:
    number = _solved(site, answer=PRIVATE).number
    agent = staff.as_agent()
    page = agent.get(f"/tiket/{made.number}/serupa").text
    assert f"#{number}" in page
    assert "tentang orang lain" in page
    assert "sandi sudah kami atur" in page
    assert "<button" not in _panel(page, made, "similar")
    refused = _use(staff, agent, made, number)
    assert refused.status_code == 404
    assert "Joko" not in refused.text


def test_the_canned_answer_of_another_person_is_filled_in_for_this_one(
    staff: Colleagues, site: Site, made: Ticket
) -> None:
    boss = staff.add(StaffRole.ADMIN)
    number = _solved(site, answer=PRIVATE, canned_by=boss.id).number
    used = _use(staff, staff.as_agent(), made, number, teks="Awal.")
    assert used.status_code == 200
    assert "Awal.\n\nUntuk Sekar Lestari: buka laman bantuan.</textarea>" in used.text
    assert "Joko" not in used.text
    assert 'name="siap" value="1"' in used.text


def test_the_same_persons_answer_may_be_taken_up(
    staff: Colleagues, site: Site, made: Ticket
) -> None:
    other = _solved(site, answer="Sandi sudah kami atur ulang.")
    with site.database.write() as session:
        _of_one_person(session, made, other)
    used = _use(staff, staff.as_agent(), made, other.number)
    assert "Sandi sudah kami atur ulang.</textarea>" in used.text


def test_other_words_and_other_categories_are_not_alike(
    staff: Colleagues, site: Site, made: Ticket
) -> None:
    _solved(
        site,
        subject="Jadwal",
        body="Kapan sinkronisasi selesai untuk sekolah kami di pulau seberang?",
    )
    _solved(site, category=Category.ROLE_CHANGE)
    page = staff.as_agent().get(f"/tiket/{made.number}/serupa", headers=HTMX).text
    assert "Tidak ada laporan selesai" in page


def test_a_stranger_sees_nothing_alike(client: TestClient, made: Ticket) -> None:
    assert client.get(f"/tiket/{made.number}/serupa").status_code in {303, 401}


def _solved(
    site: Site,
    *,
    answer: str = "Selesai.",
    body: str = WORDS,
    subject: str = "Lupa sandi",
    category: Category = Category.PASSWORD_RESET,
    canned_by: int | None = None,
) -> Ticket:
    with site.database.write() as session:
        other = build.ticket(
            session,
            body=body,
            subject=subject,
            category=category,
            state=TicketState.ANSWERED,
            settled_at=WEDNESDAY_NOON - timedelta(days=3),
            created_at=WEDNESDAY_NOON - timedelta(days=4),
            requester_email="joko@surat.example",
        )
        letter = compose.by_hand(
            other.number, "Joko", answer, tracking_url="http://x/y", now=WEDNESDAY_NOON
        )
        build.reply(session, other, body=letter.body)
        if canned_by is not None:
            session.add(_canned(canned_by))
            events.record(session, other.id, "canned_used", "sari", at=WEDNESDAY_NOON, series=1)
    return other


def _canned(by_id: int) -> CannedAnswer:
    return CannedAnswer(
        series=1,
        version=1,
        title="Sandi",
        language=Language.ID,
        body="Untuk {nama}: buka laman bantuan.",
        by_id=by_id,
        at=WEDNESDAY_NOON,
    )


def _of_one_person(session: Session, *both: Ticket) -> None:
    mark = sealer(b"rahasia")("person-7")
    for each in both:
        marks.replace(session, each, [(MarkKind.PERSON, mark)])


def _use(
    staff: Colleagues, browser: TestClient, made: Ticket, number: int, teks: str = ""
) -> Response:
    fields = {"csrf": staff.csrf[StaffRole.AGENT], "laporan": str(number), "teks": teks}
    answer: Response = browser.post(f"/tiket/{made.number}/serupa", data=fields, headers=HTMX)
    return answer


def _panel(page: str, made: Ticket, name: str) -> str:
    found = re.search(rf'id="ticket-{made.number}-{name}".*', page, re.DOTALL)
    assert found
    return found[0].partition("<footer")[0]
