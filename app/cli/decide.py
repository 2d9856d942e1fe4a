"""`loket decide`: reading, person match, verdict and steps against a world folder."""

import json

import typer

from app.cli import Rows, World, app, settings


@app.command()
def decide(world: World, file: Rows = "-") -> None:
    """JSON lines in, JSON lines out: what Loket would do. Executes nothing, leaves no database.

    Times are ISO instants; without "now" the clock is taken. Bad rows are named, exit 1.
    """
    from app.cli.deciding import Decider  # noqa: PLC0415 heavy, and only for this command
    from app.cli.streams import complain, lines  # noqa: PLC0415 imports us
    from app.reading.rows import numbered  # noqa: PLC0415 heavy

    decider = Decider.open(world, settings())
    bad = 0
    for number, row, unread in numbered(lines(file)):
        try:
            decided = None if unread else decider.decide(row)
            reason = unread
        except ValueError as error:
            decided, reason = None, str(error)
        if decided is None:
            bad += 1
            complain(number, reason)
        else:
            print(json.dumps(decided, ensure_ascii=False), flush=True)
    if bad:
        raise typer.Exit(1)
