"""The machine interface explains itself without scripts from elsewhere."""

from tests.support.browser import TestClient


def test_every_call_is_listed_with_its_fields(client: TestClient) -> None:
    page = client.get("/api/docs")
    assert page.status_code == 200
    for words in ("POST /api/v1/tickets", "GET /api/v1/tickets", "Idempotency-Key", "text"):
        assert words.lower() in page.text.lower()
    assert "<script" not in page.text


def test_the_document_itself_is_served(client: TestClient) -> None:
    assert "/api/v1/tickets" in client.get("/api/openapi.json").json()["paths"]
