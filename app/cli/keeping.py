"""Looking after an installation: its schema, its settings, its colleagues."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import WrongCall, app, settings, staff
from models.vocabulary import StaffRole

if TYPE_CHECKING:
    from app.store.session import Database


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema; harmless when it is."""
    from app.store.schema import migrate as bring_up  # noqa: PLC0415 heavy
    from app.store.session import Database  # noqa: PLC0415 heavy

    database = Database(settings().database_url)
    try:
        bring_up(database)
    finally:
        database.close()
    print("Skema basis data sudah yang terbaru.")


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="The zip file to write.")]) -> None:
    """A consistent copy of database and attachments while everything runs."""
    from app.store import backup as copies  # noqa: PLC0415 heavy

    _copy(copies.save, file)
    print(f"Cadangan ditulis ke {file}.")


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A file `loket backup` wrote.")]) -> None:
    """Put a backup in place of an empty installation; stop web and workers first."""
    from app.store import backup as copies  # noqa: PLC0415 heavy

    _copy(copies.restore, file)
    print(f"Cadangan {file} dipulihkan.")


def _copy(act: "Callable[[Database, Path, Path], None]", file: Path) -> None:
    from app.store.backup import BackupFailed  # noqa: PLC0415 heavy
    from app.store.session import Database  # noqa: PLC0415 heavy

    chosen = settings()
    database = Database(chosen.database_url)
    try:
        act(database, chosen.data_dir, file)
    except BackupFailed as error:
        raise WrongCall(str(error)) from error
    finally:
        database.close()


@app.command()
def doctor() -> None:
    """Every setting with its value and origin, then whether each system answers. Exit 1 if not."""
    from app.cli import checkup  # noqa: PLC0415 heavy

    chosen = settings()
    for line in checkup.listed(chosen):
        print(line)
    print()
    healthy = True
    for name, trouble in checkup.checks(chosen, now=datetime.now(UTC)):
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
    from app.store.session import Database  # noqa: PLC0415 heavy

    if sys.stdin.isatty():
        password = str(typer.prompt("Kata sandi", hide_input=True, confirmation_prompt=True))
    else:
        password = sys.stdin.readline().rstrip("\n")
    database = Database(settings().database_url)
    try:
        with database.write() as session:
            add_colleague(
                session, username, name=name, role=role, password=password, now=datetime.now(UTC)
            )
    except passwords.WeakPassword as error:
        raise WrongCall(
            f"Kata sandi paling sedikit {passwords.MINIMUM_LENGTH} karakter."
        ) from error
    except TakenName as error:
        raise WrongCall(f"Nama pengguna {username} sudah dipakai.") from error
    finally:
        database.close()
    print(f"{name} dapat masuk sebagai {username.strip().lower()}.")
