"""People, schools and accounts as one extract has them."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from app.lookup import wire
from app.lookup.dossier import Account, Person, School, deletion_instant
from app.lookup.ports import SchoolRecords
from app.register.rows import account_row, person_row, school_row, user_row
from app.store import records
from app.store.session import Session
from models import AccountRow, Extract
from models.values import AccountAddress, Npsn
from models.vocabulary import PersonKind

KEPT_AFTER_DELETION = timedelta(days=20)  # the directory forgets deleted users after that


def school(session: Session, extract: Extract, npsn: Npsn) -> SchoolRecords | None:
    """None where the extract does not know that number."""
    found = schools(session, extract, [npsn]).get(npsn)
    if found is None:
        return None
    users = records.users_at(session, extract.id, npsn.text)
    return SchoolRecords(
        school=found,
        people=people(session, extract, records.people_at(session, extract.id, npsn.text)),
        users=tuple(wire.user(user_row(each)) for each in users),
        as_of=extract.extracted_at,
    )


def schools(session: Session, extract: Extract, npsns: Iterable[Npsn]) -> dict[Npsn, School]:
    rows = records.schools(session, extract.id, (each.text for each in npsns))
    found = (wire.school(school_row(each)) for each in rows)
    return {each.npsn: each for each in found}


def people(session: Session, extract: Extract, ids: Iterable[str]) -> tuple[Person, ...]:
    """The whole people of those ids, with their placements at every school."""
    rows = records.rows_of(session, extract.id, ids)
    placed = schools(session, extract, dict.fromkeys(Npsn(each.npsn) for each in rows))
    staff = (person_row(each) for each in rows if each.kind is PersonKind.STAFF)
    pupils = (person_row(each) for each in rows if each.kind is PersonKind.STUDENT)
    return wire.people(staff, pupils, placed.get)


def account_at(session: Session, extract: Extract, address: AccountAddress) -> Account | None:
    """The live one, else the one deleted last within 20 days before the extract."""
    found = _accounts(extract, records.accounts_at(session, extract.id, address.text))
    live = next((each for each in found if each.is_live), None)
    return live or max(found, key=deletion_instant, default=None)


def accounts_of(session: Session, extract: Extract, person_id: str) -> Sequence[Account]:
    return _accounts(extract, records.accounts_of(session, extract.id, person_id))


def _accounts(extract: Extract, rows: Iterable[AccountRow]) -> tuple[Account, ...]:
    oldest = extract.extracted_at - KEPT_AFTER_DELETION
    found = (wire.account(account_row(each)) for each in rows)
    return tuple(
        each for each in found if each and (each.deleted_at is None or each.deleted_at >= oldest)
    )
