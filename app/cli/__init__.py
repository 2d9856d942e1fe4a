"""The commands. Each lives in a module of its own and imports what is heavy when called."""

import getpass
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from app.settings import Settings, WrongSetting, load_settings

app = typer.Typer(
    name="loket",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Helpdesk for belajar.id school accounts.",
)
importing = typer.Typer(no_args_is_help=True, help="Bring in what another system holds.")
staff = typer.Typer(no_args_is_help=True, help="Colleagues and their roles.")
snapshots = typer.Typer(no_args_is_help=True, help="Nightly extracts of Dapodik and accounts.")
trails = typer.Typer(no_args_is_help=True, help="The audit trail: who did what.")
app.add_typer(trails, name="trail")
app.add_typer(importing, name="import")
app.add_typer(staff, name="staff")
app.add_typer(snapshots, name="snapshot")

World = Annotated[Path, typer.Option("--world", help="Folder with the world's .jsonl files.")]
Rows = Annotated[str, typer.Argument(help="JSON lines; - is standard input.")]


class WrongCall(Exception):
    """A call that cannot be carried out as made; the text is one sentence. Exit 2."""


def main() -> None:
    """Run the command line: exit 2 with one sentence for a wrong call or a wrong setting."""
    try:
        status = app(prog_name="loket", standalone_mode=False)
    except (WrongCall, WrongSetting) as error:
        print(f"loket: {error}", file=sys.stderr)
        sys.exit(2)
    except TyperException as error:
        print(f"loket: {error.format_message()}", file=sys.stderr)
        sys.exit(2)
    except typer.Abort:
        sys.exit(130)
    except OSError as error:
        # A full disk, a folder that may not be written: nothing a trace would say more about.
        where = f"{error.filename}: " if error.filename else ""
        print(f"loket: {where}{error.strerror or error}.", file=sys.stderr)
        _forget_output()
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)


def _forget_output() -> None:
    """What could not be written would be tried, and complained of, once more at the exit."""
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)


def settings() -> Settings:
    """The settings of this run; WrongSetting stops it with one sentence."""
    return load_settings()


def caller() -> str:
    """The account this command runs under; `loket` where it has no name."""
    try:
        return getpass.getuser()[:120]
    except (KeyError, OSError):
        return "loket"


# The commands register themselves; what is heavy they import when called.
from app.cli import (  # noqa: E402
    decide,  # noqa: F401
    figures,  # noqa: F401
    intake,  # noqa: F401
    keeping,  # noqa: F401
    learning,  # noqa: F401
    reading,  # noqa: F401
    replaying,  # noqa: F401
    running,  # noqa: F401
    snapshot,  # noqa: F401
    trail,  # noqa: F401
)
