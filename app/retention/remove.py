"""The hourly duty: parts of settled tickets that were kept long enough go, a few at a time.

Numbers, states, categories, times and rules stay, so that figures and ledger do not change.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.access import trail
from app.access.trail import Deed
from app.kit.clock import wib_day
from app.kit.kept import dump
from app.lookup import keep as kept_lookups
from app.lookup.dossier import Dossier, Match, Requester
from app.reading import keep as kept_readings
from app.reading.facts import Facts
from app.resolution import keep as kept_plans
from app.retention import rules
from app.search import index
from app.states import LOKET
from app.store import retention as rows
from app.store import tickets
from app.store import trail as trail_rows
from app.store.retention import ATTACHMENTS, DOSSIERS, MESSAGES
from app.store.session import Database, Session
from models import Ticket
from models.vocabulary import MatchStatus, TrailAction

GONE = "(Dihapus sesuai masa simpan.)"
_AT_ONCE = 50
_BATCHES = 40  # of each part in one run
_ROWS = 2000  # of the trail in one transaction

Blank = Callable[[Session, Ticket], None]


def run(
    database: Database, *, files: Path | None, secret: bytes, now: datetime
) -> Mapping[str, int]:
    """How many tickets lost which part, and how many rows of the trail went.

    `files` None: attachments lie elsewhere and are left to whoever has them.
    """
    with database.read() as session:
        of = rules.days_of(rows.in_force(session))
    done = {}
    if of.messages is not None:
        done[MESSAGES] = _part(database, MESSAGES, of.messages, _messages, now=now)
    if of.dossiers is not None:
        done[DOSSIERS] = _part(database, DOSSIERS, of.dossiers, _dossiers, now=now)
    if of.attachments is not None and files is not None:
        blank = _attachments_in(files)
        done[ATTACHMENTS] = _part(database, ATTACHMENTS, of.attachments, blank, now=now)
    if of.trail is not None:
        done["trail"] = _trail(database, of.trail, secret, now=now)
    return done


def _part(database: Database, part: str, days: int, blank: Blank, *, now: datetime) -> int:
    """In transactions of a few tickets each; a repeat goes on with those that are left."""
    before, total = now - timedelta(days=days), 0
    for _ in range(_BATCHES):
        with database.write() as session:
            ids = rows.ripe(session, part, before, limit=_AT_ONCE)
            for ticket_id in ids:
                ticket = tickets.locked(session, ticket_id)
                # Reopened or held since: left alone.
                if rows.may_go(session, ticket, part, before):
                    blank(session, ticket)
                    rows.done(session, ticket, part, now)
                    session.flush()
                    total += 1
            if ids:
                said: dict[str, str | int] = {"part": part, "tickets": len(ids), "days": days}
                deed = Deed(TrailAction.RETENTION_APPLIED, detail=said)
                trail.record(session, deed, by=LOKET, now=now)
        if len(ids) < _AT_ONCE:
            break
    return total


def _messages(session: Session, ticket: Ticket) -> None:
    index.forget(session, ticket)
    rows.blank_messages(session, ticket.id, GONE)
    for row in rows.readings_of(session, ticket.id):
        read = kept_readings.recall(row)
        row.content = dump(replace(read, facts=Facts(), mentions=(), because=(), instead=()))
        session.add(row)
    ticket.subject, ticket.requester_name = "", ""
    ticket.requester_email, ticket.account_address = None, None
    session.add(ticket)


def _dossiers(session: Session, ticket: Ticket) -> None:
    for row in rows.lookups_of(session, ticket.id):
        found = kept_lookups.recall(row)
        row.content = dump(
            Dossier(
                as_written=None,
                match=Match(MatchStatus.NOT_GIVEN),
                read_at=found.read_at,
                dapodik_as_of=found.dapodik_as_of,
                requester=Requester(email=None),
            )
        )
        session.add(row)
    for plan in rows.plans_of(session, ticket.id):
        verdict = kept_plans.recall(plan)
        plan.content = dump(replace(verdict, facts=(), steps=(), because=(), note=""))
        # Without its circumstances it is told as one that can be computed no more.
        plan.circumstances = None
        session.add(plan)
    rows.blank_steps(session, ticket.id, GONE)


def _attachments_in(files: Path) -> Blank:
    def blank(session: Session, ticket: Ticket) -> None:
        """The file first: cut off in between, the next run finds the row and ends the work."""
        for each in rows.files_of(session, ticket.id):
            (files / each.stored_as).unlink(missing_ok=True)
        rows.forget_files(session, ticket.id)

    return blank


def _trail(database: Database, days: int, secret: bytes, *, now: datetime) -> int:
    """Whole days of it: what is left begins after the signed head of the last day removed."""
    with database.write() as session:
        last = trail_rows.newest_anchor_before(session, wib_day(now - timedelta(days=days)))
        newest = trail_rows.newest_anchor(session)
        if last is None or newest is None or last.day >= newest.day:
            return 0
        # First: whoever checks the chain while it is shortened finds it begin further on.
        if not last.is_cut:
            trail.cut(session, last, secret)
        through = last.seq
    total = 0
    for _ in range(_BATCHES):
        with database.write() as session:
            gone = trail_rows.remove_through(session, through, limit=_ROWS)
            if gone:
                said: dict[str, str | int] = {
                    "part": "trail",
                    "rows": gone,
                    "through": through,
                    "days": days,
                }
                deed = Deed(TrailAction.RETENTION_APPLIED, detail=said)
                trail.record(session, deed, by=LOKET, now=now)
        total += gone
        if gone < _ROWS:
            break
    return total
