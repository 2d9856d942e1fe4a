"""Alive and ready, as a watcher asks."""

from datetime import timedelta
from pathlib import Path

from app.store import slots
from app.store.session import Database
from app.web.site import Site
from tests.support.browser import TestClient
from tests.support.extract import loaded, write_extract
from tests.support.pages import pages_of
from tests.unit.lookup.build import school_row
from tests.web.conftest import WEDNESDAY_NOON, Clock


def test_a_living_process_says_so(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_it_is_ready_while_a_worker_beats(client: TestClient, site: Site, clock: Clock) -> None:
    before = client.get("/readyz")
    assert (before.status_code, before.json()["checks"]["worker"]) == (503, "failed")
    with site.database.write() as session:
        slots.beat(session, "kerja-1", WEDNESDAY_NOON)
    assert client.get("/readyz").status_code == 200
    clock.forward(timedelta(minutes=3))
    after = client.get("/readyz")
    assert after.status_code == 503
    assert after.json()["checks"] == {"database": "ok", "schema": "ok", "worker": "failed"}


def test_it_tells_how_old_the_records_are(client: TestClient, site: Site, tmp_path: Path) -> None:
    assert client.get("/readyz").json()["extract"] is None
    at = WEDNESDAY_NOON - timedelta(hours=10)
    loaded(site.database, write_extract(tmp_path / "e", at, sekolah=[school_row()]))
    told = client.get("/readyz").json()["extract"]
    assert told == {"extracted_at": "2026-11-24T19:00:00+00:00", "age_hours": 10.0}


def test_it_is_not_ready_on_an_empty_database(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/kosong.db")
    site = Site(database, b"rahasia", tmp_path, "http://testserver", 1, 1, 1)
    answer = TestClient(pages_of(site)).get("/readyz")
    database.close()
    assert answer.status_code == 503
    assert answer.json()["checks"] == {"database": "ok", "schema": "failed", "worker": "failed"}


def test_it_is_not_ready_without_a_database(tmp_path: Path) -> None:
    database = Database("postgresql+psycopg://nobody@127.0.0.1:9/tidak_ada")
    site = Site(database, b"rahasia", tmp_path, "http://testserver", 1, 1, 1)
    answer = TestClient(pages_of(site)).get("/readyz")
    database.close()
    assert answer.status_code == 503
    assert answer.json()["checks"]["database"] == "failed"
