"""Verdicts that were really reached, and dossiers with a row struck out of the JSON kept."""

from dataclasses import replace
from typing import Any

from app.kit.kept import dump, load
from app.kit.working_hours import OFFICE
from app.lookup import keep as kept_lookups
from app.lookup.dossier import Dossier
from app.reading import keep as kept_readings
from app.reading.facts import Understanding
from app.resolution import judge
from app.resolution.verdict import Case, UsedFact
from app.store import plans
from app.store.session import Session
from models import Plan, Ticket
from tests.support import build

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


def judged(
    session: Session,
    ticket: Ticket,
    *,
    found: Dossier | None = None,
    read: Understanding | None = None,
) -> Plan:
    """The plan that the rules themselves made for the ticket, at noon; a rename without changes."""
    understood = read or build.understanding()
    reading = kept_readings.keep(session, ticket, understood, now=build.NOON)
    kept_lookups.keep(
        session, found or build.dossier(), reading=reading, subject_no=0, now=build.NOON
    )
    judge.judge(session, ticket, reading, hours=OFFICE, now=build.NOON)
    return plans.of_reading(session, reading.id)[0]
