"""`loket serve`, `loket work`, `loket standin`, `loket demo`: what runs until it is stopped."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import World, WrongCall, app, settings

if TYPE_CHECKING:
    from app.settings import Settings
    from app.store.session import Database

Port = Annotated[str, typer.Option("--bind", help="host:port to listen on.")]
_IN_USE_SECONDS = 15


@app.command()
def serve() -> None:
    """The web pages only. Any number of processes on PostgreSQL."""
    import uvicorn  # noqa: PLC0415 heavy

    from app.main import create_app, site  # noqa: PLC0415 heavy

    chosen = settings()
    _configure_logs()
    with _database(chosen) as database:
        pages = create_app(site(chosen, database, clock=_now))
        uvicorn.run(
            pages, host=chosen.host, port=chosen.port, log_config=None, access_log=False,
            timeout_graceful_shutdown=10,
        )  # fmt: skip


@app.command()
def work(
    slot: Annotated[
        str, typer.Option(help="This process's fixed name; two living ones must not share it.")
    ] = "kerja-1",
) -> None:
    """The worker only: triage, approved changes, answers, due dates. Stops cleanly on a signal."""
    from app import wiring  # noqa: PLC0415 heavy
    from app.work.run import working  # noqa: PLC0415 heavy
    from app.work.workflows import Workshop  # noqa: PLC0415 heavy

    chosen = settings()
    _configure_logs()
    with _database(chosen) as database:
        _refuse_taken(database, slot)
        outside = wiring.outside(chosen, clock=_now)
        stopped = _stop_signal()
        with closing(outside), working(Workshop(database, outside, clock=_now), slot=slot):
            print(f"Pekerja {slot} berjalan.", file=sys.stderr, flush=True)
            stopped.wait()


@app.command()
def standin(world: World, bind: Port = "127.0.0.1:8090") -> None:
    """Dapodik WebService, account directory and Zendesk of a world folder, over HTTP.

    Changes of accounts are kept in memory only. Prints the settings that point Loket at it.
    """
    from app.lookup.world import World as Folder  # noqa: PLC0415 heavy
    from app.lookup.world import WrongWorld  # noqa: PLC0415 heavy
    from app.standin import everything  # noqa: PLC0415 heavy
    from app.standin.serving import serving  # noqa: PLC0415 heavy

    try:
        folder = Folder.load(world)
    except WrongWorld as error:
        raise WrongCall(str(error)) from error
    keys = everything.kept_keys(settings().data_dir / "standin")
    host, _, port = bind.rpartition(":")
    systems = everything.everything(folder, keys, journal=None, clock=_now)
    with serving(systems, host=host, port=int(port)) as url:
        for line in everything.settings_for(url, settings().data_dir / "standin"):
            print(line, flush=True)
        _stop_signal().wait()


@app.command()
def demo(bind: Port = "127.0.0.1:8000") -> None:
    """Everything in one process: web, worker, stand-in systems, a world and its tickets.

    Keeps its data in LOKET_DATA_DIR/demo; delete that folder to begin anew.
    """
    from app.demo.run import running  # noqa: PLC0415 heavy

    _configure_logs()
    stopped = _stop_signal()
    with running(settings(), bind=bind, clock=_now) as lines:
        for line in lines:
            print(line, flush=True)
        stopped.wait()


@contextmanager
def _database(chosen: "Settings") -> Iterator["Database"]:
    """The database with a current schema: SQLite is brought there, PostgreSQL must be."""
    from app.store.schema import is_current, migrate  # noqa: PLC0415 heavy
    from app.store.session import Database  # noqa: PLC0415 heavy

    database = Database(chosen.database_url)
    try:
        if database.is_sqlite:
            migrate(database)
        elif not is_current(database):
            raise WrongCall("The schema is not current; run `loket migrate` first.")
        yield database
    finally:
        database.close()


def _refuse_taken(database: "Database", slot: str) -> None:
    """Two workers of one name would each start the other's work again."""
    from app.store import slots  # noqa: PLC0415 heavy

    with database.read() as session:
        seen = slots.seen_at(session, slot)
    if seen is not None and (_now() - seen).total_seconds() < _IN_USE_SECONDS:
        raise WrongCall(f"A worker named {slot} is running; choose another --slot.")


def _stop_signal() -> threading.Event:
    """Set by SIGINT or SIGTERM."""
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    return stopped


def _configure_logs() -> None:
    from app.kit import logs  # noqa: PLC0415 only for what runs long

    logs.configure()


def _now() -> datetime:
    return datetime.now(UTC)
