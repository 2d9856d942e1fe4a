"""People whose name may be the one that was said."""

from collections.abc import Iterable, Sequence

from app.lookup import person_name
from app.lookup.dossier import Person

NAMED_AT_MOST = 20
_MAY_BE = 65.0


def alike(name: str, people: Iterable[Person]) -> Sequence[Person]:
    """Best first, at most 20."""
    judged = [(person_name.fit(name, each.name).score, each) for each in people]
    fitting = sorted((each for each in judged if each[0] >= _MAY_BE), key=_best_first)
    return [person for _, person in fitting[:NAMED_AT_MOST]]


def _best_first(judged: tuple[float, Person]) -> tuple[float, str]:
    return -judged[0], judged[1].person_id
