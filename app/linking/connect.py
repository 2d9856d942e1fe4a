"""A ticket that was read leaves its marks, and is held against those that share them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.linking import gathered, history
from app.linking.bursts import Cell, cells
from app.linking.compare import AT_MOST, Likeness, compare, strongest, tie
from app.linking.marks import NAMED, OWN, Laid, Seal, marks_of
from app.linking.report import Report
from app.store import links, marks, tickets, together
from app.store.session import Session
from models import Link, Ticket
from models.vocabulary import MarkKind

_WITHIN = timedelta(days=30)
# Of the newest that share a mark: their own hand, a name, a school.
_PLACES = ((OWN, 40), (NAMED, 20), ((MarkKind.SCHOOL,), 30))
_UNMARKED_AT_ONCE = 100


def cell_mark(cell: Cell, seal: Seal) -> Laid:
    return Laid(MarkKind.CELL, seal(f"sel {cell.kind} {cell.key} {cell.category}"))


def mark(session: Session, ticket: Ticket, *, seal: Seal) -> Report:
    """The marks of what is known now, in place of all earlier ones."""
    [report] = gathered.reports(session, [ticket])
    laid = marks_of(report, seal) | {cell_mark(each, seal) for each in cells(report)}
    marks.replace(session, ticket, laid)
    return report


def mark_settled(session: Session, *, seal: Seal, after: int) -> int | None:
    """Some tickets that came settled from elsewhere get marks, so that a follow-up finds them.

    The id to go on after; None when there are no more.
    """
    found = marks.unmarked(session, after=after, limit=_UNMARKED_AT_ONCE)
    for ticket, report in zip(found, gathered.reports(session, found), strict=True):
        marks.replace(session, ticket, marks_of(report, seal))
    return found[-1].id if found else None


def suggest(session: Session, ticket: Ticket, report: Report, *, now: datetime) -> None:
    """At most five links to earlier tickets, and of later ones that were read before this one.

    Repeating it changes nothing; suggestions that nothing speaks for any more are dropped, what a
    person decided stays.
    """
    others = _candidates(session, ticket, report)
    compared = list(zip(others, gathered.reports(session, others), strict=True))
    ids = {each.number: each.id for each in others}
    earlier = [each for other, each in compared if _order(other) < _order(ticket)]
    wanted = {
        (ticket.id, ids[each.number]): each
        for each in _to_earlier(session, ticket, report, earlier)
    }
    known = {(each.ticket_id, each.earlier_id): each for each in links.touching(session, ticket.id)}
    full = links.with_at_least(session, AT_MOST, list(ids.values()))
    for other, each in compared:
        pair = (other.id, ticket.id)
        has_room = pair in known or other.id not in full
        if _order(other) > _order(ticket) and has_room and (found := compare(each, report)):
            wanted[pair] = found
    seen = {ticket.id, *ids.values()}
    gone = [each for pair, each in known.items() if pair not in wanted and pair[0] in seen]
    links.drop(session, [each.id for each in gone])
    # In one order everywhere: two workers that suggest the same pairs wait, and do not block.
    for pair in sorted(set(wanted) - set(known)):
        links.suggest(session, _link(pair, wanted[pair], now))


def _candidates(session: Session, ticket: Ticket, report: Report) -> Sequence[Ticket]:
    """Tickets within thirty days that share a mark, and those that are named by their number."""
    since, until = ticket.created_at - _WITHIN, ticket.created_at + _WITHIN
    ids: set[int] = set()
    for kinds, limit in _PLACES:
        ids.update(marks.sharing(session, ticket, kinds, since=since, until=until, limit=limit))
    if report.asks_after:
        ids.update(each.id for each in history.theirs(session, ticket))
    for number in report.facts.report_numbers:
        named = tickets.with_number(session, int(number))
        ids.update({named.id} if named else ())
    return together.tickets(session, ids - {ticket.id})


def _to_earlier(
    session: Session, ticket: Ticket, report: Report, earlier: Sequence[Report]
) -> Sequence[Likeness]:
    """Those alike; for a bare follow-up, whose words are never alike, those it may mean."""
    found = {each.number: each for other in earlier if (each := compare(report, other))}
    if report.asks_after:
        theirs = history.earlier(session, ticket, named=report.facts.report_numbers)
        meant = set(theirs) & set(report.facts.report_numbers) or set(theirs)
        tied = [tie(report, other) for other in earlier if str(other.number) in meant]
        found = {each.number: each for each in tied if each} | found
    return strongest(list(found.values()))


def _link(pair: tuple[int, int], found: Likeness, now: datetime) -> Link:
    return Link(
        ticket_id=pair[0],
        earlier_id=pair[1],
        reason=found.reason,
        percent=found.percent,
        detail={"same_problem": found.same_problem},
        at=now,
    )


def _order(ticket: Ticket) -> tuple[datetime, int]:
    return ticket.created_at, ticket.id
