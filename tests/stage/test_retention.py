"""What was kept long enough goes, and nothing else: not open, not held, not the figures."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command

from app.access import trail
from app.access.trail import Deed
from app.kit.clock import wib_day
from app.learning import keep as kept_words
from app.report import board
from app.report.gather import gather
from app.report.numbers import Period
from app.retention import remove, rules
from app.retention.rules import Days
from app.search import index, terms
from app.store import retention as rows
from app.store import search, tickets
from app.store import trail as trail_rows
from app.store.schema import alembic_config
from app.store.session import Database
from app.store.trail import Wanted
from app.teamwork import noting
from app.teamwork.noting import Note
from models import Merge, Staff, Ticket
from models.vocabulary import Category, LabelKind, StaffRole, TicketState, TrailAction
from tests.support import build
from tests.support.build import NOON

SECRET = b"rahasia-untuk-uji-saja-32-byte!!"
LONG_AGO = NOON - timedelta(days=400)
ALL = Days(messages=365, attachments=365, dossiers=365)


def _people(database: Database) -> tuple[Staff, Staff]:
    with database.write() as session:
        made = [
            Staff(
                username=name, name=name.title(), role=StaffRole.SUPERVISOR,
                password_hash="-", created_at=NOON,
            )
            for name in ("budi", "tirta")
        ]  # fmt: skip
        session.add_all(made)
        session.flush()
    return made[0], made[1]


def _in_force(database: Database, of: Days) -> Staff:
    one, other = _people(database)
    with database.write() as session:
        made = rules.propose(session, of, "Sesuai aturan.", by=one, now=NOON)
        rules.adopt(session, made.id, by=other, now=NOON)
    return one


def _ticket(
    database: Database, files: Path, *, state: TicketState = TicketState.ANSWERED, **changes: Any
) -> Ticket:
    """A settled one of long ago, with a proposal, an answer and a file."""
    given: dict[str, Any] = {"created_at": LONG_AGO, "settled_at": LONG_AGO, **changes}
    with database.write() as session:
        made = build.planned(session, **given)
        made.state = state
        build.reply(session, made)
        stored = f"berkas-{made.number}"
        build.attachment(session, made, stored_as=stored)
        session.add(made)
    files.mkdir(exist_ok=True)
    (files / stored).write_bytes(b"x")
    return made


def _run(database: Database, files: Path) -> dict[str, int]:
    return dict(remove.run(database, files=files, secret=SECRET, now=NOON))


def _held_words(database: Database, ticket: Ticket) -> str:
    """Everything kept of the ticket, as text."""
    with database.read() as session:
        row = tickets.by_id(session, ticket.id)
        parts: list[object] = [row.subject, row.requester_name, row.requester_email]
        parts += [(each.body, each.author_name) for each in tickets.messages_of(session, ticket.id)]
        parts += [each.content for each in rows.readings_of(session, ticket.id)]
        parts += [each.content for each in rows.lookups_of(session, ticket.id)]
        parts += [each.content for each in rows.plans_of(session, ticket.id)]
    return str(parts)


def test_words_records_and_files_of_a_settled_report_go(database: Database, tmp_path: Path) -> None:
    _in_force(database, ALL)
    files = tmp_path / "lampiran"
    ticket = _ticket(database, files)
    assert "Sekar" in _held_words(database, ticket)
    assert _run(database, files) == {"messages": 1, "attachments": 1, "dossiers": 1}
    left = _held_words(database, ticket)
    for gone in ("Sekar", "sekar", build.NIK, "081234567890"):
        assert gone not in left
    assert list(files.iterdir()) == []
    with database.read() as session:
        row = tickets.by_id(session, ticket.id)
        assert (row.number, row.category, row.settled_at) == (
            ticket.number,
            ticket.category,
            LONG_AGO,
        )
        applied = trail_rows.listed(session, Wanted(action=TrailAction.RETENTION_APPLIED), limit=9)
    assert len(applied) == 3
    assert _run(database, files) == {"messages": 0, "attachments": 0, "dossiers": 0}


@pytest.mark.parametrize(
    "changes",
    [
        {"state": TicketState.PLANNED, "settled_at": None},
        {"state": TicketState.WAITING},
        {"settled_at": NOON - timedelta(days=364)},
    ],
    ids=["open", "waiting", "too young"],
)
def test_what_is_open_or_young_stays(
    database: Database, tmp_path: Path, changes: dict[str, Any]
) -> None:
    _in_force(database, ALL)
    ticket = _ticket(database, tmp_path / "lampiran", **changes)
    before = _held_words(database, ticket)
    assert set(_run(database, tmp_path / "lampiran").values()) == {0}
    assert _held_words(database, ticket) == before


def test_a_held_report_stays_until_the_hold_is_lifted(database: Database, tmp_path: Path) -> None:
    by = _in_force(database, ALL)
    ticket, files = _ticket(database, tmp_path / "lampiran"), tmp_path / "lampiran"
    with database.write() as session:
        rules.hold(session, ticket.number, "Perkara hukum.", by=by, now=NOON)
    assert set(_run(database, files).values()) == {0}
    with database.write() as session:
        rules.lift(session, ticket.number, by=by, now=NOON)
    assert set(_run(database, files).values()) == {1}


def test_what_is_handled_under_an_open_or_held_report_stays(
    database: Database, tmp_path: Path
) -> None:
    """Whoever works on the one reads the messages of the other."""
    by, files = _in_force(database, ALL), tmp_path / "lampiran"
    lead = _ticket(database, files, state=TicketState.PLANNED, settled_at=None)
    ticket = _ticket(database, files, state=TicketState.CLOSED)
    with database.write() as session:
        session.add(
            Merge(ticket_id=ticket.id, into_id=lead.id, before={}, by_id=by.id, at=LONG_AGO)
        )
    assert set(_run(database, files).values()) == {0}
    with database.write() as session:
        row = tickets.by_id(session, lead.id)
        row.state, row.settled_at = TicketState.ANSWERED, LONG_AGO
        rules.hold(session, lead.number, "Perkara hukum.", by=by, now=NOON)
    assert set(_run(database, files).values()) == {0}
    with database.write() as session:
        rules.lift(session, lead.number, by=by, now=NOON)
    assert set(_run(database, files).values()) == {2}


def test_what_was_written_after_the_rest_went_goes_in_its_turn(
    database: Database, tmp_path: Path
) -> None:
    by, files = _in_force(database, ALL), tmp_path / "lampiran"
    ticket = _ticket(database, files)
    _run(database, files)
    with database.write() as session:
        note = Note("Sekar menelepon.", "", "1")
        row, soon = tickets.by_id(session, ticket.id), NOON + timedelta(seconds=1)
        noting.note(session, row, note, by=by, now=soon)
    assert set(_run(database, files).values()) == {0}
    assert "Sekar" in _held_words(database, ticket)
    later = NOON + timedelta(days=366)
    remove.run(database, files=files, secret=SECRET, now=later)
    assert "Sekar" not in _held_words(database, ticket)


def test_words_that_stand_nowhere_else_are_not_offered_for_a_typing_error(
    database: Database, tmp_path: Path
) -> None:
    _in_force(database, ALL)
    ticket = _ticket(database, tmp_path / "lampiran", requester_name="Prameswari Akun")
    with database.write() as session:
        index.put(session, tickets.by_id(session, ticket.id))
        other = build.ticket(session, subject="Akun saya")
        index.put(session, other)
    _run(database, tmp_path / "lampiran")
    with database.read() as session:
        assert search.known(session, ["prameswari", "akun"]) == {"akun"}
        assert search.alike(session, terms.slips("pramesware")) == []


def test_nothing_is_learned_of_a_text_that_is_gone(database: Database, tmp_path: Path) -> None:
    by = _in_force(database, ALL)
    ticket = _ticket(database, tmp_path / "lampiran")
    with database.write() as session:
        row = tickets.by_id(session, ticket.id)
        kept_words.said(session, row, LabelKind.CORRECTED, Category.ROLE_CHANGE, by=by, now=NOON)
        assert len(kept_words.words(session)) == 1
    _run(database, tmp_path / "lampiran")
    with database.read() as session:
        assert kept_words.words(session) == []
        assert kept_words.recent(session, limit=9) == []


def test_figures_do_not_change(database: Database, tmp_path: Path) -> None:
    _in_force(database, ALL)
    files = tmp_path / "lampiran"
    for _ in range(3):
        _ticket(database, files)
    day = wib_day(LONG_AGO)

    def counted() -> object:
        with database.read() as session:
            period = Period(day, day)
            scope = board.scope_of(period, now=NOON)
            return gather(session, period, scope), board.gather(session, period, scope)

    before = counted()
    _run(database, files)
    assert counted() == before


def test_without_a_rule_or_with_a_mere_proposal_all_is_kept(
    database: Database, tmp_path: Path
) -> None:
    by, _ = _people(database)
    ticket = _ticket(database, tmp_path / "lampiran")
    with database.write() as session:
        rules.propose(session, ALL, "x", by=by, now=NOON)
    assert _run(database, tmp_path / "lampiran") == {}
    assert "Sekar" in _held_words(database, ticket)


def test_the_trail_is_shortened_by_whole_days_and_stays_whole(
    database: Database, tmp_path: Path
) -> None:
    for days in (100, 99, 50, 0):
        at = NOON - timedelta(days=days)
        with database.write() as session:
            for _ in range(3):
                trail.record(session, Deed(TrailAction.SIGNED_IN), by="petugas", now=at)
        trail.link_due(database, SECRET, now=at)
    _in_force(database, Days(trail=60))
    assert _run(database, tmp_path) == {"trail": 6}
    trail.link_due(database, SECRET, now=NOON)
    with database.read() as session:
        assert trail.faults(session, SECRET) == ()
        kept = trail_rows.listed(session, Wanted(), limit=50)
    assert min(row.seq or 0 for row in kept) == 7
    assert _run(database, tmp_path) == {"trail": 0}


def test_what_was_removed_is_known_before_and_after_the_migration(
    database: Database, tmp_path: Path
) -> None:
    _in_force(database, Days(messages=365))
    gone, whole = _ticket(database, tmp_path), _ticket(database, tmp_path, settled_at=NOON)
    _run(database, tmp_path)
    command.downgrade(alembic_config(database), "2026_11_29_1400")
    command.upgrade(alembic_config(database), "head")
    with database.read() as session:
        kept = [tickets.by_id(session, each.id) for each in (gone, whole)]
    assert [each.messages_gone_at for each in kept] == [NOON, None]
    assert [each.dossiers_gone_at for each in kept] == [None, None]
