"""How often each officer vouched, and where that is more than one would expect. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.kit.clock import wib_day

# One school's owners do not lose every contact on one day.
MANY_IN_A_DAY = 3


@dataclass(frozen=True, slots=True)
class Word:
    """One vouch: `given` None while it was not answered. `at` is aware UTC, of the answer."""

    officer: str
    name: str
    npsn: str
    given: bool | None
    objected: bool
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Officer:
    """`most_in_a_day` is the most yeses on one WIB day, `that_day` the latest such day."""

    mail: str
    name: str
    npsn: str
    asked: int
    given: int
    objected: int
    most_in_a_day: int
    that_day: date | None

    @property
    def is_odd(self) -> bool:
        """A supervisor should look: many on one day, or anything that was objected to."""
        return self.most_in_a_day >= MANY_IN_A_DAY or self.objected > 0


def by_officer(words: Iterable[Word]) -> tuple[Officer, ...]:
    """Odd ones first, then whoever gave most."""
    theirs: dict[str, list[Word]] = {}
    for each in words:
        theirs.setdefault(each.officer, []).append(each)
    found = [_officer(mail, said) for mail, said in theirs.items()]
    return tuple(sorted(found, key=lambda each: (not each.is_odd, -each.given, each.mail)))


def _officer(mail: str, said: list[Word]) -> Officer:
    given = [each for each in said if each.given]
    days = Counter(wib_day(each.at) for each in given if each.at)
    that_day, most = max(days.items(), key=lambda each: (each[1], each[0]), default=(None, 0))
    return Officer(
        mail=mail,
        name=said[0].name,
        npsn=said[0].npsn,
        asked=len(said),
        given=len(given),
        objected=sum(each.objected for each in said),
        most_in_a_day=most,
        that_day=that_day,
    )
