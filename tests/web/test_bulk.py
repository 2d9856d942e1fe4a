"""One act on many reports: chosen, previewed, begun once, watched, taken back."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from httpx import Response

from app.bulk import job
from app.store import bulk, tickets
from app.web.site import Site
from models import Ticket
from models.vocabulary import ItemOutcome, StaffRole, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Clock, Colleagues


@pytest.fixture
def site(site: Site) -> Site:
    return replace(site, undo_for=timedelta(seconds=10))


class Desk:
    """An agent with one ticket that waits for a yes, one closed, and one that is running."""

    def __init__(self, site: Site, staff: Colleagues, clock: Clock) -> None:
        self.site, self.clock, self.browser = site, clock, staff.as_agent()
        self.csrf = staff.csrf[StaffRole.AGENT]
        with site.database.write() as session:
            self.open = build.planned(session)
            self.closed = build.ticket(session, state=TicketState.CLOSED)
            self.running = build.ticket(session, state=TicketState.RUNNING)

    @property
    def numbers(self) -> list[int]:
        return [self.open.number, self.closed.number, self.running.number]

    def previews(self, action: str, **typed: str) -> Response:
        fields = {"csrf": self.csrf, "nomor": self.numbers, "tindakan": action, **typed}
        answer: Response = self.browser.post("/borongan", data=fields)
        return answer

    def sends(self, page: str) -> Response:
        """The preview's form as the page gives it."""
        [form] = re.findall(r'<form id="bulk-preview".*?</form>', page, re.DOTALL)
        hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
        fields: dict[str, list[str]] = {}
        for name, value in hidden:
            fields.setdefault(name, []).append(value)
        answer: Response = self.browser.post("/borongan", data=fields)
        return answer

    def runs(self) -> None:
        with self.site.database.read() as session:
            [last, *_] = bulk.of_colleague(session, 1, limit=1)
        job.run(self.site.database, last.id, tracking_url=lambda _: None, clock=self.clock)

    def state(self, ticket: Ticket) -> TicketState:
        with self.site.database.read() as session:
            return tickets.by_id(session, ticket.id).state


@pytest.fixture
def desk(site: Site, staff: Colleagues, clock: Clock) -> Desk:
    return Desk(site, staff, clock)


def _figures(page: str) -> list[str]:
    found = re.search(r'<ul class="figures">.*?</ul>', page, re.DOTALL)
    return re.findall(r"<b>(\d+)</b>", found[0]) if found else []


def test_the_preview_says_what_would_happen_to_each_and_changes_nothing(desk: Desk) -> None:
    page = desk.previews("close").text
    assert _figures(page) == ["1", "1", "1"]
    assert "Jalankan untuk 1 laporan" in page
    assert desk.state(desk.open) is TicketState.PLANNED
    address = {"nomor": desk.numbers, "tindakan": "close"}
    assert _figures(desk.browser.get("/borongan", params=address).text) == ["1", "1", "1"]


def test_a_job_is_begun_once_watched_and_taken_back_without_scripts(desk: Desk) -> None:
    page = desk.previews("close").text
    first, again = desk.sends(page), desk.sends(page)
    here = first.headers["location"]
    assert (first.status_code, here) == (303, again.headers["location"])
    assert "Sedang dijalankan: 0 dari 1" in desk.browser.get(here).text
    desk.runs()
    assert desk.state(desk.open) is TicketState.CLOSED
    done = desk.browser.get(here).text
    assert "Selesai: 1 laporan" in done
    assert "Batalkan semua (10 detik)" in done
    for _ in range(2):
        back = desk.browser.post(f"{here}/pembatalan", data={"csrf": desk.csrf})
        assert (back.status_code, back.headers["location"]) == (303, here)
    job.take_back(desk.site.database, int(here.rsplit("/", 1)[1]), clock=desk.clock)
    assert "Sudah ditarik kembali" in desk.browser.get(here).text
    assert desk.state(desk.open) is TicketState.PLANNED


def test_the_page_asks_again_only_while_something_goes_on(desk: Desk) -> None:
    here = desk.sends(desk.previews("close").text).headers["location"]
    htmx = {"HX-Request": "true"}
    assert 'hx-trigger="load delay:2s"' in desk.browser.get(here, headers=htmx).text
    desk.runs()
    assert 'hx-trigger="load delay:10s"' in desk.browser.get(here, headers=htmx).text
    desk.clock.forward(timedelta(seconds=10))
    assert "hx-trigger" not in desk.browser.get(here, headers=htmx).text
    late = desk.browser.post(f"{here}/pembatalan", data={"csrf": desk.csrf})
    assert (late.status_code, "Waktunya sudah habis" in late.text) == (409, True)


def test_one_yes_approves_what_the_preview_showed(desk: Desk) -> None:
    page = desk.previews("approve").text
    desk.sends(page)
    desk.runs()
    assert desk.state(desk.open) is TicketState.RUNNING


@pytest.mark.alike
@pytest.mark.parametrize(
    ("action", "typed", "sentence"),
    [
        ("answer", {"teks": "  "}, "Lengkapi dahulu"),
        ("assign", {"rekan": "x"}, "Lengkapi dahulu"),
        ("assign", {"rekan": "9" * 30}, "Lengkapi dahulu"),
        ("category", {"kategori": "bukan"}, "Lengkapi dahulu"),
        ("snooze", {"sampai": "date"}, "Pilih tanggalnya"),
        ("duplicate", {"laporan": "abc"}, "Tidak ada laporan lain"),
        ("close", {"nomor": ""}, "Belum ada laporan yang dipilih"),
        ("close", {"nomor": " ".join(map(str, range(100_000, 100_501)))}, "Paling banyak 500"),
    ],
)
def test_what_is_missing_gets_a_sentence_and_what_was_typed_is_kept(
    desk: Desk, action: str, typed: dict[str, str], sentence: str
) -> None:
    answer = desk.previews(action, **typed)
    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert f'<option value="{action}" selected>' in answer.text


def test_unknown_numbers_are_named_and_passed_over(desk: Desk) -> None:
    page = desk.previews("close", nomor=f"#{desk.open.number}, 999999").text
    assert "dilewati: 999999" in page
    assert _figures(page) == ["1", "0", "0"]


def test_jobs_of_mine_are_listed(desk: Desk) -> None:
    here = desk.sends(desk.previews("close").text).headers["location"]
    assert f'href="{here}"' in desk.browser.get("/borongan").text


def test_strangers_forged_forms_and_colleagues(
    desk: Desk, client: TestClient, staff: Colleagues
) -> None:
    here = desk.sends(desk.previews("close").text).headers["location"]
    assert client.get("/borongan").status_code == client.get(here).status_code == 303
    forged = {"csrf": "x", "nomor": "1", "tindakan": "close"}
    assert desk.browser.post("/borongan", data=forged).status_code == 403
    assert desk.browser.get("/borongan/99999").status_code == 404
    other = staff.as_supervisor()
    refused = other.post(f"{here}/pembatalan", data={"csrf": staff.csrf[StaffRole.SUPERVISOR]})
    assert refused.status_code == 403
    with desk.site.database.read() as session:
        assert {each.outcome for each in bulk.items(session, 1)} == {ItemOutcome.WAITING}
