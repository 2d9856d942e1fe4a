"""Zendesk's webhook: who signed within minutes is heard, and told again changes nothing."""

import base64
import hashlib
import hmac
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from httpx import Response

from app.intake import told
from app.store import tickets
from app.web.site import Site
from models.vocabulary import Channel, TicketState
from tests.support.browser import TestClient
from tests.web.conftest import WEDNESDAY_NOON, ZENDESK_SECRET

TICKET = {
    "id": 812345,
    "subject": "Akun hilang",
    "description": "Akun guru kami hilang.",
    "status": "OPEN",
    "created_at": "2026-11-24T02:00:00Z",
}


def tell(
    client: TestClient,
    message: object,
    *,
    secret: str = ZENDESK_SECRET,
    at: datetime = WEDNESDAY_NOON,
) -> Response:
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    stamp = at.isoformat().replace("+00:00", "Z")
    digest = hmac.digest(secret.encode(), stamp.encode() + body, hashlib.sha256)
    answer: Response = client.post(
        "/api/v1/zendesk/webhook",
        content=body,
        headers={
            "X-Zendesk-Webhook-Signature": base64.b64encode(digest).decode(),
            "X-Zendesk-Webhook-Signature-Timestamp": stamp,
        },
    )
    return answer


def test_the_published_example_is_signed() -> None:
    at = datetime(2025, 1, 1, tzinfo=UTC)
    signed = "whz3xQFmu16QQ05SF2+IIkF/aohIP7Bb2E+Hb6EmkJU="
    stamp = "2025-01-01T00:00:00Z"
    for secret, is_good in (("secret", True), ("other", False), ("", False)):
        found = told.is_zendesk(secret, stamp=stamp, body=b'{"a":1}', signature=signed, now=at)
        assert found is is_good


def test_a_ticket_told_of_comes_in_under_its_number_and_is_closed_with_it(
    client: TestClient, site: Site
) -> None:
    event = {"type": "zen:event-type:ticket.created", "detail": TICKET}
    assert tell(client, event).json() == {"added": 1, "changed": 0, "unchanged": 0, "deleted": 0}
    assert tell(client, event).json()["unchanged"] == 1
    named = {**TICKET, "requester_name": "Rini W", "requester_email": "Rini@Contoh.example"}
    assert tell(client, {"ticket": named}).json()["changed"] == 1
    with site.database.read() as session:
        ticket = tickets.by_number(session, 812345)
    assert (ticket.channel, ticket.state) == (Channel.ZENDESK, TicketState.RECEIVED)
    assert (ticket.requester_name, ticket.requester_email) == ("Rini W", "rini@contoh.example")
    assert tell(client, {**TICKET, "status": "solved"}).json()["changed"] == 1
    with site.database.read() as session:
        assert tickets.by_number(session, 812345).state is TicketState.CLOSED


def test_told_in_the_same_instant_it_comes_in_once(client: TestClient) -> None:
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda _: tell(client, TICKET), range(6)))
    assert [each.status_code for each in answers] == [200] * 6
    assert sum(each.json()["added"] for each in answers) == 1


@pytest.mark.alike
@pytest.mark.parametrize(
    "message",
    [b"", {"type": "zen:event-type:user.created", "detail": {"id": "1"}}, {"test": True}],
    ids=["nothing", "another event", "a trial"],
)
def test_a_message_of_no_ticket_is_acknowledged(client: TestClient, message: object) -> None:
    answer = tell(client, message)
    assert (answer.status_code, set(answer.json().values())) == (200, {0})


@pytest.mark.alike
@pytest.mark.parametrize(
    ("message", "status"),
    [(b"{", 422), (b"[]", 422), ({"ticket": {"id": "x", "subject": "a"}}, 422)],
    ids=["no JSON", "no object", "no number"],
)
def test_a_message_nothing_can_be_made_of_is_refused(
    client: TestClient, message: object, status: int
) -> None:
    answer = tell(client, message)
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_a_stranger_and_an_old_message_are_not_heard(client: TestClient) -> None:
    old = WEDNESDAY_NOON - timedelta(minutes=6)
    assert tell(client, TICKET, secret="lain").status_code == 401
    assert tell(client, TICKET, at=old).status_code == 401
    assert client.post("/api/v1/zendesk/webhook", content=b"{}").status_code == 401


def test_a_number_of_ours_is_not_taken_over(client: TestClient, site: Site) -> None:
    report = {"email": "sarinah@surat.example"}
    assert tell(client, {**TICKET, **report}).status_code == 200
    with site.database.write() as session:
        tickets.by_number(session, 812345).external_id = None
    assert tell(client, TICKET).status_code == 409
