"""What the stand-in directory refuses, and what the adapters make of answers nobody expects."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from google.auth import crypt, jwt
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from app.lookup.accounts import DirectoryAccounts
from app.lookup.grant import GRANT_TYPE, SCOPE
from app.lookup.http import Outside
from app.lookup.ports import LookupUnavailable
from app.resolution.account_admin import DirectoryAdmin
from app.resolution.ports import AdminUnavailable
from models.values import AccountAddress
from models.vocabulary import System
from tests.support.directory import BUDI, RINI, Served, key_pair, served, user, world
from tests.support.servers import serving

USERS = "/admin/directory/v1/users"
NEW: dict[str, Any] = {
    "primaryEmail": "cici03@guru.sd.belajar.id",
    "name": {"givenName": "Cici", "familyName": "Lestari"},
    "password": "kata-sandi-acak",
}
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


@pytest.fixture
def directory() -> Iterator[Served]:
    with served(*world()) as running:
        yield running


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (404, "<html>Not Found</html>"),
        (404, '{"error": {"errors": [{"reason": "badPath"}]}}'),
        (404, '{"error": "hilang"}'),
        (200, "<html>Selamat datang</html>"),
        (200, "[]"),
        (200, '{"primaryEmail": null}'),
        (302, ""),
        (400, "<html>Bad Gateway</html>"),
    ],
    ids=["404 page", "404 other", "404 odd", "page", "list", "no user", "redirect", "400 page"],
)
def test_an_answer_not_of_the_directory_is_never_an_absent_account(status: int, text: str) -> None:
    async def answer(_: object) -> Response:
        return Response(text, status_code=status, headers={"location": "http://127.0.0.1:9/"})

    app = Starlette(routes=[Route("/{path:path}", answer)])
    with serving(app) as url, httpx.Client(base_url=url, trust_env=False) as client:
        accounts = DirectoryAccounts(Outside(client, System.DIRECTORY))
        with pytest.raises(LookupUnavailable):
            accounts.by_address(AccountAddress.parse(RINI))
        with pytest.raises(AdminUnavailable):
            DirectoryAdmin(client).state(RINI)


def test_a_deleted_account_is_found_by_its_id_on_a_later_page() -> None:
    ago = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    rows = [
        user(str(number), f"a{number:04}@guru.sd.belajar.id", f"ptk-{number}", deletionTime=ago)
        for number in range(1, 703)
    ]
    with served(*rows) as directory:
        found = directory.admin().state("702")
    assert found is not None
    assert found.person_id == "ptk-702"


@pytest.mark.parametrize(
    ("method", "path", "body", "expected"),
    [
        ("POST", "", {}, (400, "invalid")),
        ("POST", "", NEW | {"primaryEmail": "cici@contoh.example"}, (404, "notFound")),
        ("POST", "", NEW | {"name": {"givenName": "Cici"}}, (400, "invalid")),
        ("POST", "", {k: v for k, v in NEW.items() if k != "password"}, (400, "invalid")),
        ("POST", "", NEW | {"password": "pendek"}, (400, "invalid")),
        ("PATCH", "/1", {"recoveryPhone": "0812"}, (400, "invalid")),
        ("PATCH", "/1", {"orgUnitPath": "SD"}, (400, "invalid")),
        ("PATCH", "/1", {"customSchemas": {"lain": {"a": "b"}}}, (400, "invalid")),
        (
            "PATCH",
            "/1",
            {"customSchemas": {"pemutakhiran": {"tanggal_penghapusan": "besok"}}},
            (400, "invalid"),
        ),
        ("PATCH", "/1", [], (400, "parseError")),
        ("POST", "/1/makeAdmin", {"status": "ya"}, (400, "invalid")),
        ("POST", "/1/aliases", {"alias": BUDI}, (409, "duplicate")),
        ("DELETE", "/1/aliases/tiada@belajar.id", None, (404, "notFound")),
        ("GET", "?customer=my_customer&query=isSuspended:ya", None, (400, "invalid")),
        ("GET", "?customer=my_customer&query=%3D%3D", None, (400, "invalid")),
        ("GET", "?customer=my_customer&orderBy=umur", None, (400, "invalid")),
        ("GET", "?customer=my_customer&maxResults=0", None, (400, "invalid")),
        ("GET", "?customer=my_customer&pageToken=x", None, (400, "invalid")),
    ],
)
def test_what_the_directory_cannot_read_it_refuses_as_published(
    directory: Served, method: str, path: str, body: Any, expected: tuple[int, str]
) -> None:
    before = [dict(each) for each in directory.users.live()]
    with directory.client(SCOPE) as client:
        answer = client.request(method, f"{USERS}{path}", json=body)
    assert (answer.status_code, answer.json()["error"]["errors"][0]["reason"]) == expected
    assert answer.json()["error"]["code"] == answer.status_code
    assert [dict(each) for each in directory.users.live()] == before


def test_a_user_has_at_most_30_aliases(directory: Served) -> None:
    with directory.client(SCOPE) as client:
        answers = [
            client.post(f"{USERS}/1/aliases", json={"alias": f"alias{number}@belajar.id"})
            for number in range(31)
        ]
    assert [answer.status_code for answer in answers] == [200] * 30 + [412]


def test_custom_fields_are_shown_only_when_asked_for(directory: Served) -> None:
    with directory.client(SCOPE) as client:
        basic, full = (
            client.get(f"{USERS}/1", params={"projection": each}).json()
            for each in ("basic", "full")
        )
    assert "customSchemas" not in basic
    assert full["customSchemas"]["pemutakhiran"]["tanggal_penghapusan"] == "2026-12-10"


@pytest.mark.parametrize(
    ("changes", "description"),
    [
        ({"iss": ""}, "iss, sub and scope"),
        ({"sub": ""}, "iss, sub and scope"),
        ({"scope": ""}, "iss, sub and scope"),
        ({"exp": int(NOW.timestamp()) + 7200}, "short-lived"),
        ({"iat": 0, "exp": 3600}, "time frame"),
        ({"iat": "kemarin"}, "Invalid JWT."),
    ],
    ids=["no issuer", "no subject", "no scope", "too long", "too old", "no time"],
)
def test_a_grant_that_says_too_little_or_too_much_gives_no_token(
    changes: dict[str, Any], description: str
) -> None:
    assert description in _refusal(_assertion(changes))


@pytest.mark.parametrize("assertion", ["", "a.b", "a.b.c", "e30.e30.e30"])
def test_a_grant_that_is_no_signed_token_gives_no_token(assertion: str) -> None:
    assert "Invalid JWT" in _refusal(assertion)


def test_a_token_runs_out_after_an_hour() -> None:
    moment = [NOW]
    with served(*world(), now=lambda: moment[0]) as directory:
        form = {"grant_type": GRANT_TYPE, "assertion": _assertion({})}
        token = httpx.post(f"{directory.url}/token", data=form).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        path = f"{directory.url}{USERS}/1"
        first = httpx.get(path, headers=headers).status_code
        moment[0] += timedelta(minutes=61)
        assert (first, httpx.get(path, headers=headers).status_code) == (200, 401)


def _assertion(changes: dict[str, Any]) -> str:
    claims = {
        "iss": "loket@proyek.example",
        "sub": "pengelola@belajar.id",
        "scope": SCOPE,
        "aud": "https://oauth2.example/token",
        "iat": int(NOW.timestamp()),
        "exp": int(NOW.timestamp()) + 3600,
    }
    signer = crypt.RSASigner.from_string(key_pair().private)  # type: ignore[no-untyped-call]
    signed: bytes = jwt.encode(signer, claims | changes)  # type: ignore[no-untyped-call]
    return signed.decode()


def _refusal(assertion: str) -> str:
    with served(now=lambda: NOW) as directory:
        form = {"grant_type": GRANT_TYPE, "assertion": assertion}
        answer = httpx.post(f"{directory.url}/token", data=form)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")
    return str(answer.json()["error_description"])
