"""What both systems say about one person, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.kit.clock import wib_day
from app.lookup.dossier import Account, Candidate, Dossier, Person, Placement
from app.web.reader import Reader
from models.vocabulary import MatchStatus, Relation, System


@dataclass(frozen=True, slots=True)
class Cell:
    """One system's word; `differs` where it disagrees with Dapodik."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One subject of comparison: key of its name, Dapodik's word, each account's word."""

    key: str
    dapodik: str
    accounts: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        return any(each.differs for each in self.accounts)


@dataclass(frozen=True, slots=True)
class CandidateView:
    name: str
    about: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordsView:
    """`dapodik_as_of` is None where the age of the records is unknown."""

    as_written: str
    status: MatchStatus
    because: tuple[str, ...]
    candidates: tuple[CandidateView, ...]
    person_name: str
    identity: tuple[tuple[str, str], ...]
    addresses: tuple[str, ...]
    lines: tuple[Line, ...]
    further: tuple[str, ...]
    dapodik_as_of: datetime | None
    read_at: datetime
    is_stale: bool
    unavailable: tuple[System, ...]
    relation: Relation
    verified: bool
    requester_because: str


def records(dossier: Dossier, *, reader: Reader, now: datetime) -> RecordsView:
    person = dossier.person
    placement = person.placements[0] if person and person.placements else None
    is_open_choice = dossier.match.status is MatchStatus.AMBIGUOUS
    shown = dossier.match.candidates if is_open_choice else ()
    asker = dossier.requester
    return RecordsView(
        as_written=reader.text(dossier.as_written or ""),
        status=dossier.match.status,
        because=dossier.match.because,
        candidates=tuple(_candidate(each, dossier, reader) for each in shown),
        person_name=person.name if person else "",
        identity=tuple(_identity(person, reader)) if person else (),
        addresses=tuple(str(each.address) for each in dossier.accounts),
        lines=tuple(_lines(dossier, placement, reader)),
        further=tuple(_further(dossier, reader)),
        dapodik_as_of=dossier.dapodik_as_of,
        read_at=dossier.read_at,
        is_stale=dossier.is_stale(now),
        unavailable=dossier.unavailable,
        relation=asker.relation,
        verified=asker.verified,
        requester_because=asker.because,
    )


def _candidate(candidate: Candidate, dossier: Dossier, reader: Reader) -> CandidateView:
    person = candidate.person
    places = [_school(dossier, each.npsn) for each in person.placements]
    about = [reader.label(person.kind), *places, reader.birth(person.birth_date)]
    return CandidateView(
        name=person.name,
        about=" · ".join(each for each in about if each),
        score=round(candidate.score),
        reasons=candidate.reasons,
    )


def _identity(person: Person, reader: Reader) -> Iterator[tuple[str, str]]:
    for key in ("nik", "nuptk", "nip", "nisn"):
        if getattr(person, key):
            yield key, reader.number(getattr(person, key))
    if person.birth_date:
        yield "birth_date", reader.birth(person.birth_date)


def _lines(dossier: Dossier, placement: Placement | None, reader: Reader) -> Iterator[Line]:
    """Only lines on which at least one system has a word."""
    person = dossier.person
    compared: tuple[tuple[str, str, list[str]], ...] = (
        ("name", person.name if person else "", [each.name for each in dossier.accounts]),
        (
            "role",
            _word(placement.peran, reader) if placement else "",
            [_word(each.address.peran, reader) for each in dossier.accounts],
        ),
        (
            "level",
            _word(placement.jenjang, reader) if placement else "",
            [_word(each.address.jenjang, reader) for each in dossier.accounts],
        ),
        (
            "school",
            _school(dossier, placement.npsn) if placement else "",
            [_school(dossier, each.npsn) for each in dossier.accounts],
        ),
    )
    for key, theirs, ours in compared:
        if theirs or any(ours):
            cells = tuple(Cell(each, _disagree(theirs, each)) for each in ours)
            yield Line(key, theirs, cells)
    yield _standing(dossier, placement, reader)
    yield from _told_apart(dossier, placement, reader)


def _standing(dossier: Dossier, placement: Placement | None, reader: Reader) -> Line:
    """Active or not: an account that lives while its owner has left differs, and the reverse."""
    is_active = placement is not None and placement.is_active
    cells = tuple(
        Cell(
            _state(each, reader),
            dossier.person is not None and is_active != (each.is_live and not each.suspended),
        )
        for each in dossier.accounts
    )
    return Line("standing", _placed(placement, reader), cells)


def _told_apart(dossier: Dossier, placement: Placement | None, reader: Reader) -> Iterator[Line]:
    """What only one of the systems knows."""
    if placement is not None:
        nothing = tuple(Cell("") for _ in dossier.accounts)
        if placement.since:
            yield Line("since", reader.day(placement.since), nothing)
        if placement.sent is not None:
            yield Line(
                "sent", reader.say("records.yes" if placement.sent else "records.no"), nothing
            )
    for key, values in _of_accounts(dossier, reader):
        if any(values):
            yield Line(key, "", tuple(Cell(each) for each in values))


def _of_accounts(dossier: Dossier, reader: Reader) -> Iterator[tuple[str, list[str]]]:
    held = dossier.accounts
    never = reader.say("records.never")
    yield "last_login", [reader.instant(each.last_login_at) or never for each in held]
    yield "created", [reader.instant(each.created_at) for each in held]
    yield "aliases", [", ".join(map(str, each.aliases)) for each in held]
    yield "noticed", [reader.day(each.noticed_on) for each in held]
    yield "deletion", [reader.day(each.deletion_on) for each in held]
    yield "recovery_email", [reader.mail(each.recovery_email) for each in held]
    yield "recovery_phone", [reader.number(each.recovery_phone) for each in held]


def _state(account: Account, reader: Reader) -> str:
    if account.deleted_at is not None:
        return reader.say("records.deleted", day=reader.day(wib_day(account.deleted_at)))
    if account.suspended:
        why = account.suspension_reason
        return reader.say("records.suspended") + (f" ({why})" if why else "")
    return reader.say("records.active")


def _placed(placement: Placement | None, reader: Reader) -> str:
    if placement is None:
        return reader.say("records.no_placement")
    if placement.is_active:
        return reader.say("records.active")
    why = reader.label(placement.left_for) if placement.left_for else ""
    return reader.say("records.left", why=why, day=reader.day(placement.left_on)).strip()


def _further(dossier: Dossier, reader: Reader) -> Iterator[str]:
    """The person's other placements, one sentence each."""
    for each in dossier.person.placements[1:] if dossier.person else ():
        parts = [
            _school(dossier, each.npsn),
            _word(each.peran, reader),
            reader.say("records.home") if each.is_home else reader.say("records.not_home"),
            _placed(each, reader),
        ]
        yield " · ".join(part for part in parts if part)


def _school(dossier: Dossier, npsn: object) -> str:
    if npsn is None:
        return ""
    found = next((each for each in dossier.schools if each.npsn == npsn), None)
    return f"{found.name} ({npsn})" if found else str(npsn)


def _word(word: object, reader: Reader) -> str:
    return reader.label(word) if word is not None else ""


def _disagree(one: str, other: str) -> bool:
    return bool(one and other) and one.casefold() != other.casefold()
