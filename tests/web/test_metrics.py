"""The operations port tells how the process fares; the public one does not."""

from app.main import create_operations
from app.web.site import Site
from tests.support.browser import TestClient
from tests.support.pages import pages_of


def test_figures_are_on_the_operations_port_alone(client: TestClient, site: Site) -> None:
    assert client.get("/metrics").status_code == 404
    answer = TestClient(create_operations(site)).get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    lines = answer.text.splitlines()
    assert 'loket_check{check="database"} 1.0' in lines
    assert 'loket_check{check="worker"} 0.0' in lines
    assert 'loket_tickets_open{state="received"} 0.0' in lines
    assert "# TYPE loket_extract_age_seconds gauge" in lines
    assert TestClient(create_operations(site)).get("/bantuan").status_code == 404


def test_requests_are_counted_by_method_and_status(site: Site) -> None:
    TestClient(pages_of(site)).get("/tidak-ada")
    answer = TestClient(create_operations(site)).get("/metrics")
    assert 'loket_http_request_seconds_count{method="GET",status="404"} 1.0' in answer.text
