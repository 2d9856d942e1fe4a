"""A linear classifier over stems and runs of letters: a score is a sum, and shows its parts."""

import hashlib
import io
import json
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np

from app.reading.card import Card, Golden
from app.reading.explain import NOTHING, explain
from app.reading.facts import Facets, Guess, Likelihood
from app.reading.features import Floats, Row, Terms, grams, stem_row
from app.reading.hints import HINTS
from app.reading.normalise import Normal, normalise
from app.reading.spelt import Brought, SpeltWords
from app.reading.transitions import Transitions
from models.vocabulary import Category

ARTEFACT, CARD = "classifier.npz", "card.json"
LONGEST = 6_000  # characters of a message that the classifier looks at
FORMAT = 3  # of the artefact; raised when it can no longer be read by this program


class ClassifierMismatch(Exception):
    """The stored classifier is not the one its card describes, or no longer answers as it did."""


@dataclass(slots=True)
class Classifier:
    """Weights with their card.

    A row per feature: stems, then runs of letters, then hints. A column per category, then one
    per facet. Hints speak for facets alone. `transitions` tell jenjang and peran before and after;
    None when no text taught them.
    """

    categories: tuple[Category, ...]
    facets: tuple[str, ...]
    stems: Terms
    runs: Terms
    weights: Floats
    bias: Floats
    card: Card = field(default_factory=Card)
    transitions: Transitions | None = None
    _spelt: SpeltWords = field(init=False)

    def __post_init__(self) -> None:
        self._spelt = SpeltWords(self.runs, self.weights[len(self.stems.names) : -len(HINTS)])

    def guess(
        self, text: str, subject: str | None = None, hints: Collection[str] = frozenset()
    ) -> Guess:
        """Categories best first with calibrated probabilities, from the text alone."""
        return self.guess_normal(normalise(text[:LONGEST], subject), hints)

    def guess_many(self, messages: Sequence[tuple[str, str | None]]) -> list[Guess]:
        """The same for many, without the words that decided: half as quick again."""
        normals = (normalise(text[:LONGEST], subject) for text, subject in messages)
        return [self.guess_normal(normal, with_words=False) for normal in normals]

    def guess_normal(
        self, normal: Normal, hints: Collection[str] = frozenset(), *, with_words: bool = True
    ) -> Guess:
        """The same for a message already normalised; `hints` help to tell the facets."""
        names = grams(normal.stems)
        row, spelt = stem_row(self.stems, names), self._spelt.brought(words_of(normal))
        scores = self._scores(row, spelt, hints)
        chances = softmax(scores[: len(self.categories)] / self.card.temperature)
        order = np.argsort(-chances, kind="stable").tolist()
        told = NOTHING
        if with_words:
            told = explain(normal, names, *self._lead(row, spelt, order[0], order[1]))
        shares = chances.tolist()
        return Guess(
            tuple(Likelihood(self.categories[at], shares[at]) for at in order),
            because=told.winner,
            instead=told.runner_up,
            facets=self._facets(scores[len(self.categories) :].tolist()),
            classifier=self.name,
        )

    def scores(self, normal: Normal, hints: Collection[str] = frozenset()) -> Floats:
        """One score per category and facet, not yet a probability; the larger the likelier."""
        spelt = self._spelt.brought(words_of(normal))
        return self._scores(stem_row(self.stems, grams(normal.stems)), spelt, hints)

    @property
    def name(self) -> str:
        """What a reading says it was made by."""
        return f"linear-{self.card.artefact[:12]}"

    def save(self, folder: Path) -> None:
        """Write artefact and card; the card names the artefact's hash and some known answers."""
        folder.mkdir(parents=True, exist_ok=True)
        content = _packed(self)
        self.card.artefact = hashlib.sha256(content).hexdigest()
        self.card.golden = [self._golden(one) for one in self.card.golden]
        (folder / ARTEFACT).write_bytes(content)
        (folder / CARD).write_text(self.card.to_json(), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Raises FileNotFoundError when there is none, ClassifierMismatch when it is not sound."""
        card = _card(folder)
        content = (folder / ARTEFACT).read_bytes()
        if hashlib.sha256(content).hexdigest() != card.artefact:
            raise ClassifierMismatch("the artefact is not the one the card describes")
        held = _unpacked(content)
        found = cls(*held[:-1], card, held.transitions)
        for one in card.golden:
            if found._golden(one) != one:
                raise ClassifierMismatch(f"answers differently: {one.text[:40]!r}")
        return found

    def _scores(self, row: Row, spelt: Brought, hints: Collection[str]) -> Floats:
        brought: Floats = row.values @ self.weights[row.columns] + spelt.scores.sum(axis=0)
        for at, name in enumerate(HINTS):
            if name in hints:
                brought = brought + self.weights[at - len(HINTS)]
        total: Floats = self.bias + brought
        return total

    def _facets(self, scores: Sequence[float]) -> Facets | None:
        if not self.facets:
            return None
        bounds = self.card.facets
        said = zip(self.facets, scores, strict=True)
        return Facets(**{name: score > bounds.get(name, 0.0) for name, score in said})

    def _lead(
        self, row: Row, spelt: Brought, winner: int, other: int
    ) -> tuple[dict[str, float], dict[str, float]]:
        """What each stem and pair, and the letters of each word, add to one category's lead."""
        of_row = self.weights[row.columns]
        stems = row.values * (of_row[:, winner] - of_row[:, other])
        letters = spelt.scores[:, winner] - spelt.scores[:, other]
        names = (self.stems.names[at] for at in row.columns.tolist())
        return (
            dict(zip(names, stems.tolist(), strict=True)),
            dict(zip(spelt.words, letters.tolist(), strict=True)),
        )

    def _golden(self, one: Golden) -> Golden:
        best = self.guess(one.text, one.subject).best
        return Golden(one.text, one.subject, best.category.value, round(best.probability, 3))


def words_of(normal: Normal) -> list[str]:
    """The words of a message as written, whose letters are weighed."""
    return " ".join(normal.surfaces).split()


def softmax(scores: Floats) -> Floats:
    """Scores as shares of one."""
    raised = np.exp(scores - scores.max())
    shares: Floats = raised / raised.sum()
    return shares


class _Held(NamedTuple):
    """What the artefact holds, in the order of the Classifier's fields."""

    categories: tuple[Category, ...]
    facets: tuple[str, ...]
    stems: Terms
    runs: Terms
    weights: Floats
    bias: Floats
    transitions: Transitions | None


def _packed(classifier: Classifier) -> bytes:
    """Arrays alone: nothing in the file can run."""
    arrays: dict[str, Any] = {
        "format": np.int32(FORMAT),
        "categories": _letters_of([category.value for category in classifier.categories]),
        "facets": _letters_of(classifier.facets),
        "stems": _letters_of(classifier.stems.names),
        "runs": _letters_of(classifier.runs.names),
        "stem_rarity": classifier.stems.rarity,
        "run_rarity": classifier.runs.rarity,
        "weights": classifier.weights.astype(np.float16),
        "bias": classifier.bias,
        **(classifier.transitions.packed() if classifier.transitions else {}),
    }
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    return buffer.getvalue()


def _unpacked(content: bytes) -> _Held:
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as held:
            if int(held["format"]) != FORMAT:
                raise ClassifierMismatch("made by another version of this program")
            return _Held(
                tuple(Category(code) for code in _names(held["categories"])),
                tuple(filter(None, _names(held["facets"]))),
                Terms(_names(held["stems"]), held["stem_rarity"]),
                Terms(_names(held["runs"]), held["run_rarity"]),
                held["weights"].astype(np.float32),
                held["bias"],
                Transitions.unpacked(held) if "moved_names" in held else None,
            )
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as error:
        raise ClassifierMismatch("the artefact cannot be read") from error


def _letters_of(names: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.frombuffer("\n".join(names).encode(), np.uint8)


def _names(letters: np.ndarray[tuple[int], np.dtype[np.uint8]]) -> tuple[str, ...]:
    return tuple(letters.tobytes().decode().split("\n"))


def _card(folder: Path) -> Card:
    try:
        return Card.from_json((folder / CARD).read_text("utf-8"))
    except (json.JSONDecodeError, TypeError, ValueError, KeyError) as error:
        raise ClassifierMismatch("the card cannot be read") from error
