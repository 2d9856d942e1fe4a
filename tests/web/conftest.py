"""A site on a fresh database, a browser without scripts, and colleagues of each role."""

import hashlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from app.resolution.automatic import Watch
from app.store.session import Database
from app.web.deps import COOKIE
from app.web.site import Site
from models import SignIn, Staff, Ticket
from models.vocabulary import StaffRole
from tests.support import build
from tests.support.browser import TestClient
from tests.support.chromium import Chromium
from tests.support.pages import pages_of
from tests.support.people import PASSWORD, colleague
from tests.support.servers import Turns, serving
from tests.support.windows import Opened, Windows

__all__ = ["PASSWORD", "Opened"]
WEDNESDAY_NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)  # 12.00 WIB
API_TOKEN = "token-mesin-untuk-uji"
ZENDESK_SECRET = "rahasia-zendesk-untuk-uji"
NAMES = {
    StaffRole.AGENT: ("petugas", "Laksmi Wulandari"),
    StaffRole.SUPERVISOR: ("penyelia", "Hardi Prakoso"),
    StaffRole.ADMIN: ("administrator", "Tirta Kusumah"),
}


@dataclass(slots=True)
class Clock:
    """Stands still until a test moves it."""

    now: datetime = WEDNESDAY_NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, by: timedelta) -> None:
        self.now += by


@dataclass(slots=True)
class Colleagues:
    """Makes colleagues and opens browsers in which they are signed in."""

    site: Site
    browser: Callable[[], TestClient]
    csrf: dict[StaffRole, str] = field(default_factory=dict)

    def add(self, role: StaffRole, username: str = "", name: str = "") -> Staff:
        """A colleague whose password is PASSWORD; the usual one of that role by default."""
        usual, usual_name = NAMES[role]
        with self.site.database.write() as session:
            return colleague(
                session,
                username or usual,
                name=name or usual_name,
                role=role,
                now=self.site.clock(),
            )

    def signed_in(self, colleague: Staff) -> TestClient:
        """A browser with that colleague's open session; its csrf token is in `csrf`."""
        token, now = secrets.token_urlsafe(32), self.site.clock()
        self.csrf[colleague.role] = secrets.token_urlsafe(24)
        with self.site.database.write() as session:
            session.add(
                SignIn(
                    token_hash=hashlib.sha256(token.encode()).hexdigest(),
                    staff_id=colleague.id,
                    csrf=self.csrf[colleague.role],
                    created_at=now,
                    seen_at=now,
                    expires_at=now + timedelta(hours=24),
                )
            )
        browser = self.browser()
        browser.cookies.set(COOKIE, token)
        return browser

    def as_agent(self) -> TestClient:
        return self.signed_in(self.add(StaffRole.AGENT))

    def as_supervisor(self) -> TestClient:
        return self.signed_in(self.add(StaffRole.SUPERVISOR))

    def as_admin(self) -> TestClient:
        return self.signed_in(self.add(StaffRole.ADMIN))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def site(database: Database, tmp_path: Path, clock: Clock) -> Site:
    return Site(
        database=database,
        secret=b"rahasia-untuk-uji-saja-32-byte!!",
        files=tmp_path / "lampiran",
        public_url="http://testserver",
        first_number=100_000,
        attachment_limit=2_000_000,
        attachments_per_message=4,
        api_tokens=(API_TOKEN,),
        zendesk_secret=ZENDESK_SECRET,
        watch=Watch(),
        clock=clock,
    )


@pytest.fixture
def browser(site: Site) -> Callable[[], TestClient]:
    """Opens a new browser; one does not follow redirects by itself."""
    app = pages_of(site)
    return lambda: TestClient(app, follow_redirects=False, raise_server_exceptions=False)


@pytest.fixture
def client(browser: Callable[[], TestClient]) -> TestClient:
    """Somebody from the public."""
    return browser()


@pytest.fixture
def staff(site: Site, browser: Callable[[], TestClient]) -> Colleagues:
    return Colleagues(site, browser)


@pytest.fixture
def made(site: Site) -> Ticket:
    """A report that waits for a yes."""
    with site.database.write() as session:
        return build.planned(session)


@pytest.fixture
def sari(staff: Colleagues) -> Staff:
    return staff.add(StaffRole.SUPERVISOR, "sari", "Sari Kencana")


@pytest.fixture(scope="session")
def turns() -> Turns:
    return Turns()


@pytest.fixture(scope="session")
def house(turns: Turns) -> Iterator[str]:
    """The address that all sites of this process have, one after the other."""
    with serving(turns) as url:
        yield url


@pytest.fixture
def address(house: str, turns: Turns, site: Site) -> Iterator[str]:
    with turns.turn(pages_of(site)):
        yield house


@pytest.fixture(scope="session")
def windows(chromium_process: Chromium, house: str) -> Windows:
    return Windows(chromium_process.browser, house)


@pytest.fixture
def public(chrome: Browser, address: str, windows: Windows) -> Iterator[Opened]:
    """Opens a browser of somebody from the public."""
    with windows.of("public") as opened:
        yield opened


@pytest.fixture
def opened(chrome: Browser, address: str, windows: Windows, staff: Colleagues) -> Iterator[Opened]:
    """Opens a browser in which a supervisor is signed in."""
    with windows.of("staff", cookie=staff.as_supervisor().cookies[COOKIE]) as opened:
        yield opened
