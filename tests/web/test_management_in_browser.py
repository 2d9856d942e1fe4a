"""The administration in a real browser: accessible, fitting, light, and usable without scripts."""

import gzip
from collections.abc import Iterator
from datetime import timedelta
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser

from app.access import people, tokens, trail
from app.access.trail import Deed
from app.intake import asking
from app.intake.asked import CHOSEN, Asked, AskedForm
from app.retention import rules
from app.retention.rules import Days
from app.staffing import roster
from app.store import staff as colleagues
from app.store import tickets
from app.web.deps import COOKIE
from app.web.site import Site
from models.vocabulary import AssignMode, Category, StaffRole, TokenScope, TrailAction, UserType
from tests.support import build
from tests.support.chromium import PHONE, is_sound
from tests.support.windows import Windows
from tests.web.conftest import Colleagues, Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

MOST_BYTES = 60_000  # compressed, of the page itself


@pytest.fixture
def token(staff: Colleagues) -> str:
    """The cookie of an administrator's session."""
    return str(staff.as_admin().cookies[COOKIE])


@pytest.fixture
def opened(chrome: Browser, address: str, windows: Windows, token: str) -> Iterator[Opened]:
    """Opens a browser in which an administrator is signed in."""
    with windows.of("staff", cookie=token) as opened:
        yield opened


def _furnish(site: Site) -> list[str]:
    """Something of everything; the addresses of every page."""
    now = site.clock()
    with site.database.write() as session:
        admin = colleagues.by_username(session, "administrator")
        assert admin is not None
        number = build.planned(session).number
        for minute in range(60):
            deed = Deed(TrailAction.TICKET_READ, number, reason="x", detail={"masked": 1})
            trail.record(session, deed, by=admin, now=now - timedelta(minutes=minute))
        of = people.Who("Ratih Kinasih", StaffRole.AGENT)
        people.invite(session, "ratih", of, by=admin, now=now)
        week = [(day, 480, 960) for day in range(5)]
        roster.set_week(session, admin, week, "WITA", by=admin, now=now)
        roster.add_absence(session, admin, "2026-12-01", "2026-12-02", by=admin, now=now)
        roster.set_rule(session, AssignMode.LOAD, "20", by=admin, now=now)
        form = AskedForm(
            fields=tuple(
                Asked(
                    name,
                    is_required=name == "npsn",
                    user_types=(UserType.OPERATOR,) if name == "npsn" else (),
                    categories=(Category.ROLE_CHANGE,) if name == "npsn" else (),
                )
                for name in CHOSEN
            )
        )
        asking.keep(session, form, "NPSN wajib.", seen=0, by=admin, now=now)
        tokens.make(session, "SIPLah", [TokenScope.READ], "2027-01-31", by=admin, now=now)
        rules.propose(session, Days(messages=365, trail=400), "Aturan baru.", by=admin, now=now)
        rules.hold(session, number, "Perkara.", by=admin, now=now)
    trail.link_due(site.database, site.secret, now=now)
    one = f"/petugas/{admin.id}", f"/giliran/{admin.id}", f"/tiket/{number}/petugas"
    return [
        "/pengelolaan", "/jejak", "/petugas", "/profil", "/giliran", "/token", "/formulir",
        "/penyimpanan", "/surat-mingguan", *one,
    ]  # fmt: skip


def test_every_page_is_accessible_and_fits(opened: Opened, address: str, site: Site) -> None:
    paths = _furnish(site)
    page = opened().new_page()
    for path in paths:
        page.goto(address + path)
        is_sound(page)


def test_every_first_view_is_light(address: str, site: Site, token: str) -> None:
    for path in _furnish(site):
        asked = Request(address + path, headers={"Cookie": f"{COOKIE}={token}"})  # noqa: S310 ours
        with urlopen(asked) as answer:  # noqa: S310 ours
            body = answer.read()
        assert len(gzip.compress(body)) <= MOST_BYTES, path


def test_a_colleague_comes_in_without_scripts(opened: Opened, public: Opened, address: str) -> None:
    page = opened(java_script_enabled=False).new_page()
    page.goto(f"{address}/petugas")
    page.fill("#nama", "Ratih Kinasih")
    page.fill("#nama_pengguna", "ratih")
    page.click("#people-invite button")
    link = page.input_value("#people-address").replace("http://testserver", address)
    came = public(java_script_enabled=False, viewport={"width": PHONE, "height": 800}).new_page()
    came.goto(link)
    came.fill("#kata_sandi", "gerimis-di-kebun-teh")
    came.fill("#ulangi", "gerimis-di-kebun-teh")
    came.click("form button.primary")
    came.fill("#nama_pengguna", "ratih")
    came.fill("#kata_sandi", "gerimis-di-kebun-teh")
    came.click("form button.primary")
    came.wait_for_url(f"{address}/antrean")
    came.goto(f"{address}/pengelolaan")
    assert came.get_by_role("link", name="Profil saya").is_visible()
    assert came.get_by_role("link", name="Token API").count() == 0


def test_a_ticket_is_given_away_by_keys_alone(
    opened: Opened, address: str, site: Site, staff: Colleagues
) -> None:
    other = staff.add(StaffRole.AGENT, "rekan", "Rekan Kerja")
    with site.database.write() as session:
        number = build.planned(session).number
    page = opened().new_page()
    page.goto(f"{address}/tiket/{number}/petugas")
    button = page.get_by_role("button", name="Serahkan Rekan Kerja")
    for _ in range(40):
        if button.evaluate("each => each === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/tiket/{number}")
    with site.database.read() as session:
        assert tickets.by_number(session, number).assigned_to_id == other.id
    page.goto(f"{address}/tiket/{number}/petugas")
    page.keyboard.press("i")
    page.wait_for_url(f"{address}/tiket/{number}")
    with site.database.read() as session:
        assert tickets.by_number(session, number).assigned_to_id not in {None, other.id}
