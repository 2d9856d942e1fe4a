"""What is written down about a fitted classifier."""

import json
from dataclasses import asdict, dataclass, field
from typing import Self

from models.vocabulary import Category


@dataclass(frozen=True, slots=True)
class Golden:
    """A message whose answer is known, to see that a loaded classifier still gives it."""

    text: str
    subject: str | None
    category: str
    probability: float


@dataclass(slots=True)
class Card:
    """Where a classifier comes from and how far to trust it.

    `broad` and `narrow` are conformal bounds at 95 and 98 %; `sure` is the confidence from which
    on a decision may be automatic, `sure_misled` the same for texts that name what is not meant;
    `choices` is P(chosen by the requester | true category); `facets` is the score from which on
    each facet is said to be there.
    """

    corpus: str = ""
    rows: int = 0
    batches: dict[str, int] = field(default_factory=dict)
    artefact: str = ""
    temperature: float = 1.0
    broad: float = 1.0
    narrow: float = 1.0
    sure: float = 1.01
    sure_misled: float = 1.01
    choices: dict[Category, dict[Category, float]] = field(default_factory=dict)
    facets: dict[str, float] = field(default_factory=dict)
    scores: dict[str, float] = field(default_factory=dict)
    golden: list[Golden] = field(default_factory=list)

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Raises ValueError or TypeError when it is not a card."""
        content = json.loads(text)
        content["golden"] = [Golden(**one) for one in content["golden"]]
        content["choices"] = {
            Category(true): {Category(chosen): float(share) for chosen, share in row.items()}
            for true, row in content["choices"].items()
        }
        return cls(**content)
