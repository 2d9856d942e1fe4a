"""What is brought in keeps its number, is triaged where it is open, and comes in once."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.intake import keys
from app.intake.bring import Found, bring_thread
from app.intake.exports import ExportedTicket
from app.intake.numbering import Numbering
from app.intake.receive import Submission, receive
from app.intake.thread import Comment, Thread
from app.intake.upsert import Brought, bring_tickets
from app.store import events, series, tickets
from app.store.series import Because
from app.store.session import Database
from models import Ticket
from models.vocabulary import Author, Channel, TicketState, WhoActs

NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
NUMBERING = Numbering(b"for the tests only", 700_000)
RINI = Comment("rini w", "akun guru baru belum muncul")
DODI = Comment("Dodi", "akun saya hilang")
REPLY = Comment(
    "Helpdesk Akun belajar.id (Nama)",
    "Selamat siang Ibu rini w, kami telah mengirimkannya ke email Anda, di nomor laporan #800123.",
)
THREAD = Thread(12, (RINI, DODI, REPLY, REPLY))
EXPORTED = ExportedTicket(
    number=710_000,
    status="open",
    text="akun guru hilang",
    subject="Akun hilang",
    requester_email="rini@contoh.example",
    created_at=NOON,
)


def bring(database: Database, thread: Thread = THREAD) -> Found:
    return bring_thread(database, thread, source="artikel", numbering=NUMBERING, now=NOON)


def upsert(database: Database, *exported: ExportedTicket) -> Brought:
    return bring_tickets(database, exported, numbering=NUMBERING, now=NOON)


def all_tickets(database: Database) -> list[Ticket]:
    with database.read() as session:
        return list(tickets.after(session, 0, limit=1000))


def owed(database: Database) -> list[str]:
    return [each.workflow_id for each in database.queue.list_workflows()]


def test_a_thread_becomes_tickets(database: Database) -> None:
    found = bring(database)
    assert found == Found(
        announced=12,
        present=4,
        cases=2,
        tickets=2,
        replies=2,
        numbers=1,
        duplicates=1,
        unanswered=1,
        orphans=0,
        already_there=0,
    )
    answered, waiting = all_tickets(database)
    assert (answered.number, answered.state) == (800_123, TicketState.CLOSED)
    assert answered.waiting_on is WhoActs.NOBODY
    assert (waiting.number, waiting.state) == (800_124, TicketState.RECEIVED)
    assert waiting.requester_name == "Dodi"
    assert {each.channel for each in (answered, waiting)} == {Channel.COMMENT}


def test_only_what_is_open_owes_its_triage(database: Database) -> None:
    bring(database)
    assert owed(database) == ["triage-800124-1-0"]


def test_an_answered_case_keeps_the_reply_and_its_key_opens_it(database: Database) -> None:
    bring(database)
    with database.read() as session:
        ticket = tickets.by_number(session, 800_123)
        question, reply = tickets.messages_of(session, ticket.id)
        (event,) = events.of_ticket(session, ticket.id)
    assert (question.author, reply.author) == (Author.REQUESTER, Author.STAFF)
    assert reply.is_public
    assert event.kind == "imported"
    assert ticket.key_hash == keys.hashed(keys.key_for(800_123, NUMBERING.secret))


def test_importing_again_changes_nothing(database: Database) -> None:
    bring(database)
    before = all_tickets(database)
    found = bring(database)
    assert (found.tickets, found.already_there, found.reopened) == (0, 2, ())
    assert all_tickets(database) == before
    assert len(owed(database)) == 1


def test_a_longer_copy_brings_only_what_is_new(database: Database) -> None:
    bring(database)
    late = Comment(REPLY.author, REPLY.text.replace("Ibu rini w", "Bapak Dodi"))
    again = Comment("rini w", "belum ada balasan min")
    new = Comment("Sari", "lupa kata sandi")
    found = bring(database, replace(THREAD, comments=(*THREAD.comments, late, again, new)))
    assert (found.tickets, found.already_there) == (1, 2)
    assert found.reopened == (800_123,)
    with database.read() as session:
        dodi = tickets.by_number(session, 800_124)
        authors = [each.author for each in tickets.messages_of(session, dodi.id)]
    assert authors == [Author.REQUESTER, Author.STAFF]


def test_equal_words_of_nobody_in_particular_stay_apart(database: Database) -> None:
    nobody = Comment(None, "belum ada akun")
    thread = Thread(None, (nobody, nobody))
    assert bring(database, thread).tickets == 2
    assert bring(database, thread).already_there == 2


def test_comments_of_the_api_are_known_by_their_id(database: Database) -> None:
    asked = replace(RINI, external_id="31", created_at=NOON)
    bring(database, Thread(None, (asked,)))
    changed = replace(asked, text="akun guru baru belum muncul juga")
    assert bring(database, Thread(None, (changed,))).already_there == 1


def test_a_number_somebody_else_holds_is_not_taken(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        series.claim(session, 800_122, because=Because("uji", NOON))
        receive(
            session,
            Submission(Channel.FORM, "akun hilang"),
            secret=NUMBERING.secret,
            files=tmp_path,
            first_number=NUMBERING.first_number,
            now=NOON,
        )
    bring(database)
    assert [each.number for each in all_tickets(database)] == [800_123, 800_124, 800_125]


def test_new_reports_are_numbered_above_every_imported_one(
    database: Database, tmp_path: Path
) -> None:
    upsert(database, EXPORTED, replace(EXPORTED, number=990_000, status="deleted"))
    with database.write() as session:
        receipt = receive(
            session,
            Submission(Channel.FORM, "akun hilang"),
            secret=NUMBERING.secret,
            files=tmp_path,
            first_number=NUMBERING.first_number,
            now=NOON,
        )
    assert receipt.number == 990_001


@pytest.mark.parametrize(
    ("status", "state", "waiting_on"),
    [
        ("new", TicketState.RECEIVED, WhoActs.HELPDESK),
        ("open", TicketState.RECEIVED, WhoActs.HELPDESK),
        ("pending", TicketState.WAITING, WhoActs.REQUESTER),
        ("hold", TicketState.MANUAL, WhoActs.HELPDESK),
        ("solved", TicketState.CLOSED, WhoActs.NOBODY),
        ("closed", TicketState.CLOSED, WhoActs.NOBODY),
    ],
)
def test_a_status_of_the_other_system_is_a_state_of_ours(
    database: Database, status: str, state: TicketState, waiting_on: WhoActs
) -> None:
    upsert(database, replace(EXPORTED, status=status))
    (ticket,) = all_tickets(database)
    assert (ticket.number, ticket.state, ticket.waiting_on) == (710_000, state, waiting_on)
    assert bool(owed(database)) is (state is TicketState.RECEIVED)


def test_an_export_brought_again_changes_nothing(database: Database) -> None:
    assert upsert(database, EXPORTED).added == 1
    before = all_tickets(database)
    assert upsert(database, EXPORTED) == Brought(unchanged=1)
    assert all_tickets(database) == before


def test_a_later_export_brings_a_ticket_up_to_date(database: Database) -> None:
    upsert(database, EXPORTED)
    later = replace(EXPORTED, subject="Akun hilang lagi", npsn="69900001", status="solved")
    assert upsert(database, later) == Brought(changed=1, settled=(710_000,))
    (ticket,) = all_tickets(database)
    assert (ticket.subject, ticket.npsn) == ("Akun hilang lagi", "69900001")


def test_a_deleted_ticket_is_not_brought_in(database: Database) -> None:
    assert upsert(database, replace(EXPORTED, status="deleted")) == Brought(deleted=1)
    assert all_tickets(database) == []


def test_an_export_meets_the_ticket_its_thread_made(database: Database) -> None:
    bring(database)
    same = replace(EXPORTED, number=800_123, status="closed")
    assert upsert(database, same).changed == 1
    assert upsert(database, same).unchanged == 1
    with database.read() as session:
        ticket = tickets.by_number(session, 800_123)
        bodies = [each.body for each in tickets.messages_of(session, ticket.id)]
    assert ticket.requester_email == "rini@contoh.example"
    assert bodies.count(EXPORTED.text) == 1


def test_a_number_of_our_own_is_left_alone(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        number = receive(
            session,
            Submission(Channel.FORM, "akun hilang"),
            secret=NUMBERING.secret,
            files=tmp_path,
            first_number=NUMBERING.first_number,
            now=NOON,
        ).number
    assert upsert(database, replace(EXPORTED, number=number)).taken == (number,)
