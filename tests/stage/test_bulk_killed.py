"""A worker dies in the middle of a bulk job: another one ends it, each ticket once."""

import signal
from datetime import UTC, datetime, timedelta

import pytest

from app.bulk import job
from app.bulk.wanted import Wanted
from app.store import bulk, events, replies
from models.vocabulary import BulkAction, ItemOutcome
from tests.support import build
from tests.support.installation import Installation, wait_for
from tests.support.worked import colleague

pytestmark = pytest.mark.slow

MANY = 40
WANTED = Wanted(BulkAction.ANSWER, text="Sistem sudah pulih.")


def _begun(installation: Installation) -> tuple[int, list[int]]:
    """The job, owed, and the tickets of it. It is held so long that no letter goes out here."""
    now = datetime.now(UTC)
    with installation.database.write() as session:
        by = colleague(session, "petugas")
        made = [build.planned(session, created_at=now) for _ in range(MANY)]
        chosen = [(each.number, "") for each in made]
        begun = job.begin(
            session, WANTED, chosen, token="a", by=by, now=now, span=timedelta(minutes=2)
        )
        return begun.id, [each.id for each in made]


def _outcomes(installation: Installation, job_id: int) -> list[ItemOutcome]:
    with installation.database.read() as session:
        return [each.outcome for each in bulk.items(session, job_id)]


def _left(installation: Installation, job_id: int) -> int:
    return _outcomes(installation, job_id).count(ItemOutcome.WAITING)


def test_what_a_killed_worker_left_is_done_by_another_and_nothing_twice(
    installation: Installation,
) -> None:
    installation.without_classifier()
    first = installation.worker("uji-1")
    job_id, ids = _begun(installation)
    wait_for(lambda: ItemOutcome.DONE in _outcomes(installation, job_id), "the first of many")
    first.process.kill()
    assert first.ends() == -signal.SIGKILL
    assert 0 < _left(installation, job_id) < MANY

    second = installation.worker("uji-2")
    wait_for(lambda: _left(installation, job_id) == 0, "the rest", seconds=60)
    assert _outcomes(installation, job_id) == [ItemOutcome.DONE] * MANY
    with installation.database.read() as session:
        for each in ids:
            told = [event.kind for event in events.of_ticket(session, each)]
            assert told.count("answered_by_hand") == 1
            assert len(replies.of_ticket(session, each)) == 1
        held = [item.held_id for item in bulk.items(session, job_id)]
    assert len(set(held)) == MANY
    assert not second.says("Traceback")
