"""What the requester says of an answer: solved, not solved, and how far it helped."""

import gzip
import re
from datetime import timedelta

import pytest

from app.access.limits import TAP_PER_ADDRESS
from app.reply.compose import by_hand
from app.store import events, ratings, replies, tickets
from app.web.pages import STATIC
from app.web.site import Site
from models import Rating, Ticket
from models.vocabulary import Helped, TicketState, WhoActs
from tests.support.answered import Answered, a_reply, answered
from tests.support.browser import TestClient
from tests.web.conftest import WEDNESDAY_NOON, Clock, Colleagues

FIRST_VIEW = 20_000  # bytes of the page and all it needs, compressed


@pytest.fixture
def report(site: Site) -> Answered:
    return answered(site)


def stands(site: Site, report: Answered) -> Ticket:
    with site.database.read() as session:
        return tickets.by_number(session, report.number)


def kinds(site: Site, report: Answered) -> list[str]:
    with site.database.read() as session:
        ticket = tickets.by_number(session, report.number)
        return [each.kind for each in events.of_ticket(session, ticket.id)]


def rated(site: Site, report: Answered) -> Rating | None:
    with site.database.read() as session:
        return ratings.of_reply(session, report.reply_id)


def tap(client: TestClient, report: Answered, word: str, **more: str) -> int:
    data = {"kunci": report.key, "jawaban": str(report.reply_id), "nilai": word, **more}
    return int(client.post(f"{report.path}/nilai", data=data).status_code)


def test_solved_closes_the_report_once(client: TestClient, site: Site, report: Answered) -> None:
    client.post(f"{report.path}/selesai", data={"kunci": report.key})
    answer = client.post(f"{report.path}/selesai", data={"kunci": report.key})
    assert answer.status_code == 303
    page = client.get(answer.headers["location"]).text
    assert "ditutup karena Anda menyatakan masalahnya selesai" in page
    assert stands(site, report).state is TicketState.CLOSED
    assert kinds(site, report).count("solved") == 1


def test_following_a_link_changes_nothing(client: TestClient, site: Site, report: Answered) -> None:
    """Mail scanners follow every link of a letter."""
    body = by_hand(report.number, "", "Baik.", tracking_url=report.url, now=WEDNESDAY_NOON).body
    links = re.findall(r"/laporan/\S+", body)
    assert {link.partition("#")[2] for link in links} == {"", "selesai", "belum", "nilai"}
    page = ""
    for link in links:
        page = client.get(link).text
    assert all(f'id="{place}"' in page for place in ("selesai", "belum", "nilai"))
    for path in ("selesai", "belum", "nilai"):
        assert client.get(f"{report.path}/{path}?kunci={report.key}").status_code == 405
    assert stands(site, report).state is TicketState.ANSWERED
    assert rated(site, report) is None


def test_not_solved_opens_the_same_report_with_the_words(
    client: TestClient, site: Site, report: Answered, staff: Colleagues
) -> None:
    data = {"kunci": report.key, "pesan": "Masih tidak bisa masuk."}
    client.post(f"{report.path}/belum", data=data)
    answer = client.post(f"{report.path}/belum", data=data)
    assert answer.status_code == 303
    page = client.get(answer.headers["location"]).text
    for words in ("Laporan dibuka lagi", "Masih tidak bisa masuk.", "Akun sudah ada."):
        assert words in page
    ticket = stands(site, report)
    assert ticket.state is TicketState.RECEIVED
    assert ticket.settled_at is None
    assert kinds(site, report).count("reopened") == 1
    seen = staff.as_agent().get(f"/tiket/{report.number}").text
    assert "Pelapor menyatakan masalahnya belum selesai" in seen


def test_not_solved_wants_words(client: TestClient, site: Site, report: Answered) -> None:
    answer = client.post(f"{report.path}/belum", data={"kunci": report.key, "pesan": " "})
    assert answer.status_code == 422
    assert "Tuliskan keterangan" in answer.text
    assert stands(site, report).state is TicketState.ANSWERED


def test_a_closed_report_can_be_opened_but_not_closed(
    client: TestClient, site: Site, report: Answered
) -> None:
    client.post(f"{report.path}/selesai", data={"kunci": report.key})
    page = client.get(report.url).text
    assert 'id="selesai"' not in page
    assert 'id="belum"' in page


def test_what_is_still_worked_on_is_not_closed_by_an_old_page(
    client: TestClient, site: Site, report: Answered
) -> None:
    with site.database.write() as session:
        ticket = tickets.by_number(session, report.number)
        ticket.state, ticket.waiting_on = TicketState.PLANNED, WhoActs.HELPDESK
        session.add(ticket)
    answer = client.post(f"{report.path}/selesai", data={"kunci": report.key})
    assert "sedang diproses lagi" in client.get(answer.headers["location"]).text
    assert stands(site, report).state is TicketState.PLANNED
    assert 'id="selesai"' not in client.get(report.url).text


def test_an_answer_has_one_rating_that_may_be_changed(
    client: TestClient, site: Site, report: Answered
) -> None:
    assert tap(client, report, "no") == 303
    assert tap(client, report, "no", kalimat="Langkahnya kurang jelas.") == 303
    found = rated(site, report)
    assert found is not None
    assert (found.helped, found.note) == (Helped.NO, "Langkahnya kurang jelas.")
    assert tap(client, report, "yes") == 303
    again = rated(site, report)
    assert again is not None
    assert (again.id, again.helped) == (found.id, Helped.YES)
    assert again.note == "Langkahnya kurang jelas."
    page = client.get(report.url).text
    assert "Penilaian Anda: Membantu." in page
    assert kinds(site, report).count("rated") == 2


def test_a_word_or_answer_that_is_not_ours_is_refused(
    client: TestClient, site: Site, report: Answered
) -> None:
    assert tap(client, report, "hebat") == 422
    assert tap(client, report, "yes", jawaban="0x1") == 422
    assert tap(client, report, "yes", jawaban="999999") == 404
    assert tap(client, report, "yes", kalimat="x" * 501) == 422
    with site.database.write() as session:
        notice = a_reply(tickets.by_number(session, report.number), "Pemberitahuan", is_notice=True)
        session.add(notice)
        session.flush()
    assert tap(client, report, "yes", jawaban=str(notice.id)) == 404
    assert rated(site, report) is None


def test_a_stranger_says_nothing(client: TestClient, site: Site, report: Answered) -> None:
    for path in ("selesai", "belum", "nilai"):
        data = {"kunci": "AAAAA-AAAAA", "pesan": "Halo", "nilai": "yes", "jawaban": "1"}
        assert client.post(f"{report.path}/{path}", data=data).status_code == 404
    assert stands(site, report).state is TicketState.ANSWERED


def test_tapping_without_end_is_stopped(
    client: TestClient, site: Site, report: Answered, clock: Clock
) -> None:
    for _ in range(TAP_PER_ADDRESS.tries):
        assert tap(client, report, "yes") == 303
    assert tap(client, report, "no") == 429
    clock.forward(timedelta(hours=1, minutes=1))
    assert tap(client, report, "no") == 303


def test_before_an_answer_nothing_is_asked(
    client: TestClient, site: Site, report: Answered
) -> None:
    with site.database.write() as session:
        session.delete(replies.by_id(session, report.reply_id))
    page = client.get(report.url).text
    assert all(f'id="{place}"' not in page for place in ("selesai", "belum", "nilai"))


def test_the_history_keeps_what_only_records_know(
    client: TestClient, site: Site, report: Answered
) -> None:
    with site.database.write() as session:
        ticket = tickets.by_number(session, report.number)
        for kind in ("looked_up", "confirmation_asked", "delivered", "answered"):
            events.record(session, ticket.id, kind, "loket", at=WEDNESDAY_NOON)
    history = client.get(report.url).text.partition('<ol class="history">')[2].partition("</ol>")[0]
    assert re.findall(r"</time>\s*(.+)", history) == [
        "Laporan Anda kami terima.",
        "Kami memeriksanya dengan Dapodik dan data akun.",
        "Kami menjawab.",
    ]


def test_the_first_view_is_small(client: TestClient, site: Site, report: Answered) -> None:
    """The page and every asset it asks for, compressed, on a report with some talk in it."""
    tap(client, report, "partly")
    page = client.get(report.url)
    assets = re.findall(r'(?:href|src)="/static/([^"?]+)', page.text)
    assert assets
    parts = [page.content, *((STATIC / name).read_bytes() for name in assets)]
    assert sum(len(gzip.compress(part, 5)) for part in parts) < FIRST_VIEW
