"""One list of pages: each opens for who finds it, and is shut to who does not."""

import gzip
import re

import pytest

from app.web import destinations
from app.web.site import Site
from models.vocabulary import StaffRole
from tests.support import build
from tests.support.browser import TestClient
from tests.support.pages import pages_of
from tests.web.conftest import Colleagues

ALL = destinations.everywhere(StaffRole.ADMIN)
FIRST_VIEW = 60_000  # bytes of the page and all it asks for, compressed


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_who_finds_a_page_may_open_it_and_nobody_else(staff: Colleagues, site: Site) -> None:
    app = pages_of(site)
    for role in (StaffRole.AGENT, StaffRole.SUPERVISOR):
        browser = staff.signed_in(staff.add(role))
        open_to = {way.route for way in destinations.everywhere(role)}
        for way in ALL:
            answer = browser.get(app.url_path_for(way.route), follow_redirects=True)
            assert answer.status_code == (200 if way.route in open_to else 403), way.route


def test_the_bar_and_the_administration_are_part_of_what_is_found_everywhere() -> None:
    for role in StaffRole:
        found = destinations.everywhere(role)
        assert len({way.route for way in found}) == len(found)
        assert set(destinations.bar(role)) <= set(found)
        assert {way for ways in destinations.groups(role).values() for way in ways} <= set(found)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_first_view_of_every_page_is_light(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        numbers = [build.planned(session).number for _ in range(50)]
    app, browser = pages_of(site), staff.as_admin()
    paths = [str(app.url_path_for(way.route)) for way in ALL]
    paths += [f"/tiket/{numbers[0]}", f"/antrean?pilih={numbers[0]}", "/masuk", "/laporan"]
    sizes = {path: _first_view(browser, path) for path in paths}
    assert not {path: size for path, size in sizes.items() if size > FIRST_VIEW}


def _first_view(browser: TestClient, path: str) -> int:
    """What a browser fetches that kept nothing."""
    page = browser.get(path, follow_redirects=True)
    assert page.status_code == 200, path
    assets = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text))
    assert assets, path
    answers = [page, *map(browser.get, assets)]
    return sum(len(gzip.compress(each.content)) for each in answers)
