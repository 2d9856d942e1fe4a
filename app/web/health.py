"""For whoever watches the processes: alive, and ready to work."""

from datetime import datetime

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from app.store import extracts
from app.web.checks import checks_of
from app.web.deps import Now, TheSite
from app.web.site import Site

router = APIRouter()


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
    checks = checks_of(site, now)
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
