"""The figures: for supervisors, of the period in the address, as page and as file."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.kit.clock import at_wib
from app.report.catalogue import FIGURES, Tile
from app.report.wording import said_of, spoken
from app.web.site import Site
from models.vocabulary import Category, TicketState, WhoActs
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

MONDAY = date(2026, 11, 23)


def _at(day: date, hour: int) -> datetime:
    return at_wib(day, hour).astimezone(UTC)


def _furnish(site: Site) -> None:
    with site.database.write() as session:
        build.ticket(
            session,
            created_at=_at(MONDAY, 1),  # still Sunday in UTC
            first_answered_at=_at(MONDAY, 3),
            settled_at=_at(MONDAY, 4),
            state=TicketState.ANSWERED,
            waiting_on=WhoActs.NOBODY,
        )
        build.ticket(
            session,
            created_at=_at(MONDAY, 23),
            state=TicketState.WAITING,
            waiting_on=WhoActs.OPERATOR,
            promised_at=build.NOON - timedelta(hours=1),
            category=Category.ACTIVATION,
        )
        build.ticket(session, created_at=_at(MONDAY + timedelta(days=1), 0), category=None)


def test_figures_are_for_supervisors(client: TestClient, staff: Colleagues) -> None:
    for address in ("/angka", "/angka.csv"):
        assert client.get(address).status_code == 303
    agent = staff.as_agent()
    for address in ("/angka", "/angka.csv"):
        assert agent.get(address).status_code == 403
    assert staff.as_supervisor().get("/angka").status_code == 200
    assert staff.as_admin().get("/angka").status_code == 200


def test_a_period_begins_and_ends_at_midnight_wib(staff: Colleagues, site: Site) -> None:
    _furnish(site)
    page = staff.as_supervisor().get("/angka?dari=2026-11-23&sampai=2026-11-23").text
    assert "<b>2</b>Laporan masuk" in page
    assert "<b>1</b>Mendapat jawaban pertama" in page
    assert "<b>1</b>Selesai" in page
    assert "<b>2</b>Terbuka sekarang" in page
    assert "<b>1</b>Lewat janji" in page
    assert "<b>2 jam</b>Jawaban pertama, median" in page
    assert "<b>0 menit</b>Jawaban pertama, median (jam kerja)" in page
    assert "Operator sekolah" in page


def test_without_a_period_the_last_thirty_days_are_shown(staff: Colleagues, site: Site) -> None:
    _furnish(site)
    page = staff.as_supervisor().get("/angka").text
    assert 'value="2026-10-27"' in page
    assert 'value="2026-11-25"' in page
    assert "<b>3</b>Laporan masuk" in page
    assert "Belum terbaca" in page


@pytest.mark.alike
@pytest.mark.parametrize(
    "query",
    ["dari=2026-11-25&sampai=2026-11-01", "dari=kemarin", "dari=0001-01-01", "sampai=0001-01-05"],
)
def test_days_that_are_no_period_are_complained_about(staff: Colleagues, query: str) -> None:
    page = staff.as_supervisor().get(f"/angka?{query}")
    assert page.status_code == 422
    assert "Rentang tanggal tidak dapat dibaca" in page.text


def test_the_file_holds_the_same(staff: Colleagues, site: Site) -> None:
    _furnish(site)
    answer = staff.as_supervisor().get("/angka.csv?dari=2026-11-23&sampai=2026-11-24")
    assert answer.headers["content-type"].startswith("text/csv")
    assert 'filename="loket-2026-11-23-2026-11-24.csv"' in answer.headers["content-disposition"]
    lines = answer.text.removeprefix("\ufeff").splitlines()
    assert lines[0] == "bagian;nama;angka;nilai"
    assert "hari;2026-11-23;masuk;2" in lines
    assert "hari;2026-11-24;masuk;1" in lines
    assert "kategori;belum_terbaca;masuk;1" in lines
    assert "menunggu;operator;terbuka;1" in lines
    assert "ringkasan;;median_jawaban_menit;120" in lines
    assert "angka;first_answer_median;nilai;120" in lines


def test_an_empty_installation_has_figures(staff: Colleagues) -> None:
    page = staff.as_supervisor().get("/angka").text
    assert "<b>0</b>Laporan masuk" in page
    assert "<b>belum ada</b>Jawaban pertama, median" in page


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (timedelta(minutes=12), "12 menit"),
        (timedelta(minutes=90), "1,5 jam"),
        (timedelta(hours=47), "47 jam"),
        (timedelta(days=3, hours=12), "3,5 hari"),
        (None, "belum ada"),
    ],
)
def test_a_duration_is_said_in_its_own_unit(duration: timedelta | None, words: str) -> None:
    assert spoken(duration, "id") == words


def test_a_quantile_of_too_many_is_not_called_missing() -> None:
    tile = Tile(FIGURES["resolution_p90"], None, None)
    assert said_of(tile, 0, "id") == "belum ada"
    assert said_of(tile, 300_000, "id") == "terlalu banyak; persempit periode"
