"""One list of pages: each opens for who finds it, and is shut to who does not."""

import pytest

from app.web import destinations
from app.web.site import Site
from models.vocabulary import StaffRole
from tests.support.pages import pages_of
from tests.web.conftest import Colleagues

ALL = destinations.everywhere(StaffRole.ADMIN)


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
