"""One training from beginning to end, recorded; and the way back to an earlier champion."""

from collections.abc import Callable
from datetime import datetime

from pydantic import JsonValue

from app.kit.errors import Refusal
from app.kit.kept import dump
from app.learning import keep
from app.learning.teach import Material, Taught, teach
from app.reading.corpus import frozen_files, load, training_files
from app.reading.shelf import NothingBefore, Shelf
from app.store import labels, owed, trainings
from app.store.session import Database, Session
from models import Training
from models.vocabulary import Category, TrainingOutcome

_RECENT = 150


class AlreadyTraining(Refusal):
    """409: one at a time."""

    key = "training.already"


class NoWayBack(Refusal):
    """409: there is no earlier champion."""

    key = "training.no_way_back"


def ask(session: Session, *, by: str, now: datetime) -> Training:
    """A training is owed. Raises AlreadyTraining."""
    training = begin(session, by=by, now=now)
    owed.learn(session, training)
    return training


def begin(session: Session, *, by: str, now: datetime) -> Training:
    """A RUNNING row. Raises AlreadyTraining."""
    training = trainings.begin(session, by=by, now=now)
    if training is None:
        raise AlreadyTraining
    return training


def ask_nightly(database: Database, *, by: str, now: datetime) -> bool:
    """Owed only where somebody has said something since the last training that came to an end."""
    with database.write() as session:
        newest = labels.newest_id(session)
        last = trainings.recent(session, limit=1)
        known = _learned_to(last[0]) if last else 0
        if newest <= known or trainings.is_running(session, now):
            return False
        ask(session, by=by, now=now)
    return True


def run(
    database: Database,
    training_id: int,
    shelf: Shelf,
    *,
    clock: Callable[[], datetime],
    material: Material | None = None,
) -> Taught | None:
    """Teach, and note the outcome; None when that training has ended already.

    `material` gives corpus and examinations in place of the program's own. What nobody expected
    leaves the row FAILED and is raised.
    """
    with database.read() as session:
        if trainings.by_id(session, training_id).outcome is not TrainingOutcome.RUNNING:
            return None
        gathered = _gathered(session, material)
    try:
        taught = teach(shelf, gathered, now=clock())
    except Exception:
        fail(database, training_id, now=clock())
        raise
    with database.write() as session:
        _note(session, trainings.by_id(session, training_id), taught, gathered, now=clock())
    return taught


def fail(database: Database, training_id: int, *, now: datetime) -> None:
    """The fitting came to no end; harmless for one that did."""
    with database.write() as session:
        training = trainings.by_id(session, training_id)
        if training.outcome is TrainingOutcome.RUNNING:
            training.outcome, training.ended_at = TrainingOutcome.FAILED, now
            session.add(training)


def roll_back(session: Session, shelf: Shelf, *, by: str, now: datetime) -> Training:
    """The pointer goes back to the champion before; raises NoWayBack, AlreadyTraining."""
    training = begin(session, by=by, now=now)
    old = shelf.champion()
    try:
        training.challenger = shelf.roll_back(now=now)
    except NothingBefore as error:
        raise NoWayBack from error
    training.champion = old.name if old else ""
    training.outcome, training.ended_at = TrainingOutcome.ROLLED_BACK, now
    training.scores = {"newest": labels.newest_id(session)}
    session.add(training)
    return training


def _gathered(session: Session, material: Material | None) -> Material:
    return Material(
        corpus=material.corpus if material else load(training_files()),
        frozen=material.frozen if material else load(frozen_files()),
        words=keep.words(session),
        active=frozenset(Category(each.code) for each in labels.added(session, only_active=True)),
        recent=keep.recent(session, limit=_RECENT),
        newest=labels.newest_id(session),
    )


def _note(
    session: Session, training: Training, taught: Taught, material: Material, *, now: datetime
) -> None:
    kept: dict[str, JsonValue] = {**dump(taught.scores), "newest": material.newest}
    training.champion, training.challenger = taught.champion, taught.challenger
    training.texts, training.labels = taught.texts, taught.labels
    training.scores = kept
    training.reasons = [dump(reason) for reason in taught.reasons]
    training.outcome = TrainingOutcome.PROMOTED if taught.is_promoted else TrainingOutcome.REFUSED
    training.ended_at = now
    session.add(training)


def _learned_to(training: Training) -> int:
    """The newest word that training knew; 0 for one that came to no end."""
    newest = training.scores.get("newest") if isinstance(training.scores, dict) else None
    return newest if isinstance(newest, int) else 0
