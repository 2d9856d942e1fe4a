"""The proof of a proposal: on the ticket's page and as a sheet of its own."""

import re
from datetime import timedelta

import pytest

from app.lookup.timeline import Happening
from app.resolution.replay import Outcome
from app.store import plans, readings
from app.web import labels
from app.web.site import Site
from models import Approval, Attempt, Plan, Ticket, Verification
from models.vocabulary import AttemptOutcome, PlanState, StaffRole, StepState, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.support.proved import judged
from tests.web.conftest import Colleagues

WHOLE = (build.NIK, "sekar.pribadi@surat.example", "0812 3456 7890")


def _judged(site: Site, **changes: object) -> tuple[Ticket, Plan]:
    with site.database.write() as session:
        ticket = build.ticket(session, state=TicketState.RECEIVED, **changes)
        plan = judged(session, ticket)
        ticket.state = TicketState.PLANNED
        session.add(ticket)
        return ticket, plan


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def _sheet(ticket: Ticket, plan: Plan) -> str:
    return f"/tiket/{ticket.number}/bukti/{plan.id}"


def test_the_ticket_page_tells_why(staff: Colleagues, site: Site) -> None:
    ticket, plan = _judged(site)
    page = staff.as_agent().get(f"/tiket/{ticket.number}").text
    words = _words(page)
    for sentence in (
        "Mengapa?",
        "role_change.after_14_days v1: Perubahan peran guru dan admin",
        "Penempatan yang menentukan akun? GTK admin SMP di NPSN 69900011, sekolah induk",
        "Kapan pemilik akun diberi tahu? Kamis, 5 November 2026",
        "peran menentukan admin Dapodik gtk 69900011 25 Nov 2026 07.00 WIB 5 jam , segar",
        "Garis waktu kedua sistem",
        "Pemilik sekarlestari@guru.smp.belajar.id diberi tahu",
    ):
        assert sentence in words, sentence
    assert f'href="{_sheet(ticket, plan)}"' in page


def test_the_sheet_proves_and_is_computed_again(staff: Colleagues, site: Site) -> None:
    ticket, plan = _judged(site)
    words = _words(staff.as_agent().get(_sheet(ticket, plan)).text)
    for sentence in (
        f"Lembar bukti usulan {plan.id}",
        f"#{ticket.number}, diterima Rabu, 25 November 2026 pukul 11.00 WIB",
        "Usulan: Ubah alamat akun",
        "Dihitung ulang sekarang: Sama",
        "“Sekar Lestari”",
        "nama sama persis",
        "Belum ada persetujuan.",
        "sekarlestari@guru.smp.belajar.id → sekarlestari@admin.smp.belajar.id",
        "oleh Laksmi Wulandari",
    ):
        assert sentence in words, sentence


def test_the_sheet_says_where_it_comes_out_otherwise(staff: Colleagues, site: Site) -> None:
    ticket, plan = _judged(site)
    with site.database.write() as session:
        stored = plans.by_id(session, plan.id)
        stored.promised_at = build.NOON + timedelta(days=90)
        session.add(stored)
    words = _words(staff.as_agent().get(_sheet(ticket, plan)).text)
    assert "Dihitung ulang sekarang: Berbeda" in words
    assert "tanggal janji pada usulan 2027-02-23" in words


def test_the_sheet_shows_who_said_yes_and_what_was_read_back(staff: Colleagues, site: Site) -> None:
    ticket, plan = _judged(site)
    colleague = staff.add(StaffRole.SUPERVISOR)
    with site.database.write() as session:
        step = plans.steps_of(session, plan.id)[0]
        step.state = StepState.DONE
        stored = plans.by_id(session, plan.id)
        stored.state = PlanState.DONE
        said = Approval(plan_id=plan.id, staff_id=colleague.id, yes=True, at=build.NOON)
        tried = Attempt(
            step_id=step.id, outcome=AttemptOutcome.DONE, detail="Dibaca ulang.", at=build.NOON
        )
        looked = Verification(step_id=step.id, agrees=True, found={}, at=build.NOON)
        session.add_all([step, stored, said, tried, looked])
    words = _words(staff.as_agent().get(_sheet(ticket, plan)).text)
    assert "Disetujui Hardi Prakoso, Rabu, 25 November 2026 pukul 12.00 WIB" in words
    assert "✓ Dibaca kembali, sesuai 25 Nov 2026 12.00 WIB" in words
    assert "Loket Ubah alamat akun: sekarlestari@guru.smp.belajar.id" in words
    assert "akan datang" not in words


@pytest.mark.parametrize(
    ("role", "sees_all"), [(StaffRole.AGENT, False), (StaffRole.SUPERVISOR, True)]
)
def test_the_sheet_is_masked_by_role_and_each_opening_is_logged(
    staff: Colleagues, site: Site, role: StaffRole, *, sees_all: bool
) -> None:
    ticket, plan = _judged(site, subject=f"NIK {build.NIK}")
    browser = staff.signed_in(staff.add(role))
    pages = [browser.get(_sheet(ticket, plan)).text for _ in range(2)]
    assert (build.NIK in pages[0]) is sees_all
    assert ("sekar.pribadi@surat.example" in pages[0]) is sees_all
    with site.database.read() as session:
        logged = readings.accesses_of(session, ticket.id)
    assert [each.asked for each in logged] == [f"lembar bukti usulan {plan.id}"] * 2


def test_strangers_other_tickets_and_unknown_plans_find_no_sheet(
    client: TestClient, staff: Colleagues, site: Site
) -> None:
    ticket, plan = _judged(site)
    other, _ = _judged(site)
    assert client.get(_sheet(ticket, plan)).headers["location"].startswith("/masuk")
    browser = staff.as_agent()
    for address in (_sheet(other, plan), f"/tiket/{ticket.number}/bukti/999999"):
        assert browser.get(address).status_code == 404
    with site.database.read() as session:
        assert readings.accesses_of(session, ticket.id) == []


def test_a_blind_ticket_gives_nothing_away(staff: Colleagues, site: Site) -> None:
    ticket, plan = _judged(site, is_blind=True, category=None)
    answer = staff.as_agent().get(_sheet(ticket, plan))
    assert answer.status_code == 409
    assert "role_change" not in answer.text


def test_a_proposal_from_before_still_has_a_sheet(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        ticket = build.planned(session)
        plan = plans.proposed(session, ticket.id)[0]
    words = _words(staff.as_agent().get(_sheet(ticket, plan)).text)
    assert "Tidak dapat dihitung ulang" in words
    assert "sebelum alur penalaran dicatat" in words


def test_every_moment_and_every_outcome_has_its_words() -> None:
    for language in ("id", "en"):
        for happening in Happening:
            assert labels.say(f"moment.{happening}", language, about="x", action="y")
        for outcome in Outcome:
            assert labels.say(f"proof.replay_{outcome}", language)
