"""`loket train`: a classifier from the corpus and from what people said, or the one before."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import WrongCall, app, settings

if TYPE_CHECKING:
    from app.learning.teach import Material, Taught
    from app.reading.shelf import Shelf
    from app.settings import Settings
    from app.store.session import Database

_BY = "loket train"


@app.command()
def train(
    *,
    rollback: Annotated[bool, typer.Option(help="Return to the classifier before.")] = False,
    row: Annotated[int, typer.Option(hidden=True, help="The training a worker owes.")] = 0,
) -> int:
    """Fit a classifier; it reads from then on when the gate lets it through.

    Without a migrated database it learns the corpus alone. With one it also learns what people
    said about tickets, and the outcome is recorded. Exit status 1 when the gate refuses it.
    """
    from app.reading.shelf import Shelf  # noqa: PLC0415 - imported only when called

    chosen = settings()
    shelf = Shelf(chosen.classifier)
    with _database(chosen) as database:
        if rollback:
            print(f"Classifier {_rolled_back(database, shelf)} reads again.")
            return 0
        return learn(database, shelf, row=row)


def learn(
    database: "Database | None",
    shelf: "Shelf",
    *,
    row: int = 0,
    material: "Material | None" = None,
) -> int:
    """The training itself; its exit status. `material` in place of the program's own."""
    taught = _taught(database, shelf, row, material)
    if taught is None or row:
        return 0
    print("\n".join(_told(shelf, taught)))
    return 0 if taught.is_promoted else 1


def _taught(
    database: "Database | None", shelf: "Shelf", row: int, material: "Material | None"
) -> "Taught | None":
    from app.learning import course  # noqa: PLC0415 - imported only when called
    from app.learning.teach import Material, teach  # noqa: PLC0415 - imported only when called

    print("Training; this takes some seconds.", file=sys.stderr)
    if database is None:
        return teach(shelf, material or Material.of_program(), now=_now())
    try:
        if not row:
            with database.write() as session:
                row = course.begin(session, by=_BY, now=_now()).id
    except course.AlreadyTraining as error:
        raise WrongCall("another training is running; try again in a minute.") from error
    return course.run(database, row, shelf, clock=_now, material=material)


def _rolled_back(database: "Database | None", shelf: "Shelf") -> str:
    from app.learning import course  # noqa: PLC0415 - imported only when called
    from app.reading.shelf import NothingBefore  # noqa: PLC0415 - imported only when called

    try:
        if database is None:
            return shelf.roll_back(now=_now())
        with database.write() as session:
            return course.roll_back(session, shelf, by=_BY, now=_now()).challenger
    except (course.NoWayBack, NothingBefore) as error:
        raise WrongCall("there is no earlier classifier to return to.") from error
    except course.AlreadyTraining as error:
        raise WrongCall("a training is running; try again in a minute.") from error


def _told(shelf: "Shelf", taught: "Taught") -> Iterator[str]:
    figures = taught.scores.challenger
    card = shelf.load().card if taught.is_promoted else None
    if card is not None:
        yield f"Classifier written to {shelf.folder}"
        yield f"rows {card.rows} in {len(card.batches)} batches, corpus {card.corpus[:12]}"
        yield f"temperature {card.temperature}, automatic from {card.sure:.3f}"
        for name, value in card.scores.items():
            yield f"{name} {value:.3f}"
    yield f"labels {taught.labels}"
    f1, error = figures.macro_f1.value, figures.ece.value
    yield f"frozen texts {figures.n}: macro-F1 {f1:.3f}, ECE {error:.3f}"
    if taught.is_promoted:
        against = f"over {taught.champion}" if taught.champion else "as the first"
        yield f"gate: {taught.challenger} promoted {against}"
        return
    yield f"gate: {taught.challenger} refused, {taught.champion} goes on"
    for reason in taught.reasons:
        gaps = ", ".join(f"{name} {gap}" for name, gap in reason.gaps.items())
        yield f"  {reason.key}: {gaps}"


@contextmanager
def _database(chosen: "Settings") -> "Iterator[Database | None]":
    """The database where there is one with a current schema; None otherwise."""
    from app.cli.database import (  # noqa: PLC0415 - imported only when called
        is_missing,
        opened,
        reached,
    )
    from app.store.schema import is_current  # noqa: PLC0415 - imported only when called

    with opened(chosen) as database:
        nobody_made_it = is_missing(database)
    if nobody_made_it:
        yield None
        return
    with reached(chosen) as database:
        yield database if is_current(database) else None


def _now() -> datetime:
    return datetime.now(UTC)
