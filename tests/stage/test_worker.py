"""The worker within this process: what is owed is done, and starting again leaves nothing."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from sqlalchemy import text

from app import desk, wiring
from app.outside import Outside
from app.reading.facts import Incoming, Understanding
from app.resolution import editions, trial
from app.resolution.terms import Terms
from app.resolution.whatif import Summary
from app.store import owed, readings, replies, slots, tickets, whatifs
from app.store.session import owe
from app.work import failed, forget, sweep
from app.work.run import working
from app.work.watchdog import Pulse
from app.work.workflows import Workshop
from models import Reply
from models.vocabulary import Category, Decision, PlanState, ReplyState, StaffRole, TicketState
from tests.support import mailbox
from tests.support.installation import NEW, Installation, wait_for
from tests.support.judged import judged
from tests.support.people import colleague

QUICK = Pulse(timedelta(seconds=0.5), timedelta(seconds=3))
EVERY_SECOND = "* * * * * *"
EVERY_YEAR = "0 0 1 1 *"


def now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def outside_of(installation: Installation) -> Iterator[Outside]:
    """The ports as wired; what is read is always taken for a change of role."""
    outside = wiring.outside(installation.settings(), clock=now)

    def read(incoming: Incoming) -> Understanding:
        understood = outside.read(incoming)
        return replace(understood, category=Category.ROLE_CHANGE, decision=Decision.SUGGEST)

    with closing(outside):
        yield replace(outside, read=read)


@contextmanager
def at_work(
    installation: Installation, *, slot: str = "uji-dalam", sweep_at: str = EVERY_YEAR
) -> Iterator[None]:
    with outside_of(installation) as outside:
        shop = Workshop(installation.database, outside, clock=now)
        with working(shop, slot=slot, pulse=QUICK, sweep_at=sweep_at):
            yield


def left_running(before: set[threading.Thread]) -> list[str]:
    """Threads that are not the stand-ins' own."""
    fresh = set(threading.enumerate()) - before
    return [thread.name for thread in fresh if not thread.name.startswith("AnyIO")]


def answers(installation: Installation, ticket_id: int) -> list[Reply]:
    with installation.database.read() as session:
        return list(replies.of_ticket(session, ticket_id))


def approve(installation: Installation, ticket_id: int) -> None:
    with installation.database.write() as session:
        by = colleague(session, "agen", now=now())
        desk.approve(session, tickets.by_id(session, ticket_id), by=by, now=now())


def test_a_ticket_is_triaged_and_once_approved_carried_out_and_answered(
    installation: Installation,
) -> None:
    [ticket_id] = installation.receives()
    with at_work(installation):
        installation.wait_until_triaged([ticket_id])
        assert installation.ticket(ticket_id).state is TicketState.PLANNED
        approve(installation, ticket_id)
        wait_for(lambda: installation.ticket(ticket_id).state is TicketState.ANSWERED, "the answer")
        wait_for(
            lambda: all(
                reply.state is ReplyState.SENT for reply in answers(installation, ticket_id)
            ),
            "the mail",
        )
    assert [plan.state for plan in installation.plans(ticket_id)] == [PlanState.DONE]
    with outside_of(installation) as outside:
        assert outside.admin.state(NEW) is not None
    mails = list((installation.folder / "outbox").iterdir())
    assert len(mails) == len(answers(installation, ticket_id))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_mail_becomes_a_report_and_its_sender_is_told(installation: Installation) -> None:
    with mailbox.served() as server:
        server.receives(b"From: rukmini@surat.example\r\nSubject: Akun\r\n\r\nAkun saya hilang.")
        installation.environment["LOKET_IMAP_URL"] = server.url
        with at_work(installation, sweep_at=EVERY_SECOND):
            outbox = installation.folder / "outbox"
            wait_for(lambda: outbox.is_dir() and any(outbox.glob("*.eml")), "the receipt")
    [mail] = outbox.glob("*.eml")
    told = message_from_bytes(mail.read_bytes(), policy=policy.default)
    assert told["To"] == "rukmini@surat.example"
    assert "tercatat dengan nomor laporan" in told.get_content()


def test_what_is_due_is_owed_again_by_the_schedule(installation: Installation) -> None:
    """The first look found a system away; its next try is due."""
    [ticket_id] = installation.receives()
    with installation.database.write() as session:
        ticket = tickets.locked(session, ticket_id)
        ticket.tries, ticket.due_at = 1, now() - timedelta(seconds=1)
    installation.database.queue.cancel_workflow(f"triage-{ticket.number}-{ticket.revision}-0")
    with at_work(installation, sweep_at=EVERY_SECOND):
        installation.wait_until_triaged([ticket_id])


def test_what_is_not_yet_due_is_left_alone(installation: Installation) -> None:
    [ticket_id] = installation.receives()
    with installation.database.write() as session:
        tickets.locked(session, ticket_id).due_at = now() + timedelta(hours=1)
    before = len(installation.database.queue.list_queued_workflows())
    sweep.run(installation.database, now())
    assert len(installation.database.queue.list_queued_workflows()) == before
    sweep.run(installation.database, now() + timedelta(hours=2))
    due_at = installation.ticket(ticket_id).due_at
    assert due_at is None or due_at > now()


def test_a_draft_is_tried_on_the_recorded_cases(installation: Installation) -> None:
    with installation.database.write() as session:
        judged(session, date(2026, 11, 15), now=now() - timedelta(hours=1))
        by = colleague(session, "hardi", role=StaffRole.SUPERVISOR, now=now())
        text = editions.Text("Tujuh hari", "", Terms(rename_after_days=7))
        edition = editions.draft(session, text, by=by, now=now())
        asked = trial.ask(session, edition, months=1, by=by, now=now())

    def found() -> Summary | None:
        with installation.database.read() as session:
            return trial.summary_of(whatifs.by_id(session, asked.id))

    with at_work(installation):
        wait_for(lambda: found() is not None, "a draft that was tried")
    summary = found()
    assert summary
    assert (summary.cases, summary.reproduced) == (1, 1)


def test_workers_of_one_process_one_after_the_other_leave_nothing(
    installation: Installation,
) -> None:
    before = set(threading.enumerate())
    for _ in range(2):
        ids = installation.receives(2)
        with at_work(installation):
            installation.wait_until_triaged(ids)
        with installation.database.read() as session:
            assert slots.newest_beat(session) is None
    wait_for(lambda: not left_running(before), "threads that end", seconds=5)


def test_a_duty_the_queue_gave_up_reaches_a_person(installation: Installation) -> None:
    [ticket_id] = installation.receives()
    ticket = installation.ticket(ticket_id)
    queue = installation.database.queue
    queue.cancel_workflow(f"triage-{ticket.number}-{ticket.revision}-0")
    with installation.database.write() as session:
        # One argument too many: the duty fails before its first step.
        owe(session, owed.TRIAGE, ticket_id, 0, key="rusak", queue=owed.TRIAGE)
    with at_work(installation, sweep_at=EVERY_SECOND):
        installation.wait_until_triaged([ticket_id])
    assert installation.ticket(ticket_id).state is TicketState.MANUAL
    assert queue.list_workflows(workflow_ids=["rusak"]) == []
    with installation.database.read() as session:
        assert readings.latest(session, ticket_id) is None


def test_a_duty_a_living_worker_lost_track_of_is_done_again(installation: Installation) -> None:
    """Its row says that it is under way, and nobody is at it."""
    [ticket_id] = installation.receives()
    ticket, queue = installation.ticket(ticket_id), installation.database.queue
    key = f"triage-{ticket.number}-{ticket.revision}-0"
    schema = "main" if installation.database.is_sqlite else "dbos"
    with installation.database.engine.begin() as connection:
        begun = "SET status = 'PENDING', executor_id = 'hidup' WHERE workflow_uuid = :key"
        connection.execute(text(f"UPDATE {schema}.workflow_status {begun}"), {"key": key})
    with at_work(installation):
        failed.take_up(installation.database, now())
        assert [each.status for each in queue.list_workflows(workflow_ids=[key])] == ["PENDING"]
        failed.take_up(installation.database, now() + timedelta(minutes=16))
        installation.wait_until_triaged([ticket_id])
    assert len(installation.plans(ticket_id)) == 1


def test_the_queue_forgets_what_is_long_done_and_nothing_owed(installation: Installation) -> None:
    queue = installation.database.queue
    done = installation.receives()
    with at_work(installation):
        installation.wait_until_triaged(done)
    owed_still = installation.receives()
    forget.run(installation.database, now())
    assert len(queue.list_workflows(name=owed.TRIAGE)) == 2
    forget.run(installation.database, now() + timedelta(days=31))
    [left] = queue.list_workflows(name=owed.TRIAGE)
    assert left.input is not None
    assert list(left.input["args"]) == owed_still
