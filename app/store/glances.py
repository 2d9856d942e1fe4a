"""What a line of the queue shows beside the ticket: how sure the reading is, whom it matched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session, col, func, select

from models import Lookup, Message, Reading
from models.vocabulary import Author, Decision, MatchStatus

_SHOWN = 160
# Without what was understood, which is long.
_READ = [
    getattr(Reading, name)
    for name in ("ticket_id", "category", "probability", "decision", "corrected_by_id")
]


@dataclass(frozen=True, slots=True)
class Glance:
    """`probability` is 0 to 1, None of an unread report or of a person's word.

    `match` is that of the first person of the latest reading, None before a look-up.
    """

    first_line: str = ""
    probability: float | None = None
    decision: Decision | None = None
    is_corrected: bool = False
    match: MatchStatus | None = None


def of(
    session: Session, ids: Sequence[int], *, without_subject: Sequence[int]
) -> Mapping[int, Glance]:
    """One for each ticket; the beginning of the message only for those `without_subject`."""
    found = {each: Glance() for each in ids}
    query = select(*_READ).where(col(Reading.ticket_id).in_(ids)).order_by(col(Reading.id))
    # The latest comes last and stands.
    for ticket_id, category, probability, decision, corrected_by_id in session.exec(query):
        is_corrected = corrected_by_id is not None
        sure = probability if category and not is_corrected else None
        found[ticket_id] = Glance("", sure, decision, is_corrected)
    status = col(Lookup.content)["match"]["status"].as_string()
    matched = select(Lookup.ticket_id, status).where(
        col(Lookup.ticket_id).in_(ids), Lookup.subject_no == 0
    )
    for ticket_id, word in session.exec(matched.order_by(col(Lookup.id))):
        match = MatchStatus(word) if word in set(MatchStatus) else None
        found[ticket_id] = replace(found[ticket_id], match=match)
    for ticket_id, line in _first_lines(session, without_subject).items():
        found[ticket_id] = replace(found[ticket_id], first_line=line)
    return found


def _first_lines(session: Session, ids: Sequence[int]) -> Mapping[int, str]:
    if not ids:
        return {}
    begun = func.substr(Message.body, 1, _SHOWN)
    query = select(Message.ticket_id, begun).where(
        col(Message.ticket_id).in_(ids), Message.author == Author.REQUESTER
    )
    # The first message is written last.
    rows = session.exec(query.order_by(col(Message.id).desc()))
    return {ticket_id: " ".join(text.split()) for ticket_id, text in rows}
