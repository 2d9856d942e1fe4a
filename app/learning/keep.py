"""A person's word on a category, stored with what was shown; taken back or vouched for by rows."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import JsonValue

from app.access import trail
from app.access.trail import Deed
from app.kit.errors import NotFound, Refusal
from app.learning.categories import TakenName
from app.learning.lessons import Said
from app.learning.redact import redacted
from app.reading import keep as kept_readings
from app.reading.corpus import Labelled
from app.store import labels, readings, tickets
from app.store.session import Session
from models import AddedCategory, LabelEvent, Reading, Staff, Ticket
from models.vocabulary import Author, Category, LabelKind, TrailAction

_CONFIRMED_READ = 1_000


class NoSuchCategory(Refusal):
    """422: an added category that is not in use."""

    status = 422
    key = "category.unknown"


def must_exist(session: Session, category: Category) -> None:
    """Raises NoSuchCategory for an added one that nobody added, or that was switched off."""
    if not category.is_added:
        return
    added = labels.added_by_code(session, category.value)
    if added is None or not added.is_active:
        raise NoSuchCategory


def said(
    session: Session,
    ticket: Ticket,
    kind: LabelKind,
    label: Category,
    *,
    by: Staff,
    now: datetime,
) -> LabelEvent:
    """The word beside the reading in force; what the page showed of it, nothing for a blind one."""
    reading = readings.latest(session, ticket.id)
    event = LabelEvent(
        kind=kind, ticket_id=ticket.id, label=label, shown=[], staff_id=by.id, at=now
    )
    if reading is not None:
        event.reading_id = reading.id
        event.said, event.probability = reading.category, reading.probability
        event.classifier = reading.classifier
        event.shown = [] if kind is LabelKind.BLIND else _shown(reading)
    return labels.add(session, event)


def example(
    session: Session, text: str, label: Category, *, by: Staff, now: datetime
) -> LabelEvent:
    """A supervisor's example of an added category, kept without personal data."""
    body, _ = redacted(text, None)
    return labels.add(
        session,
        LabelEvent(
            kind=LabelKind.EXAMPLE, label=label, example=body, shown=[], staff_id=by.id, at=now
        ),
    )


def add_category(
    session: Session,
    code: Category,
    definition: str,
    examples: Sequence[str],
    *,
    by: Staff,
    now: datetime,
) -> None:
    """A category in use from now on, with its examples; examples alone for one that is.

    Raises TakenName for one in use to which nothing is added.
    """
    known = labels.added_by_code(session, code.value)
    if known is None:
        known = AddedCategory(
            code=code.value, definition=definition, added_by_id=by.id, added_at=now
        )
    elif known.is_active and not examples:
        raise TakenName
    known.is_active, known.definition = True, definition or known.definition
    session.add(known)
    session.flush()
    added = Deed(TrailAction.CATEGORY_ADDED, subject=code.value)
    trail.record(session, added, by=by, now=now)
    for text in examples:
        example(session, text, code, by=by, now=now)


def switch_off(session: Session, code: str) -> None:
    """No longer offered or learned; what people said stays. Raises NotFound."""
    known = labels.added_by_code(session, code)
    if known is None:
        raise NotFound
    known.is_active = False
    session.add(known)


def withdraw(session: Session, event_id: int, *, by: Staff, now: datetime) -> None:
    """That word no longer counts; a second time changes nothing. Raises NotFound."""
    event = labels.by_id(session, event_id)
    if labels.is_withdrawn(session, event_id) or event.kind is LabelKind.WITHDRAWN:
        return
    labels.add(
        session,
        LabelEvent(
            kind=LabelKind.WITHDRAWN,
            ticket_id=event.ticket_id,
            label=event.label,
            shown=[],
            withdraws_id=event.id,
            staff_id=by.id,
            at=now,
        ),
    )


def vouch(session: Session, event_id: int, *, by: Staff, now: datetime) -> None:
    """A second person says the same of that ticket. Raises NotFound."""
    event = labels.by_id(session, event_id)
    if event.ticket_id is None or event.staff_id == by.id:
        return
    words = labels.of_ticket(session, event.ticket_id)
    if any(each.staff_id == by.id and each.label is event.label for each in words):
        return
    ticket = tickets.by_id(session, event.ticket_id)
    said(session, ticket, LabelKind.CORRECTED, event.label, by=by, now=now)


def words(session: Session) -> list[Said]:
    """Everything people said that still counts, each with the text as it stood at that moment.

    Nothing is learned of a text that retention removed.
    """
    found = []
    for event in labels.standing(session, confirmed_at_most=_CONFIRMED_READ):
        if event.ticket_id is None:
            found.append(_said(event, event.example or "", "", None))
            continue
        ticket = tickets.by_id(session, event.ticket_id)
        if ticket.messages_gone_at is not None:
            continue
        text, subject = redacted(
            _text(session, ticket, event.at),
            ticket.subject,
            known=(ticket.requester_name, ticket.school_name),
        )
        found.append(_said(event, text, subject, ticket.self_category))
    return found


def recent(session: Session, *, limit: int) -> list[Labelled]:
    """What the newest tickets say, as rows whose label is what they were read as."""
    rows = []
    for ticket in tickets.newest_read(session, limit=limit):
        if ticket.category is not None and ticket.messages_gone_at is None:
            asked = kept_readings.incoming(session, ticket)
            rows.append(
                Labelled(
                    asked.text, ticket.category, asked.subject, self_category=asked.self_category
                )
            )
    return rows


def _said(event: LabelEvent, text: str, subject: str, chosen: Category | None) -> Said:
    return Said(
        id=event.id,
        kind=event.kind,
        label=event.label,
        by=event.staff_id,
        at=event.at,
        text=text,
        subject=subject or None,
        ticket_id=event.ticket_id,
        self_category=chosen,
    )


def _text(session: Session, ticket: Ticket, at: datetime) -> str:
    """What had been written by then: a later message may be about something else."""
    return "\n\n".join(
        each.body
        for each in tickets.messages_of(session, ticket.id)
        if each.author is Author.REQUESTER and each.created_at <= at
    )


def _shown(reading: Reading) -> list[JsonValue]:
    read = kept_readings.recall(reading)
    ranked = [(reading.category, reading.probability)] if reading.category else []
    ranked += [(each.category, each.probability) for each in read.alternatives]
    return [
        {"category": category.value, "probability": round(probability, 4)}
        for category, probability in ranked
    ]
