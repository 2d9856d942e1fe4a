"""What people said about categories, and a small shelf, for tests of the learning loop."""

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app import desk
from app.learning.teach import Material, teach
from app.reading.corpus import Labelled, frozen_files, load, training_files
from app.reading.reader import Reader
from app.reading.shelf import Shelf
from app.store.session import Database
from app.triage import read
from models import Staff
from models.vocabulary import Category, StaffRole, TicketState
from tests.support import build
from tests.support.untraced import untraced

_serial = itertools.count(1)
FEW = (
    Category.PASSWORD_RESET,
    Category.ACCOUNT_DELETED,
    Category.DATA_MIGRATION,
    Category.ROLE_CHANGE,
    Category.OUT_OF_SCOPE,
    Category.FOLLOW_UP,
)


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the corpus that is fitted in a second: `corpus` to learn, `said` for people to
    say, `frozen` to examine with.
    """

    corpus: tuple[Labelled, ...]
    said: tuple[Labelled, ...]
    frozen: tuple[Labelled, ...]

    @property
    def material(self) -> Material:
        return Material(self.corpus, self.frozen)


def small_slice() -> Slice:
    """Six categories; people say what five batches hold, in no order."""
    rows = [row for row in load(training_files()) if row.label in FEW]
    known, spoken = {"warga", "operator"}, {"timur", "kepala", "tetangga", "surel", "murid"}
    said = [row for row in rows if row.batch in spoken]
    random.Random(1).shuffle(said)  # noqa: S311 - a repeatable order
    return Slice(
        corpus=tuple(row for row in rows if row.batch in known),
        said=tuple(said),
        frozen=tuple(row for row in load(frozen_files()) if row.label in FEW),
    )


def first(folder: Path, part: Slice, *, now: datetime = build.NOON) -> Shelf:
    """A shelf whose champion has learned the slice's corpus alone."""
    shelf = Shelf(folder)
    teach(shelf, part.material, now=now)
    return shelf


def colleague(database: Database, name: str, role: StaffRole = StaffRole.AGENT) -> Staff:
    with database.write() as session:
        made = Staff(
            username=f"{name}-{next(_serial)}",
            name=name.title(),
            role=role,
            password_hash="-",
            created_at=build.NOON,
        )
        session.add(made)
        session.flush()
    return made


def corrected(
    database: Database,
    shelf: Shelf,
    rows: Sequence[tuple[Labelled, Category]],
    *,
    by: Sequence[Staff],
    now: datetime = build.NOON,
) -> list[int]:
    """A ticket for each row, read by the champion and then given that category by a colleague.

    The ids of the tickets.
    """
    reader = Reader.load(shelf.folder)
    ids = []
    with untraced():
        for place, (row, label) in enumerate(rows):
            with database.write() as session:
                ticket = build.ticket(
                    session,
                    state=TicketState.RECEIVED,
                    subject=row.subject or "",
                    body=row.text,
                    category=None,
                    created_at=now,
                )
            read(database, ticket.id, reader=reader, now=now)
            with database.write() as session:
                desk.correct(session, ticket, label, by=by[place % len(by)], now=now)
            ids.append(ticket.id)
    return ids
