"""`loket serve`, `loket work`, `loket standin`, `loket demo`: what runs until it is stopped."""

import signal
import socket
import sys
import time
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import World, WrongCall, app, settings
from app.settings import host_and_port

if TYPE_CHECKING:
    from app.store.session import Database
    from app.work.watchdog import Pulse

Port = Annotated[str, typer.Option("--bind", help="host:port to listen on.")]
Seconds = Annotated[float, typer.Option(min=0.1, help="Seconds between two signs of life.")]
Silence = Annotated[
    float, typer.Option(min=0.5, help="Seconds of silence after which a worker counts as dead.")
]
_GRACE_SECONDS = 10


@app.command()
def serve() -> None:
    """The web pages only. Any number of processes on PostgreSQL."""
    import uvicorn  # noqa: PLC0415 heavy

    from app.cli.database import current  # noqa: PLC0415 heavy
    from app.main import create_app, create_operations, site  # noqa: PLC0415 heavy
    from app.web.serving import serving  # noqa: PLC0415 heavy

    chosen = settings()
    _configure_logs()
    listener = _listener(chosen.bind)
    with closing(listener), current(chosen) as database, ExitStack() as stack:
        here = site(chosen, database, clock=_now)
        pages = create_app(here)
        # The server hands a signal on once it is done; ours takes it, and we leave in order.
        _stop_signal()
        config = uvicorn.Config(
            pages, log_config=None, access_log=False, timeout_graceful_shutdown=_GRACE_SECONDS
        )
        if chosen.ops_bind:
            host, port = _free(chosen.ops_bind)
            stack.enter_context(serving(create_operations(here), host=host, port=port))
        print(f"Loket melayani {chosen.bind}.", file=sys.stderr, flush=True)
        uvicorn.Server(config).run(sockets=[listener])


@app.command()
def work(
    slot: Annotated[
        str, typer.Option(help="This process's fixed name; two living ones must not share it.")
    ] = "kerja-1",
    *,
    beat_every: Seconds = 5.0,
    dead_after: Silence = 30.0,
) -> None:
    """The worker only: triage, approved changes, answers, due dates. Stops cleanly on a signal.

    All workers of one database must be given the same two durations.
    """
    from app import wiring  # noqa: PLC0415 heavy
    from app.cli.database import current  # noqa: PLC0415 heavy
    from app.work.clocks import Clocks  # noqa: PLC0415 heavy
    from app.work.run import working  # noqa: PLC0415 heavy
    from app.work.watchdog import Pulse  # noqa: PLC0415 heavy
    from app.work.workflows import Workshop  # noqa: PLC0415 heavy

    pulse = Pulse(timedelta(seconds=beat_every), timedelta(seconds=dead_after))
    if pulse.dead_after < 2 * pulse.beat_every:
        raise WrongCall("--dead-after must be at least twice --beat-every.")
    chosen = settings()
    _configure_logs()
    with current(chosen) as database:
        _refuse_taken(database, slot, pulse)
        outside = wiring.outside(chosen, clock=_now, database=database)
        stopped = _stop_signal()
        shop = Workshop(
            database,
            outside,
            clock=_now,
            files=chosen.data_dir / "attachments",
            trials_kept=timedelta(days=chosen.trial_keep_days),
            two_clocks=Clocks.of(_now, database, outside.date),
        )
        with closing(outside), working(shop, slot=slot, pulse=pulse):
            print(f"Pekerja {slot} berjalan.", file=sys.stderr, flush=True)
            stopped.get()


@app.command()
def standin(world: World, bind: Port = "127.0.0.1:8090") -> None:
    """Dapodik WebService, account directory and Zendesk of a world folder, over HTTP.

    Changes of accounts are kept in memory only. Prints the settings that point Loket at it.
    """
    from app.lookup.world import World as Folder  # noqa: PLC0415 heavy
    from app.lookup.world import WrongWorld  # noqa: PLC0415 heavy
    from app.standin import everything  # noqa: PLC0415 heavy
    from app.web.serving import serving  # noqa: PLC0415 heavy

    host, port = _free(bind)
    try:
        folder = Folder.load(world)
    except WrongWorld as error:
        raise WrongCall(str(error)) from error
    keys = everything.kept_keys(settings().data_dir / "standin")
    systems = everything.everything(folder, keys, journal=None, clock=_now)
    with serving(systems, host=host, port=port) as url:
        for line in everything.settings_for(url, settings().data_dir / "standin"):
            print(line, flush=True)
        _stop_signal().get()


@app.command()
def demo(bind: Port = "127.0.0.1:8000") -> None:
    """Everything in one process: web, worker, stand-in systems, a world and its tickets.

    Keeps its data in LOKET_DATA_DIR/demo; delete that folder to begin anew.
    """
    from app.demo.run import running  # noqa: PLC0415 heavy

    _free(bind)
    _configure_logs()
    stopped = _stop_signal()
    tell = partial(print, flush=True)
    with running(settings(), bind=bind, clock=_now, say=tell) as lines:
        tell("\n".join(lines))
        stopped.get()


def _free(bind: str) -> tuple[str, int]:
    """Host and port, told at once and not after a minute of building that they cannot be had."""
    with closing(_listener(bind)):
        return host_and_port(bind)


def _listener(bind: str) -> socket.socket:
    """Bound to `host:port`; WrongCall when the address cannot be had."""
    try:
        host, port = host_and_port(bind)
    except ValueError as error:
        raise WrongCall(f"{bind!r} bukan alamat host:port.") from error
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except (OSError, OverflowError) as error:
        listener.close()
        said = str(getattr(error, "strerror", None) or error).rstrip(".")
        raise WrongCall(f"Alamat {bind} tidak dapat dipakai: {said}.") from error
    return listener


def _refuse_taken(database: "Database", slot: str, pulse: "Pulse") -> None:
    """Two workers of one name would each start the other's work again.

    One that died a moment ago looks alive: whether its sign of life is renewed tells.
    """
    from app.store import slots  # noqa: PLC0415 heavy

    def seen() -> datetime | None:
        with database.read() as session:
            return slots.seen_at(session, slot)

    first = seen()
    if first is None or _now() - first > pulse.dead_after:
        return
    deadline = time.monotonic() + 2 * pulse.beat_every.total_seconds()
    while time.monotonic() < deadline:
        time.sleep(0.1)
        latest = seen()
        if latest is not None and latest > first:
            raise WrongCall(f"Pekerja bernama {slot} sedang berjalan; pilih --slot yang lain.")


def _stop_signal() -> "SimpleQueue[int]":
    """Holds an item after SIGINT or SIGTERM. Its `put` may interrupt its own `get`; that of an
    event, in the same thread, could wait for itself."""
    stopped: SimpleQueue[int] = SimpleQueue()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda signum, _frame: stopped.put(signum))
    return stopped


def _configure_logs() -> None:
    from app.kit import logs  # noqa: PLC0415 only for what runs long

    logs.configure()


def _now() -> datetime:
    return datetime.now(UTC)
