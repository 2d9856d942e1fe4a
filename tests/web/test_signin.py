"""Signing in and out."""

from datetime import timedelta

import pytest
from httpx import Response

from app.access.signin import IDLE
from app.web.deps import COOKIE
from app.web.site import Site
from models.vocabulary import StaffRole
from tests.support.browser import TestClient
from tests.web.conftest import PASSWORD, Clock, Colleagues


def _sign_in(client: TestClient, password: str = PASSWORD, **more: str) -> Response:
    fields = {"nama_pengguna": "petugas", "kata_sandi": password, **more}
    answer: Response = client.post("/masuk", data=fields)
    return answer


def test_a_colleague_gets_in_with_a_cookie_no_script_can_read(
    client: TestClient, staff: Colleagues
) -> None:
    staff.add(StaffRole.AGENT)
    answer = _sign_in(client)
    assert (answer.status_code, answer.headers["location"]) == (303, "/antrean")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    assert client.get("/antrean").status_code == 200


def test_a_wrong_password_is_told_beside_the_form_and_counted(
    client: TestClient, staff: Colleagues
) -> None:
    staff.add(StaffRole.AGENT)
    wrong = _sign_in(client, "bukan-sandi-itu")
    assert wrong.status_code == 422
    assert "tidak cocok" in wrong.text
    assert 'value="petugas"' in wrong.text
    assert "bukan-sandi-itu" not in wrong.text
    for _ in range(4):
        _sign_in(client, "bukan-sandi-itu")
    assert _sign_in(client).status_code == 429


def test_an_unknown_name_is_answered_like_a_wrong_password(
    client: TestClient, staff: Colleagues
) -> None:
    staff.add(StaffRole.AGENT)
    unknown = client.post("/masuk", data={"nama_pengguna": "siapa", "kata_sandi": "x"})
    assert unknown.status_code == 422
    assert "tidak cocok" in unknown.text


@pytest.mark.alike
@pytest.mark.parametrize(
    ("onward", "target"),
    [
        pytest.param("/tiket/7?a=1", "/tiket/7?a=1", id="own page"),
        pytest.param("//lain.example", "/antrean", id="other site"),
        pytest.param("/\\lain.example", "/antrean", id="other site in disguise"),
        pytest.param("/\t/lain.example", "/antrean", id="other site behind a tab"),
        pytest.param("https://lain.example", "/antrean", id="full address"),
    ],
)
def test_signing_in_leads_to_pages_of_ours_only(
    client: TestClient, staff: Colleagues, onward: str, target: str
) -> None:
    staff.add(StaffRole.AGENT)
    assert _sign_in(client, lanjut=onward).headers["location"] == target


def test_a_stranger_is_led_to_the_form_and_back(client: TestClient, staff: Colleagues) -> None:
    staff.add(StaffRole.AGENT)
    turned = client.get("/antrean?tampilan=orang")
    assert turned.status_code == 303
    assert turned.headers["location"].startswith("/masuk?lanjut=%2Fantrean")
    form = client.get(turned.headers["location"])
    assert 'value="/antrean?tampilan=orang"' in form.text


def test_signing_out_ends_the_session_for_good(staff: Colleagues) -> None:
    browser = staff.as_agent()
    token = browser.cookies[COOKIE]
    assert browser.post("/masuk/keluar", data={"csrf": "palsu"}).status_code == 403
    answer = browser.post("/masuk/keluar", data={"csrf": staff.csrf[StaffRole.AGENT]})
    assert (answer.status_code, answer.headers["location"]) == (303, "/masuk")
    browser.cookies.set(COOKIE, token)
    assert browser.get("/antrean").status_code == 303


def test_an_idle_session_ends(staff: Colleagues, clock: Clock) -> None:
    browser = staff.as_agent()
    clock.forward(IDLE + timedelta(minutes=1))
    assert browser.get("/antrean").status_code == 303


def test_whoever_is_signed_in_goes_on(staff: Colleagues) -> None:
    answer = staff.as_agent().get("/masuk")
    assert (answer.status_code, answer.headers["location"]) == (303, "/antrean")


def test_the_demo_shows_no_passwords(client: TestClient, site: Site) -> None:
    assert "sandi-" not in client.get("/masuk").text
