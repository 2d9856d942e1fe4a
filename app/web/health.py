"""For whoever watches the processes: alive, and ready to work."""

from datetime import datetime, timedelta

import structlog
from fastapi import APIRouter
from fastapi.responses import JSONResponse

from app.store import extracts, slots
from app.store.schema import is_current
from app.web.deps import Now, TheSite
from app.web.site import Site

router = APIRouter()
log = structlog.get_logger(__name__)

SILENCE = timedelta(minutes=2)


@router.get("/healthz", name="healthz")
def alive() -> JSONResponse:
    """200 while the process lives."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz", name="readyz")
def ready(site: TheSite, now: Now) -> JSONResponse:
    """200 when database, schema and a worker are there; else 503 naming what is not.

    `extract` tells how old the register's newest extract is, null without one. An old one is no
    reason to send people elsewhere: it only holds changes of accounts back.
    """
    checks = _checks(site, now)
    is_ready = all(checks.values())
    words = {name: "ok" if good else "failed" for name, good in checks.items()}
    told = {
        "status": "ok" if is_ready else "failed",
        "checks": words,
        "extract": _extract(site, now) if checks["schema"] else None,
    }
    return JSONResponse(told, 200 if is_ready else 503)


def _extract(site: Site, now: datetime) -> dict[str, str | float] | None:
    with site.database.read() as session:
        extract = extracts.in_force(session)
    if extract is None:
        return None
    hours = (now - extract.extracted_at).total_seconds() / 3600
    return {"extracted_at": extract.extracted_at.isoformat(), "age_hours": round(hours, 1)}


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
