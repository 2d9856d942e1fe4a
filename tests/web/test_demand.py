"""Avoidable demand: the shares with their lists, and a colleague's word on a report's page."""

import re
from datetime import timedelta

import pytest

from app.store import demand, tickets
from app.web.site import Site
from models.vocabulary import Avoidable, Category, StaffRole, TicketState
from tests.support import build
from tests.web.conftest import Colleagues

PATH = "/angka/terhindarkan"
AT = build.NOON - timedelta(days=1)


def _furnish(site: Site) -> list[int]:
    """Two reports for another desk, two that were needed, all settled yesterday."""
    with site.database.write() as session:
        return [
            build.ticket(
                session,
                created_at=AT,
                settled_at=AT,
                state=TicketState.ANSWERED,
                category=Category.OUT_OF_SCOPE if number % 2 else Category.ROLE_CHANGE,
            ).number
            for number in range(4)
        ]


def test_the_shares_lead_to_their_reports(staff: Colleagues, site: Site) -> None:
    numbers = _furnish(site)
    assert staff.as_agent().get(PATH).status_code == 403
    supervisor = staff.as_supervisor()
    page = supervisor.get(PATH).text
    assert "2 dari 4 laporan (50%) dapat dihindari" in page
    assert "<b>50%</b>Salah alamat" in page
    address = re.search(r'href="(/angka/laporan\?[^"]*angka=avoidable_wrong_desk[^"]*)"', page)
    assert address
    listed = supervisor.get(address[1].replace("&amp;", "&")).text
    assert "2 dari 4 laporan" in listed
    assert set(map(int, re.findall(r"<b>#(\d+)</b>", listed))) == {numbers[1], numbers[3]}
    assert f'href="{PATH}?' in listed
    narrowed = supervisor.get(f"{PATH}?kategori=role_change").text
    assert "0 dari 2 laporan (0%)" in narrowed


def test_what_is_open_is_not_told_yet(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        number = build.planned(session).number
    page = staff.as_agent().get(f"/tiket/{number}").text
    assert "<summary>Mengapa laporan ini ada</summary>" in page
    assert "Data menjawabnya ketika laporan selesai" in page


@pytest.mark.parametrize("role", [StaffRole.AGENT, StaffRole.SUPERVISOR])
def test_a_colleague_says_otherwise_and_that_counts(
    staff: Colleagues, site: Site, role: StaffRole
) -> None:
    numbers = _furnish(site)
    colleague = staff.add(role)
    browser = staff.signed_in(colleague)
    path = f"/tiket/{numbers[1]}"
    assert "Mengapa laporan ini ada: Salah alamat" in browser.get(path).text

    def send(reason: str, csrf: str | None = None) -> int:
        sent = {"sebab": "known_how_to", "alasan": reason, "csrf": csrf or staff.csrf[role]}
        return int(browser.post(f"{path}/terhindarkan", data=sent).status_code)

    assert send("panduan sandi", "palsu") == 403
    assert send("  ") == 422
    assert send("panduan sandi") == 303
    page = browser.get(path).text
    assert "Mengapa laporan ini ada: Panduannya sudah ada" in page
    assert "menurut data Loket: Salah alamat" in page
    assert "panduan sandi" in page
    with site.database.read() as session:
        ticket = tickets.by_number(session, numbers[1])
        (word,) = demand.words(session, ticket.id)
    assert (word.label, word.by_id) == (Avoidable.KNOWN_HOW_TO, colleague.id)
    boss = staff.signed_in(staff.add(StaffRole.ADMIN))
    figures = boss.get(PATH).text
    assert "<b>25%</b>Panduannya sudah ada" in figures
    assert "<b>0%</b>Petugas sependapat" in figures
