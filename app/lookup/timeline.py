"""What both systems, the report and we ourselves say happened when, in one order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.kit.clock import at_wib, wib_day
from app.lookup.dossier import Account, Dossier
from models.vocabulary import StepAction, System


class Happening(StrEnum):
    PLACED = "placed"
    LEFT = "left"
    SCHOOL_CLOSED = "school_closed"
    EXTRACTED = "extracted"
    CREATED = "created"
    NOTICED = "noticed"
    SUSPENDED = "suspended"
    SIGNED_IN = "signed_in"
    DELETED = "deleted"
    DELETION_DUE = "deletion_due"
    WRITTEN = "written"
    PROMISED = "promised"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened, or is to happen, on a WIB day.

    `at` is the instant (aware) where a system knows it. `about` is the NPSN or the account's
    address, "" for the report itself. `action` is set for what we changed.
    """

    day: date
    happening: Happening
    system: System
    about: str = ""
    at: datetime | None = None
    action: StepAction | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A step that was carried out: what, on which account, when."""

    action: StepAction
    target: str
    at: datetime


def timeline(
    dossier: Dossier,
    *,
    written: datetime,
    promised: Iterable[datetime] = (),
    changes: Iterable[Change] = (),
) -> tuple[Moment, ...]:
    """Oldest first; on one day what has no hour comes before what has.

    The directory keeps no day of a renaming: only our own changes tell of one.
    """
    found = [
        *_in_dapodik(dossier),
        *(moment for each in dossier.accounts for moment in _of_account(each)),
        _instant(Happening.WRITTEN, System.MESSAGE, written),
        *(_instant(Happening.PROMISED, System.LOKET, each) for each in promised),
        *(_change(each) for each in changes),
    ]
    return tuple(sorted(found, key=_order))


def _in_dapodik(dossier: Dossier) -> Iterator[Moment]:
    for each in dossier.person.placements if dossier.person else ():
        school = dossier.school(each.npsn)
        found = (
            (Happening.PLACED, each.since),
            (Happening.LEFT, each.left_on),
            (Happening.SCHOOL_CLOSED, school.closed_on if school else None),
        )
        for happening, day in found:
            if day:
                yield Moment(day, happening, System.DAPODIK, str(each.npsn))
    if dossier.dapodik_as_of:
        yield _instant(Happening.EXTRACTED, System.DAPODIK, dossier.dapodik_as_of)


def _of_account(account: Account) -> Iterator[Moment]:
    about = str(account.address)
    instants = (
        (Happening.CREATED, account.created_at),
        (Happening.SUSPENDED, account.suspended_at),
        (Happening.SIGNED_IN, account.last_login_at),
        (Happening.DELETED, account.deleted_at),
    )
    for happening, at in instants:
        if at:
            yield _instant(happening, System.DIRECTORY, at, about)
    days = (
        (Happening.NOTICED, account.noticed_on),
        (Happening.DELETION_DUE, account.deletion_on),
    )
    for happening, day in days:
        if day:
            yield Moment(day, happening, System.DIRECTORY, about)


def _instant(happening: Happening, system: System, at: datetime, about: str = "") -> Moment:
    return Moment(wib_day(at), happening, system, about, at)


def _change(done: Change) -> Moment:
    return Moment(
        wib_day(done.at), Happening.CHANGED, System.LOKET, done.target, done.at, done.action
    )


def _order(moment: Moment) -> tuple[datetime, bool]:
    return moment.at or at_wib(moment.day), moment.at is not None
