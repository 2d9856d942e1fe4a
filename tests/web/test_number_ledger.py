"""The ledger of report numbers: figures with their lists, gaps told, and a word on the others."""

import csv
import io
import re
from datetime import timedelta

from app.store import series
from app.store import trail as trail_rows
from app.store.series import Because
from app.web.site import Site
from models.vocabulary import Channel, StaffRole, TrailAction
from tests.support import build
from tests.web.conftest import Colleagues

LEDGER = "/angka/buku-nomor"
AT = build.NOON - timedelta(hours=2)


def _furnish(site: Site) -> int:
    """Two reports issued, one number lost between them, ten left out behind; the lost number."""
    with site.database.write() as session:
        numbers = [series.next_number(session, above=site.first_number, now=AT) for _ in range(3)]
        for number in (numbers[0], numbers[2]):
            build.ticket(session, number=number, created_at=AT)
        build.ticket(
            session, number=90, created_at=AT, channel=Channel.ZENDESK, external_id="zendesk:90"
        )
        series.skip(session, 10, above=0, because=Because("ops", AT, "disk rusak"))
    return numbers[1]


def test_the_ledger_is_for_supervisors(staff: Colleagues) -> None:
    agent = staff.as_agent()
    for path in (LEDGER, f"{LEDGER}/celah", f"{LEDGER}/celah.csv", f"{LEDGER}/celah.xlsx"):
        assert agent.get(path).status_code == 403
    sent = {"csrf": staff.csrf[StaffRole.AGENT], "pertama": "1", "terakhir": "1", "alasan": "x"}
    assert agent.post(LEDGER, data=sent).status_code == 403


def test_each_number_and_each_gap_is_told(staff: Colleagues, site: Site) -> None:
    lost = _furnish(site)
    supervisor = staff.as_supervisor()
    page = supervisor.get(LEDGER).text
    assert "<b>2</b>Nomor diterbitkan" in page
    assert "<b>1</b>Nomor dari impor" in page
    assert "= 3 laporan masuk" in page
    assert "1 celah, 1 nomor" in page
    assert "disk rusak" in page
    assert f'id="gap-{lost}"' in page
    listed = supervisor.get(f"/angka/laporan?angka=issued&{_days()}").text
    assert "2 laporan" in listed
    assert f'href="{LEDGER}?' in listed
    address = re.search(rf'href="({LEDGER}/celah\?[^"]*penjelasan=dengan[^"]*)"', page)
    assert address
    gaps = supervisor.get(address[1].replace("&amp;", "&")).text
    assert "2 celah, " in gaps
    assert re.findall(r'id="gap-(\d+)"', gaps) == [str(site.first_number + 4), "91"]


def test_the_file_holds_the_gaps_of_the_list(staff: Colleagues, site: Site) -> None:
    _furnish(site)
    supervisor = staff.as_supervisor()
    answer = supervisor.get(f"{LEDGER}/celah.csv?penjelasan=dengan&{_days()}")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
    at = rows.index([])
    assert dict(rows[:at])["Jumlah baris"] == str(len(rows[at + 2 :])) == "2"
    table = dict(zip(rows[at + 1], rows[at + 2], strict=True))
    assert table["Banyaknya"] == "10"
    assert (table["Oleh"], table["Alasan"]) == ("ops", "disk rusak")
    assert supervisor.get(f"{LEDGER}/celah.xlsx?{_days()}").content.startswith(b"PK")


def test_a_supervisor_says_why_a_number_is_missing(staff: Colleagues, site: Site) -> None:
    lost = _furnish(site)
    supervisor = staff.as_supervisor()

    def send(first: int, reason: str) -> int:
        sent = {"csrf": staff.csrf[StaffRole.SUPERVISOR], "alasan": reason}
        sent |= {"pertama": str(first), "terakhir": str(lost)}
        answer = supervisor.post(f"{LEDGER}?{_days()}", data=sent)
        assert answer.status_code != 422 or "notice bad" in answer.text
        return int(answer.status_code)

    assert send(lost, " ") == 422
    assert send(lost - 1, "uji coba") == 422
    assert send(lost, "uji coba") == 303
    page = supervisor.get(f"{LEDGER}?{_days()}").text
    assert "Tidak ada nomor yang hilang tanpa penjelasan" in page
    assert "uji coba" in page
    with site.database.read() as session:
        wanted = trail_rows.Wanted(action=TrailAction.NUMBERS_EXPLAINED)
        (row,) = trail_rows.listed(session, wanted, limit=5)
    assert (row.actor, row.subject) == ("penyelia", f"nomor {lost} {lost}")


def _days() -> str:
    return "dari=2026-11-23&sampai=2026-11-25"
