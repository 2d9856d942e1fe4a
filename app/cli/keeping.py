"""Looking after an installation: its schema, its settings, its colleagues."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.cli import WrongCall, app, caller, settings, staff
from models.vocabulary import StaffRole


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema; harmless when it is."""
    from app.cli.database import migrate as bring_up  # noqa: PLC0415 heavy
    from app.cli.database import reached  # noqa: PLC0415 heavy

    with reached(settings()) as database:
        bring_up(database)
    print("Skema basis data sudah yang terbaru.")


@app.command()
def reindex() -> None:
    """Make the index of words anew, while everything runs; harmless at any time."""
    from app.cli.database import current  # noqa: PLC0415 heavy
    from app.search import index  # noqa: PLC0415 heavy

    done = 0
    with current(settings()) as database:
        for done in index.rebuild(database):
            print(f"\r{done} laporan", end="", file=sys.stderr)
    print(f"\rIndeks kata memuat {done} laporan.")


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="The zip file to write.")]) -> None:
    """A consistent copy of database and attachments while everything runs."""
    from app.cli.database import current  # noqa: PLC0415 heavy
    from app.store import backup as copies  # noqa: PLC0415 heavy

    chosen = settings()
    with current(chosen) as database, _told():
        copies.save(database, chosen.data_dir, file)
    print(f"Cadangan ditulis ke {file}.")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file `loket backup` wrote.")],
    skip_numbers: Annotated[
        int,
        typer.Option(
            min=0, help="Report numbers left out: at least as many as were given since the backup."
        ),
    ] = 100_000,
    reason: Annotated[
        str, typer.Option(help="Why it is restored; stands in the ledger of report numbers.")
    ] = "",
) -> None:
    """Put a backup in place of an empty installation; stop web and workers first.

    Who was given a number after the backup holds a key to it: it must not become another's report.
    """
    from app.cli.database import migrate as bring_up  # noqa: PLC0415 heavy
    from app.cli.database import opened  # noqa: PLC0415 heavy
    from app.store import backup as copies  # noqa: PLC0415 heavy
    from app.store import series  # noqa: PLC0415 heavy

    chosen = settings()
    with opened(chosen) as database, _told():
        copies.restore(database, chosen.data_dir, file)
        # What is left out is written into a table that an old backup may not have.
        bring_up(database)
        because = series.Because(caller(), _now(), reason.strip()[:500] or file.name)
        with database.write() as session:
            series.skip(session, skip_numbers, above=chosen.first_number, because=because)
    print(f"Cadangan {file} dipulihkan.")


@contextmanager
def _told() -> Iterator[None]:
    """What stood in a copy's way is told in one sentence."""
    from app.store.backup import BackupFailed  # noqa: PLC0415 heavy

    try:
        yield
    except BackupFailed as error:
        raise WrongCall(str(error)) from error
    except OSError as error:
        raise WrongCall(f"{error.filename or 'Berkas'}: {error.strerror or error}.") from error


@app.command()
def doctor() -> None:
    """Every setting with its value and origin, then whether each system answers. Exit 1 if not."""
    from app.cli import checkup  # noqa: PLC0415 heavy

    chosen = settings()
    for line in checkup.listed(chosen):
        print(line)
    print()
    healthy = True
    for name, trouble in checkup.checks(chosen, now=_now()):
        print(f"{'gagal' if trouble else 'baik '}  {name}{f': {trouble}' if trouble else ''}")
        healthy = healthy and not trouble
    raise typer.Exit(0 if healthy else 1)


@staff.command("add")
def add(
    username: Annotated[str, typer.Argument(help="What they sign in with.")],
    name: Annotated[str, typer.Option(help="Their name, as shown to colleagues.")],
    role: Annotated[StaffRole, typer.Option(help="agent, supervisor or admin.")] = StaffRole.AGENT,
) -> None:
    """Add a colleague. The password is asked for, or read from standard input when piped."""
    from app.access import passwords  # noqa: PLC0415 heavy
    from app.access.colleagues import TakenName, add_colleague  # noqa: PLC0415 heavy
    from app.cli.database import current  # noqa: PLC0415 heavy

    with current(settings()) as database:
        password = _password()
        try:
            with database.write() as session:
                add_colleague(
                    session, username, name=name, role=role, password=password, now=_now()
                )
        except passwords.WeakPassword as error:
            raise WrongCall(
                f"Kata sandi paling sedikit {passwords.MINIMUM_LENGTH} karakter."
            ) from error
        except TakenName as error:
            raise WrongCall(f"Nama pengguna {username} sudah dipakai.") from error
    print(f"{name} dapat masuk sebagai {username.strip().lower()}.")


def _password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Kata sandi", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


def _now() -> datetime:
    return datetime.now(UTC)
