"""Prepared answers: written by supervisors, used by agents."""

import re
from datetime import UTC, datetime

import pytest
from httpx import Response

from app.store import canned, events, replies
from app.web.site import Site
from models import CannedAnswer, Ticket
from models.vocabulary import Category, Language, StaffRole
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

HTMX = {"HX-Request": "true"}
BODY = "Yth. {sapaan}, laporan {nomor} selesai {tanggal_janji}. Salam, {petugas}"


def test_a_supervisor_writes_and_every_version_is_kept(staff: Colleagues, site: Site) -> None:
    boss = staff.as_supervisor()
    first = _save(staff, boss, "/jawaban", isi="Isi pertama")
    assert first.status_code == 303
    address = first.headers["location"]
    second = _save(staff, boss, address, isi="Isi kedua", versi="1")
    assert second.status_code == 303
    page = boss.get(address).text
    assert "Isi pertama" in page
    assert "versi 2, Hardi Prakoso, 25 Nov 2026 12.00 WIB" in page
    late = _save(staff, boss, address, isi="Isi ketiga", versi="1")
    assert late.status_code == 409
    assert "Isi ketiga</textarea>" in late.text
    with site.database.read() as session:
        assert [each.body for each in canned.present(session)] == ["Isi kedua"]


@pytest.mark.alike
@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ({"isi": "Halo {siapa}"}, "Isian tidak dikenal: {siapa}."),
        ({"judul": " "}, "Judul dan isi harus diisi."),
        ({"judul": "SELESAI"}, "Sudah ada jawaban siap dengan judul itu."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    staff: Colleagues, site: Site, typed: dict[str, str], complaint: str
) -> None:
    _prepared(staff, site, title="Selesai")
    answer = _save(staff, staff.as_supervisor(), "/jawaban", **typed)
    assert answer.status_code == 422
    assert complaint in answer.text
    assert f"{typed.get('isi', 'Terima kasih.')}</textarea>" in answer.text
    with site.database.read() as session:
        assert len(canned.present(session)) == 1


def test_a_retired_answer_is_offered_no_longer(staff: Colleagues, site: Site) -> None:
    series, boss = _prepared(staff, site, title="Selesai"), staff.as_supervisor()
    csrf = {"csrf": staff.csrf[StaffRole.SUPERVISOR]}
    for _ in range(2):
        assert boss.post(f"/jawaban/{series}/penarikan", data=csrf).status_code == 303
    assert "Selesai" not in boss.get("/jawaban").text
    assert "ditarik" in boss.get(f"/jawaban/{series}").text
    assert _save(staff, boss, f"/jawaban/{series}", versi="2").status_code == 303


def test_agents_read_and_do_not_write(staff: Colleagues, site: Site) -> None:
    series, agent = _prepared(staff, site, title="Selesai"), staff.as_agent()
    assert "Selesai" in agent.get("/jawaban?cari=seles").text
    assert "Selesai" not in agent.get("/jawaban?cari=xyz").text
    assert "<textarea" not in agent.get(f"/jawaban/{series}").text
    csrf = {"csrf": staff.csrf[StaffRole.AGENT]}
    for address in ("/jawaban", f"/jawaban/{series}", f"/jawaban/{series}/penarikan"):
        assert agent.post(address, data=csrf | {"versi": "1"}).status_code == 403


def test_a_stranger_sees_none(client: TestClient) -> None:
    assert client.get("/jawaban").status_code in {303, 401}


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["without scripts", "htmx"])
def test_it_comes_filled_in_below_what_was_typed(
    staff: Colleagues, site: Site, made: Ticket, headers: dict[str, str]
) -> None:
    _prepared(staff, site, title="Selesai", body=BODY)
    page = _insert(staff.as_agent(), made, "sel", headers, teks="Sudah ada.")
    assert page.status_code == 200
    filled = f"Yth. Bapak/Ibu Sekar Lestari, laporan {made.number} selesai {{tanggal_janji}}."
    assert f"Sudah ada.\n\n{filled} Salam, Laksmi Wulandari</textarea>" in page.text
    assert "isi dengan tangan: {tanggal_janji}" in page.text
    assert ("<html" in page.text) is (not headers)


def test_a_gap_is_never_sent(staff: Colleagues, site: Site, made: Ticket) -> None:
    _prepared(staff, site, title="Selesai", body=BODY)
    agent = staff.as_agent()
    text = "Selesai {tanggal_janji}."
    fields = _fields(agent, made)
    refused = agent.post(f"/tiket/{made.number}/jawaban", data=fields | {"teks": text})
    assert refused.status_code == 422
    assert "Belum dikirim: isi dahulu {tanggal_janji}" in refused.text
    assert f"{text}</textarea>" in refused.text
    with site.database.read() as session:
        assert not replies.of_ticket(session, made.id)


def test_which_one_was_used_is_written_down(staff: Colleagues, site: Site, made: Ticket) -> None:
    series, agent = _prepared(staff, site, title="Selesai"), staff.as_agent()
    inserted = _insert(agent, made, "Selesai", {})
    fields = _in_form(inserted.text, made)
    assert fields["siap"] == str(series)
    agent.post(f"/tiket/{made.number}/jawaban", data=fields | {"teks": "Terima kasih."})
    with site.database.read() as session:
        kinds = {each.kind: each.detail for each in events.of_ticket(session, made.id)}
    assert kinds["canned_used"] == {"series": series}


def test_several_or_none_of_that_title_are_said_and_the_text_kept(
    staff: Colleagues, site: Site, made: Ticket
) -> None:
    _prepared(staff, site, title="Reset sandi")
    _prepared(staff, site, title="Reset sandi siswa", category=Category.PASSWORD_RESET)
    agent = staff.as_agent()
    several = _insert(agent, made, "reset", HTMX, teks="Tetap di sini")
    assert several.status_code == 422
    assert "Lebih dari satu yang cocok: " in several.text
    assert "Tetap di sini</textarea>" in several.text
    assert _insert(agent, made, "xyz", {}).status_code == 422


def test_those_of_the_reports_category_come_first(
    staff: Colleagues, site: Site, made: Ticket
) -> None:
    _prepared(staff, site, title="A umum")
    _prepared(staff, site, title="B lain", category=Category.PASSWORD_RESET)
    _prepared(staff, site, title="C cocok", category=Category.ROLE_CHANGE)
    page = staff.as_agent().get(f"/tiket/{made.number}").text
    assert page.index("C cocok") < page.index("A umum") < page.index("B lain")


def _prepared(
    staff: Colleagues,
    site: Site,
    *,
    title: str,
    body: str = "Terima kasih.",
    category: Category | None = None,
) -> int:
    writer = staff.add(StaffRole.ADMIN, f"penulis-{title.replace(' ', '-').lower()}")
    with site.database.write() as session:
        row = CannedAnswer(
            series=canned.next_series(session),
            version=1,
            title=title,
            category=category,
            language=Language.ID,
            body=body,
            by_id=writer.id,
            at=datetime(2026, 11, 24, tzinfo=UTC),
        )
        session.add(row)
    return row.series


def _save(staff: Colleagues, browser: TestClient, address: str, **typed: str) -> Response:
    usual = {"judul": "Ucapan", "isi": "Terima kasih.", "kategori": "", "bahasa_jawaban": "id"}
    csrf = {"csrf": staff.csrf[StaffRole.SUPERVISOR]}
    answer: Response = browser.post(address, data=usual | csrf | typed)
    return answer


def _insert(
    browser: TestClient, made: Ticket, choice: str, headers: dict[str, str], teks: str = ""
) -> Response:
    fields = _fields(browser, made) | {"pilihan": choice, "teks": teks}
    answer: Response = browser.post(
        f"/tiket/{made.number}/jawaban-siap", data=fields, headers=headers
    )
    return answer


def _fields(browser: TestClient, made: Ticket) -> dict[str, str]:
    return _in_form(browser.get(f"/tiket/{made.number}").text, made)


def _in_form(page: str, made: Ticket) -> dict[str, str]:
    found = re.search(rf'<form [^>]*action="/tiket/{made.number}/jawaban".*?</form>', page, re.S)
    assert found
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', found[0]))
