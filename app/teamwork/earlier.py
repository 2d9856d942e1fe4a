"""Earlier reports of the same person, and solved ones like this one with what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.linking.marks import OWN
from app.reply import compose
from app.store import canned, events, marks, plans, replies, tickets, together
from app.store.session import Session
from app.teamwork.sameness import ABOUT
from app.teamwork.similar import closest
from models import CannedAnswer, Plan, Reply, Ticket

_EARLIER = 20
_SOLVED = 200


@dataclass(frozen=True, slots=True)
class Earlier:
    """`about_same` is whether it is about the same person, not only by the same requester.

    `plan` is the last that was carried out, None where none was.
    """

    ticket: Ticket
    about_same: bool
    plan: Plan | None


@dataclass(frozen=True, slots=True)
class Similar:
    """A solved report; `canned` is the prepared answer it was answered with, in its present form.

    `is_same_person` is whether the records or addresses tie both reports to one person.
    """

    ticket: Ticket
    percent: int
    reply: Reply | None
    rule: str
    canned: CannedAnswer | None
    is_same_person: bool


def of_person(session: Session, ticket: Ticket) -> Sequence[Earlier]:
    """The newest first, those about the same person before those of the same requester."""
    until = ticket.created_at
    about = frozenset(marks.sharing(session, ticket, ABOUT, until=until, limit=_EARLIER))
    own = marks.sharing(session, ticket, OWN, until=until, limit=_EARLIER)
    mail = tickets.earlier_of_mail(session, ticket, limit=_EARLIER)
    found = together.tickets(session, about.union(own, mail))
    done = plans.last_done(session, [each.id for each in found])
    seen = [Earlier(each, each.id in about, done.get(each.id)) for each in found]
    return sorted(seen, key=lambda each: not each.about_same)[:_EARLIER]


def similar(session: Session, ticket: Ticket) -> Sequence[Similar]:
    """Among the newest solved of the same category those in nearly the same words."""
    if ticket.category is None:
        return ()
    solved = {
        each.id: each
        for each in tickets.solved(session, ticket.category, limit=_SOLVED)
        if each.id != ticket.id
    }
    written = together.texts(session, list(solved))
    texts = {key: _whole(solved[key], each) for key, each in written.items()}
    mine = _whole(ticket, together.texts(session, [ticket.id]).get(ticket.id, ()))
    near = closest(mine, texts)
    same = _of_same_person(session, ticket, [key for key, _ in near])
    return [
        _similar(session, solved[key], percent, is_same_person=key in same) for key, percent in near
    ]


def own_words(reply: Reply) -> str:
    """What was answered without greeting and ending."""
    return compose.unframed(reply.body)


def _whole(ticket: Ticket, texts: Sequence[str]) -> str:
    return "\n".join([ticket.subject, *texts])


def _of_same_person(session: Session, ticket: Ticket, ids: Sequence[int]) -> frozenset[int]:
    values = marks.of_tickets(session, [ticket.id, *ids])
    mine = values[ticket.id]
    return frozenset(
        each
        for each in ids
        if any(mine.get(kind, frozenset()) & values[each].get(kind, frozenset()) for kind in ABOUT)
    )


def _similar(session: Session, other: Ticket, percent: int, *, is_same_person: bool) -> Similar:
    answers = [each for each in replies.of_ticket(session, other.id) if not each.is_notice]
    reply = answers[-1] if answers else None
    plan = plans.last_done(session, [other.id]).get(other.id)
    used = events.last_detail(session, other.id, "canned_used", "series")
    present = {each.series: each for each in canned.present(session)} if used else {}
    by_rule = plan is not None and reply is not None and reply.reading_id == plan.reading_id
    return Similar(
        ticket=other,
        percent=percent,
        reply=reply,
        rule=plan.rule if plan and by_rule else "",
        canned=present.get(used) if isinstance(used, int) else None,
        is_same_person=is_same_person,
    )
