"""Two linear models over words and letters; the only module that knows scikit-learn."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Self
from zipfile import ZIP_DEFLATED

from app.reading.calibrate import cooled, lift
from app.reading.card import Card, Golden
from app.reading.cues import cues
from app.reading.facts import Guess, Likelihood, Words
from app.reading.letters import LetterGrams
from app.reading.normalise import Normal, Token, normalise
from models.vocabulary import Category

# scikit-learn takes a second to import and is untyped: it is brought in only where it is used,
# and whatever it makes is Any inside this module.
Model = Any

ARTEFACT, CARD = "classifier.skops", "card.json"
LONGEST = 6_000  # characters of a message that the classifier looks at
SHOWN_WORDS = 6
_MASKS = ("xemail_", "xperan_", "xnomor_")
_STEM = r"\S+"
CUE_WEIGHT = 0.2  # of a phrase, beside word and letter features of length one per message


class ClassifierMismatch(Exception):
    """The stored classifier is not the one its card describes, or this program reads"
    " differently."""


@dataclass(slots=True)
class Classifier:
    """Fitted models with their card. `parts` holds the vectorisers and the two models."""

    parts: dict[str, Model]
    card: Card = field(default_factory=Card)
    _features: list[str] = field(init=False)
    _classes: list[Category] = field(init=False)
    _letters: LetterGrams = field(init=False)

    def __post_init__(self) -> None:
        letters = self.parts["letters"]
        self._features = [str(name) for name in self.parts["words"].get_feature_names_out()]
        self._classes = [Category(str(label)) for label in self.parts["main"].classes_]
        self._letters = LetterGrams(letters.vocabulary_, letters.idf_)

    def guess(self, text: str, subject: str | None = None) -> Guess:
        """Categories best first with calibrated probabilities, from the text alone."""
        return self.guess_many([(text, subject)])[0]

    def guess_many(self, messages: Sequence[tuple[str, str | None]]) -> list[Guess]:
        """The same for many; several times faster per message."""
        from sklearn import config_context  # noqa: PLC0415 - see Model

        normals = [normalise(text[:LONGEST], subject) for text, subject in messages]
        if not normals:
            return []
        with config_context(assume_finite=True, skip_parameter_validation=True):
            return self._guesses(normals)

    def _guesses(self, normals: Sequence[Normal]) -> list[Guess]:
        words, matrix = self._vectors(normals)
        chances = self.parts["main"].predict_proba(matrix)
        vetoes = self.parts["veto"].predict(words)
        return [
            self._one(normal, words[row], chances[row], veto=str(vetoes[row]))
            for row, normal in enumerate(normals)
        ]

    def chances(self, normals: Sequence[Normal], every: Sequence[Category]) -> list[list[float]]:
        """Uncalibrated probabilities in the order of `every`; zero for what it does not know."""
        found = self.parts["main"].predict_proba(self._vectors(normals)[1])
        at = {str(label): column for column, label in enumerate(self.parts["main"].classes_)}
        return [
            [float(row[at[category]]) if category in at else 0.0 for category in every]
            for row in found
        ]

    def save(self, folder: Path) -> None:
        """Write artefact and card; the card names the artefact's hash and some known answers."""
        from skops import io  # noqa: PLC0415 - see Model

        folder.mkdir(parents=True, exist_ok=True)
        content = io.dumps(self.parts, compression=ZIP_DEFLATED)
        self.card.artefact = hashlib.sha256(content).hexdigest()
        self.card.sklearn = _version()
        (folder / ARTEFACT).write_bytes(content)
        self.card.golden = [self._golden(one) for one in self.card.golden]
        (folder / CARD).write_text(self.card.to_json(), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Raises FileNotFoundError when there is none, ClassifierMismatch when it is not sound."""
        from skops import io  # noqa: PLC0415 - see Model

        card = _card(folder)
        content = (folder / ARTEFACT).read_bytes()
        if hashlib.sha256(content).hexdigest() != card.artefact:
            raise ClassifierMismatch("the artefact is not the one the card describes")
        if card.sklearn != _version():
            raise ClassifierMismatch(f"made with scikit-learn {card.sklearn}, not {_version()}")
        if io.get_untrusted_types(data=content):
            raise ClassifierMismatch("the artefact holds types that are not trusted")
        found = cls(io.loads(content), card)
        for one in card.golden:
            if found._golden(one) != one:
                raise ClassifierMismatch(f"answers differently: {one.text[:40]!r}")
        return found

    @property
    def name(self) -> str:
        """What a reading says it was made by."""
        return f"linear-{self.card.artefact[:12]}"

    def _vectors(self, normals: Sequence[Normal]) -> tuple[Model, Model]:
        from scipy.sparse import hstack  # noqa: PLC0415 - see Model

        words = self.parts["words"].transform(_tagged(normals))
        letters = self._letters.matrix(_affirmed(normals))
        seen = self.parts["cues"].transform(_cues(normals)) * CUE_WEIGHT
        return words, hstack([words, letters, seen]).tocsr()

    def _one(self, normal: Normal, words: Model, chances: Model, *, veto: str) -> Guess:
        calm = cooled([float(chance) for chance in chances], self.card.temperature)
        ranked = sorted(
            (Likelihood(*pair) for pair in zip(self._classes, calm, strict=True)),
            key=lambda one: -one.probability,
        )
        because = self._because(normal, words, self._classes.index(ranked[0].category))
        return Guess(tuple(ranked), because, veto == ranked[0].category, self.name)

    def _because(self, normal: Normal, words: Model, winner: int) -> tuple[Words, ...]:
        """The word features that spoke most for the winner, in the writer's spelling."""
        weighed = words.data * self.parts["main"].coef_[winner][words.indices]
        surfaces = _surfaces(normal.tokens)
        shown: dict[str, float] = {}
        spoke = sorted(zip(weighed.tolist(), words.indices.tolist(), strict=True), reverse=True)
        for weight, column in spoke:
            if weight <= 0 or len(shown) == SHOWN_WORDS:
                break
            surface = surfaces.get(self._features[column].replace("bukan_", ""), "")
            if surface and not any(surface in longer for longer in shown):
                shown[surface] = round(weight, 3)
        return tuple(Words(surface, weight) for surface, weight in shown.items())

    def _golden(self, one: Golden) -> Golden:
        best = self.guess(one.text, one.subject).best
        return Golden(one.text, one.subject, best.category.value, round(best.probability, 3))


def fit(
    normals: Sequence[Normal], labels: Sequence[Category], *, card: Card, veto: bool = True
) -> Classifier:
    """Learn both models; deterministic for the same rows in the same order.

    A trial that only needs `chances` leaves the veto out.
    """
    from scipy.sparse import hstack  # noqa: PLC0415 - see Model
    from sklearn.feature_extraction.text import (  # noqa: PLC0415 - see Model
        CountVectorizer,
        TfidfVectorizer,
    )
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - see Model
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - see Model

    word: Mapping[str, object] = {"token_pattern": _STEM, "sublinear_tf": True, "lowercase": False}
    parts: dict[str, Model] = {
        "words": TfidfVectorizer(ngram_range=(1, 2), **word),
        "letters": TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True, lowercase=False
        ),
        "cues": CountVectorizer(binary=True, token_pattern=_STEM, lowercase=False),
        "main": LogisticRegression(C=5, tol=1e-3, max_iter=2000),
        "veto": LogisticRegression(C=10, tol=1e-3, max_iter=2000),
    }
    names = [label.value for label in labels]
    words = parts["words"].fit_transform(_tagged(normals))
    letters = parts["letters"].fit_transform(_affirmed(normals))
    seen = parts["cues"].fit_transform(_cues(normals)) * CUE_WEIGHT
    # On problems this small the threads of the linear algebra only wait for each other.
    with threadpool_limits(limits=1):
        parts["main"].fit(hstack([words, letters, seen]).tocsr().astype("float32"), names)
        if veto:
            parts["veto"].fit(words, names)
    if len(set(names)) > 2:  # of two, both share one intercept
        parts["main"].intercept_ = parts["main"].intercept_ + lift(parts["main"].classes_, names)
    # Half the precision halves the artefact and changes no probability by more than 1e-6.
    for name in ("main", "veto") if veto else ("main",):
        parts[name].coef_ = parts[name].coef_.astype("float32")
    return Classifier(parts, card)


def _tagged(normals: Sequence[Normal]) -> list[str]:
    return [normal.tagged for normal in normals]


def _cues(normals: Sequence[Normal]) -> list[str]:
    return [cues(normal.tagged) for normal in normals]


def _affirmed(normals: Sequence[Normal]) -> list[str]:
    return [normal.affirmed for normal in normals]


def _surfaces(tokens: Sequence[Token]) -> dict[str, str]:
    """The writer's words behind each feature of one or two stems, where it stands first.

    A mask that stands for an address or a number is nobody's word.
    """
    spoken = [
        (token.stem, "" if token.surface.startswith(_MASKS) else token.surface)
        for token in tokens
        if token.surface.strip(".!?;:,\n()")
    ]
    found: dict[str, str] = {}
    for stem, surface in spoken:
        found.setdefault(stem, surface)
    for (first, before), (second, after) in pairwise(spoken):
        found.setdefault(f"{first} {second}", f"{before} {after}" if before and after else "")
    return found


def _card(folder: Path) -> Card:
    try:
        return Card.from_json((folder / CARD).read_text("utf-8"))
    except (json.JSONDecodeError, TypeError, ValueError, KeyError) as error:
        raise ClassifierMismatch("the card cannot be read") from error


def _version() -> str:
    import sklearn  # noqa: PLC0415 - see Model

    return str(sklearn.__version__)
