"""A worker leaves alone what can still be taken back, and goes on when its time is over."""

import time
from datetime import timedelta

import pytest

from app import desk, held
from app.bulk import job
from app.bulk.wanted import Wanted
from app.held import Hold
from app.store import bulk, replies, tickets
from app.store.session import Session
from models import HeldAct, Staff, Ticket
from models.vocabulary import ActKind, BulkAction, ItemOutcome, ReplyState, TicketState
from tests.stage.test_worker import at_work, now
from tests.support import build
from tests.support.installation import Installation, wait_for
from tests.support.worked import colleague

pytestmark = pytest.mark.slow
TEXT = "Sudah kami periksa."


def _answered(here: Installation, by: Staff, seconds: float) -> tuple[int, HeldAct]:
    def act(session: Session, ticket: Ticket) -> None:
        desk.answer_by_hand(session, ticket, TEXT, by=by, tracking_url=None, now=now())

    with here.database.write() as session:
        made = build.ticket(session)
        how = Hold(ActKind.ANSWERED, by, now(), timedelta(seconds=seconds))
        done = held.hold(session, made, how, act)
    assert done is not None
    return made.id, done


def _letter(here: Installation, ticket_id: int) -> ReplyState:
    with here.database.read() as session:
        [letter] = replies.of_ticket(session, ticket_id)
    return letter.state


def test_a_letter_waits_for_its_time_and_one_taken_back_never_leaves(
    installation: Installation,
) -> None:
    with installation.database.write() as session:
        by = colleague(session, "petugas")
    with at_work(installation):
        kept, _ = _answered(installation, by, 8)
        back, act = _answered(installation, by, 8)
        with installation.database.write() as session:
            held.undo(session, act.id, by=by, now=now())
        time.sleep(1)
        assert _letter(installation, kept) is ReplyState.QUEUED
        wait_for(lambda: _letter(installation, kept) is ReplyState.SENT, "the letter")
    assert _letter(installation, back) is ReplyState.WITHDRAWN


def test_a_worker_does_a_bulk_job_and_takes_it_back(installation: Installation) -> None:
    with installation.database.write() as session:
        by = colleague(session, "petugas")
        made = [build.ticket(session) for _ in range(3)]
        chosen = [(each.number, "") for each in made]
        begun = job.begin(
            session,
            Wanted(BulkAction.CLOSE),
            chosen,
            token="a",
            by=by,
            now=now(),
            span=timedelta(seconds=20),
        )

    def stand() -> set[ItemOutcome]:
        with installation.database.read() as session:
            return {each.outcome for each in bulk.items(session, begun.id)}

    with at_work(installation):
        wait_for(lambda: stand() == {ItemOutcome.DONE}, "the job")
        with installation.database.write() as session:
            job.ask_back(session, begun.id, by=by, now=now())
        wait_for(lambda: stand() == {ItemOutcome.TAKEN_BACK}, "its being taken back")
    with installation.database.read() as session:
        assert tickets.by_id(session, made[0].id).state is TicketState.MANUAL
