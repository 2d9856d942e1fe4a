"""A submission is stored once, with its evidence, its history and its owed triage."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.intake import keys
from app.intake.receive import Receipt, Submission, Upload, add_message, receive
from app.store import events, tickets
from app.store.session import Database, Session
from models.vocabulary import Author, Channel, TicketState

NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
SECRET = b"for the tests only"
FIRST = 700_000
QUESTION = Submission(
    Channel.FORM,
    "Akun guru baru di sekolah kami belum muncul.",
    requester_name="Rini W",
    requester_email="Rini@Contoh.example",
    npsn="69900001",
    submission="token-1",
)
SCREENSHOT = Upload("layar.png", "image/png", b"png bytes", "login_screenshot")


def send(session: Session, submission: Submission, files: Path) -> Receipt:
    return receive(session, submission, secret=SECRET, files=files, first_number=FIRST, now=NOON)


def test_a_submission_becomes_a_numbered_ticket(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        receipt = send(session, QUESTION, tmp_path)
    assert receipt == Receipt(FIRST + 1, keys.key_for(FIRST + 1, SECRET), is_new=True)
    with database.read() as session:
        ticket = tickets.by_number(session, receipt.number)
        (message,) = tickets.messages_of(session, ticket.id)
        (event,) = events.of_ticket(session, ticket.id)
    assert ticket.state is TicketState.RECEIVED
    assert ticket.key_hash == keys.hashed(receipt.key)
    assert ticket.requester_email == "rini@contoh.example"
    assert (message.body, message.author) == (QUESTION.text, Author.REQUESTER)
    assert (event.kind, event.actor) == ("received", "pelapor")


def test_a_new_ticket_owes_its_triage(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        number = send(session, QUESTION, tmp_path).number
    owed = [each.workflow_id for each in database.queue.list_workflows()]
    assert owed == [f"triage-{number}-1-0"]


def test_numbers_follow_each_other_without_gaps(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        sent = [send(session, replace(QUESTION, submission=str(n)), tmp_path) for n in range(3)]
    assert [each.number for each in sent] == [FIRST + 1, FIRST + 2, FIRST + 3]


def test_the_same_token_again_gives_the_same_receipt(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        first = send(session, replace(QUESTION, uploads=(SCREENSHOT,)), tmp_path)
    with database.write() as session:
        again = send(session, replace(QUESTION, uploads=(SCREENSHOT,)), tmp_path)
        other = send(session, replace(QUESTION, submission="token-2"), tmp_path)
    assert again == replace(first, is_new=False)
    assert other.number == first.number + 1
    assert len(list(tmp_path.glob("?" * 32))) == 1


@pytest.mark.parametrize("length", [80, 400])
def test_a_token_may_be_of_any_length(database: Database, tmp_path: Path, length: int) -> None:
    long = replace(QUESTION, submission="t" * length, external_id="e" * length)
    with database.write() as session:
        first, again = send(session, long, tmp_path), send(session, long, tmp_path)
    assert (again.number, again.is_new) == (first.number, False)


def test_what_another_system_calls_the_same_is_received_once(
    database: Database, tmp_path: Path
) -> None:
    named = replace(QUESTION, submission=None, external_id="zendesk:42")
    with database.write() as session:
        first, again = send(session, named, tmp_path), send(session, named, tmp_path)
    assert again == replace(first, is_new=False)


def test_two_equal_submissions_at_once_make_one_ticket(database: Database, tmp_path: Path) -> None:
    together = threading.Barrier(4)
    with_evidence = replace(QUESTION, uploads=(SCREENSHOT,))

    def submit(_: int) -> Receipt:
        together.wait(timeout=20)
        with database.write() as session:
            return send(session, with_evidence, tmp_path / "files")

    with ThreadPoolExecutor(4) as pool:
        receipts = list(pool.map(submit, range(4)))
    assert {each.number for each in receipts} == {FIRST + 1}
    assert sum(each.is_new for each in receipts) == 1
    assert len(list((tmp_path / "files").iterdir())) == 1
    with database.write() as session:
        assert send(session, replace(QUESTION, submission="later"), tmp_path).number == FIRST + 2


def test_two_processes_receiving_the_same_make_one_ticket(
    database_url: str, tmp_path: Path
) -> None:
    processes = [Database(database_url) for _ in range(3)]
    together = threading.Barrier(3)

    def submit(process: Database) -> Receipt:
        together.wait(timeout=20)
        with process.write() as session:
            return send(session, QUESTION, tmp_path)

    with ThreadPoolExecutor(3) as pool:
        receipts = list(pool.map(submit, processes))
    assert {each.number for each in receipts} == {FIRST + 1}
    assert sum(each.is_new for each in receipts) == 1
    for process in processes:
        process.close()


def test_two_sessions_open_before_either_writes_make_one_ticket(
    database: Database, tmp_path: Path
) -> None:
    if database.is_sqlite:
        return  # there a second writing session cannot be open at all
    done: list[Receipt] = []

    def second() -> None:
        with database.write() as session:
            done.append(send(session, QUESTION, tmp_path))

    with database.write() as session:
        done.append(send(session, QUESTION, tmp_path))
        other = threading.Thread(target=second)
        other.start()
        other.join(timeout=0.5)
        assert other.is_alive()
    other.join(timeout=20)
    assert [each.is_new for each in done] == [True, False]


def test_evidence_lies_on_disk_under_a_name_of_its_own(database: Database, tmp_path: Path) -> None:
    hostile = replace(SCREENSHOT, filename="../../etc/" + "x" * 300)
    with database.write() as session:
        number = send(session, replace(QUESTION, uploads=(hostile, SCREENSHOT)), tmp_path).number
    with database.read() as session:
        kept = tickets.attachments_of(session, tickets.by_number(session, number).id)
    assert [(tmp_path / each.stored_as).read_bytes() for each in kept] == [b"png bytes"] * 2
    assert {each.size for each in kept} == {9}
    assert all(each.stored_as.isalnum() for each in kept)


def test_a_rolled_back_submission_leaves_no_row(database: Database, tmp_path: Path) -> None:
    def break_off() -> None:
        with database.write() as session:
            send(session, QUESTION, tmp_path)
            raise ConnectionAbortedError

    with pytest.raises(ConnectionAbortedError):
        break_off()
    with database.write() as session:
        receipt = send(session, QUESTION, tmp_path)
    assert (receipt.number, receipt.is_new) == (FIRST + 1, True)
    assert len(database.queue.list_workflows()) == 1


def test_text_no_database_takes_is_taken(database: Database, tmp_path: Path) -> None:
    odd = replace(
        QUESTION,
        text="akun\x00 hilang \ud83d 🙏",
        subject="s" * 500,
        school_name="n" * 500,
        requester_email="x" * 300 + "@contoh.example",
    )
    with database.write() as session:
        number = send(session, odd, tmp_path).number
    with database.read() as session:
        ticket = tickets.by_number(session, number)
        (message,) = tickets.messages_of(session, ticket.id)
    assert message.body == "akun hilang  🙏"
    assert ticket.requester_email is None
    assert (len(ticket.subject), len(ticket.school_name)) == (200, 160)


def test_a_further_message_joins_its_ticket(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        number = send(session, QUESTION, tmp_path).number
        ticket = tickets.by_number(session, number)
        added = add_message(
            session,
            ticket,
            "Ini tangkapan layarnya.",
            uploads=[SCREENSHOT],
            author_name="Rini W",
            files=tmp_path,
            now=NOON,
        )
    with database.read() as session:
        bodies = [each.body for each in tickets.messages_of(session, ticket.id)]
        (evidence,) = tickets.attachments_of(session, ticket.id)
    assert bodies == [QUESTION.text, "Ini tangkapan layarnya."]
    assert evidence.message_id == added.id


def test_a_full_disk_leaves_neither_row_nor_file(database: Database, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")  # a file where the folder should be

    def submit() -> None:
        with database.write() as session:
            send(session, replace(QUESTION, uploads=(SCREENSHOT,)), tmp_path / "taken")

    with pytest.raises(OSError):  # noqa: PT011 whichever the system says
        submit()
    with database.read() as session:
        assert tickets.by_submission(session, "token-1") is None
