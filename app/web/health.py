"""For whoever watches the processes: alive, and ready to work."""

from datetime import timedelta

import structlog
from fastapi import APIRouter
from fastapi.responses import JSONResponse

from app.store import slots
from app.store.schema import is_current
from app.web.deps import Now, TheSite

router = APIRouter()
log = structlog.get_logger(__name__)

SILENCE = timedelta(minutes=2)


@router.get("/healthz", name="healthz")
def alive() -> JSONResponse:
    """200 while the process lives."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz", name="readyz")
def ready(site: TheSite, now: Now) -> JSONResponse:
    """200 when database, schema and a worker are there; else 503 naming what is not."""
    checks = _checks(site, now)
    is_ready = all(checks.values())
    words = {name: "ok" if good else "failed" for name, good in checks.items()}
    return JSONResponse(
        {"status": "ok" if is_ready else "failed", "checks": words}, 200 if is_ready else 503
    )


def _checks(site: TheSite, now: Now) -> dict[str, bool]:
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
