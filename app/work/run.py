"""Starting and stopping the worker of this process."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from dbos import DBOS, DBOSPortableJSONSerializer, ScheduleInput

from app.store import owed, slots
from app.store.session import Database
from app.work import watchdog, workflows
from app.work.watchdog import Pulse
from app.work.workflows import Workshop

# Raised only together with a drain: work is bound to the version it was started under.
_APPLICATION_VERSION = "1"
SWEEP_EVERY_MINUTE = "* * * * *"
_FORGET_EVERY_HOUR = "17 * * * *"
_LEARN_AT_NIGHT = "0 19 * * *"  # 02.00 WIB
_COUNT_AT_NIGHT = "0 20 * * *"  # 03.00 WIB
_CHECK_AT_NIGHT = "30 17 * * *"  # 00.30 WIB
_FINISH_WITHIN_SECONDS = 20


@contextmanager
def working(
    workshop: Workshop,
    *,
    slot: str,
    at_once: int = 4,
    pulse: Pulse = watchdog.USUAL,
    sweep_at: str = SWEEP_EVERY_MINUTE,
) -> Iterator[None]:
    """The worker runs while the block does; on leaving, work under way is finished first.

    `slot` is this process's fixed name; two living processes must not share one. `sweep_at` is a
    cron line in UTC, with six fields the first being seconds; the mailbox is looked into then too.
    """
    workflows.furnish(replace(workshop, worker=slot))
    with ExitStack() as leaving:
        # The heart is the first to start and the last to stop: nobody may take over meanwhile.
        leaving.callback(_say_goodbye, workshop.database, slot)
        leaving.enter_context(_heart(workshop, slot, pulse))
        leaving.callback(DBOS.destroy, workflow_completion_timeout_sec=_FINISH_WITHIN_SECONDS)
        has_letterbox = workshop.outside.letterbox is not None
        _launch(workshop.database, slot, at_once, sweep_at=sweep_at, has_letterbox=has_letterbox)
        yield


def _launch(
    database: Database, slot: str, at_once: int, *, sweep_at: str, has_letterbox: bool
) -> None:
    DBOS(
        config={
            "name": "loket",
            "system_database_url": database.url.render_as_string(hide_password=False),
            "executor_id": slot,
            "application_version": _APPLICATION_VERSION,
            "serializer": DBOSPortableJSONSerializer(),
            "log_level": "WARNING",
            "scheduler_polling_interval_sec": 5.0,
        }
    )
    DBOS.launch()
    for queue in owed.QUEUES:
        DBOS.register_queue(queue, worker_concurrency=at_once, polling_interval_sec=0.5)
    for alone in (owed.LEARN, owed.SIMULATE, owed.CHECK_TRAIL, owed.LISTS, owed.MAILBOX):
        DBOS.register_queue(alone, concurrency=1, polling_interval_sec=1.0)
    times = {
        "sweep": (workflows.sweep_due, sweep_at),
        "forget": (workflows.forget_done, _FORGET_EVERY_HOUR),
        "learn": (workflows.learn_nightly, _LEARN_AT_NIGHT),
        "count": (workflows.count_nightly, _COUNT_AT_NIGHT),
        "check_trail": (workflows.check_nightly, _CHECK_AT_NIGHT),
    }
    schedules = [_schedule(name, duty, at) for name, (duty, at) in times.items()]
    if has_letterbox:
        look = _schedule("mail", workflows.look_for_mail, sweep_at)
        schedules.append({**look, "queue_name": owed.MAILBOX})
    DBOS.apply_schedules(schedules)


def _schedule(name: str, duty: Callable[[datetime, Any], None], at: str) -> ScheduleInput:
    return {"schedule_name": name, "workflow_fn": duty, "schedule": at}


@contextmanager
def _heart(workshop: Workshop, slot: str, pulse: Pulse) -> Iterator[None]:
    """Beats once before the block begins, so that no work is ever begun by a nameless worker."""
    stop = threading.Event()

    def beat() -> None:
        watchdog.beat(
            workshop.database,
            slot,
            workshop.clock(),
            dead_after=pulse.dead_after,
            is_clock_right=not workshop.clocks.lead(),
        )

    def live() -> None:
        while not stop.wait(pulse.beat_every.total_seconds()):
            try:
                beat()
                workflows.sweep_if_late()
            except Exception:
                # A missed beat is made up by the next; a dead heart would never be.
                workflows.log.exception("missed a heartbeat", slot=slot)

    beat()
    heart = threading.Thread(target=live, name="heart", daemon=True)
    heart.start()
    try:
        yield
    finally:
        stop.set()
        heart.join()


def _say_goodbye(database: Database, slot: str) -> None:
    """A worker that could not finish in time stays known, so that another takes over from it."""
    if watchdog.left_by(database, slot):
        return
    with database.write() as session:
        slots.forget(session, slot)
