"""A whole class without names: its pupils of the records who have no account."""

from app.lookup.asking import Asking
from app.lookup.dossier import Candidate, Match, Person, School
from app.lookup.ports import SchoolRecords
from models.vocabulary import MatchStatus, PersonKind


def without_account(asking: Asking, records: SchoolRecords, named: frozenset[str]) -> list[Person]:
    here = records.school.npsn
    return [
        each
        for each in records.people
        if each.kind is PersonKind.STUDENT
        and any(at.npsn == here and (not named or at.grade in named) for at in each.active)
        and not any(account.is_live for account in asking.accounts_of(each.person_id))
    ]


def reason(school: School, named: frozenset[str]) -> str:
    of_grade = f" kelas {', '.join(sorted(named, key=int))}" if named else ""
    return f"peserta didik aktif{of_grade} di {school.name} yang belum punya akun"


def matched(pupil: Person, because: str) -> Match:
    candidate = Candidate(pupil, 100.0, (because,))
    return Match(MatchStatus.MATCHED, pupil, (candidate,), (because,))
