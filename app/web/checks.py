"""What must be well before people are sent to this process."""

from datetime import datetime, timedelta

import structlog

from app.store import slots
from app.store.schema import is_current
from app.web.site import Site

log = structlog.get_logger(__name__)

SILENCE = timedelta(minutes=2)


def checks_of(site: Site, now: datetime) -> dict[str, bool]:
    """By name: the database answers, its schema is current, a worker showed itself of late."""
    checks = {"database": False, "schema": False, "worker": False}
    try:
        checks["schema"] = is_current(site.database)
        checks["database"] = True
        if checks["schema"]:
            with site.database.read() as session:
                beat = slots.newest_beat(session)
            checks["worker"] = beat is not None and now - beat < SILENCE
    # Whatever is wrong, the answer is "not ready".
    except Exception as error:
        log.warning("not_ready", error=type(error).__name__)
    return checks
