"""Writing down who did what, chaining it, and finding what was tampered with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

import structlog

from app.access import chain
from app.access.chain import Act, Anchor, Finding, Linked, Reached
from app.kit.clock import wib_day
from app.store import staff
from app.store import trail as rows
from app.store.session import Database, Session
from models import Staff, Trail, TrailAnchor
from models.vocabulary import TrailAction

_AT_ONCE = 500
FOUND_AT_MOST = 100

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, to which report or to what, and why. No personal data of the public."""

    action: TrailAction
    ticket: int | None = None
    subject: str = ""
    reason: str = ""
    detail: Mapping[str, str | int] = field(default_factory=dict)


def record(session: Session, deed: Deed, *, by: Staff | str, now: datetime) -> None:
    """In the transaction of the act itself: both are there, or neither."""
    colleague = staff.by_username(session, by) if isinstance(by, str) else by
    rows.add(
        session,
        Trail(
            at=now,
            actor=(colleague.username if colleague else str(by))[:120],
            role=colleague.role.value if colleague else "",
            action=deed.action,
            ticket_number=deed.ticket,
            subject=deed.subject[:160],
            reason=deed.reason[:500],
            detail=dict(deed.detail),
        ),
    )


def link_due(database: Database, secret: bytes, *, now: datetime) -> int:
    """Chain what was written since, in transactions of a few hundred rows; how many it were.

    Any number of processes may do this at once; the order of the chain is that of chaining.
    """
    total = 0
    while done := _link_some(database, secret, now=now):
        total += done
        if done < _AT_ONCE:
            break
    return total


def faults(session: Session, secret: bytes) -> tuple[Finding, ...]:
    """Every row of the chain that is not as it was written; at most FOUND_AT_MOST findings."""
    return walk(session, secret).findings


@dataclass(frozen=True, slots=True)
class Walked:
    """The rows above `since` up to `reached` were gone over."""

    since: int
    reached: Reached
    findings: tuple[Finding, ...]


def walk(session: Session, secret: bytes, *, after: Reached | None = None) -> Walked:
    """Along the chain, from its beginning or from what an earlier walk came to.

    The signatures of all heads are looked at in either case; at most FOUND_AT_MOST findings.
    """
    # A cut belongs to the rows it left, so both are read in that order: heads first.
    heads = [_anchor(each) for each in rows.anchors(session)]
    head = max(heads, key=lambda each: each.seq, default=None)
    reached = Reached(head.seq, head.hash) if head else Reached(0, chain.FIRST)
    # What is left before a cut is being removed.
    first = chain.beginning(heads, after).seq
    chained = (_linked(row) for row in rows.in_order(session, after=first, through=reached.seq))
    found = list(islice(chain.examine(chained, heads, secret, after=after), FOUND_AT_MOST))
    beyond = [Finding(chain.Fault.INSERTED, seq, seq) for seq in rows.beyond(session)]
    return Walked(after.seq if after else 0, reached, tuple([*found, *beyond][:FOUND_AT_MOST]))


def cut(session: Session, anchor: TrailAnchor, secret: bytes) -> None:
    """The chain begins after that day's head from now on; the rows before it may go."""
    made = chain.signed(anchor.day, anchor.seq, anchor.hash, secret, is_cut=True)
    rows.keep_anchor(session, _kept(made))


def _link_some(database: Database, secret: bytes, *, now: datetime) -> int:
    with database.read() as session:
        if not rows.loose(session, limit=1):
            return 0
    with database.write() as session:
        last = rows.head(session)
        loose = rows.loose(session, limit=_AT_ONCE)
        if not loose:
            return 0
        acts = (_act(row, seq) for seq, row in enumerate(loose, last + 1))
        linked = list(chain.chained(acts, _before(session, last)))
        links = [
            (row.id, each.act.seq, each.previous, each.hash)
            for row, each in zip(loose, linked, strict=True)
        ]
        session.expunge_all()
        rows.link(session, links)
        rows.raise_head(session, linked[-1].act.seq)
        is_first = _move_head(session, linked[-1], secret, now=now)
    if is_first:
        log.info("trail head", seq=linked[-1].act.seq, hash=linked[-1].hash)
    return len(linked)


def _before(session: Session, last: int) -> str:
    """The hash of the last row of the chain, which may have been removed after its time."""
    if last == 0:
        return chain.FIRST
    newest = rows.newest_anchor(session)
    if newest is not None and newest.seq == last:
        return newest.hash
    return rows.hash_of(session, last) or chain.FIRST


def _move_head(session: Session, last: Linked, secret: bytes, *, now: datetime) -> bool:
    """Sign the new head; whether it is the day's first."""
    day = wib_day(now)
    newest = rows.newest_anchor(session)
    if newest is not None and newest.day > day:
        day = newest.day  # a clock that went back must not move a head that is past
    is_first = rows.anchor(session, day) is None
    rows.keep_anchor(session, _kept(chain.signed(day, last.act.seq, last.hash, secret)))
    return is_first


def _kept(made: Anchor) -> TrailAnchor:
    return TrailAnchor(
        day=made.day, seq=made.seq, hash=made.hash, is_cut=made.is_cut, signature=made.signature
    )


def _anchor(row: TrailAnchor) -> Anchor:
    return Anchor(row.day, row.seq, row.hash, row.is_cut, row.signature)


def _linked(row: Trail) -> Linked:
    return Linked(_act(row, row.seq or 0), row.previous or "", row.hash or "")


def _act(row: Trail, seq: int) -> Act:
    return Act(
        seq, row.at, row.actor, row.role, row.action.value,
        row.ticket_number, row.subject, row.reason, row.detail,
    )  # fmt: skip


def in_pages(session: Session, wanted: rows.Wanted, *, size: int = 1000) -> Iterator[Trail]:
    """Every row that is wanted, the newest first, read a page at a time."""
    while found := rows.listed(session, wanted, limit=size):
        yield from found
        wanted = rows.Wanted(
            wanted.actor, wanted.action, wanted.ticket_number, wanted.since, wanted.until,
            before=found[-1].id,
        )  # fmt: skip
        session.expunge_all()


def head_of(session: Session) -> int:
    """The number of the last chained row; 0 before the first."""
    newest = rows.newest_anchor(session)
    return newest.seq if newest is not None else 0
