"""The records of the day a report was written, beside today's."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.store import readings
from app.web.site import Site
from models import Ticket
from tests.support import build
from tests.support.browser import TestClient
from tests.support.extract import loaded, write_extract
from tests.unit.lookup.build import account_row, school_row, staff_row
from tests.web.conftest import Colleagues

PERSON = build.person()
THEN = build.NOON - timedelta(hours=10)
HTMX = {"HX-Request": "true"}
TITLE = "Kata Dapodik pada hari laporan ditulis"


def extract(folder: Path, site: Site, *, hours: int, **staff: Any) -> None:
    """The head of school as an extract of that many hours after THEN has them."""
    npsn, at = str(build.NPSN), THEN + timedelta(hours=hours)
    row = staff_row(1, "Sekar Lestari", ptk_id=PERSON.person_id, npsn=npsn, nik=build.NIK, **staff)
    account = account_row(1, str(build.OLD_ADDRESS), PERSON.person_id)
    schools = [school_row(npsn, "SMP NEGERI 3 TIRTA", bentuk_pendidikan_id=6)]
    path = write_extract(folder / str(hours), at, sekolah=schools, gtk=[row], accounts=[account])
    loaded(site.database, path, now=at)


@pytest.fixture
def made(site: Site, tmp_path: Path) -> Ticket:
    """Written between two extracts: the second shows the head of school."""
    with site.database.write() as session:
        ticket = build.planned(session)
    extract(tmp_path, site, hours=0, jenis_ptk_id="4", jenis_ptk_id_str="Guru Mapel")
    extract(tmp_path, site, hours=24, jenis_ptk_id="20", jenis_ptk_id_str="Kepala Sekolah")
    return ticket


def asked(site: Site, ticket: Ticket) -> list[str]:
    with site.database.read() as session:
        return [each.asked for each in readings.accesses_of(session, ticket.id)]


def test_what_differs_is_marked_and_the_look_is_written_down(
    staff: Colleagues, site: Site, made: Ticket
) -> None:
    browser = staff.as_agent()
    page = browser.get(f"/tiket/{made.number}").text
    assert TITLE in page
    assert asked(site, made) == []
    assert f'href="/tiket/{made.number}/dahulu/1"' in page

    part = browser.get(f"/tiket/{made.number}/dahulu/1", headers=HTMX)
    whole = browser.get(f"/tiket/{made.number}/dahulu/1")
    assert part.text.lstrip().startswith(f'<div id="ticket-{made.number}-past-1"')
    assert "HX-Request" in part.headers["Vary"]
    assert TITLE in whole.text
    changed = re.findall(r'<tr class="differs"><th scope="row">([^<]+)<span', part.text)
    assert changed == ["Peran", "Jenis PTK"]
    assert re.search(r">Guru Mapel</td><td[^>]*>Kepala Sekolah</td>", part.text)
    assert build.NIK not in part.text
    assert len(asked(site, made)) == 4
    assert build.NIK not in " ".join(asked(site, made))


def test_a_supervisor_sees_the_numbers_whole(staff: Colleagues, made: Ticket) -> None:
    assert build.NIK in staff.as_supervisor().get(f"/tiket/{made.number}/dahulu/1").text


def test_without_an_extract_of_then_there_is_nothing_to_open(
    staff: Colleagues, site: Site, tmp_path: Path
) -> None:
    with site.database.write() as session:
        ticket = build.planned(session)
    browser = staff.as_agent()
    for hours in (24, 48):  # both after it was written
        extract(tmp_path, site, hours=hours)
        assert TITLE not in browser.get(f"/tiket/{ticket.number}").text
        assert browser.get(f"/tiket/{ticket.number}/dahulu/1").status_code == 404
    assert asked(site, ticket) == []


@pytest.mark.parametrize("path", ["{}/dahulu/2", "{}/dahulu/0", "{}/dahulu/x", "1/dahulu/1"])
def test_nobody_else_can_be_opened_by_it(staff: Colleagues, made: Ticket, path: str) -> None:
    answer = staff.as_agent().get(f"/tiket/{path.format(made.number)}")
    assert answer.status_code in {404, 422}
    assert PERSON.name not in answer.text


def test_a_stranger_is_sent_to_sign_in(client: TestClient, made: Ticket) -> None:
    answer = client.get(f"/tiket/{made.number}/dahulu/1")
    assert answer.status_code in {303, 401}
    assert PERSON.name not in answer.text


def test_a_blind_report_gives_nothing_away(staff: Colleagues, site: Site, made: Ticket) -> None:
    with site.database.write() as session:
        ticket = session.get(Ticket, made.id)
        assert ticket is not None
        ticket.is_blind, ticket.category = True, None
    assert staff.as_agent().get(f"/tiket/{made.number}/dahulu/1").status_code == 404
