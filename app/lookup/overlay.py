"""The word of a school's own installation over what the national data said some hours ago."""

from dataclasses import replace

from app.lookup import wire
from app.lookup.dossier import Person, Placement
from app.lookup.ports import SchoolRecords


def over(live: SchoolRecords, kept: SchoolRecords) -> SchoolRecords:
    """One school: the installation's people and users, and its time.

    The national data adds what an installation does not know: that the school closed, who left
    and why, placements elsewhere. Whom only the national data has there as active is gone.
    """
    known = {(each.kind, each.person_id) for each in kept.people}
    merged = (person_over(each, live) for each in kept.people)
    new = (each for each in live.people if (each.kind, each.person_id) not in known)
    return SchoolRecords(
        school=kept.school,
        people=(*(each for each in merged if each), *new),
        users=live.users,
        as_of=live.as_of,
    )


def person_over(person: Person, live: SchoolRecords) -> Person | None:
    """With that school's own word on them; None when nothing is left of them."""
    here = live.school.npsn
    own = next((each for each in live.people if _is_same(each, person)), None)
    elsewhere = [each for each in person.placements if each.npsn != here]
    placements = (*elsewhere, *_placed(person, own, live))
    if not placements:
        return None
    told = own or person
    return replace(
        person,
        name=told.name,
        birth_date=told.birth_date or person.birth_date,
        nik=told.nik or person.nik,
        nuptk=told.nuptk or person.nuptk,
        nip=told.nip or person.nip,
        nisn=told.nisn or person.nisn,
        placements=tuple(sorted(placements, key=wire.rank)),
    )


def _placed(person: Person, own: Person | None, live: SchoolRecords) -> tuple[Placement, ...]:
    here = live.school.npsn
    if own is not None:
        return tuple(each for each in own.placements if each.npsn == here)
    return tuple(each for each in person.placements if each.npsn == here and not each.is_active)


def _is_same(one: Person, other: Person) -> bool:
    return (one.kind, one.person_id) == (other.kind, other.person_id)
