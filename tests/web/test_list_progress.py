"""What the sender of a list may see: each line's news, and nothing of the records."""

from pathlib import Path

import pytest

from app.intake import keys
from app.web.site import Site
from models.vocabulary import Remedy
from tests.support import listed
from tests.support.browser import TestClient
from tests.support.listed import Desk

BUDGET = 20_000
FEW = {"baru": 4, "lama": 3, "kini": 2}
INJECTED = "=cmd|' /C calc'!A0 Uji;\n"


@pytest.fixture
def desk(site: Site, tmp_path: Path) -> Desk:
    world = listed.world(tmp_path / "dunia", **FEW | {"lama": 52})
    return Desk(site.database, listed.outside(world, admin=None), site.files)  # type: ignore[arg-type]


@pytest.fixture
def number(desk: Desk) -> int:
    number = desk.arrives(listed.listed(**FEW) + INJECTED)
    desk.considers_all(number)
    return number


def address(site: Site, number: int, page: str = "daftar") -> str:
    return f"/laporan/{number}/{page}?kunci={keys.key_for(number, site.secret)}"


def test_before_a_decision_nothing_of_the_records_is_said(
    client: TestClient, site: Site, number: int
) -> None:
    page = client.get(address(site, number))
    assert page.status_code == 200
    assert "<b>10</b> menunggu keputusan petugas" in page.text
    assert "akun" not in page.text.split("<table>")[1].split("</table>")[0]


def test_each_line_tells_its_news_and_the_promised_day(
    client: TestClient, site: Site, desk: Desk, number: int
) -> None:
    desk.says_yes(number, remedy=Remedy.KEEP_ACCOUNT)
    desk.says_yes(number, remedy=Remedy.WAIT_FOR_SYNC)
    desk.carries_out(number)
    text = client.get(address(site, number)).text
    assert "<b>3</b> akun sudah ada dan sesuai" in text
    assert "<b>2</b> menunggu pemutakhiran data" in text
    assert "Dijanjikan 27 Nov 2026 09.00 WIB" in text
    name = listed.pupil("lama", 2)
    assert name in text
    assert listed.nisn(name) not in text
    assert f"•{listed.nisn(name)[-3:]}" in text
    assert "@sd.belajar.id" not in text


def test_the_page_is_light_and_has_fifty_lines(client: TestClient, site: Site, desk: Desk) -> None:
    number = desk.arrives(listed.listed(lama=52))
    desk.considers_all(number)
    desk.says_yes(number)
    desk.carries_out(number)
    for page, lines in ((1, 50), (2, 2), (9, 2)):
        answer = client.get(address(site, number) + f"&hal={page}")
        assert len(answer.content) < BUDGET
        assert answer.text.count("<tr><td>") == lines
        assert "<script" not in answer.text


def test_the_results_are_a_table_that_no_spreadsheet_runs(
    client: TestClient, site: Site, number: int
) -> None:
    answer = client.get(address(site, number, "daftar.csv"))
    assert answer.headers["content-type"].startswith("text/csv")
    table = answer.content.decode("utf-8-sig").splitlines()
    assert table[0] == "no;nama;tanda pengenal;keadaan;dijanjikan"
    assert len(table) == 11
    assert not [cell for row in table for cell in row.split(";") if cell.startswith("=")]
    assert table[10].startswith("10;'=cmd|")


@pytest.mark.parametrize("page", ["daftar", "daftar.csv"])
def test_a_wrong_key_and_an_unknown_number_are_refused_alike(
    client: TestClient, number: int, page: str
) -> None:
    for path in (
        f"/laporan/{number}/{page}?kunci=AAAAA-AAAAA",
        f"/laporan/{number + 1}/{page}?kunci=AAAAA-AAAAA",
        f"/laporan/{number}/{page}",
    ):
        assert client.get(path).status_code == 404
    wrong = f"/laporan/{number}/{page}?kunci=AAAAA-AAAAA"
    assert [client.get(wrong).status_code for _ in range(5)][-1] == 429


def test_a_report_without_a_list_has_no_such_page(
    client: TestClient, site: Site, desk: Desk
) -> None:
    number = desk.arrives("")
    assert client.get(address(site, number)).status_code == 404
    report = client.get(f"/laporan/{number}?kunci={keys.key_for(number, site.secret)}")
    assert f"/laporan/{number}/daftar" not in report.text
