"""`loket decide`: reading, person match, verdict and steps against a world folder."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import typer

from app.cli import Rows, World, app, settings


@app.command()
def decide(world: World, file: Rows = "-") -> None:
    """JSON lines in, JSON lines out: what Loket would do. Executes nothing, leaves no database.

    Times are ISO instants; without "now" the clock is taken. Bad rows are named, exit 1.
    """
    from app.cli.deciding import Decider  # noqa: PLC0415 heavy, and only for this command

    decider = Decider.open(world, settings())
    bad = 0
    for number, line in _lines(file):
        try:
            print(json.dumps(decider.decide(_row(line)), ensure_ascii=False), flush=True)
        except ValueError as error:
            bad += 1
            print(f"loket: line {number}: {error}", file=sys.stderr)
    if bad:
        raise typer.Exit(1)


def _lines(file: str) -> Iterator[tuple[int, str]]:
    if file == "-":
        source: Iterator[str] = iter(sys.stdin)
    else:
        try:
            source = iter(Path(file).read_text(encoding="utf-8").splitlines())
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"{file} cannot be read.") from error
    return ((number, line) for number, line in enumerate(source, start=1) if line.strip())


def _row(line: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ValueError("no JSON") from error
    if not isinstance(row, dict):
        raise ValueError("no JSON object")
    return row
