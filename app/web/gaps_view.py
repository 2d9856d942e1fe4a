"""What is asked about gaps in the series of report numbers, and how they are told."""

from dataclasses import dataclass

from app.report.catalogue import Unit
from app.report.wording import said
from app.store.gaps import Total
from app.web import labels
from app.web.figures_address import Asked

# In the address: whether gaps are asked for that are explained, or the others.
EXPLAINED = {"tanpa": False, "dengan": True}


@dataclass(frozen=True, slots=True)
class Question:
    """Gaps of which days, explained or not, in whose language."""

    asked: Asked
    is_explained: bool
    language: str

    @property
    def kind(self) -> str:
        return "explained" if self.is_explained else "unexplained"

    def say(self, key: str, **details: object) -> str:
        return labels.say(key, self.language, **details)

    def counted(self, total: Total) -> str:
        gaps, numbers = self.amount(total.gaps), self.amount(total.numbers)
        return self.say("ledger.gap_count", gaps=gaps, numbers=numbers)

    def amount(self, number: int) -> str:
        """How many, as that language writes it."""
        return said(number, Unit.REPORTS, self.language)
