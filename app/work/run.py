"""Starting and stopping the worker of this process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from dbos import DBOS, DBOSPortableJSONSerializer

from app.store import owed, slots
from app.work import watchdog, workflows
from app.work.workflows import Workshop

# Raised only together with a drain: work is bound to the version it was started under.
_APPLICATION_VERSION = "1"
_SWEEP_EVERY_MINUTE = "* * * * *"
_FINISH_WITHIN_SECONDS = 20


@contextmanager
def working(workshop: Workshop, *, slot: str, at_once: int = 4) -> Iterator[None]:
    """The worker runs while the block does; on leaving, work under way is finished first.

    `slot` is this process's fixed name; two living processes must not share one.
    """
    database = workshop.database
    workflows.furnish(workshop)
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
        DBOS.register_queue(queue, worker_concurrency=at_once, polling_interval_sec=0.2)
    DBOS.apply_schedules(
        [
            {
                "schedule_name": "sweep",
                "workflow_fn": workflows.sweep_due,
                "schedule": _SWEEP_EVERY_MINUTE,
            }
        ]
    )
    stop = threading.Event()
    heart = threading.Thread(target=_beat, args=(workshop, slot, stop), daemon=True)
    heart.start()
    try:
        yield
    finally:
        stop.set()
        heart.join()
        DBOS.destroy(workflow_completion_timeout_sec=_FINISH_WITHIN_SECONDS)
        with database.write() as session:
            slots.forget(session, slot)


def _beat(workshop: Workshop, slot: str, stop: threading.Event) -> None:
    while True:
        try:
            watchdog.beat(workshop.database, slot, workshop.clock())
        except Exception:
            # A missed beat is made up by the next; a dead heart would never be.
            workflows.log.exception("missed a heartbeat", slot=slot)
        if stop.wait(watchdog.BEAT_EVERY.total_seconds()):
            return
