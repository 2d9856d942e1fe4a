"""People whose name may be the one that was said."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from app.lookup import person_name
from app.lookup.dossier import Person

NAMED_AT_MOST = 20
_MAY_BE = 65.0
_SAME_BEGINNING = 2  # letters
_ALIKE_WORDS = 75.0
_ALIKE_NAMES = 88.0
_TELLING = 0.35  # of a name's letters: one word alone is enough where the other is common


def alike(name: str, people: Iterable[Person]) -> Sequence[Person]:
    """Best first, at most 20."""
    judged = [(person_name.fit(name, each.name).score, each) for each in people]
    fitting = sorted((each for each in judged if each[0] >= _MAY_BE), key=_best_first)
    return [person for _, person in fitting[:NAMED_AT_MOST]]


def sound_of(name: str) -> str:
    """The words of a name as they sound, for `may_sound`."""
    return " ".join(map(person_name.sound, person_name.words(name)))


def may_sound(wanted: str, recorded: str) -> bool:
    """Whether `alike` could take the two names for one; both are sounds.

    Cheap and never stricter than `alike`: of thousands born on one day it leaves few to judge.
    """
    left, right = wanted.split(), recorded.split()
    known = [one for one in left if any(_may_be_one(one, other) for other in right)]
    if len(known) > 1:
        return True
    met = [other for other in right if any(_may_be_one(one, other) for one in left)]
    if max(_share(known, left), _share(met, right)) >= _TELLING:
        return True
    return fuzz.ratio("".join(left), "".join(right)) >= _ALIKE_NAMES


def _share(some: Sequence[str], words: Sequence[str]) -> float:
    """How much of a name, in letters, they are."""
    return sum(map(len, some)) / (sum(map(len, words)) or 1)


def _may_be_one(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1 or one[:_SAME_BEGINNING] == other[:_SAME_BEGINNING]:
        return True
    return fuzz.ratio(one, other) >= _ALIKE_WORDS


def _best_first(judged: tuple[float, Person]) -> tuple[float, str]:
    return -judged[0], judged[1].person_id
