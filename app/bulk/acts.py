"""Each bulk action as the act a colleague does to one ticket."""

from collections.abc import Callable, Mapping
from datetime import datetime

from app import aside, desk
from app.bulk.wanted import Unsaid, Wanted
from app.staffing import hand
from app.store import staff
from app.store.session import Session
from models import Staff, Ticket
from models.vocabulary import ActKind, BulkAction, SnoozeFor

KIND: Mapping[BulkAction, ActKind] = {
    BulkAction.ASSIGN: ActKind.ASSIGNED,
    BulkAction.CATEGORY: ActKind.CORRECTED,
    BulkAction.SNOOZE: ActKind.SNOOZED,
    BulkAction.CLOSE: ActKind.CLOSED,
    BulkAction.APPROVE: ActKind.APPROVED,
    BulkAction.DUPLICATE: ActKind.DUPLICATE,
    BulkAction.ANSWER: ActKind.ANSWERED,
    BulkAction.LOOK_AGAIN: ActKind.LOOKED_AGAIN,
}


def act(  # noqa: C901 one case for each action
    wanted: Wanted, *, by: Staff, url: str | None, now: datetime
) -> Callable[[Session, Ticket], None]:
    """What is done to one ticket, whose public page is `url`; raises what the single act raises."""

    def do(session: Session, ticket: Ticket) -> None:
        match wanted.action:
            case BulkAction.ASSIGN:
                _hand_over(session, ticket, wanted, by=by, now=now)
            case BulkAction.CATEGORY if wanted.category is not None:
                desk.correct(session, ticket, wanted.category, by=by, now=now)
            case BulkAction.SNOOZE:
                what = wanted.what or SnoozeFor.DATE
                aside.snooze(session, ticket, what, wanted.day, by=by, now=now)
            case BulkAction.CLOSE:
                desk.close(session, ticket, by=by, now=now)
            case BulkAction.APPROVE:
                desk.approve(session, ticket, by=by, now=now)
            case BulkAction.DUPLICATE | BulkAction.ANSWER:
                _answer(session, ticket, wanted, by=by, url=url, now=now)
            case BulkAction.LOOK_AGAIN:
                desk.reconsider(session, ticket, by=by.username, kind="looked_again", now=now)

    return do


def _answer(
    session: Session,
    ticket: Ticket,
    wanted: Wanted,
    *,
    by: Staff,
    url: str | None,
    now: datetime,
) -> None:
    if wanted.action is BulkAction.ANSWER:
        desk.answer_by_hand(session, ticket, wanted.text, by=by, tracking_url=url, now=now)
        return
    number = wanted.number or 0
    aside.duplicate(session, ticket, number, by=by, is_sure=False, tracking_url=url, now=now)


def _hand_over(
    session: Session, ticket: Ticket, wanted: Wanted, *, by: Staff, now: datetime
) -> None:
    to = staff.by_id(session, wanted.colleague_id or 0)
    if to is None:
        raise Unsaid
    hand.give(session, ticket, to, by=by.username, now=now)
