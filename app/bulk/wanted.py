"""What a colleague wants done to many tickets."""

from dataclasses import dataclass
from datetime import date

from app.kit.errors import Refusal
from models.vocabulary import BulkAction, Category, SnoozeFor

AT_MOST = 500


class NothingChosen(Refusal):
    """422: no ticket was chosen."""

    status = 422
    key = "bulk.nothing_chosen"


class TooMany(Refusal):
    """422: more than 500 tickets."""

    status = 422
    key = "bulk.too_many"


class Unsaid(Refusal):
    """422: something the action needs was not said."""

    status = 422
    key = "bulk.unsaid"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An action with what it needs; the rest is None or empty. `day` is in WIB."""

    action: BulkAction
    colleague_id: int | None = None
    category: Category | None = None
    what: SnoozeFor | None = None
    day: date | None = None
    number: int | None = None
    text: str = ""

    def must_be_whole(self) -> None:
        """Raises Unsaid."""
        needed = {
            BulkAction.ASSIGN: self.colleague_id,
            BulkAction.CATEGORY: self.category,
            BulkAction.SNOOZE: self.what,
            BulkAction.DUPLICATE: self.number,
            BulkAction.ANSWER: self.text,
        }
        if not needed.get(self.action, True):
            raise Unsaid
