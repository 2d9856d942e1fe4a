"""Walks along the audit trail: asked for on its page or each night, done by a worker.

A walk begins where the last one that found nothing came to. A change of an older row does not show
in it, so each week one goes over the whole chain.
"""

from datetime import datetime, timedelta

import structlog

from app.access import chain, trail
from app.access.chain import Reached
from app.store import owed, trail_checks
from app.store.session import Database, Session
from models import TrailCheck

_FULL_EVERY = timedelta(days=7)
# Longer than the longest walk: what has not ended by then has died.
_GIVEN_UP_AFTER = timedelta(hours=12)

log = structlog.get_logger(__name__)


def ask(session: Session, *, by: str, is_full: bool, now: datetime) -> TrailCheck:
    """A walk is owed; the one that waits already, if any."""
    waiting = under_way(session, now=now)
    if waiting is not None:
        return waiting
    made = TrailCheck(by=by, is_full=is_full, asked_at=now, findings=[])
    trail_checks.add(session, made)
    owed.check_trail(session, made)
    return made


def ask_nightly(session: Session, *, by: str, now: datetime) -> TrailCheck:
    """From the beginning where that is a week ago."""
    full = trail_checks.newest_whole(session, is_full=True)
    return ask(session, by=by, is_full=full is None or now - full.asked_at >= _FULL_EVERY, now=now)


def under_way(session: Session, *, now: datetime) -> TrailCheck | None:
    return trail_checks.waiting(session, since=now - _GIVEN_UP_AFTER)


def run(database: Database, check_id: int, secret: bytes, *, now: datetime) -> None:
    """The walk; nothing where it has ended before."""
    trail.link_due(database, secret, now=now)
    with database.read() as session:
        check = trail_checks.by_id(session, check_id)
        if check.ended_at is not None:
            return
        after = None if check.is_full else _known(session, secret)
        walked = trail.walk(session, secret, after=after)
    with database.write() as session:
        check = trail_checks.by_id(session, check_id)
        check.since, check.through = walked.since, walked.reached.seq
        check.hash, check.signature = walked.reached.hash, chain.sealed(walked.reached, secret)
        check.findings = [[each.fault.value, each.first, each.last] for each in walked.findings]
        check.is_whole, check.ended_at = not walked.findings, now
        session.add(check)
    if walked.findings:
        log.error("trail is broken", findings=len(walked.findings), first=walked.findings[0].first)


def fail(database: Database, check_id: int, *, now: datetime) -> None:
    """Its duty failed for good: whether the chain is whole is not known."""
    with database.write() as session:
        check = trail_checks.by_id(session, check_id)
        check.ended_at = check.ended_at or now
        session.add(check)


def _known(session: Session, secret: bytes) -> Reached | None:
    """What the last walk that found nothing came to; None where somebody else wrote that."""
    last = trail_checks.newest_whole(session)
    if last is None or trail_checks.is_broken(session):
        return None
    reached = Reached(last.through, last.hash)
    return reached if last.signature == chain.sealed(reached, secret) else None
