"""A challenger is fitted on the corpus and what people said, judged, and promoted or refused."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.kit.kept import Record, dump
from app.learning import gate, trial
from app.learning.audit import Audit, Word, audit
from app.learning.figures import Answered, Figures, figures, wrong
from app.learning.gate import Known, Reason
from app.learning.lessons import Lessons, Said, as_rows, lessons
from app.reading.classifier import Classifier, ClassifierMismatch
from app.reading.corpus import Labelled, digest, frozen_files, load, training_files
from app.reading.shelf import Shelf
from app.reading.training import train
from models.vocabulary import Category

EXAMPLES_SHOWN = 12
SUREST = 0.99  # a bound above which hardly anything would be decided alone
_SHOWN_LETTERS = 180


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to learn from and to be examined with."""

    corpus: Sequence[Labelled]
    frozen: Sequence[Labelled]
    words: Sequence[Said] = ()
    active: frozenset[Category] = frozenset()
    recent: Sequence[Labelled] = ()
    newest: int = 0

    @classmethod
    def of_program(cls) -> "Material":
        """The corpus and the frozen examinations of this program, and nobody's word."""
        return cls(load(training_files()), load(frozen_files()))


@dataclass(frozen=True, slots=True)
class Changed:
    """A frozen text that the challenger takes for something else than the champion."""

    text: str
    true: Category
    before: Category | None
    after: Category | None


@dataclass(frozen=True, slots=True)
class Moved:
    """How many recent reports would be taken for another category."""

    before: Category | None
    after: Category | None
    n: int


@dataclass(frozen=True, slots=True)
class Blind:
    """How many of the blind sample each had right; figures of the challenger."""

    n: int
    before: int
    after: int
    figures: Figures


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything that was measured in one training; kept as JSON. `won` and `lost` are frozen
    texts that only the challenger, and only the champion, had right.
    """

    champion: Figures | None
    challenger: Figures
    audit: Audit
    blind: Blind | None = None
    known: tuple[Known, ...] = ()
    won: int = 0
    lost: int = 0
    changed: tuple[Changed, ...] = ()
    moved: tuple[Moved, ...] = ()
    learned: tuple[tuple[Category, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Taught:
    """`reasons` is empty when the challenger was promoted."""

    champion: str
    challenger: str
    texts: int
    labels: int
    scores: Scores
    reasons: tuple[Reason, ...] = field(default=())

    @property
    def is_promoted(self) -> bool:
        return not self.reasons


def teach(shelf: Shelf, material: Material, *, now: datetime) -> Taught:
    """Fit, judge, and switch the pointer when the gate lets the challenger through.

    The first classifier of an empty shelf is promoted without comparison. Nothing a person wrote
    enters the card: its known answers are taken from the first rows, which are the corpus.
    """
    champion = _champion(shelf)
    seen = _number(shelf.about().get("seen")) if champion else 0
    chosen = lessons(
        material.words,
        known=[row.text for row in (*material.corpus, *material.frozen)],
        active=material.active,
        seen=seen,
        now=now,
    )
    learned = as_rows(chosen.learned)
    challenger = train([*material.corpus, *learned])
    _without_quotes(challenger, learned)
    scores, reasons = _judged(champion, challenger, material, chosen)
    about: Record = {
        "corpus": digest(material.corpus),
        "seen": material.newest,
        "labels": len(learned),
        "figures": dump(scores.challenger),
        "blind": dump(scores.blind) if scores.blind else None,
    }
    before = champion.name if champion else ""
    name = shelf.put(challenger, about)
    if reasons:
        shelf.remove(name)
    else:
        shelf.promote(name, now=now)
    return Taught(before, name, len(material.corpus) + len(learned), len(learned), scores, reasons)


def ensure(shelf: Shelf, *, now: datetime) -> bool:
    """Teach the corpus unless the shelf holds a sound classifier of it; true when it did."""
    if is_of_this_corpus(shelf):
        return False
    challenger = train(corpus := load(training_files()))
    scored = figures(trial.answers(challenger, load(frozen_files())))
    about: Record = {"corpus": digest(corpus), "seen": 0, "labels": 0, "figures": dump(scored)}
    shelf.promote(shelf.put(challenger, about), now=now)
    return True


def is_of_this_corpus(shelf: Shelf) -> bool:
    """Whether the champion can be asked and has learned the corpus of this program."""
    champion = _champion(shelf)
    if champion is None:
        return False
    return shelf.about().get("corpus", champion.card.corpus) == digest(load(training_files()))


def _judged(
    champion: Classifier | None, challenger: Classifier, material: Material, chosen: Lessons
) -> tuple[Scores, tuple[Reason, ...]]:
    if champion is None:
        return Scores(None, figures(trial.answers(challenger, material.frozen)), audit(())), ()
    before = trial.answers(champion, material.frozen)
    after = _made_careful(before, challenger, material.frozen)
    blind_rows = as_rows(chosen.blind)
    blind = [trial.answers(each, blind_rows) for each in (champion, challenger)]
    audited = _audited(champion, chosen.doubtable)
    known = trial.known_again(material.corpus, as_rows(chosen.learned))
    reasons = (
        *_poisoned(audited),
        *gate.on_frozen(before, after),
        *gate.on_blind(*blind),
        *gate.on_added(known),
    )
    pairs = [(old.judged.right, new.judged.right) for old, new in zip(before, after, strict=True)]
    return Scores(
        champion=figures(before),
        challenger=figures(after),
        audit=audited,
        blind=_blind(*blind) if blind_rows else None,
        known=tuple(known),
        won=pairs.count((False, True)),
        lost=pairs.count((True, False)),
        changed=_changed(material.frozen, before, after),
        moved=_moved(champion, challenger, material.recent),
        learned=tuple(Counter(word.label for word in chosen.learned).most_common()),
    ), reasons


def _made_careful(
    before: Sequence[Answered], challenger: Classifier, frozen: Sequence[Labelled]
) -> list[Answered]:
    """The frozen texts as the challenger reads them.

    Where it is wrong by itself on more traps than the champion, its bound for deciding alone is
    raised above these: one text at the brink is no reason to refuse all the rest.
    """
    after = trial.answers(challenger, frozen)
    allowed = wrong([one for one in before if one.is_trap])
    bold = sorted(
        (one.judged.confidence for one in after if one.is_trap and wrong([one])), reverse=True
    )
    if len(bold) <= allowed or bold[allowed] > SUREST:
        return after
    challenger.card.sure = round(bold[allowed] + 0.001, 3)
    return trial.answers(challenger, frozen)


def _audited(champion: Classifier, words: Sequence[Said]) -> Audit:
    found = trial.chances(champion, as_rows(words))
    return audit([Word(word.id, word.label, one) for word, one in zip(words, found, strict=True)])


def _poisoned(audited: Audit) -> tuple[Reason, ...]:
    if not audited.is_refused:
        return ()
    gaps: dict[str, str | int | float] = {
        "n": audited.n, "doubts": len(audited.doubts), "expected": round(audited.expected, 1),
    }  # fmt: skip
    return (Reason("audit", gaps),)


def _blind(before: Sequence[Answered], after: Sequence[Answered]) -> Blind:
    right = [sum(each.judged.right for each in side) for side in (before, after)]
    return Blind(len(after), right[0], right[1], figures(after))


def _changed(
    frozen: Sequence[Labelled], before: Sequence[Answered], after: Sequence[Answered]
) -> tuple[Changed, ...]:
    """The texts are invented ones of the repository: they may be shown."""
    found = [
        Changed(row.text[:_SHOWN_LETTERS], row.label, old.judged.said, new.judged.said)
        for row, old, new in zip(frozen, before, after, strict=True)
        if old.judged.said is not new.judged.said
    ]
    return tuple(found[:EXAMPLES_SHOWN])


def _moved(
    champion: Classifier, challenger: Classifier, recent: Sequence[Labelled]
) -> tuple[Moved, ...]:
    """Counts alone: these are people's messages."""
    old, new = (trial.read(each, recent) for each in (champion, challenger))
    pairs = Counter((was.category, now.category) for was, now in zip(old, new, strict=True))
    return tuple(Moved(was, now, n) for (was, now), n in pairs.most_common() if was is not now)


def _without_quotes(challenger: Classifier, learned: Sequence[Labelled]) -> None:
    """However the card's known answers were chosen: none quotes what a person wrote."""
    texts = {row.text for row in learned}
    challenger.card.golden = [one for one in challenger.card.golden if one.text not in texts]


def _champion(shelf: Shelf) -> Classifier | None:
    try:
        return shelf.load()
    except (FileNotFoundError, ClassifierMismatch):
        return None


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
