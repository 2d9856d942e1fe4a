"""The page of targets: what is near and missed, how many were kept, and who changes the rules."""

from datetime import datetime, timedelta

import pytest

from app import states
from app.store import targets, tickets
from app.targets.follow import follow
from app.web.site import Site
from app.work import sweep
from models import Ticket
from models.vocabulary import StaffRole, TicketState, TrailAction
from tests.support import build
from tests.support.browser import TestClient
from tests.support.trailed import trailed
from tests.web.conftest import WEDNESDAY_NOON, Clock, Colleagues

RULE = {"jenis": "first_answer", "jam": "0,5", "ingat": "50", "mulai": "2026-11-25"}
KEEP = {"tindakan": "simpan", "alasan": "Janji kami."}


@pytest.fixture
def governor(staff: Colleagues) -> TestClient:
    return staff.as_supervisor()


def _received(site: Site, at: datetime = WEDNESDAY_NOON) -> Ticket:
    with site.database.write() as session:
        made = build.ticket(session, state=TicketState.RECEIVED)
        follow(session, made, at)
    return made


def _answered(site: Site, ticket: Ticket) -> None:
    with site.database.write() as session:
        locked = tickets.locked(session, ticket.id)
        states.answered_by_hand(session, locked, by="x", now=WEDNESDAY_NOON + timedelta(hours=1))


def _send(staff: Colleagues, browser: TestClient, fields: dict[str, str]) -> tuple[int, str]:
    token = staff.csrf[StaffRole.SUPERVISOR]
    answer = browser.post("/target/aturan", data={**fields, "csrf": token})
    return answer.status_code, answer.text


def test_near_and_missed_ones_are_told_apart(
    site: Site, governor: TestClient, clock: Clock
) -> None:
    _received(site)
    text = governor.get("/target").text
    assert "targets-near" in text
    assert "8 jam kerja lagi" in text
    assert "targets-missed" not in text
    number = _received(site, clock() - timedelta(days=1, hours=1)).number
    sweep.run(site.database, clock())
    text = governor.get("/target").text
    assert "lewat 1 jam kerja" in text
    assert f"/tiket/{number}" in text
    assert "<b>0%</b>" in text


def test_the_ticket_says_whose_turn_it_was(site: Site, governor: TestClient, clock: Clock) -> None:
    ticket = _received(site)
    clock.forward(timedelta(hours=3))
    text = governor.get(f"/tiket/{ticket.number}").text
    assert "Petugas helpdesk 3 jam kerja" in text
    assert "Jawaban pertama" in text


def test_a_rule_is_tried_on_the_last_month_before_it_is_kept(
    site: Site, staff: Colleagues, governor: TestClient, clock: Clock
) -> None:
    _answered(site, _received(site))
    clock.forward(timedelta(hours=2))
    status, text = _send(staff, governor, RULE)
    assert status == 200
    assert "Dari 1 target yang selesai dalam 30 hari terakhir, 0 lewat" in text
    assert "dengan aturan ini 1 akan lewat" in text
    with site.database.read() as session:
        assert not targets.rules(session)


def test_a_kept_rule_counts_for_what_begins_later(
    site: Site, staff: Colleagues, governor: TestClient
) -> None:
    before = _received(site)
    assert _send(staff, governor, RULE | KEEP)[0] == 303
    after = _received(site)
    with site.database.read() as session:
        old, new = (targets.of_ticket(session, each.id)[0] for each in (before, after))
    assert (old.minutes, new.minutes) == (480, 30)
    assert "30 menit kerja, diingatkan pada 50%" in governor.get("/target").text
    [(by, of, why, detail)] = trailed(site.database, TrailAction.TARGET_CHANGED)
    assert (by, of, why) == ("penyelia", "first_answer", "Janji kami.")
    assert isinstance(detail, dict)
    assert (detail["minutes"], detail["warn_percent"]) == (30, 50)


@pytest.mark.alike
@pytest.mark.parametrize(
    "wrong",
    [
        {"jam": "banyak"},
        {"jam": "0"},
        {"jam": "nan"},
        {"jam": ""},
        {"ingat": "100"},
        {"jenis": "makan_siang"},
        {"kategori": "bukan kategori"},
        {"mulai": "2026-11-24"},
        {"alasan": ""},
    ],
)
def test_what_cannot_be_a_rule_is_refused_and_stays_typed(
    site: Site, staff: Colleagues, governor: TestClient, wrong: dict[str, str]
) -> None:
    status, text = _send(staff, governor, RULE | KEEP | wrong)
    assert status == 422
    assert 'role="alert"' in text
    with site.database.read() as session:
        assert not targets.rules(session)


def test_an_agent_looks_but_does_not_change(site: Site, staff: Colleagues) -> None:
    agent = staff.as_agent()
    assert 'targets-rule"' not in agent.get("/target").text
    fields = {**RULE, **KEEP, "csrf": staff.csrf[StaffRole.AGENT]}
    assert agent.post("/target/aturan", data=fields).status_code == 403


def test_a_page_that_goes_on_after_nonsense_is_the_first(site: Site, governor: TestClient) -> None:
    _received(site)
    for after in ("x", "2026-11-25~1", "2026-11-25T00:00:00+00:00~x", "~"):
        assert "targets-near" in governor.get("/target", params={"setelah": after}).text


def test_a_stranger_is_sent_to_sign_in(client: TestClient) -> None:
    assert client.get("/target").status_code in {303, 401}
