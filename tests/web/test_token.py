"""Tokens of machines: shown once, for some things only, limited, and revoked."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from httpx import Response

from app.access.limits import Limit
from app.access.tokens import Rate
from app.store import tokens
from app.web.site import Site
from models.vocabulary import StaffRole
from tests.support.browser import TestClient
from tests.support.pages import pages_of
from tests.web.conftest import API_TOKEN, Clock, Colleagues

BODY = {"text": "Akun guru kami belum ditemukan."}


def _made(staff: Colleagues, admin: TestClient, **typed: object) -> str:
    fields = {"csrf": staff.csrf[StaffRole.ADMIN], "nama": "SIPLah", "cakupan": ["create", "read"]}
    page = admin.post("/token", data={**fields, **typed}).text
    found = re.search(r'value="(loket_[\w-]+)"', page)
    assert found, page
    return found[1]


def _asks(client: TestClient, token: str, *, creates: bool = True) -> Response:
    headers = {"Authorization": f"Bearer {token}"}
    if creates:
        answer: Response = client.post("/api/v1/tickets", json=BODY, headers=headers)
    else:
        answer = client.get("/api/v1/tickets", headers=headers)
    return answer


def test_only_an_administrator_makes_tokens(staff: Colleagues, client: TestClient) -> None:
    assert client.get("/token").headers["location"].startswith("/masuk")
    supervisor = staff.as_supervisor()
    assert supervisor.get("/token").status_code == 403
    fields = {"csrf": staff.csrf[StaffRole.SUPERVISOR], "nama": "x", "cakupan": "create"}
    assert supervisor.post("/token", data=fields).status_code == 403


def test_a_token_works_is_kept_as_a_hash_and_is_shown_once(
    staff: Colleagues, client: TestClient, site: Site
) -> None:
    admin = staff.as_admin()
    token = _made(staff, admin)
    assert token not in admin.get("/token").text
    assert _asks(client, token).status_code == 201
    assert _asks(client, token, creates=False).status_code == 200
    with site.database.read() as session:
        [row] = tokens.everyone(session)
    assert token not in {row.token_hash, row.name}
    assert row.last_used_on == site.clock().date()


def test_tokens_of_the_settings_go_on_working_and_are_told(
    staff: Colleagues, client: TestClient
) -> None:
    assert _asks(client, API_TOKEN).status_code == 201
    assert "LOKET_API_TOKENS): 1 token" in staff.as_admin().get("/token").text


@pytest.mark.parametrize(("scope", "creates"), [("read", True), ("create", False)])
def test_a_token_for_other_things_is_refused(
    staff: Colleagues, client: TestClient, scope: str, *, creates: bool
) -> None:
    token = _made(staff, staff.as_admin(), cakupan=[scope])
    answer = _asks(client, token, creates=creates)
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"
    assert _asks(client, token, creates=not creates).status_code in {200, 201}


def test_a_revoked_and_an_expired_token_open_nothing(
    staff: Colleagues, client: TestClient, clock: Clock
) -> None:
    admin = staff.as_admin()
    first, second = _made(staff, admin), _made(staff, admin, sampai="2026-11-25")
    [path] = set(re.findall(r'action="(/token/1/pencabutan)"', admin.get("/token").text))
    for _ in range(2):
        fields = {"csrf": staff.csrf[StaffRole.ADMIN]}
        assert admin.post(path, data=fields).status_code == 303
    assert _asks(client, first).status_code == 401
    assert _asks(client, second).status_code == 201
    clock.forward(timedelta(hours=12))
    assert _asks(client, second).status_code == 401


@pytest.mark.alike
@pytest.mark.parametrize(
    "changes",
    [{"nama": " "}, {"cakupan": []}, {"sampai": "2026-11-24"}, {"sampai": "besok"}],
    ids=str,
)
def test_a_token_that_cannot_be_keeps_what_was_typed(
    staff: Colleagues, changes: dict[str, object]
) -> None:
    admin = staff.as_admin()
    fields = {"csrf": staff.csrf[StaffRole.ADMIN], "nama": "SIPLah", "cakupan": ["read"]}
    answer = admin.post("/token", data={**fields, **changes})
    assert answer.status_code == 422
    assert "nama" in changes or 'value="SIPLah"' in answer.text


def test_each_token_has_its_own_limit(staff: Colleagues, site: Site, clock: Clock) -> None:
    few = replace(site, rate=Rate(Limit(2, timedelta(minutes=1))))
    client = TestClient(pages_of(few), follow_redirects=False)
    token = _made(staff, staff.as_admin())
    answers = [_asks(client, token, creates=False).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert _asks(client, API_TOKEN, creates=False).status_code == 200
    clock.forward(timedelta(minutes=1))
    assert _asks(client, token, creates=False).status_code == 200
