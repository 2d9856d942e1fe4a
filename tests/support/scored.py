"""A measured shelf and a doubted word, for the page of scores."""

from dataclasses import replace
from pathlib import Path

from app.kit.kept import Record, dump
from app.learning import keep
from app.learning.audit import Audit, Doubt
from app.learning.figures import Answered, figures
from app.learning.gate import Reason
from app.learning.teach import Blind, Changed, Moved, Scores
from app.reading.corpus import Labelled
from app.reading.scores import Judged
from app.reading.shelf import Shelf
from app.reading.training import train
from app.store.session import Database
from models import LabelEvent, Staff, Training
from models.vocabulary import Category, LabelKind, TrainingOutcome
from tests.support import build

RESET, GONE = Category.PASSWORD_RESET, Category.ACCOUNT_DELETED


def measured() -> Scores:
    rows = [
        Answered(
            Judged(RESET if place % 9 else GONE, 0.5 + place / 250, RESET, None, place > 60),
            is_trap=place % 8 == 0,
        )
        for place in range(100)
    ]
    found = figures(rows)
    doubt = Doubt(1, GONE, 0.001, RESET, 0.98)
    return Scores(
        champion=found,
        challenger=found,
        audit=Audit(80, 4.2, 1.3, (doubt,)),
        blind=Blind(40, 36, 37, found),
        won=3,
        lost=1,
        changed=(Changed("akun saya hilang", GONE, RESET, GONE),),
        moved=(Moved(RESET, GONE, 2),),
        learned=((GONE, 12),),
    )


def on_shelf(folder: Path, ending: str = "min") -> str:
    """A tiny classifier on top of the shelf; its name."""
    texts = {
        RESET: ("lupa sandi", "reset password", "kode pulih"),
        GONE: ("akun dihapus", "akun hilang", "akun mati"),
        Category.DATA_MIGRATION: ("isi drive", "takeout gagal", "data classroom"),
    }
    classifier = train(
        [
            Labelled(f"{text} {ending}", label, batch=text[:2])
            for label, each in texts.items()
            for text in each
        ]
    )
    scores = measured()
    about: Record = {
        "labels": 12, "seen": 0, "figures": dump(scores.challenger), "blind": dump(scores.blind),
    }  # fmt: skip
    shelf = Shelf(folder)
    name = shelf.put(classifier, about)
    shelf.promote(name, now=build.NOON)
    return name


def doubted(database: Database, agent: Staff) -> LabelEvent:
    """A correction that the last training doubted."""
    with database.write() as session:
        ticket = build.planned(session)
        event = keep.said(session, ticket, LabelKind.CORRECTED, GONE, by=agent, now=build.NOON)
        scores = measured()
        audit = replace(scores.audit, doubts=(Doubt(event.id, GONE, 0.001, RESET, 0.98),))
        session.add(
            Training(
                by="loket",
                outcome=TrainingOutcome.REFUSED,
                champion="linear-a",
                challenger="linear-b",
                texts=2000,
                labels=80,
                scores=dump(replace(scores, audit=audit)),
                reasons=[
                    dump(Reason("audit", {"n": 80, "doubts": 6, "expected": 1.3})),
                    dump(Reason("recall", {"category": "password_reset", "lost": 4, "n": 38})),
                ],
                started_at=build.NOON,
                ended_at=build.NOON,
            )
        )
    return event
