"""A ticket's page: what it shows, to whom, and how much of it."""

import re
from datetime import timedelta
from typing import Any

import pytest

from app.store import events, readings, tickets
from app.web.site import Site
from models.vocabulary import (
    StaffRole,
    TicketState,
    WhoActs,
)
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Clock, Colleagues

HTMX = {"HX-Request": "true"}
WHOLE = (build.NIK, "sekar.pribadi@surat.example", "0812 3456 7890", "5 Juli 1988")


def _planned(site: Site, **changes: Any) -> int:
    with site.database.write() as session:
        return build.planned(session, **changes).number


def _words(text: str) -> str:
    """The page as it reads: tags out, spaces single."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_strangers_see_no_ticket(client: TestClient, site: Site) -> None:
    number = _planned(site)
    assert client.get(f"/tiket/{number}").headers["location"].startswith("/masuk?lanjut=")
    assert client.get(f"/tiket/{number}/kemajuan").status_code == 303


def test_an_unknown_number_is_not_found(staff: Colleagues) -> None:
    assert staff.as_agent().get("/tiket/999999").status_code == 404


@pytest.mark.parametrize("path", ["tiket", "lampiran", "kotak-keluar"])
def test_a_number_no_database_holds_is_refused(staff: Colleagues, path: str) -> None:
    assert staff.as_agent().get(f"/{path}/99999999999999999999").status_code == 422


def test_identifiers_in_a_subject_are_masked(staff: Colleagues, site: Site) -> None:
    number = _planned(site, subject=f"NIK {build.NIK}", account_address="x@surat.example")
    browser = staff.as_agent()
    for address in (f"/tiket/{number}", "/antrean"):
        page = browser.get(address).text
        assert "NIK •••••••••••••123" in page
        assert build.NIK not in page
    assert "x@surat.example" not in browser.get(f"/tiket/{number}").text.replace("x***", "")


def test_the_page_shows_what_a_decision_needs(staff: Colleagues, site: Site) -> None:
    page = _words(staff.as_agent().get(f"/tiket/{_planned(site)}").text)
    for sentence in (
        "Perubahan Peran",
        "hampir pasti",
        "Karena tertulis: diangkat menjadi kepala sekolah",
        "Kemungkinan lain: Mutasi Jenjang Sama (2%)",
        "Yang lebih mengarah ke Mutasi Jenjang Sama: akun hilang",
        "nama sama persis",
        "Pemilik akun",
        "Usulan: Ubah alamat akun",
        "role_change.due v2",
        "14 hari setelah pemberitahuan",
        "sekarlestari@guru.smp.belajar.id → sekarlestari@admin.smp.belajar.id",
        "Pembatalan: Kembalikan alamat lama.",
        "Rabu, 9 Desember 2026 pukul 09.00 WIB",
        "Setujui",
    ):
        assert sentence in page, sentence


def test_the_words_that_decided_are_marked_in_the_message(staff: Colleagues, site: Site) -> None:
    page = staff.as_agent().get(f"/tiket/{_planned(site)}").text
    assert "baru <mark>diangkat menjadi</mark> <mark>kepala sekolah</mark>, NIK" in page


def test_an_agent_sees_personal_data_masked(staff: Colleagues, site: Site) -> None:
    page = staff.as_agent().get(f"/tiket/{_planned(site)}").text
    for secret in (*WHOLE, "1037766667300012", "+6281234567890"):
        assert secret not in page, secret
    assert "•••••••••••••123" in page
    assert "s***@surat.example" in page
    assert "1988" in page


def test_a_supervisor_sees_it_whole_and_that_is_written_down(
    staff: Colleagues, site: Site, clock: Clock
) -> None:
    number, browser = _planned(site), staff.as_supervisor()
    page = browser.get(f"/tiket/{number}").text
    for part in WHOLE:
        assert part in page, part
    browser.get(f"/tiket/{number}")
    assert _accesses(site, number) == ["penyelia"]
    clock.forward(timedelta(hours=1))
    browser.get(f"/tiket/{number}")
    assert _accesses(site, number) == ["penyelia", "penyelia"]
    assert "halaman laporan, data pribadi lengkap" in page


def test_an_agents_look_at_masked_data_is_no_access(staff: Colleagues, site: Site) -> None:
    number = _planned(site)
    staff.as_agent().get(f"/tiket/{number}")
    assert _accesses(site, number) == []


def test_htmx_gets_the_ticket_alone(staff: Colleagues, site: Site) -> None:
    number = _planned(site)
    part = staff.as_agent().get(f"/tiket/{number}", headers=HTMX)
    assert part.text.lstrip().startswith(f'<article id="ticket-{number}"')
    assert "<html" not in part.text


def test_what_was_written_cannot_become_markup(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        number = build.ticket(
            session, body="<script>alert(1)</script> kepala", subject="<b>x", requester_name="<i>y"
        ).number
    page = staff.as_agent().get(f"/tiket/{number}").text
    assert "<script>alert" not in page
    assert "<b>x" not in page
    assert "<i>y" not in page


def test_an_unread_ticket_has_a_page(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        number = build.ticket(session, state=TicketState.RECEIVED, category=None).number
    page = staff.as_agent().get(f"/tiket/{number}").text
    assert "Belum terbaca" in page
    assert "sedang dibaca dan diperiksa" in page
    assert f'hx-get="/tiket/{number}/kemajuan"' in page


def test_progress_is_silent_until_something_changed(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        number = build.ticket(session, state=TicketState.RUNNING).number
    browser = staff.as_agent()
    assert browser.get(f"/tiket/{number}/kemajuan", headers=HTMX).status_code == 204
    with site.database.write() as session:
        ticket = tickets.by_number(session, number)
        ticket.state, ticket.waiting_on = TicketState.ANSWERED, WhoActs.NOBODY
        session.add(ticket)
    done = browser.get(f"/tiket/{number}/kemajuan", headers=HTMX)
    assert done.headers["HX-Retarget"] == f"#ticket-{number}"
    assert "Terjawab" in done.text


def test_the_next_proposal_is_one_nobody_else_has_taken(staff: Colleagues, site: Site) -> None:
    other = staff.add(StaffRole.SUPERVISOR)
    with site.database.write() as session:
        build.planned(session, urgent=True, assigned_to_id=other.id)
        urgent = build.planned(session, urgent=True)
        old = build.planned(session, created_at=build.NOON - timedelta(days=2))
    browser = staff.as_agent()
    assert f"Usulan berikutnya #{urgent.number}" in browser.get(f"/tiket/{old.number}").text
    assert f"Usulan berikutnya #{old.number}" in browser.get(f"/tiket/{urgent.number}").text


@pytest.mark.parametrize("kind", ["approved", "linked", "read", "something_new"])
def test_every_event_has_a_sentence(staff: Colleagues, site: Site, kind: str) -> None:
    number = _planned(site)
    with site.database.write() as session:
        ticket = tickets.by_number(session, number)
        events.record(session, ticket.id, kind, "petugas", at=build.NOON)
    page = _words(staff.as_agent().get(f"/tiket/{number}").text)
    assert "Laksmi Wulandari" in page
    assert {
        "approved": "Usulan disetujui.",
        "linked": "Dikaitkan dengan laporan #–.",
        "read": "Dibaca sebagai: –.",
        "something_new": "Terjadi: something_new.",
    }[kind] in page


def test_the_page_speaks_english_when_asked(staff: Colleagues, site: Site) -> None:
    page = _words(staff.as_agent().get(f"/tiket/{_planned(site)}?bahasa=en").text)
    assert "Proposal: Rename the account" in page
    assert "Read back" not in page


def _accesses(site: Site, number: int) -> list[str]:
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
        return [each.actor for each in readings.accesses_of(session, ticket.id)]
