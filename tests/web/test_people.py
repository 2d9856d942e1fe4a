"""Colleagues are invited, changed and let go; one's own page; the index of all that is set up."""

import contextlib
import re
import threading
from datetime import timedelta

import pytest

from app.access import people as access
from app.store import staff as people
from app.store import tickets
from app.store import trail as rows
from app.store.trail import Wanted
from app.web.site import Site
from models import Staff
from models.vocabulary import StaffRole, TrailAction
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import PASSWORD, Clock, Colleagues

NEW = {"nama": "Ratih Kinasih", "nama_pengguna": "ratih", "peran": "agent"}
CHOSEN = {"kata_sandi": "gerimis-di-kebun-teh", "ulangi": "gerimis-di-kebun-teh"}


def _csrf(staff: Colleagues, **typed: str) -> dict[str, str]:
    """Of the administrator."""
    return {"csrf": staff.csrf[StaffRole.ADMIN], **typed}


def _agents(staff: Colleagues, **typed: str) -> dict[str, str]:
    return {"csrf": staff.csrf[StaffRole.AGENT], **typed}


def _named(site: Site, username: str) -> Staff | None:
    with site.database.read() as session:
        return people.by_username(session, username)


def _invited(admin: TestClient, staff: Colleagues) -> str:
    page = admin.post("/petugas/undangan", data=_csrf(staff, **NEW)).text
    found = re.search(r"http://testserver(/undangan/[\w-]+)", page)
    assert found
    return found[1]


def _sign_in(client: TestClient, name: str, password: str) -> int:
    answer = client.post("/masuk", data={"nama_pengguna": name, "kata_sandi": password})
    return int(answer.status_code)


def test_only_an_administrator_manages_colleagues(staff: Colleagues, client: TestClient) -> None:
    assert client.get("/petugas").headers["location"].startswith("/masuk")
    supervisor = staff.as_supervisor()
    fields = {"csrf": staff.csrf[StaffRole.SUPERVISOR], **NEW}
    assert supervisor.get("/petugas").status_code == 403
    assert supervisor.post("/petugas/undangan", data=fields).status_code == 403
    assert "/petugas" not in supervisor.get("/pengelolaan").text
    assert "/jejak" in supervisor.get("/pengelolaan").text


def test_a_link_brings_a_colleague_in_once(
    staff: Colleagues, client: TestClient, site: Site
) -> None:
    link = _invited(staff.as_admin(), staff)
    assert "Ratih Kinasih" in client.get(link).text
    assert _named(site, "ratih") is None
    assert client.post(link, data={**CHOSEN, "ulangi": "lain"}).status_code == 422
    assert client.post(link, data={"kata_sandi": "pendek", "ulangi": "pendek"}).status_code == 422
    assert client.post(link, data=CHOSEN).headers["location"] == "/masuk"
    assert client.post(link, data=CHOSEN).status_code == 410
    assert _sign_in(client, "ratih", CHOSEN["kata_sandi"]) == 303
    with site.database.read() as session:
        [joined] = rows.listed(session, Wanted(action=TrailAction.PERSON_JOINED), limit=9)
    assert joined.actor == "ratih"


def test_a_link_ends_by_time_by_hand_and_by_a_newer_one(
    staff: Colleagues, client: TestClient, clock: Clock
) -> None:
    admin = staff.as_admin()
    first, second = _invited(admin, staff), _invited(admin, staff)
    assert client.get(first).status_code == 410
    page = admin.get("/petugas").text
    [path] = set(re.findall(r'action="(/petugas/undangan/\d+/pencabutan)"', page))
    assert admin.post(path, data=_csrf(staff)).status_code == 303
    assert client.get(second).status_code == 410
    third = _invited(admin, staff)
    clock.forward(timedelta(days=3, seconds=1))
    assert client.get(third).status_code == 410


@pytest.mark.alike
@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"nama_pengguna": "administrator"}, 409),
        ({"nama": " "}, 422),
        ({"nama_pengguna": "a b"}, 422),
    ],
    ids=str,
)
def test_an_invitation_that_cannot_be_keeps_what_was_typed(
    staff: Colleagues, changes: dict[str, str], status: int
) -> None:
    answer = staff.as_admin().post("/petugas/undangan", data=_csrf(staff, **{**NEW, **changes}))
    assert answer.status_code == status
    assert 'value="Ratih Kinasih"' in answer.text or "nama" in changes


def test_the_role_of_another_changes_with_a_reason_and_ones_own_never(
    staff: Colleagues, site: Site
) -> None:
    agent, admin = staff.add(StaffRole.AGENT), staff.as_admin()
    typed = {"nama": agent.name, "peran": "supervisor", "bahasa": "id"}
    assert admin.post(f"/petugas/{agent.id}", data=_csrf(staff, **typed)).status_code == 422
    fields = _csrf(staff, **typed, alasan="Menjadi penyelia.")
    assert admin.post(f"/petugas/{agent.id}", data=fields).status_code == 303
    changed = _named(site, "petugas")
    assert changed is not None
    assert changed.role is StaffRole.SUPERVISOR
    me = _named(site, "administrator")
    assert me is not None
    answer = admin.post(f"/petugas/{me.id}", data=fields)
    assert (answer.status_code, "administrator lain" in answer.text) == (403, True)


def test_the_last_administrator_stays(staff: Colleagues, site: Site) -> None:
    first, second = staff.add(StaffRole.ADMIN), staff.add(StaffRole.ADMIN, "kedua", "Admin Kedua")

    def remove(gone: Staff, by: Staff) -> None:
        with contextlib.suppress(access.LastAdmin), site.database.write() as session:
            colleague = people.found(session, gone.id)
            access.deactivate(session, colleague, by=by, reason="x", now=site.clock())

    removing = [
        threading.Thread(target=remove, args=pair) for pair in [(first, second), (second, first)]
    ]
    for thread in removing:
        thread.start()
    for thread in removing:
        thread.join()
    left = [each for each in (_named(site, "administrator"), _named(site, "kedua")) if each]
    [stays] = [each for each in left if each.is_active]
    with site.database.write() as session:
        last, of = people.found(session, stays.id), access.Who("X", StaffRole.AGENT)
        gone = first if last.id == second.id else second
        with pytest.raises(access.LastAdmin):
            access.change(session, last, of, by=gone, reason="x", now=site.clock())


def test_who_leaves_is_out_at_once_and_their_reports_go_on(staff: Colleagues, site: Site) -> None:
    agent = staff.add(StaffRole.AGENT)
    browser, admin = staff.signed_in(agent), staff.as_admin()
    heir = staff.add(StaffRole.AGENT, "rekan", "Rekan Kerja")
    with site.database.write() as session:
        held = build.ticket(session, assigned_to_id=agent.id).number
    fields = _csrf(staff, alasan="Pindah tugas.", pengganti=str(heir.id))
    assert admin.post(f"/petugas/{agent.id}/penonaktifan", data=fields).status_code == 303
    assert browser.get("/antrean").status_code == 303
    with site.database.read() as session:
        assert tickets.by_number(session, held).assigned_to_id == heir.id
    assert "rekan" not in admin.get(f"/petugas/{agent.id}").text
    back = _csrf(staff, alasan="Kembali.")
    assert admin.post(f"/petugas/{agent.id}/pengaktifan", data=back).status_code == 303
    assert _sign_in(browser, "petugas", PASSWORD) == 303


def test_a_forgotten_password_is_chosen_anew_by_link(staff: Colleagues, client: TestClient) -> None:
    agent, admin = staff.add(StaffRole.AGENT), staff.as_admin()
    page = admin.post(f"/petugas/{agent.id}/tautan-sandi", data=_csrf(staff)).text
    found = re.search(r"http://testserver(/undangan/[\w-]+)", page)
    assert found
    assert _sign_in(client, "petugas", PASSWORD) == 303
    assert client.post(found[1], data=CHOSEN).status_code == 303
    assert _sign_in(client, "petugas", PASSWORD) == 422
    assert _sign_in(client, "petugas", CHOSEN["kata_sandi"]) == 303


def test_ones_own_password_changes_and_other_sessions_end(staff: Colleagues) -> None:
    agent = staff.add(StaffRole.AGENT)
    elsewhere, here = staff.signed_in(agent), staff.signed_in(agent)
    wrong = _agents(staff, kata_sandi_lama="salah", **CHOSEN)
    assert here.post("/profil/sandi", data=wrong).status_code == 422
    right = _agents(staff, kata_sandi_lama=PASSWORD, **CHOSEN)
    assert here.post("/profil/sandi", data=right).headers["location"] == "/profil?tersimpan=ya"
    assert elsewhere.get("/profil").status_code == 303
    assert "sesi ini" in here.get("/profil").text


def test_ones_own_language_changes_and_other_sessions_are_ended(staff: Colleagues) -> None:
    agent = staff.add(StaffRole.AGENT)
    elsewhere, here = staff.signed_in(agent), staff.signed_in(agent)
    fields = _agents(staff)
    typed = {**fields, "nama": "Laksmi W.", "bahasa": "en"}
    assert here.post("/profil", data=typed).status_code == 303
    assert "My profile" in here.get("/profil").text
    assert here.post("/profil/sesi", data=fields).status_code == 303
    assert elsewhere.get("/profil").status_code == 303
    assert here.get("/profil").status_code == 200
