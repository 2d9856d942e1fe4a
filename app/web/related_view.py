"""What connects a ticket with others: links of either direction, and incidents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.linking import bursts
from app.store import incidents, links
from app.store.session import Session
from app.web.reader import Reader
from models import Incident, Link, Ticket
from models.vocabulary import IncidentKind, Jenjang, LinkReason, LinkState, Peran

_AT_MOST = 40
_FIRST = (LinkState.CONFIRMED, LinkState.SUGGESTED, LinkState.REJECTED)


@dataclass(frozen=True, slots=True)
class RelatedView:
    """The report at the other end. `is_earlier` is whether this ticket may belong to it.

    `why` says in one sentence what the two share; `decided_by` is empty for a mere suggestion.
    """

    other: Ticket
    is_earlier: bool
    state: LinkState
    why: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class IncidentView:
    """`usual` says how many tickets such a time brings otherwise."""

    incident: Incident
    title: str
    usual: str
    ended_by: str


def related(session: Session, ticket: Ticket, *, reader: Reader) -> tuple[RelatedView, ...]:
    """What was confirmed first, what was rejected last."""
    found = links.of_ticket(session, ticket.id, limit=_AT_MOST)
    views = [_view(link, other, ticket, reader) for link, other in found]
    return tuple(sorted(views, key=lambda each: (_FIRST.index(each.state), not each.is_earlier)))


def part_of(session: Session, ticket: Ticket, *, reader: Reader) -> tuple[IncidentView, ...]:
    return tuple(seen(each, reader) for each in incidents.of_ticket(session, ticket.id))


def seen(incident: Incident, reader: Reader) -> IncidentView:
    return IncidentView(
        incident=incident,
        title=f"{_shared(incident, reader)}: {reader.label(incident.category)}",
        usual=_usual(incident, reader),
        ended_by=reader.colleague(incident.ended_by_id) if incident.ended_by_id else "",
    )


def shown(found: Sequence[tuple[Incident, int]], reader: Reader) -> list[tuple[IncidentView, int]]:
    return [(seen(incident, reader), count) for incident, count in found]


def _view(link: Link, other: Ticket, ticket: Ticket, reader: Reader) -> RelatedView:
    detail = link.detail if isinstance(link.detail, dict) else {}
    problem = "same" if detail.get("same_problem") else "other"
    return RelatedView(
        other=other,
        is_earlier=link.ticket_id == ticket.id,
        state=link.state,
        why=reader.label(link.reason)
        if link.reason is LinkReason.BY_HAND
        else reader.say(
            f"related.why_{problem}", reason=reader.label(link.reason), percent=link.percent
        ),
        decided_by=reader.colleague(link.decided_by_id) if link.decided_by_id else "",
    )


def _usual(incident: Incident, reader: Reader) -> str:
    number = f"{incident.expected:.1f}".replace(".", "," if reader.language == "id" else ".")
    if incident.kind is IncidentKind.SCHOOL:
        return reader.say("incident.in_days", number=number, days=bursts.SCHOOL_WINDOW.days)
    hours = bursts.WINDOW // timedelta(hours=1)
    return reader.say("incident.in_hours", number=number, hours=hours)


def _shared(incident: Incident, reader: Reader) -> str:
    if incident.kind is IncidentKind.SCHOOL:
        return f"NPSN {incident.key}"
    if incident.kind is IncidentKind.REGION:
        return incident.key
    return " → ".join(_named(each, reader) for each in incident.key.split(" > "))


def _named(word: str, reader: Reader) -> str:
    """A jenjang or a peran; a question mark where the tickets do not say it."""
    for vocabulary in (Jenjang, Peran):
        if word in set(vocabulary):
            return reader.label(vocabulary(word))
    return word
