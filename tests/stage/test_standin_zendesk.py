"""The stand-in Zendesk, asked over HTTP as its documentation says the real one answers."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.lookup.world import World
from app.standin.zendesk import zendesk_app
from app.standin.zendesk_door import Access, Strain
from tests.support import small_world as small
from tests.support.servers import serving

TOKEN = "token-zendesk"
CLIENT = {"client_id": "loket", "client_secret": "rahasia-uji"}
NOON = datetime(2026, 11, 15, 2, 0, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder: Path = tmp_path_factory.mktemp("world")
    return World.load(small.write_small_world(folder))


@pytest.fixture
def desk(world: World) -> Iterator[httpx.Client]:
    access = Access(TOKEN, CLIENT["client_id"], CLIENT["client_secret"])
    app = zendesk_app(world, access=access, strain=Strain(export_page=2), clock=lambda: NOON)
    with serving(app) as url, httpx.Client(base_url=url) as client:
        client.headers["Authorization"] = f"Bearer {TOKEN}"
        yield client


def listed(desk: httpx.Client, path: str, **query: str | int) -> dict[str, Any]:
    answer = desk.get(path, params=query)
    assert answer.status_code == 200, answer.text
    content: dict[str, Any] = answer.json()
    return content


def test_a_client_fetches_a_token_and_reads_with_it(desk: httpx.Client) -> None:
    asked = {"grant_type": "client_credentials", **CLIENT, "scope": "read", "expires_in": 1800}
    given = desk.post("/oauth/tokens", json=asked).json()
    assert (given["token_type"], given["expires_in"], given["scope"]) == ("bearer", 1800, "read")
    headers = {"Authorization": f"Bearer {given['access_token']}"}
    assert desk.get("/api/v2/tickets.json", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("changed", "status", "error"),
    [
        pytest.param({"client_secret": "x"}, 401, "invalid_client", id="wrong secret"),
        pytest.param({"expires_in": 300}, 400, "invalid_request", id="too short a life"),
        pytest.param({"expires_in": 172_800}, 400, "invalid_request", id="too long a life"),
        pytest.param({"grant_type": "password"}, 400, "unsupported_grant_type", id="other grant"),
    ],
)
def test_a_token_is_refused_as_documented(
    desk: httpx.Client, changed: dict[str, object], status: int, error: str
) -> None:
    asked = {"grant_type": "client_credentials", **CLIENT, **changed}
    answer = desk.post("/oauth/tokens", json=asked)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


def test_no_secret_set_means_no_token_for_anyone(world: World) -> None:
    with serving(zendesk_app(world, access=Access(TOKEN))) as url:
        asked = {"grant_type": "client_credentials", "client_id": "", "client_secret": ""}
        assert httpx.post(f"{url}/oauth/tokens", json=asked).status_code == 401


@pytest.mark.parametrize(
    ("auth", "status"),
    [
        pytest.param(("petugas@loket.example/token", TOKEN), 200, id="API token"),
        pytest.param(("petugas@loket.example/token", "salah"), 401, id="wrong API token"),
        pytest.param(("petugas@loket.example", TOKEN), 401, id="as a password"),
    ],
)
def test_basic_access_needs_an_api_token(
    desk: httpx.Client, auth: tuple[str, str], status: int
) -> None:
    del desk.headers["Authorization"]
    assert desk.get("/api/v2/tickets.json", auth=auth).status_code == status


def test_a_list_is_walked_by_cursor(desk: httpx.Client) -> None:
    numbers: list[int] = []
    content = listed(desk, "/api/v2/tickets.json", **{"page[size]": 3})
    while True:
        numbers += [each["id"] for each in content["tickets"]]
        if not content["meta"]["has_more"]:
            break
        content = desk.get(content["links"]["next"]).json()
    assert numbers == [700001, 700002, 700003, 700004]


def test_a_list_is_walked_by_offset(desk: httpx.Client) -> None:
    path = f"/api/v2/help_center/id/articles/{small.ARTICLE}/comments.json"
    content = listed(desk, path)
    sizes = [len(content["comments"])]
    while content["next_page"]:
        content = desk.get(content["next_page"]).json()
        sizes.append(len(content["comments"]))
    assert (sizes, content["count"]) == ([30, 30, 3], 63)


@pytest.mark.parametrize(
    "query", [{"page[size]": "nol"}, {"page": "0"}, {"page[after]": "bukan-kursor"}]
)
def test_paging_that_makes_no_sense_is_refused(desk: httpx.Client, query: dict[str, str]) -> None:
    assert desk.get("/api/v2/tickets.json", params=query).status_code == 400


def export(desk: httpx.Client, **query: str | int) -> list[int]:
    numbers: list[int] = []
    content = listed(desk, "/api/v2/incremental/tickets/cursor.json", **query)
    while True:
        numbers += [each["id"] for each in content["tickets"]]
        if content["end_of_stream"]:
            return numbers
        content = desk.get(content["after_url"]).json()


def test_the_export_gives_changes_in_order_without_the_last_minute(desk: httpx.Client) -> None:
    first = listed(desk, "/api/v2/incremental/tickets/cursor.json", start_time=0)
    assert (len(first["tickets"]), first["end_of_stream"]) == (2, False)
    assert export(desk, start_time=0) == [700001, 700002, 700003, 700004]


def test_the_export_starts_where_it_was_left(desk: httpx.Client) -> None:
    first = listed(desk, "/api/v2/incremental/tickets/cursor.json", start_time=0)
    assert export(desk, cursor=first["after_cursor"]) == [700003, 700004]


def test_an_exhausted_export_keeps_its_place(desk: httpx.Client) -> None:
    path = "/api/v2/incremental/tickets/cursor.json"
    last = listed(desk, path, start_time=int(NOON.timestamp()))
    again = listed(desk, path, cursor=last["after_cursor"])
    assert (again["tickets"], again["end_of_stream"]) == ([], True)
    assert again["after_cursor"]


def test_deleted_tickets_are_exported_unless_unwanted(world: World) -> None:
    late = datetime(2026, 11, 20, tzinfo=UTC)
    with serving(zendesk_app(world, access=Access(TOKEN), clock=lambda: late)) as url:
        headers = {"Authorization": f"Bearer {TOKEN}"}
        with httpx.Client(base_url=url, headers=headers) as client:
            assert export(client, start_time=0)[-1] == 700005
            assert 700005 not in export(client, start_time=0, exclude_deleted="true")


def test_an_export_without_a_start_is_refused(desk: httpx.Client) -> None:
    assert desk.get("/api/v2/incremental/tickets/cursor.json").status_code == 400


@pytest.mark.parametrize("path", ["tickets/1.json", "tickets/1/comments.json", "users/1.json"])
def test_what_is_not_there_is_said_so(desk: httpx.Client, path: str) -> None:
    answer = desk.get(f"/api/v2/{path}")
    assert answer.status_code == 404
    assert answer.json() == {"error": "RecordNotFound", "description": "Not found"}


def test_a_ticket_made_and_changed_comes_back_with_its_audit(desk: httpx.Client) -> None:
    sent = {"ticket": {"subject": "Uji", "comment": {"body": "a <b> c"}, "requester_id": 501}}
    made = desk.post("/api/v2/tickets.json", json=sent)
    assert made.status_code == 201
    number = made.json()["ticket"]["id"]
    assert (number, made.json()["audit"]["ticket_id"]) == (700006, number)
    changed = desk.put(f"/api/v2/tickets/{number}.json", json={"ticket": {"status": "solved"}})
    assert changed.json()["ticket"]["status"] == "solved"
    comments = listed(desk, f"/api/v2/tickets/{number}/comments.json")["comments"]
    assert [each["html_body"] for each in comments] == ["<p>a &lt;b&gt; c</p>"]
    assert "ticket_id" not in comments[0]


def test_writing_never_reaches_the_world(world: World, desk: httpx.Client) -> None:
    desk.put("/api/v2/tickets/700001.json", json={"ticket": {"status": "solved"}})
    assert world.zendesk["tickets"][0]["status"] == "open"


def test_the_hurried_are_told_how_long_to_wait(world: World) -> None:
    app = zendesk_app(world, access=Access(TOKEN), strain=Strain(busy_every=2, retry_after=7))
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with serving(app) as url, httpx.Client(base_url=url, headers=headers) as client:
        answers = [client.get("/api/v2/users.json") for _ in range(4)]
    assert [each.status_code for each in answers] == [200, 429, 200, 429]
    assert answers[1].headers["retry-after"] == "7"
