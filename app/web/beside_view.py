"""What colleagues do beside each other at one ticket: what was shown, and who types what."""

from dataclasses import dataclass
from datetime import datetime

from app.learning import blind
from app.store import canned, drafts, events, merges, presence, staff, tickets
from app.store.session import Session
from app.teamwork import answers, conflict
from app.teamwork.conflict import Seen
from app.web import history_view, similar_view
from app.web.reader import Reader
from app.web.similar_view import EarlierView
from models import CannedAnswer, Draft, Event, Message, Staff, Ticket
from models.vocabulary import DraftKind


@dataclass(frozen=True, slots=True)
class OtherDraft:
    """A colleague's unsent text, as its reader may see it."""

    id: int
    kind: DraftKind
    by: str
    body: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PresentView:
    """Somebody else who has the ticket open."""

    name: str
    is_writing: bool


@dataclass(frozen=True, slots=True)
class BesideView:
    """`seen` goes with each form. `answer` and `note` are the colleague's own drafts, "" for none.
    `colleagues` are user names with the names of who else works here.

    `since` says what others have done since the own answer was begun, "" for nothing.
    """

    seen: str
    answer: str
    note: str
    answer_at: datetime | None
    note_at: datetime | None
    since: str
    others: tuple[OtherDraft, ...]
    colleagues: tuple[tuple[str, str], ...]
    canned: tuple[CannedAnswer, ...]
    present: tuple[PresentView, ...]
    earlier: tuple[EarlierView, ...]
    merged_into: int | None
    merged_here: tuple[int, ...]


def gathered(
    session: Session, ticket: Ticket, *, who: Staff, reader: Reader, now: datetime
) -> BesideView:
    lead = merges.leading(session, ticket)
    kept = drafts.of_ticket(session, ticket.id)
    mine = {each.kind: each for each in kept if each.staff_id == who.id}
    answer, note = mine.get(DraftKind.ANSWER), mine.get(DraftKind.NOTE)
    return BesideView(
        seen=shown(session, ticket),
        answer=answer.body if answer else "",
        note=note.body if note else "",
        answer_at=answer.updated_at if answer else None,
        note_at=note.updated_at if note else None,
        since=_since(session, ticket, answer, who, reader),
        others=tuple(_other(each, reader) for each in kept if each.staff_id != who.id),
        colleagues=tuple(
            (username, reader.colleague(staff_id))
            for username, staff_id in sorted(staff.active_ids(session).items())
            if staff_id != who.id
        ),
        present=present(session, ticket, who=who, reader=reader, now=now),
        merged_into=lead.number if lead.id != ticket.id else None,
        merged_here=tuple(each.number for _, each in merges.under(session, ticket.id)),
        earlier=similar_view.earlier_reports(session, ticket, reader),
        canned=tuple(answers.in_order(canned.present(session), ticket)),
    )


def shown(session: Session, ticket: Ticket) -> str:
    """The newest event and message of the ticket, as a form sends it along (`Seen.parse`)."""
    newest = tickets.newest_message(session, ticket.id)
    return str(Seen(events.newest_id(session, ticket.id), newest.id if newest else 0))


def present(
    session: Session, ticket: Ticket, *, who: Staff, reader: Reader, now: datetime
) -> tuple[PresentView, ...]:
    found = presence.others(session, ticket.id, besides=who.id, now=now)
    return tuple(PresentView(reader.colleague(each.staff_id), each.is_writing) for each in found)


def sentence(session: Session, ticket: Ticket, event: Event, reader: Reader) -> str:
    """Who did what and when; of a blind ticket not what, which might give away what was read."""
    usernames = staff.usernames(session)
    (what,) = history_view.history([event], reader=reader, usernames=usernames)
    said = reader.say("conflict.veiled") if blind.awaits(session, ticket) else what.sentence
    return reader.say("conflict.what", who=what.actor, when=reader.instant(what.at), what=said)


def written(message: Message, reader: Reader) -> str:
    """Who wrote and when."""
    who = message.author_name or reader.label(message.author)
    what = reader.say("conflict.message")
    return reader.say("conflict.what", who=who, when=reader.instant(message.created_at), what=what)


def _since(
    session: Session, ticket: Ticket, draft: Draft | None, who: Staff, reader: Reader
) -> str:
    if draft is None:
        return ""
    found = conflict.by_others(events.since(session, ticket.id, draft.seen_event), who.username)
    return sentence(session, ticket, found, reader) if found else ""


def _other(draft: Draft, reader: Reader) -> OtherDraft:
    return OtherDraft(
        id=draft.id,
        kind=draft.kind,
        by=reader.colleague(draft.staff_id),
        body=reader.text(draft.body),
        at=draft.updated_at,
    )
