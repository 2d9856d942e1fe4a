"""`loket snapshot load` and `loket snapshot list`: nightly extracts of the records."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli import settings, snapshots

Folder = Annotated[
    Path, typer.Argument(metavar="DIR", help="Folder with manifest.json and its .jsonl files.")
]
Loss = Annotated[
    float | None,
    typer.Option(
        "--accept-loss",
        metavar="PERCENT",
        min=0,
        max=100,
        help="Percent of schools, people or accounts that may be missing this once.",
    ),
]


@snapshots.command("load")
def load(
    folder: Folder,
    accept_loss: Loss = None,
    by: Annotated[str, typer.Option(help="Who accepts the loss.")] = "",
    reason: Annotated[str, typer.Option(help="Why it is accepted.")] = "",
) -> int:
    """Load a nightly extract; a suspicious one is refused and the one before stays in force.

    Exit 0 when it is in force (also when it was already), 1 when rows were left out, 2 when
    refused.
    """
    from app.cli.extracts import load_extract  # noqa: PLC0415 heavy

    return load_extract(folder, settings(), accepted_loss=accept_loss, by=by, reason=reason)


@snapshots.command("list")
def listed() -> None:
    """Every load, newest first: age, rows, what changed, and why one was refused."""
    from app.cli.extracts import list_extracts  # noqa: PLC0415 heavy

    list_extracts(settings())
