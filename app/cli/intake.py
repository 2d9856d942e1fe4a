"""`loket import thread` and `loket import tickets`."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli import importing, settings

ThreadFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="Comments as JSON, or the page's text as copied; - is standard input."
    ),
]
TicketFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="Zendesk export (JSON, JSON lines) or CSV; - is standard input."
    ),
]
Source = Annotated[
    str,
    typer.Option(help="Names the article; tells its comments from another's. Empty: as the file."),
]


@importing.command("thread")
def import_thread(file: ThreadFile, source: Source = "") -> int:
    """A help-centre comment thread: askers become tickets; again changes nothing."""
    from app.cli.bringing import bring_thread_of  # noqa: PLC0415 heavy

    return bring_thread_of(file, source, settings())


@importing.command("tickets")
def import_tickets(file: TicketFile) -> int:
    """Tickets of another system, their numbers kept; again brings them up to date."""
    from app.cli.bringing import bring_tickets_of  # noqa: PLC0415 heavy

    return bring_tickets_of(file, settings())
