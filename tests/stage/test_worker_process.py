"""`loket work` as a process, killed, stopped, replaced and doubled: nothing lost or done twice."""

import signal

import pytest

from app.store import events, slots
from models.vocabulary import TicketState
from tests.stage.test_worker import approve, at_work
from tests.support.installation import Installation, wait_for

pytestmark = pytest.mark.slow

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True
)


def triaged_once(installation: Installation, ids: list[int], *, plans: int = 0) -> bool:
    """Whether each was read and judged exactly once, and has so many plans."""
    with installation.database.read() as session:
        told = [[event.kind for event in events.of_ticket(session, each)] for each in ids]
    judged = [
        kinds.count("read") == 1
        and kinds.count("looked_up") == 1
        and kinds.count("planned") + kinds.count("no_rule") == 1
        for kinds in told
    ]
    return all(judged) and all(len(installation.plans(each)) == plans for each in ids)


def known_workers(installation: Installation, *names: str) -> list[str]:
    with installation.database.read() as session:
        return [name for name in names if slots.seen_at(session, name) is not None]


def killed_at_work(installation: Installation, slot: str) -> list[int]:
    """Tickets whose triage was under way in the worker `slot` when it was killed."""
    installation.gate.is_shut = True
    ids = installation.receives(6)
    worker = installation.worker(slot)
    wait_for(lambda: installation.gate.waiting > 0, "work under way")
    worker.process.kill()
    assert worker.ends() == -signal.SIGKILL
    installation.gate.is_shut = False
    return ids


def test_a_killed_worker_started_again_triages_every_ticket_once(
    installation: Installation,
) -> None:
    ids = killed_at_work(installation, "uji-1")
    installation.worker("uji-1")
    installation.wait_until_triaged(ids)
    assert triaged_once(installation, ids, plans=1)


@on_postgresql
def test_another_worker_takes_over_from_a_dead_one(installation: Installation) -> None:
    ids = killed_at_work(installation, "uji-1")
    with at_work(installation, slot="uji-2"):
        installation.wait_until_triaged(ids)
        wait_for(lambda: known_workers(installation, "uji-1", "uji-2") == ["uji-2"], "its going")
    assert triaged_once(installation, ids, plans=1)


@on_sqlite
def test_a_change_whose_answer_died_with_the_worker_is_not_made_again(
    installation: Installation,
) -> None:
    installation.without_classifier()
    [ticket_id] = installation.receives()
    with at_work(installation, slot="uji-2"):
        installation.wait_until_triaged([ticket_id])
    approve(installation, ticket_id)
    installation.gate.keeps_answers = True
    worker = installation.worker("uji-1")
    wait_for(lambda: installation.gate.changes != [], "the change")
    made = list(installation.gate.changes)
    worker.process.kill()
    worker.ends()
    installation.gate.keeps_answers = False
    installation.worker("uji-1")
    wait_for(lambda: installation.ticket(ticket_id).state is TicketState.ANSWERED, "the answer")
    assert installation.gate.changes == made


def test_a_stopped_worker_finishes_what_is_under_way(installation: Installation) -> None:
    installation.without_classifier()
    installation.gate.is_shut = True
    ids = installation.receives(4)
    worker = installation.worker("uji-1")
    wait_for(lambda: installation.gate.waiting > 0, "work under way")
    worker.process.send_signal(signal.SIGTERM)
    installation.gate.is_shut = False
    assert worker.ends(seconds=10) == 0, worker.log.read_text()
    assert known_workers(installation, "uji-1") == []
    assert not worker.says("Traceback")
    done = [each for each in ids if installation.ticket(each).state is not TicketState.RECEIVED]
    assert done
    assert triaged_once(installation, done)


@on_sqlite
def test_a_living_workers_name_is_refused_and_it_works_on(installation: Installation) -> None:
    installation.without_classifier()
    worker = installation.worker("uji-1")
    refused = installation.run(
        "work", "--slot", "uji-1", "--beat-every", "0.5", "--dead-after", "3"
    )
    assert refused.returncode == 2
    assert refused.stderr == (
        "loket: Pekerja bernama uji-1 sedang berjalan; pilih --slot yang lain.\n"
    )
    ids = installation.receives()
    installation.wait_until_triaged(ids)
    worker.process.send_signal(signal.SIGINT)
    assert worker.ends(seconds=10) == 0


@on_postgresql
def test_two_workers_share_the_work_and_do_nothing_twice(installation: Installation) -> None:
    installation.without_classifier()
    workers = installation.workers("uji-1", "uji-2")
    queue = installation.database.queue
    installation.gate.is_shut = True
    ids = installation.receives(24)

    def under_way() -> set[str | None]:
        return {duty.executor_id for duty in queue.list_workflows(name="triage", status="PENDING")}

    wait_for(lambda: under_way() == {"uji-1", "uji-2"}, "both at work")
    installation.gate.is_shut = False
    installation.wait_until_triaged(ids, seconds=40)
    assert triaged_once(installation, ids)
    assert not any(worker.says("Traceback") for worker in workers)
