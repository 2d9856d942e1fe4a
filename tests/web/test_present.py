"""Who else has a ticket open: seen by others for a minute, and nothing is locked by it."""

from datetime import timedelta

from app.store import presence
from app.web.site import Site
from app.work import sweep
from models import Staff, Ticket
from models.vocabulary import StaffRole
from tests.support.browser import TestClient
from tests.web.conftest import Clock, Colleagues

HTMX = {"HX-Request": "true"}
HERE = "Sari Kencana juga membuka laporan ini"


def test_others_are_seen_for_a_minute(
    staff: Colleagues, sari: Staff, made: Ticket, clock: Clock
) -> None:
    mine, theirs = staff.as_agent(), staff.signed_in(sari)
    theirs.get(f"/tiket/{made.number}")
    page = mine.get(f"/tiket/{made.number}").text
    assert HERE in page
    assert "Laksmi Wulandari juga" not in page
    clock.forward(timedelta(seconds=50))
    assert HERE in _poll(staff, mine, made)
    clock.forward(timedelta(seconds=10))
    assert HERE not in _poll(staff, mine, made)


def test_who_keeps_a_draft_is_writing(
    staff: Colleagues, sari: Staff, made: Ticket, clock: Clock
) -> None:
    mine, theirs = staff.as_agent(), staff.signed_in(sari)
    fields = {"csrf": staff.csrf[StaffRole.SUPERVISOR], "teks": "Sedang"}
    theirs.post(f"/tiket/{made.number}/draf/answer", data=fields, headers=HTMX)
    _poll(staff, theirs, made, StaffRole.SUPERVISOR)
    assert "Sari Kencana sedang menulis" in _poll(staff, mine, made)
    clock.forward(timedelta(seconds=61))
    _poll(staff, theirs, made, StaffRole.SUPERVISOR)
    assert HERE in _poll(staff, mine, made)


def test_the_queue_may_ask_of_many_and_the_sweep_forgets(
    staff: Colleagues, sari: Staff, made: Ticket, site: Site, clock: Clock
) -> None:
    staff.signed_in(sari).get(f"/tiket/{made.number}")
    agent = staff.add(StaffRole.AGENT)
    with site.database.read() as session:
        ids = [made.id, made.id + 1]
        found = presence.open_among(session, ids, besides=agent.id, now=clock())
        assert found == {made.id}
        assert not presence.open_among(session, ids, besides=sari.id, now=clock())
    clock.forward(timedelta(minutes=2))
    sweep.run(site.database, clock())
    with site.database.read() as session:
        long_ago = clock() - timedelta(hours=1)
        assert not presence.others(session, made.id, besides=agent.id, now=long_ago)


def test_without_scripts_it_is_a_way_back(staff: Colleagues, made: Ticket) -> None:
    agent = staff.as_agent()
    fields = {"csrf": staff.csrf[StaffRole.AGENT]}
    assert agent.post(f"/tiket/{made.number}/kehadiran", data=fields).status_code == 303


def test_a_stranger_is_nowhere(client: TestClient, made: Ticket) -> None:
    assert client.post(f"/tiket/{made.number}/kehadiran").status_code in {303, 401}


def _poll(
    staff: Colleagues, browser: TestClient, made: Ticket, role: StaffRole = StaffRole.AGENT
) -> str:
    fields = {"csrf": staff.csrf[role]}
    answer = browser.post(f"/tiket/{made.number}/kehadiran", data=fields, headers=HTMX)
    assert answer.status_code == 200
    return str(answer.text)
