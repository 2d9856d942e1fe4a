"""A worker whose clock is ahead is shown to who can have it set right."""

from datetime import UTC, datetime, timedelta

from app.store import slots
from app.web.site import Site
from tests.web.conftest import Colleagues

ALARM = "Jam pekerja keliru"
HOW = "Jam pekerja kerja-2: 26 jam lebih cepat daripada jam basis data."


def test_a_clock_that_is_ahead_is_told_on_every_page_and_explained_on_one(
    site: Site, staff: Colleagues
) -> None:
    supervisor = staff.as_supervisor()
    with site.database.write() as session:
        slots.beat(session, "kerja-1", datetime.now(UTC))
    assert ALARM not in supervisor.get("/pengelolaan").text
    with site.database.write() as session:
        slots.beat(session, "kerja-2", datetime.now(UTC) + timedelta(hours=26, seconds=5))
    # Processes that share SQLite share a clock: there is nobody to say that it is wrong.
    is_told = not site.database.is_sqlite
    assert (ALARM in supervisor.get("/antrean").text) is is_told
    page = supervisor.get("/pengelolaan").text
    assert (HOW in page) is is_told
    assert ('href="/pengelolaan#clocks"' in page) is is_told
    assert "kerja-1" not in page
    assert ALARM not in staff.as_agent().get("/antrean").text
    assert supervisor.get("/pengelolaan", headers={"HX-Request": "true"}).status_code == 200
