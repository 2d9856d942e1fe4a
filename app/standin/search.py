"""Rows the stand-in for the national search finds, in the field names of the WebService."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.lookup.world import World, WorldDapodik
from app.standin.fields import Row

_STAFF_KEYS = ("ptk_id", "nik", "nuptk", "nip")
_PUPIL_KEYS = ("peserta_didik_id", "nik", "nisn")


def people_rows(
    world: World, *, key: str = "", npsn: str = "", name: str = "", born: str = ""
) -> dict[str, Sequence[Row]]:
    """Every row, past ones too, of the people meant, and the rows of all schools concerned.

    Meant are those with the identifier `key`, with any row at the school `npsn`, or with a name
    like `name` and born on the ISO day `born`; an empty text means nobody.
    """
    key = key.strip()
    named = _named(world, name, born)
    staff = _whole(world.gtk, "ptk_id", _STAFF_KEYS, key=key, npsn=npsn, ids=named)
    pupils = _whole(
        world.peserta_didik, "peserta_didik_id", _PUPIL_KEYS, key=key, npsn=npsn, ids=named
    )
    schools = {npsn, *(row["npsn"] for row in (*staff, *pupils))}
    return {
        "gtk": staff,
        "peserta_didik": pupils,
        "sekolah": [row for row in world.sekolah if row["npsn"] in schools],
    }


def school_rows(world: World, *, name: str, npsn: str) -> Sequence[Row]:
    """The school `npsn`, closed or not; else those named like `name`, best first."""
    if npsn:
        return [row for row in world.sekolah if row["npsn"] == npsn]
    if not name:
        return []
    by_number = {row["npsn"]: row for row in world.sekolah}
    return [by_number[school.npsn.text] for school in WorldDapodik(world).schools_named(name)]


def _named(world: World, name: str, born: str) -> frozenset[str]:
    try:
        day = date.fromisoformat(born)
    except ValueError:
        return frozenset()
    return frozenset(each.person_id for each in WorldDapodik(world).people_named(name, day))


def _whole(
    rows: Sequence[Row],
    person: str,
    keys: Sequence[str],
    *,
    key: str,
    npsn: str,
    ids: frozenset[str],
) -> list[dict[str, Any]]:
    """All rows of each person of whom one row fits."""
    meant = {
        row[person]
        for row in rows
        if (npsn and row["npsn"] == npsn)
        or (key and _carries(row, keys, key))
        or row[person] in ids
    }
    return [dict(row) for row in rows if row[person] in meant]


def _carries(row: Row, keys: Sequence[str], key: str) -> bool:
    return any(row.get(name) is not None and str(row[name]) == key for name in keys)
