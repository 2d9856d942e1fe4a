"""The reports behind a figure: the list, its pages, and the same as files for Excel."""

import csv
import io
import re
import zipfile
from datetime import timedelta

import pytest

from app.store import trail as trail_rows
from app.web.site import Site
from models.vocabulary import Category, IncidentState, TicketState, TrailAction
from tests.support import build
from tests.web.conftest import Colleagues

WEEK = "dari=2026-11-23&sampai=2026-11-25"
BOTH = pytest.mark.parametrize(
    "path", ["/angka/laporan", "/angka/laporan.csv", "/angka/laporan.xlsx"]
)


def _furnish(site: Site, count: int) -> list[int]:
    with site.database.write() as session:
        return [
            build.ticket(
                session,
                subject=f'=HYPERLINK("http://x.example") NIK {build.NIK}',
                created_at=build.NOON - timedelta(minutes=number),
                state=TicketState.MANUAL,
                category=Category.ACTIVATION if number % 2 else None,
            ).number
            for number in range(count)
        ]


@pytest.mark.alike
@BOTH
def test_lists_are_for_supervisors(staff: Colleagues, path: str) -> None:
    assert staff.as_agent().get(f"{path}?angka=received").status_code == 403
    supervisor = staff.as_supervisor()
    assert supervisor.get(f"{path}?angka=received").status_code == 200
    assert supervisor.get(f"{path}?angka=tidak_ada").status_code == 404


def test_the_page_leads_to_exactly_the_reports_it_counts(staff: Colleagues, site: Site) -> None:
    numbers = _furnish(site, 61)
    supervisor = staff.as_supervisor()
    page = supervisor.get(f"/angka?{WEEK}").text
    address = re.search(r'href="(/angka/laporan\?[^"]*angka=received[^"]*)"', page)
    assert address
    first = supervisor.get(address[1].replace("&amp;", "&")).text
    assert "61 laporan" in first
    further = re.search(r'href="(/angka/laporan\?[^"]*sesudah=[^"]*)"', first)
    assert further
    second = supervisor.get(further[1].replace("&amp;", "&")).text
    listed = [int(each) for each in re.findall(r"<b>#(\d+)</b>", first + second)]
    assert listed == numbers


def test_filters_narrow_the_figure_and_its_list_alike(staff: Colleagues, site: Site) -> None:
    _furnish(site, 5)
    supervisor = staff.as_supervisor()
    query = f"{WEEK}&kategori=activation"
    assert "<b>2</b>Laporan masuk" in supervisor.get(f"/angka?{query}").text
    assert "2 laporan" in supervisor.get(f"/angka/laporan?angka=received&{query}").text
    unread = supervisor.get(f"/angka/laporan?angka=received&{WEEK}&kategori=belum_terbaca").text
    assert "3 laporan" in unread
    assert "0 laporan" in supervisor.get(f"/angka/laporan?angka=open&umur=older&{WEEK}").text
    assert "5 laporan" in supervisor.get(f"/angka/laporan?angka=open&umur=day&{WEEK}").text


def test_the_csv_opens_in_an_indonesian_excel_and_says_how_it_came(
    staff: Colleagues, site: Site
) -> None:
    numbers = _furnish(site, 3)
    answer = staff.as_supervisor().get(f"/angka/laporan.csv?angka=received&{WEEK}")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
    at = rows.index([])
    about = dict(rows[:at])
    assert about["Zona waktu"] == "WIB (UTC+7)"
    assert about["Nilai"] == about["Jumlah baris"] == "3"
    assert about["Cara menghitung"].startswith("Laporan yang diterima")
    table = [dict(zip(rows[at + 1], row, strict=True)) for row in rows[at + 2 :]]
    assert [int(row["Nomor"]) for row in table] == numbers
    assert all(row["Perihal"].startswith("'=") for row in table)
    assert table[0]["Masuk (WIB)"] == "2026-11-25 12:00"
    assert build.NIK not in answer.text
    assert "Sekar" not in answer.text
    assert "surat.example" not in answer.text


def test_the_workbook_holds_the_same_and_no_formula(staff: Colleagues, site: Site) -> None:
    numbers = _furnish(site, 3)
    answer = staff.as_supervisor().get(f"/angka/laporan.xlsx?angka=received&{WEEK}")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        head = book.read("xl/worksheets/sheet1.xml").decode()
        sheet = book.read("xl/worksheets/sheet2.xml").decode()
    assert "WIB (UTC+7)" in head
    assert "<f>" not in sheet
    assert "=HYPERLINK(" in sheet
    assert [int(each) for each in re.findall(r'<c r="A\d+"[^>]*><v>(\d+)</v>', sheet)] == numbers
    assert build.NIK not in sheet


def test_a_file_taken_is_written_down(staff: Colleagues, site: Site) -> None:
    _furnish(site, 2)
    staff.as_supervisor().get(f"/angka/laporan.csv?angka=received&{WEEK}")
    with site.database.read() as session:
        wanted = trail_rows.Wanted(action=TrailAction.EXPORTED)
        (row,) = trail_rows.listed(session, wanted, limit=5)
    assert row.actor == "penyelia"
    assert row.subject == "angka received 2026-11-23 2026-11-25"
    assert row.detail == {"rows": 2}


@pytest.mark.parametrize("place", ["x", "1.", "9" * 40 + ".1", "999999999999999999.1"])
def test_a_broken_place_begins_the_list(staff: Colleagues, site: Site, place: str) -> None:
    _furnish(site, 1)
    page = staff.as_supervisor().get(f"/angka/laporan?angka=received&{WEEK}&sesudah={place}")
    assert page.status_code == 200


def test_incidents_are_counted_and_listed_as_such(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        made = [build.ticket(session, category=Category.ACTIVATION) for _ in range(5)]
        first = build.incident(session, made[:3])
        build.incident(session, made[3:], state=IncidentState.DISMISSED)
    supervisor = staff.as_supervisor()
    page = supervisor.get(f"/angka?{WEEK}").text
    assert re.search(r'href="/angka/kejadian\?[^"]*"><b>1</b>Kejadian', page)
    listed = supervisor.get(f"/angka/kejadian?{WEEK}").text
    assert f'href="/kejadian/{first.id}"' in listed
    assert re.findall(r'data-label="Laporan">(\d+)<', listed) == ["3"]
    other = supervisor.get(f"/angka/kejadian?{WEEK}&kategori=role_change").text
    assert "Tidak ada kejadian" in other
    file = supervisor.get(f"/angka/kejadian.csv?{WEEK}")
    rows = list(csv.reader(io.StringIO(file.text.removeprefix("\ufeff")), delimiter=";"))
    assert len(rows) - rows.index([]) - 2 == 1
    assert staff.as_agent().get("/angka/kejadian").status_code == 403


def test_of_many_regencies_the_largest_stand_alone(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        for number in range(43):
            build.ticket(session, regency=f"Kab. Contoh {number:02}", category=None)
        build.ticket(session, regency="Kab. Contoh 42", category=None)
    page = staff.as_supervisor().get(f"/angka?{WEEK}").text
    table = page[page.index("Per kabupaten/kota") :]
    rows = re.findall(r'<th scope="row">([^<]*)</th><td class="number">(.*?)</td>', table)[:41]
    assert rows[0][0] == "Kab. Contoh 42"
    assert "kabupaten=Kab.+Contoh+42" in rows[0][1]
    assert rows[40] == ("3 lainnya", "3")
