"""Asking for an undo and for another try on the page of a ticket."""

import re

import pytest

from app import desk, settle
from app.store import plans, tickets
from app.web.site import Site
from models import Attempt, Plan, Ticket, Verification
from models.vocabulary import (
    AttemptOutcome,
    PlanState,
    StaffRole,
    StepAction,
    StepState,
    TicketState,
)
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

HTMX = {"HX-Request": "true"}


def _done(site: Site, staff: Colleagues, **changes: object) -> tuple[Ticket, Plan]:
    """A ticket whose rename was approved, carried out and read back."""
    by = staff.add(StaffRole.AGENT, "rekan", "Rekan Kerja")
    with site.database.write() as session:
        made = build.planned(session, steps=(build.rename(**changes),))
        desk.approve(session, made, by=by, now=build.NOON)
        [plan] = plans.of_ticket(session, made.id)
        [step] = plans.steps_of(session, plan.id)
        step.state, plan.state = StepState.DONE, PlanState.DONE
        made.state, made.settled_at = TicketState.ANSWERED, build.NOON
        session.add_all([step, plan, made])
        session.add(Attempt(step_id=step.id, outcome=AttemptOutcome.DONE, at=build.NOON))
        session.add(Verification(step_id=step.id, agrees=True, found=step.after, at=build.NOON))
    return made, plan


def _fields(staff: Colleagues, plan: Plan, reason: str = "Salah orang.") -> dict[str, str]:
    return {
        "csrf": staff.csrf[StaffRole.SUPERVISOR],
        "usulan": str(plan.id),
        "alasan": reason,
    }


def _state(site: Site, number: int) -> TicketState:
    with site.database.read() as session:
        return tickets.by_number(session, number).state


def test_the_page_says_what_an_undo_would_do(staff: Colleagues, site: Site) -> None:
    made, plan = _done(site, staff)
    page = staff.as_supervisor().get(f"/tiket/{made.number}").text
    form = page[page.index(f'id="plan-{plan.id}-undo"') :]
    assert "selama keadaan akun belum berubah lagi" in form
    assert f'Ubah alamat akun <span class="mono">{build.OLD_ADDRESS}' in form
    assert f'action="/tiket/{made.number}/pembatalan"' in form


def test_an_undo_is_asked_for_once_with_a_reason(staff: Colleagues, site: Site) -> None:
    made, plan = _done(site, staff)
    browser, path = staff.as_supervisor(), f"/tiket/{made.number}/pembatalan"
    empty = browser.post(path, data=_fields(staff, plan, " "))
    assert empty.status_code == 422
    answer = browser.post(path, data=_fields(staff, plan))
    assert (answer.status_code, answer.headers["location"]) == (303, f"/tiket/{made.number}")
    assert _state(site, made.number) is TicketState.PLANNED
    page = browser.get(f"/tiket/{made.number}").text
    assert "Pembatalan diminta oleh Hardi Prakoso: Salah orang." in page
    assert "Jawaban yang akan dikirim" not in page
    assert f'id="plan-{plan.id}-undo"' not in page
    assert "tidak dapat dibatalkan lagi" in page
    again = browser.post(path, data=_fields(staff, plan, "Sekali lagi."))
    assert again.status_code == 409
    assert "Putuskan dahulu" in again.text
    part = browser.post(path, data=_fields(staff, plan), headers=HTMX)
    assert (part.status_code, part.headers["HX-Retarget"]) == (409, "#problem")


def test_htmx_gets_the_ticket_with_its_undo(staff: Colleagues, site: Site) -> None:
    made, plan = _done(site, staff)
    browser = staff.as_supervisor()
    part = browser.post(f"/tiket/{made.number}/pembatalan", data=_fields(staff, plan), headers=HTMX)
    assert part.text.lstrip().startswith(f'<article id="ticket-{made.number}"')
    assert "Pembatalan:" in part.text


def test_strangers_and_forged_forms_undo_nothing(
    client: TestClient, staff: Colleagues, site: Site
) -> None:
    made, plan = _done(site, staff)
    browser = staff.as_supervisor()
    fields = {**_fields(staff, plan), "csrf": "palsu"}
    for path in ("pembatalan", "percobaan"):
        address = f"/tiket/{made.number}/{path}"
        assert client.post(address, data=fields).headers["location"] == "/masuk"
        assert browser.post(address, data=fields).status_code == 403
    assert _state(site, made.number) is TicketState.ANSWERED
    missing = browser.post(
        f"/tiket/{made.number}/pembatalan", data={**_fields(staff, plan), "usulan": "99999"}
    )
    assert missing.status_code == 404


def test_what_nothing_takes_back_is_said_before_the_yes(staff: Colleagues, site: Site) -> None:
    reset = build.rename(
        action=StepAction.RESET_PASSWORD, after={"change_password": True}, undo=None
    )
    with site.database.write() as session:
        made = build.planned(session, steps=(reset,))
    page = staff.as_supervisor().get(f"/tiket/{made.number}").text
    assert "Tidak dapat dibatalkan." in page
    assert "1 langkah yang tidak dapat dibatalkan" in page
    assert f"/tiket/{made.number}/pembatalan" not in page


def test_a_failed_step_can_be_tried_again(staff: Colleagues, site: Site) -> None:
    made, plan = _done(site, staff)
    settle.given_up(site.database, plan.id, now=build.NOON)
    browser = staff.as_supervisor()
    page = browser.get(f"/tiket/{made.number}").text
    assert re.search(rf'action="/tiket/{made.number}/percobaan"', page)
    fields = {"csrf": staff.csrf[StaffRole.SUPERVISOR]}
    answer = browser.post(f"/tiket/{made.number}/percobaan", data=fields)
    assert answer.status_code == 303
    assert _state(site, made.number) is TicketState.RUNNING
    again = browser.post(f"/tiket/{made.number}/percobaan", data=fields)
    assert again.status_code == 409


@pytest.mark.parametrize("state", [TicketState.ANSWERED, TicketState.RUNNING])
def test_nothing_that_did_not_fail_is_tried_again(
    staff: Colleagues, site: Site, state: TicketState
) -> None:
    made, _ = _done(site, staff)
    with site.database.write() as session:
        ticket = tickets.by_number(session, made.number)
        ticket.state = state
        session.add(ticket)
    browser = staff.as_supervisor()
    page = browser.get(f"/tiket/{made.number}").text
    assert "percobaan" not in page
