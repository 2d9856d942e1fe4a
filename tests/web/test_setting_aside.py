"""Putting a report off, taking it up again, and marking it the same as an earlier one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from httpx import Response

from app import desk as acts
from app.store import events, links, queue, replies, snoozes, tickets
from app.store.queue import Filter
from app.web import written
from app.web.site import Site
from app.work import sweep
from models import Ticket
from models.vocabulary import LinkState, SnoozeFor, StaffRole, TicketState, Woke
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Clock, Colleagues


class Desk:
    """An agent before one ticket that waits for a yes."""

    def __init__(self, site: Site, staff: Colleagues) -> None:
        self.site, self.browser = site, staff.as_agent()
        self.csrf = staff.csrf[StaffRole.AGENT]
        with site.database.write() as session:
            self.number = build.planned(session).number

    def sends(self, act: str, **typed: str) -> Response:
        fields = {"csrf": self.csrf, **typed}
        answer: Response = self.browser.post(f"/tiket/{self.number}/{act}", data=fields)
        return answer

    @property
    def ticket(self) -> Ticket:
        with self.site.database.read() as session:
            return tickets.by_number(session, self.number)

    @property
    def happened(self) -> list[str]:
        with self.site.database.read() as session:
            return [each.kind for each in events.of_ticket(session, self.ticket.id)]

    def queue(self, view: str) -> str:
        return str(self.browser.get("/antrean", params={"tampilan": view}).text)

    def another(self, **changes: Any) -> Ticket:
        with self.site.database.write() as session:
            return build.ticket(session, **changes)


@pytest.fixture
def desk(site: Site, staff: Colleagues) -> Desk:
    return Desk(site, staff)


def test_until_a_day_it_is_in_no_view_of_undecided_work(
    desk: Desk, site: Site, clock: Clock
) -> None:
    assert f"#{desk.number}" in desk.queue("keputusan")
    answer = desk.sends("tunda", sampai="date", tanggal="2026-12-01")
    assert answer.status_code == 303
    assert desk.ticket.snoozed_until == datetime(2026, 12, 1, 0, 0, tzinfo=UTC)  # 07.00 WIB
    assert desk.ticket.state is TicketState.PLANNED
    assert f"#{desk.number}" not in desk.queue("keputusan")
    assert "Ditunda s.d. Selasa, 1 Desember 2026" in desk.queue("semua")
    clock.now = datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
    sweep.run(site.database, clock.now)
    assert desk.ticket.woke_because is Woke.DATE
    with site.database.read() as session:
        [row] = queue.listed(session, Filter(snoozed=False), limit=9)
        assert not queue.listed(session, Filter(snoozed=True), limit=9)
    assert (row.number, row.woke_because) == (desk.number, Woke.DATE)


@pytest.mark.alike
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Pilih tanggalnya"),
        ("besok", "Pilih tanggalnya"),
        ("2026-02-30", "Pilih tanggalnya"),
        ("25/11/2026", "sesudah hari ini"),
        ("2025-12-01", "sesudah hari ini"),
        ("2027-01-25", "paling lama 60 hari"),
    ],
)
def test_a_wrong_day_gets_a_sentence_and_stays_in_its_field(
    desk: Desk, typed: str, sentence: str
) -> None:
    answer = desk.sends("tunda", sampai="answer", tanggal=typed)
    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert f'name="tanggal" value="{typed}"' in answer.text
    assert desk.ticket.snoozed_until is None


def test_the_sixtieth_day_is_still_near_enough(desk: Desk) -> None:
    assert desk.sends("tunda", sampai="date", tanggal="24/01/2027").status_code == 303


def test_new_records_in_force_take_up_what_waits_for_them(
    desk: Desk, site: Site, clock: Clock
) -> None:
    desk.sends("tunda", sampai="sync")
    with site.database.write() as session:
        snoozes.sync_came(session, clock.now)
    sweep.run(site.database, clock.now)
    assert (desk.ticket.state, desk.ticket.woke_because) == (TicketState.RECEIVED, Woke.SYNC)
    assert desk.ticket.snoozed_for is None


def test_without_records_it_is_back_on_the_last_day(desk: Desk, site: Site, clock: Clock) -> None:
    desk.sends("tunda", sampai="sync")
    clock.forward(timedelta(days=14))
    sweep.run(site.database, clock.now)
    assert desk.ticket.woke_because is Woke.LAST_DAY


def test_a_message_takes_it_up(desk: Desk, site: Site, clock: Clock) -> None:

    desk.sends("tunda", sampai="answer", tanggal="2026-12-20")
    assert desk.ticket.snoozed_for is SnoozeFor.ANSWER
    with site.database.write() as session:
        acts.reconsider(session, desk.ticket, by="pelapor", kind="message_added", now=clock.now)
    assert (desk.ticket.snoozed_until, desk.ticket.woke_because) == (None, Woke.ANSWER)


def test_old_records_are_looked_at_again_and_it_stays_put_off(
    desk: Desk, site: Site, clock: Clock
) -> None:
    desk.sends("tunda", sampai="date", tanggal="2026-12-20")
    with site.database.write() as session:
        tickets.locked(session, desk.ticket.id).due_at = clock.now
    sweep.run(site.database, clock.now)
    assert desk.ticket.state is TicketState.RECEIVED
    assert desk.ticket.snoozed_until is not None


def test_a_colleague_takes_it_up_again(desk: Desk) -> None:
    desk.sends("tunda", sampai="sync")
    page = desk.browser.get(f"/tiket/{desk.number}").text
    assert "Laporan ini ditunda oleh Laksmi Wulandari" in page
    for _ in range(2):
        assert desk.sends("lanjutkan").status_code == 303
    assert desk.happened.count("woke_by_hand") == 1
    assert desk.ticket.woke_because is Woke.BY_HAND
    assert "Dilanjutkan petugas" in desk.queue("keputusan")


def test_what_is_decided_is_put_off_no_more(desk: Desk) -> None:
    desk.sends("tunda", sampai="sync")
    desk.sends("penutupan")
    assert (desk.ticket.snoozed_until, desk.ticket.woke_because) == (None, None)
    assert desk.sends("tunda", sampai="sync").status_code == 409


def test_the_same_as_an_earlier_report_is_linked_and_answered(desk: Desk, site: Site) -> None:
    earlier = desk.another()
    assert desk.sends("sama", laporan=f"#{earlier.number}").status_code == 303
    assert (desk.ticket.state, desk.ticket.linked_to_id) == (TicketState.ANSWERED, earlier.id)
    with site.database.read() as session:
        [letter] = replies.of_ticket(session, desk.ticket.id)
        link = links.between(session, desk.ticket.id, earlier.id)
    assert f"laporan nomor {earlier.number}" in letter.body
    assert earlier.school_name not in letter.body
    assert link is not None
    assert link.state is LinkState.CONFIRMED
    assert "Ditandai petugas" in desk.browser.get(f"/tiket/{desk.number}").text
    assert desk.sends("sama", laporan=str(earlier.number)).status_code == 409


@pytest.mark.parametrize("typed", ["", "abc", "999999", "9" * 30, "²"])
def test_there_must_be_such_a_report(desk: Desk, typed: str) -> None:
    answer = desk.sends("sama", laporan=typed)
    assert (answer.status_code, "Tidak ada laporan lain" in answer.text) == (422, True)


def test_no_report_is_the_same_as_itself_or_as_what_is_the_same_as_it(desk: Desk) -> None:
    assert desk.sends("sama", laporan=str(desk.number)).status_code == 422
    later = desk.another(linked_to_id=desk.ticket.id)
    assert desk.sends("sama", laporan=str(later.number)).status_code == 409


def test_reports_of_different_people_need_a_second_look(desk: Desk, site: Site) -> None:
    other = build.dossier(
        match=replace(build.dossier().match, person=build.person(person_id="orang-lain"))
    )
    earlier = desk.another()
    with site.database.write() as session:
        build.propose(session, earlier, build.verdict(), found=other)
    refused = desk.sends("sama", laporan=str(earlier.number))
    assert (refused.status_code, "orang yang berbeda" in refused.text) == (409, True)
    assert desk.ticket.state is TicketState.PLANNED
    assert desk.sends("sama", laporan=str(earlier.number), yakin="ya").status_code == 303


def test_strangers_are_sent_to_sign_in(desk: Desk, client: TestClient) -> None:
    for act in ("tunda", "lanjutkan", "sama"):
        assert client.post(f"/tiket/{desk.number}/{act}").status_code == 303
    assert desk.ticket.snoozed_until is None


def test_days_are_read_as_people_write_them() -> None:
    assert written.day_of(" 5-12-2026 ") == written.day_of("2026-12-05")
