"""Tickets as linking sees them, read back from what is stored."""

from collections.abc import Iterable, Mapping, Sequence

from app.linking.report import Recorded, Report
from app.lookup import keep as kept_lookups
from app.lookup.dossier import Dossier, Person
from app.reading import keep as kept_readings
from app.reading.facts import Incoming
from app.reading.reader import Reader
from app.store import together
from app.store.session import Session
from models import Lookup, Reading, Ticket


def reports(session: Session, tickets: Sequence[Ticket]) -> Sequence[Report]:
    """One for each ticket, in that order; one that nobody read is read for its facts here."""
    ids = [each.id for each in tickets]
    texts, readings = together.texts(session, ids), together.readings(session, ids)
    lookups = together.lookups(session, [each.id for each in readings.values()])
    return [
        _report(each, texts.get(each.id, ()), readings.get(each.id), lookups) for each in tickets
    ]


def _report(
    ticket: Ticket,
    texts: Iterable[str],
    reading: Reading | None,
    lookups: Mapping[int, Sequence[Lookup]],
) -> Report:
    text = "\n\n".join([*filter(None, [ticket.subject]), *texts])
    read = kept_readings.recall(reading) if reading else Reader()(Incoming(text))
    dossiers = (
        [kept_lookups.recall(each) for each in lookups.get(reading.id, ())] if reading else []
    )
    province, regency = _place(ticket, dossiers)
    return Report(
        number=ticket.number,
        text=text,
        category=ticket.category,
        writer=ticket.requester_name,
        mail=ticket.requester_email,
        account=ticket.account_address,
        npsn=ticket.npsn,
        school_name=ticket.school_name,
        at=ticket.created_at,
        channel=ticket.channel,
        province=province,
        regency=regency,
        facts=read.facts,
        facets=read.facets,
        mentions=read.mentions,
        recorded=_recorded(dossiers),
    )


def _recorded(dossiers: Sequence[Dossier]) -> Recorded:
    people = [each.person for each in dossiers if each.person]
    accounts = [account for each in dossiers if each.person for account in each.accounts]
    addresses = [str(each) for account in accounts for each in (account.address, *account.aliases)]
    return Recorded(
        persons=frozenset(each.person_id for each in people),
        accounts=frozenset(addresses),
        numbers=frozenset(number for each in people for number in _numbers(each)),
        schools=frozenset(npsn for each in dossiers for npsn in _schools(each)),
    )


def _numbers(person: Person) -> Iterable[str]:
    return filter(None, (person.nik, person.nuptk, person.nip, person.nisn))


def _schools(dossier: Dossier) -> Iterable[str]:
    """Where the person is; without one, the school that was meant."""
    if dossier.person:
        return (str(each.npsn) for each in dossier.person.active)
    return (str(each.npsn) for each in dossier.schools if len(dossier.schools) == 1)


def _place(ticket: Ticket, dossiers: Sequence[Dossier]) -> tuple[str, str]:
    """Province and regency as the form says, else as the records do, where they all agree."""
    if ticket.province or ticket.regency:
        return ticket.province, ticket.regency
    found = {(school.province, school.regency) for each in dossiers for school in each.schools}
    if len(found) != 1:
        return "", ""
    province, regency = found.pop()
    return province or "", regency or ""
