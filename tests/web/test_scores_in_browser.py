"""The page of scores and a blind ticket in a real browser."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.store import trainings
from app.web.site import Site
from models.vocabulary import StaffRole, TrainingOutcome
from tests.support import build
from tests.support.chromium import DESK, PHONE, is_sound
from tests.support.scored import doubted, on_shelf
from tests.web.conftest import Colleagues, Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rak")
    on_shelf(folder)
    on_shelf(folder, "tolong")
    return folder


@pytest.fixture
def site(site: Site, laid: Path, tmp_path: Path) -> Site:
    shutil.copytree(laid, tmp_path / "rak")
    return replace(site, classifier=tmp_path / "rak")


def test_the_pages_are_accessible_and_fit(
    opened: Opened, address: str, site: Site, staff: Colleagues
) -> None:
    doubted(site.database, staff.add(StaffRole.AGENT))
    with site.database.write() as session:
        blind = build.planned(session, is_blind=True, category=None).number
    page = opened().new_page()
    for path in ("/pembacaan", f"/tiket/{blind}", "/antrean"):
        page.goto(address + path)
        is_sound(page)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_training_is_begun_and_its_end_is_seen(
    opened: Opened, address: str, site: Site, *, scripts: bool
) -> None:
    page = opened(java_script_enabled=scripts).new_page()
    page.goto(f"{address}/pembacaan")
    page.click("#scores-train button")
    page.get_by_text("biasanya selesai dalam satu menit").wait_for()
    with site.database.write() as session:
        [row] = trainings.recent(session, limit=2)
        row.outcome = TrainingOutcome.REFUSED
        session.add(row)
    if not scripts:
        page.reload()
    page.locator("#scores-train").wait_for()
    assert page.locator("header.bar").count() == 1
    page.locator("#scores-trainings .badge.is-refused").wait_for()


def test_the_whole_confusion_table_is_left_to_wide_screens(opened: Opened, address: str) -> None:
    page = opened().new_page()
    page.goto(f"{address}/pembacaan")
    for width, is_shown in ((PHONE, False), (DESK, True)):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator(".only-wide").is_visible() is is_shown
        assert page.locator(".confusions").is_visible()
