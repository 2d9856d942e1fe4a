"""Which schools a message speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.lookup.asking import Asking
from app.lookup.dossier import School
from app.lookup.ports import SchoolRecords
from app.lookup.resemble import school_likeness, without_region
from models.values import MalformedNpsn, Npsn
from models.vocabulary import Jenjang

_AS_GOOD = 4.0  # points of likeness that do not tell two schools apart
_READ_AT_MOST = 4  # of several schools with one name
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Sought:
    """Records of the school meant, or of those equally well meant; `notes` are for people."""

    found: tuple[SchoolRecords, ...] = ()
    several: bool = False
    notes: tuple[str, ...] = ()


def seek(
    asking: Asking, npsn: str | None, name: str | None, *, jenjang: Jenjang | None = None
) -> Sought:
    """By NPSN, else by name; `jenjang` and a region in the name only tell equals apart."""
    number = _npsn(npsn)
    records = asking.school(number) if number else None
    if records:
        return Sought((records,), notes=_other_name(records.school, name))
    notes = (f"NPSN {npsn} tidak dikenal di Dapodik",) if npsn else ()
    if not name:
        return Sought(notes=notes)
    best = _best(asking.schools_named(name), name, jenjang)
    read = [asking.school(each.npsn) for each in best[:_READ_AT_MOST]]
    found = tuple(each for each in read if each)
    if not found:
        return Sought(notes=(*notes, f"sekolah bernama {name} tidak ditemukan"))
    if len(best) > 1:
        notes = (*notes, f"ada {len(best)} sekolah yang sama cocok dengan nama {name}")
    return Sought(found, several=len(best) > 1, notes=notes)


def _npsn(text: str | None) -> Npsn | None:
    try:
        return Npsn.parse(text or "")
    except MalformedNpsn:
        return None


def _other_name(school: School, name: str | None) -> tuple[str, ...]:
    if not name or school_likeness(name, school.name) > 0:
        return ()
    return (f"NPSN {school.npsn} adalah {school.name}, bukan {name}",)


def _best(schools: Sequence[School], name: str, jenjang: Jenjang | None) -> Sequence[School]:
    """The one that fits best, or all that fit as well."""
    likeness = {each.npsn: school_likeness(name, each.name) for each in schools}
    top = max(likeness.values(), default=0.0)
    equals = [each for each in schools if likeness[each.npsn] >= top - _AS_GOOD]
    exact = [each for each in equals if likeness[each.npsn] == 100]
    equals = exact or equals
    of_level = [each for each in equals if jenjang and each.jenjang is jenjang]
    equals = of_level or equals
    region = set(_WORD.findall(without_region(name)[1]))
    there = [each for each in equals if region & set(_WORD.findall((each.regency or "").lower()))]
    return there or equals
