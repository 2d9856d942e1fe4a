"""The demo: web, worker and stand-in systems in one process, with tickets already triaged."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from pydantic import SecretStr
from starlette.applications import Starlette

from app import desk, wiring
from app.access.colleagues import add_colleague
from app.demo import guides, letter, people_change, people_missing, schools, visits
from app.demo.build import Builder
from app.intake.receive import receive
from app.learning import blind
from app.learning.teach import ensure
from app.lookup.world import World
from app.main import create_app, create_operations, site
from app.reading.shelf import Shelf
from app.settings import Settings, host_and_port
from app.standin.everything import ARTICLE, CLIENT_EMAIL, SUBJECT, everything, kept_keys
from app.store import calendars, staff, tickets
from app.store.schema import migrate
from app.store.session import Database
from app.web.serving import serving
from app.work.run import working
from app.work.workflows import Workshop
from models.vocabulary import StaffRole, TicketState

COLLEAGUES = (
    ("agen", "Agen Demo", StaffRole.AGENT, "agen-loket-demo"),
    ("supervisor", "Supervisor Demo", StaffRole.SUPERVISOR, "supervisor-loket-demo"),
    ("admin", "Admin Demo", StaffRole.ADMIN, "admin-loket-demo"),
)
_TRIAGED_WITHIN_SECONDS = 40.0
_EXTRACT_AGE = timedelta(hours=5)
_ANSWERED_ALREADY = 8


@contextmanager
def running(
    settings: Settings,
    *,
    bind: str,
    clock: Callable[[], datetime],
    say: Callable[[str], None] = lambda _: None,
) -> Iterator[list[str]]:
    """What to tell the person who started it, once everything is ready.

    `say` hears of each longer step before that.
    """
    folder = settings.data_dir / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        outside_url = stack.enter_context(serving(_systems(folder, clock)))
        chosen = _settings(settings, folder, outside_url, bind)
        database = Database(chosen.database_url)
        stack.callback(database.close)
        migrate(database)
        say("Melatih pengklasifikasi bila belum ada (beberapa detik, sekali saja) …")
        ensure(Shelf(chosen.classifier), now=clock())
        outside = stack.enter_context(
            closing(wiring.outside(chosen, clock=clock, database=database))
        )
        say("Mengisi dunia rekaan dan menelaah laporannya …")
        is_new = _furnish(database, chosen, clock())
        shop = Workshop(database, outside, clock=clock, files=chosen.data_dir / "attachments")
        stack.enter_context(working(shop, slot="demo"))
        _wait_for_triage(database)
        if is_new:
            _answer_some(database, clock())
            _wait_for_triage(database)
        url = stack.enter_context(_pages(chosen, database, clock))
        yield _told(url, outside_url, folder)


@contextmanager
def _pages(chosen: Settings, database: Database, clock: Callable[[], datetime]) -> Iterator[str]:
    """The address of the pages; the operations port too, where one is set."""
    here = site(chosen, database, clock=clock)
    with ExitStack() as stack:
        if chosen.ops_bind:
            host, port = host_and_port(chosen.ops_bind)
            stack.enter_context(serving(create_operations(here), host=host, port=port))
        pages = create_app(here)
        yield stack.enter_context(serving(pages, host=chosen.host, port=chosen.port))


def _systems(folder: Path, clock: Callable[[], datetime]) -> Starlette:
    """The stand-ins of the invented world; accounts stay changed over a restart."""
    world = _world(folder / "world", clock())
    journal = folder / "standin" / "accounts.jsonl"
    return everything(world, kept_keys(folder / "standin"), journal=journal, clock=clock)


def _world(folder: Path, now: datetime) -> World:
    """The same people at every start; a new extract each day, as Dapodik's is."""
    build = Builder(now)
    schools.found(build)
    people_change.enter(build)
    people_missing.enter(build)
    build.write(folder, extracted_at=now - _EXTRACT_AGE)
    return World.load(folder)


def _settings(settings: Settings, folder: Path, outside_url: str, bind: str) -> Settings:
    """The asked-for settings, pointed at the stand-ins, with their data in the demo's folder."""
    usual = f"sqlite:///{settings.data_dir / 'loket.db'}"
    own: dict[str, object] = {
        "data_dir": folder,
        "database_url": f"sqlite:///{folder / 'loket.db'}",
        "classifier_dir": folder / "classifier",
        "bind": bind,
        "public_url": f"http://{bind}",
        "dapodik_url": outside_url,
        "dapodik_token": SecretStr("standin"),
        "portal_url": outside_url,
        "directory_url": outside_url,
        "directory_token_url": f"{outside_url}/token",
        "directory_client_email": CLIENT_EMAIL,
        "directory_subject": SUBJECT,
        "directory_private_key": SecretStr(str(folder / "standin" / "private.pem")),
        "zendesk_url": outside_url,
        "zendesk_token": SecretStr("standin"),
        "zendesk_article": ARTICLE,
        "imap_url": SecretStr(""),  # what comes into a real mailbox is no demo
        "demo": True,
    }
    if settings.database_url != usual:
        # Asked for by name: the demo runs on that database, for instance a PostgreSQL.
        del own["database_url"]
    return settings.model_copy(update=own)


def _furnish(database: Database, settings: Settings, now: datetime) -> bool:
    """Colleagues and messages, at the first start only; the calendar at every one."""
    with database.write() as session:
        calendars.take_setting(session, settings.hours, now=now)
        if staff.by_username(session, COLLEAGUES[0][0]) is not None:
            return False
        for username, name, role, password in COLLEAGUES:
            add_colleague(session, username, name=name, role=role, password=password, now=now)
        writer = staff.by_username(session, COLLEAGUES[1][0])
        if writer is not None:
            guides.publish(session, by=writer, now=now)
        visits.begin(session, share=settings.holdout, now=now)
    secret = wiring.secret_of(settings)
    for each in letter.letters(now):
        with database.write() as session:
            receive(
                session,
                each.submission,
                secret=secret,
                files=settings.data_dir / "attachments",
                first_number=settings.first_number,
                now=each.at,
            )
    return True


def _wait_for_triage(database: Database) -> None:
    """Until nothing is being read, looked up or carried out; the worker goes on in any case."""
    deadline = time.monotonic() + _TRIAGED_WITHIN_SECONDS
    busy = {TicketState.RECEIVED, TicketState.RUNNING}
    while time.monotonic() < deadline:
        with database.read() as session:
            if not tickets.any_in(session, busy):
                return
        time.sleep(0.2)


def _answer_some(database: Database, now: datetime) -> None:
    """A few of the oldest are answered already, so that the figures have something to show."""
    with database.write() as session:
        colleague = staff.by_username(session, COLLEAGUES[0][0])
        oldest = tickets.oldest_in(session, TicketState.PLANNED, limit=_ANSWERED_ALREADY)
        for ticket in oldest:
            if colleague is not None and not blind.awaits(session, ticket):
                desk.approve(session, ticket, by=colleague, now=now)


def _told(url: str, outside_url: str, folder: Path) -> list[str]:
    lines = [
        "",
        f"Loket siap di {url}",
        f"  formulir publik   {url}/bantuan",
        f"  petugas masuk     {url}/masuk",
    ]
    lines += [f"    {name:<11} {password}" for name, _, _, password in COLLEAGUES]
    lines += [
        f"  sistem tiruan     {outside_url} (Dapodik, direktori akun, Zendesk)",
        f"  data dan surat    {folder}",
        "Ctrl-C menghentikan semuanya.",
    ]
    return lines
