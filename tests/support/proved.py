"""A stored dossier with one of its rows or fields struck out, done on the JSON that is kept."""

from dataclasses import replace
from typing import Any

from app.kit.kept import dump, load
from app.lookup.dossier import Dossier
from app.resolution.verdict import Case, UsedFact

_FIELDS = {
    "jenjang": "jenjang",
    "peran": "peran",
    "mulai": "since",
    "diberitahukan": "noticed_on",
    "akan dihapus": "deletion_on",
    "NPSN pada akun": "npsn",
}
_ROWS = frozenset({"akun", "akun lain", "NPSN"})


def struck(case: Case, fact: UsedFact) -> Case | None:
    """The case without the row the fact names, or without that field of it.

    None for a fact that is neither, or whose row stands more than once: then it is not settled
    which one is meant.
    """
    kept: Any = dump(case.dossier)
    table, _, key = fact.row.partition(" ")
    if table == "accounts":
        rows, name = kept["accounts"], "account_id"
    elif table and kept["match"]["person"]:
        rows, name = kept["match"]["person"]["placements"], "npsn"
    else:
        return None
    hits = [each for each in rows if _key(each[name]) == key]
    if len(hits) != 1:
        return None
    if fact.name in _ROWS:
        rows.remove(hits[0])
    elif fact.name in _FIELDS:
        hits[0][_FIELDS[fact.name]] = None
    else:
        return None
    return replace(case, dossier=load(Dossier, kept))


def _key(value: Any) -> str:
    """An Npsn is kept as a record of its text."""
    return str(value["text"] if isinstance(value, dict) else value)
