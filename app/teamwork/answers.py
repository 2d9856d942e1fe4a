"""Writing prepared answers down, version after version, and filling one in for a report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app import states
from app.access import trail
from app.access.trail import Deed
from app.kit import tanggal
from app.kit.clock import wib_day
from app.kit.errors import Refusal
from app.store import canned
from app.store.session import Session
from app.teamwork.canned import unknown
from models import CannedAnswer, Staff, Ticket
from models.vocabulary import Category, Language, TrailAction


class Incomplete(Refusal):
    """422: no title or no text."""

    status = 422
    key = "canned.incomplete"


class UnknownVariables(Refusal):
    """422: something in braces that nothing could fill."""

    status = 422
    key = "canned.unknown"


class TitleTaken(Refusal):
    """422: agents choose by title, so a title names one answer."""

    status = 422
    key = "canned.taken"


class EditedMeanwhile(Refusal):
    """409: somebody made another version since."""

    key = "canned.edited_meanwhile"


@dataclass(frozen=True, slots=True)
class Text:
    """As typed, tidied. `category` None is for all."""

    title: str
    body: str
    category: Category | None
    language: Language


def add(session: Session, text: Text, *, by: Staff, now: datetime) -> CannedAnswer:
    """A series of its own. Raises Incomplete, UnknownVariables, TitleTaken, EditedMeanwhile."""
    return _kept(session, text, canned.next_series(session), 1, by=by, now=now)


def revise(
    session: Session, series: int, shown: int, text: Text, *, by: Staff, now: datetime
) -> CannedAnswer:
    """The next version after the `shown` one. Raises what `add` does, NotFound."""
    if canned.versions(session, series)[0].version != shown:
        raise EditedMeanwhile
    return _kept(session, text, series, shown + 1, by=by, now=now)


def retire(session: Session, series: int, *, by: Staff, now: datetime) -> None:
    """Offered no longer; its versions stay, and another one brings it back. NotFound."""
    last = canned.versions(session, series)[0]
    if last.is_retired:
        return
    text = Text(last.title, last.body, last.category, last.language)
    row = _row(text, series, last.version + 1, by, now)
    row.is_retired = True
    _add(session, row, by=by, now=now)


def values(ticket: Ticket, *, by: Staff, category: str, now: datetime) -> Mapping[str, str]:
    """What this report gives for each variable, "" for what it does not; `category` in words."""
    name = ticket.requester_name.strip()
    return {
        "sapaan": f"Bapak/Ibu {name}".strip(),
        "nama": name,
        "nomor": str(ticket.number),
        "sekolah": ticket.school_name,
        "npsn": ticket.npsn or "",
        "kategori": category,
        "tanggal_janji": tanggal.long_day(wib_day(ticket.promised_at))
        if ticket.promised_at
        else "",
        "hari_ini": tanggal.long_day(wib_day(now)),
        "petugas": by.name,
    }


def used(session: Session, ticket: Ticket, series: str, *, by: Staff, now: datetime) -> None:
    """An answer was begun from that one, so that others in the same case are offered it too."""
    known = {str(each.series) for each in canned.present(session)} if series else ()
    if series in known:
        states.happened(session, ticket, "canned_used", by.username, now, series=int(series))


def in_order(rows: Sequence[CannedAnswer], ticket: Ticket) -> list[CannedAnswer]:
    """Those for the report's category first, then those for all; its language before others."""

    def place(row: CannedAnswer) -> tuple[bool, bool, bool, str]:
        fits = row.category is not None and row.category is ticket.category
        return (not fits, row.category is not None, row.language is not ticket.language, row.title)

    return sorted(rows, key=place)


def _kept(
    session: Session, text: Text, series: int, version: int, *, by: Staff, now: datetime
) -> CannedAnswer:
    if not text.title or not text.body:
        raise Incomplete
    strange = unknown(text.body)
    if strange:
        raise UnknownVariables(names=", ".join(strange))
    title = text.title.casefold()
    others = [each for each in canned.present(session) if each.series != series]
    if any(each.title.casefold() == title for each in others):
        raise TitleTaken
    row = _row(text, series, version, by, now)
    _add(session, row, by=by, now=now)
    return row


def _add(session: Session, row: CannedAnswer, *, by: Staff, now: datetime) -> None:
    if not canned.add(session, row):
        raise EditedMeanwhile
    said = {"series": row.series, "version": row.version, "is_retired": int(row.is_retired)}
    deed = Deed(TrailAction.CANNED_CHANGED, subject=row.title, detail=said)
    trail.record(session, deed, by=by, now=now)


def _row(text: Text, series: int, version: int, by: Staff, now: datetime) -> CannedAnswer:
    return CannedAnswer(
        series=series,
        version=version,
        title=text.title,
        category=text.category,
        language=text.language,
        body=text.body,
        by_id=by.id,
        at=now,
    )
