"""The machine interface: proven, validated, and safe to call again."""

import pytest
from httpx import Response

from app.store import lines, tickets
from app.web.site import Site
from models.vocabulary import Category, Channel
from tests.support.browser import TestClient
from tests.web.conftest import API_TOKEN

BEARER = {"Authorization": f"Bearer {API_TOKEN}"}
BODY = {
    "text": "Akun guru kami belum ditemukan.",
    "self_category": "account_not_found",
    "requester_email": "Sarinah@Surat.example",
    "account_address": "SARINAH12@guru.sd.belajar.id",
    "npsn": "69900001",
    "jenjang": "SD",
}


def post(client: TestClient, key: str = "", **changed: str) -> Response:
    headers = BEARER | ({"Idempotency-Key": key} if key else {})
    answer: Response = client.post("/api/v1/tickets", json=BODY | changed, headers=headers)
    return answer


def test_a_report_of_a_machine_is_numbered(client: TestClient, site: Site) -> None:
    answer = post(client)
    assert answer.status_code == 201
    receipt = answer.json()
    assert (receipt["number"], receipt["state"]) == (100_001, "received")
    assert answer.headers["location"] == "/api/v1/tickets/100001"
    assert client.get(receipt["tracking_url"]).status_code == 200
    with site.database.read() as session:
        ticket = tickets.by_number(session, 100_001)
    assert (ticket.channel, ticket.self_category) == (Channel.API, Category.ACCOUNT_NOT_FOUND)
    assert ticket.requester_email == "sarinah@surat.example"
    assert ticket.account_address == "sarinah12@guru.sd.belajar.id"


def test_the_same_key_makes_one_ticket(client: TestClient) -> None:
    first, second, other = post(client, "a-1"), post(client, "a-1"), post(client, "a-2")
    assert (first.status_code, second.status_code, other.status_code) == (201, 200, 201)
    assert first.json() == second.json()
    assert other.json()["number"] == first.json()["number"] + 1
    assert post(client, "k" * 200).json() == post(client, "k" * 200).json()


def test_a_key_with_other_words_is_refused_not_swallowed(client: TestClient) -> None:
    assert post(client, "a-1").status_code == 201
    other = post(client, "a-1", text="Laporan yang lain sama sekali.")
    assert (other.status_code, other.json()["type"]) == (422, "about:blank#api.key_reused")
    assert post(client, "a-1").status_code == 200


def test_too_long_a_body_is_refused_with_a_problem_document(client: TestClient) -> None:
    pieces = (b"a" * 100_000 for _ in range(30))
    unstated = client.post("/api/v1/tickets", content=pieces, headers=BEARER)
    for answer in (post(client, text="a" * 30_000_000), unstated):
        assert (answer.status_code, answer.json()["status"]) == (413, 413)
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.alike
@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"Authorization": "Bearer salah"}, id="a wrong token"),
        pytest.param({"Authorization": f"Basic {API_TOKEN}"}, id="another scheme"),
        pytest.param({"Authorization": "Bearer "}, id="an empty token"),
    ],
)
@pytest.mark.parametrize("path", ["/api/v1/tickets", "/api/v1/tickets/100001"])
def test_a_stranger_is_told_how_to_come(
    client: TestClient, headers: dict[str, str], path: str
) -> None:
    answer = client.get(path, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 401


@pytest.mark.alike
@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"text": "  "}, "body.text"),
        ({"self_category": "lain"}, "body.self_category"),
        ({"npsn": "123"}, "body.npsn"),
        ({"requester_email": "bukan"}, "body.requester_email"),
        ({"account_address": "a@surat.example"}, "body.account_address"),
        ({"peran": "guru"}, "body.peran"),
    ],
)
def test_a_malformed_report_is_refused_by_name(
    client: TestClient, changed: dict[str, str], place: str
) -> None:
    answer = post(client, **changed)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert place in answer.json()["detail"]


def test_a_ticket_tells_where_it_stands(client: TestClient) -> None:
    number = post(client).json()["number"]
    standing = client.get(f"/api/v1/tickets/{number}", headers=BEARER).json()
    assert (standing["state"], standing["waiting_on"]) == ("received", "helpdesk")
    assert standing["promised_at"] is None
    missing = client.get("/api/v1/tickets/999999", headers=BEARER)
    assert (missing.status_code, missing.json()["status"]) == (404, 404)
    assert client.get(f"/api/v1/tickets/{10**30}", headers=BEARER).status_code == 422


def test_a_long_list_comes_in_pages_without_gaps(client: TestClient) -> None:
    made = [post(client).json()["number"] for _ in range(5)]
    seen: list[int] = []
    after: int | None = 0
    while after is not None:
        page = client.get(f"/api/v1/tickets?after={after}&limit=2", headers=BEARER).json()
        seen += [ticket["number"] for ticket in page["tickets"]]
        after = page["next"]
    assert seen == made


def test_the_interface_describes_itself(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert set(described["paths"]) >= {"/api/v1/tickets", "/api/v1/tickets/{number}"}
    assert described["components"]["securitySchemes"]


def people(client: TestClient, *listed: dict[str, str]) -> Response:
    answer: Response = client.post(
        "/api/v1/tickets", json={**BODY, "people": list(listed)}, headers=BEARER
    )
    return answer


def test_a_list_of_people_becomes_lines_each_person_once(client: TestClient, site: Site) -> None:
    answer = people(
        client,
        {"name": "Bagas Contohnya", "nisn": "0099000001", "birth_date": "2014-05-06"},
        {"account_address": "CITRA01@sd.belajar.id"},
        {"nisn": "0099000001"},
    )
    assert answer.status_code == 201
    with site.database.read() as session:
        ticket = tickets.by_number(session, answer.json()["number"])
        written = lines.numbered(session, ticket.id, [1, 2, 3])
    assert {number: each.as_written for number, each in written.items()} == {
        1: "Bagas Contohnya; 0099000001",
        2: "citra01@sd.belajar.id",
    }


@pytest.mark.alike
@pytest.mark.parametrize(
    "person",
    [
        {},
        {"nisn": "123"},
        {"name": "Bagas", "npsn": "12"},
        {"account_address": "x@surat.example"},
        {"name": "Bagas", "umur": "9"},
    ],
)
def test_a_person_who_cannot_be_right_is_refused(
    client: TestClient, person: dict[str, str]
) -> None:
    answer = people(client, person)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_list_has_at_most_five_hundred_people(client: TestClient) -> None:
    crowd = [{"name": "Orang Uji", "nisn": f"{n:010d}"} for n in range(501)]
    assert people(client, *crowd).status_code == 422
    assert people(client, *crowd[:500]).status_code == 201
