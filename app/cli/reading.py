"""`loket read` and `loket evaluate`: reading without a database."""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Annotated

import typer
from pydantic import JsonValue

from app.cli import Rows, app, settings
from app.cli.streams import complain, lines
from app.kit.kept import Record
from app.reading.facts import Incoming, Understanding


@app.command()
def read(rows: Rows = "-") -> int:
    """Read messages: JSON lines in, JSON lines out; category, facts and facets.

    Bad rows are named on standard error with their line number, the others are still read; the
    exit status is then 1. Without a trained classifier one is trained first (some seconds).
    """
    from app.reading import rows as form  # noqa: PLC0415 - imported only when called

    bad = 0
    reader = _reader()
    for number, row, reason in form.numbered(lines(rows)):
        try:
            understanding = reader(form.incoming(row, reason))
        except form.BadRow as error:
            bad += 1
            complain(number, error)
            continue
        print(json.dumps(form.result(row.get("id"), understanding), ensure_ascii=False))
    return 1 if bad else 0


@app.command()
def evaluate(
    file: Annotated[str, typer.Argument(help="Labelled JSON lines; - is standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> int:
    """Score the classifier on labelled messages, each figure with its 95 % interval."""
    from app.reading import rows as form  # noqa: PLC0415 - imported only when called
    from app.reading.evaluate import Read  # noqa: PLC0415 - imported only when called
    from app.reading.evaluate import evaluate as score  # noqa: PLC0415 - imported only when called

    bad, read_rows = 0, []
    reader = _reader()
    for number, row, reason in form.numbered(lines(file)):
        try:
            read_rows.append(Read(form.expected(row), reader(form.incoming(row, reason))))
        except form.BadRow as error:
            bad += 1
            complain(number, error)
    figures = score(read_rows)
    print(json.dumps(figures, ensure_ascii=False) if as_json else "\n".join(_told(figures)))
    return 1 if bad else 0


def _reader() -> Callable[[Incoming], Understanding]:
    """The reader of these settings; trains a classifier first when there is none."""
    from app.learning.teach import ensure  # noqa: PLC0415 - imported only when called
    from app.reading.reader import Reader  # noqa: PLC0415 - imported only when called
    from app.reading.shelf import Shelf  # noqa: PLC0415 - imported only when called

    shelf = Shelf(settings().classifier)
    if shelf.champion() is None:
        print("No trained classifier yet: training one first.", file=sys.stderr)
    elif (reader := Reader.load(shelf.folder)).classifier is not None:
        return reader
    else:
        print("The stored classifier does not fit this program: training anew.", file=sys.stderr)
    ensure(shelf, now=datetime.now(UTC))
    return Reader.load(shelf.folder)


def _told(figures: Record) -> Iterator[str]:
    """The figures as lines for a person."""
    intervals = figures["intervals"]
    yield f"messages {figures['n']}"
    for name in ("macro_f1", "accuracy", "accuracy_any", "ece"):
        yield f"{name} {_figure(figures[name])}  {_figure(_of(intervals, name))}"
    yield f"ece_null_floor {_figure(figures['ece_null_floor'])}"
    for share, value in _items(figures["coverage"]):
        bounds = _figure(_of(intervals, f"coverage_{share}"))
        yield f"accuracy at coverage {share} {_figure(value)}  {bounds}"
    yield "auto " + " ".join(f"{name} {_figure(value)}" for name, value in _items(figures["auto"]))
    yield f"auto precision {_figure(_of(intervals, 'auto_precision'))}"
    for part in ("entities", "facets", "per_category"):
        yield f"\n{part}: found, precision, recall, f1"
        for name, rates in _items(figures[part]):
            cells = [_figure(_of(rates, cell)) for cell in _CELLS]
            yield f"  {name:22}" + "  ".join(cells)
    yield "\nconfusion (true: said)"
    for name, said in _items(figures["confusion"]):
        yield f"  {name:22}" + ", ".join(f"{other} {count}" for other, count in _items(said))


_CELLS = ("n", "precision", "precision_interval", "recall", "recall_interval", "f1")


def _items(value: JsonValue) -> list[tuple[str, JsonValue]]:
    return list(value.items()) if isinstance(value, dict) else []


def _of(value: JsonValue, name: str) -> JsonValue:
    return value.get(name) if isinstance(value, dict) else None


def _figure(value: JsonValue) -> str:
    """Three decimals; a dash where there is nothing to count; an interval in brackets."""
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, list):
        return "[" + " ".join(_figure(one) for one in value) + "]"
    return "-" if value is None else str(value)
