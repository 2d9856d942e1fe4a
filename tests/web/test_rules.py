"""The rule book: every rule, generated from the book and the numbers in force."""

from datetime import date, timedelta

import pytest

from app.resolution import editions
from app.resolution.editions import Text
from app.resolution.policy import RULES
from app.resolution.terms import Terms
from app.web.site import Site
from models import RuleSwitch
from models.vocabulary import StaffRole
from tests.support import build
from tests.support.browser import TestClient
from tests.support.judged import judged
from tests.web.conftest import Colleagues


def test_strangers_see_no_rules(client: TestClient) -> None:
    assert client.get("/aturan").headers["location"].startswith("/masuk")


def test_every_rule_stands_in_the_book_with_its_ground(staff: Colleagues) -> None:
    agent = staff.as_agent()
    page = agent.get("/aturan").text
    for rule in RULES.values():
        assert f'<tr id="{rule.id}">' in page
    assert "sampai 14 hari setelah pemberitahuan" in page
    assert "Dapat diganti dengan versi 2" in page
    assert 'href="https://pusatinformasi.belajar.id/hc/en-us/articles/8048186681753' in page
    assert "berlaku sejak 2022-07-01" in page
    assert "angka yang diterbitkan" in page
    assert "Rancangan baru" not in page
    assert 'href="/aturan"' in agent.get("/pengelolaan").text


def test_the_book_speaks_english_too(staff: Colleagues) -> None:
    page = staff.as_supervisor().get("/aturan?bahasa=en").text
    assert "until 14 days after the notice" in page
    assert "New draft" in page


def test_a_rule_tells_how_often_it_decided_and_whether_it_acts_by_itself(
    staff: Colleagues, site: Site
) -> None:
    told = date(2026, 11, 22)
    with site.database.write() as session:
        for days in (0, 1, 100):
            judged(session, told, now=build.NOON - timedelta(days=days))
        for is_on in (True, False, True):
            switch = RuleSwitch(
                rule="notice.wrong", rule_version=1, is_on=is_on, by="hardi", at=build.NOON
            )
            session.add(switch)
            session.flush()
    page = staff.as_agent().get("/aturan").text
    row = page.partition('<tr id="role_change.within_14_days">')[2].partition("</tr>")[0]
    assert 'data-label="90 hari">2</td>' in row
    assert 'data-label="Otomatis">tidak</td>' in row
    assert page.count("<b>ya</b>") == 1


@pytest.mark.parametrize("day", [0, 1])
def test_an_edition_shows_from_its_day_on(staff: Colleagues, site: Site, day: int) -> None:
    begins = date(2026, 11, 25) + timedelta(days=day)
    drafter = staff.add(StaffRole.SUPERVISOR, "perancang")
    adopter = staff.add(StaffRole.SUPERVISOR, "penetap")
    terms = Terms(rename_after_days=7, versions=(("new.support_staff", 2),))
    with site.database.write() as session:
        made = editions.draft(session, Text("Tujuh hari", "", terms), by=drafter, now=build.NOON)
        editions.adopt(session, made, begins, seen=made.changed_at, by=adopter, now=build.NOON)
    page = staff.as_agent().get("/aturan").text
    assert ("sampai 7 hari setelah pemberitahuan" in page) is (day == 0)
    assert ("edisi “Tujuh hari” sejak Rabu, 25 November 2026" in page) is (day == 0)
    assert ("mendapat akun berperan admin setelah 3 hari kerja.<small" in page) is (day == 0)
    assert "Tujuh hari</a>" in page
