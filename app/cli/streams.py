"""Lines in, complaints out: what the commands that read JSON lines share."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from app.cli import WrongCall


def lines(name: str) -> Iterator[str]:
    """Lines of a file or, for "-", of standard input. Raises WrongCall for an unreadable file."""
    if name == "-":
        if sys.stdin is None:
            raise WrongCall("there is no standard input.")
        yield from io.TextIOWrapper(sys.stdin.buffer, "utf-8", errors="replace")
        return
    try:
        with Path(name).open(encoding="utf-8", errors="replace") as file:
            yield from file
    except OSError as error:
        raise WrongCall(f"cannot read {name}: {error.strerror}.") from error


def complain(number: int, reason: object) -> None:
    """A bad row, named on standard error."""
    print(f"line {number}: {reason}", file=sys.stderr)
