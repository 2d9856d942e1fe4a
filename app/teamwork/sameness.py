"""Whether two reports are known to be about one person. Pure."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from models.vocabulary import MarkKind

ABOUT = (MarkKind.PERSON, MarkKind.IDENTIFIER, MarkKind.ACCOUNT)
Marks = Mapping[MarkKind, AbstractSet[str]]


def of_one_person(mine: Marks, theirs: Marks, *, same_mail: bool) -> bool:
    """A mark of the person in common; without any, one requester and no two records that differ.

    An operator writes about many people from one address.
    """
    if any(mine.get(kind, frozenset()) & theirs.get(kind, frozenset()) for kind in ABOUT):
        return True
    both_known = mine.get(MarkKind.PERSON) and theirs.get(MarkKind.PERSON)
    return same_mail and not both_known
