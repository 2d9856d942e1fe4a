"""The days the rules count: notices, extracts and the terms that run from them."""

from datetime import UTC, date, datetime, timedelta

from app.kit.clock import at_wib, wib_day
from app.kit.tanggal import long_day
from app.kit.working_hours import add_working_days, next_opening
from app.lookup.dossier import STALE_AFTER, Account
from app.resolution.asked import asks
from app.resolution.policy import told
from app.resolution.policy.view import View
from app.resolution.verdict import Case

_ONE_DAY = timedelta(days=1)
_NOON = 12
# Dates in a message before this year are birth dates, decrees and the like, never a notice.
_FIRST_NOTICE_YEAR = 2020


def opening_of(case: Case, day: date) -> datetime:
    """The instant (UTC) promised for a day: when the desk opens, on any day of the week."""
    return case.hours.opening(day).astimezone(UTC)


@asks("Umur data Dapodik?", told.age)
def records_age(case: Case) -> timedelta | None:
    as_of = case.dossier.dapodik_as_of
    return case.now - as_of if as_of else None


@asks("Data Dapodik lebih lama dari 48 jam?", told.yes_no)
def is_stale(case: Case) -> bool:
    """Also where the age is unknown."""
    age = records_age(case)
    return age is None or age > STALE_AFTER


def is_reached(view: View, day: date) -> bool:
    """Whether that day (WIB) has come."""
    reached = view.today >= day
    answer = f"{'ya' if reached else 'belum'}, hari ini {long_day(view.today)}"
    view.asked.note(f"Sudah sampai {long_day(day)}?", answer)
    return reached


@asks("Data Dapodik berikutnya?", told.instant)
def next_extract(case: Case) -> datetime:
    """The first daily extract after `now`, counted from the last one (UTC)."""
    upcoming = (case.dossier.dapodik_as_of or case.now) + _ONE_DAY
    overdue = (case.now - upcoming) // _ONE_DAY + 1
    return (upcoming + max(overdue, 0) * _ONE_DAY).astimezone(UTC)


def extract_day(case: Case) -> date:
    """The day of the last extract (WIB), today where its age is unknown."""
    return wib_day(case.dossier.dapodik_as_of or case.now)


@asks("Laporan menyebut perubahan setelah data terakhir?", told.yes_no)
def changed_after_extract(case: Case) -> bool:
    """Whether the message dates something between the last extract and now.

    A day is taken at its noon: extracts are made at night, people work by day.
    """
    as_of = case.dossier.dapodik_as_of
    today = wib_day(case.now)
    days = [*_plausible(case), *filter(None, [case.facts.changed_on])]
    return as_of is not None and any(at_wib(day, _NOON) > as_of for day in days if day <= today)


@asks("Kapan pemilik akun diberi tahu?", told.day)
def notice_day(view: View, account: Account, *, term_days: int) -> date | None:
    """The day the owner was told (WIB), None where nobody says.

    The directory's word first; else from the message: a coming day is the day the term ends, a
    past one the day of the notice. A notice cannot be older than the placement it follows.
    """
    if account.noticed_on:
        return account.noticed_on
    if account.deletion_on:
        return account.deletion_on - timedelta(days=view.case.terms.deletion_after_days)
    days = _plausible(view.case)
    coming = [day for day in days if day > view.today]
    past = [day for day in days if day <= view.today]
    if coming:
        return min(min(coming) - timedelta(days=term_days), view.today)
    since = view.target.since if view.target else None
    return max((day for day in past if since is None or day >= since), default=None)


@asks("Kapan akun baru seharusnya sudah ada?", told.day)
def new_account_day(view: View) -> date:
    """The third working day after the sync that brought the person in (WIB).

    That is the placement's first day, the day of the extract where the record has none. Without
    days to wait it is the first working day from then on.
    """
    brought_in = view.target.since if view.target else None
    start = at_wib(brought_in or extract_day(view.case), _NOON)
    after = view.case.terms.new_account_after_working_days
    hours = view.case.hours
    due = add_working_days(start, after, hours=hours) if after else next_opening(start, hours=hours)
    return wib_day(due)


def _plausible(case: Case) -> list[date]:
    return [day for day in case.facts.dates if day.year >= _FIRST_NOTICE_YEAR]
