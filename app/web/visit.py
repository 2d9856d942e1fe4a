"""A visit of the report form: whether it sees the likely answer, and what is noted of it.

Noted only once there is an answer that could be shown, whether it is shown or withheld, and always
after the page was sent: nobody waits for it, and where it fails only a figure is lost.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from fastapi import Request
from fastapi.responses import Response
from starlette.background import BackgroundTask

from app.guide import holdout
from app.kit.clock import wib_day
from app.store import trials
from app.store.session import Session
from app.web import deps
from app.web.likely import Likely
from app.web.site import site_of
from models import Trial

# By the browser, not by the page: whoever comes back from an article is still the same visit.
COOKIE = "loket_kunjungan"
_LASTS = timedelta(days=1)
_LONGEST = 60

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Visit:
    """`id` is what is kept of the browser's mark."""

    id: str
    is_held_out: bool


def begin(request: Request, answer: Response) -> Response:
    """The browser keeps a random mark for a day, or until a report was sent."""
    site = site_of(request)
    if site.holdout and COOKIE not in request.cookies:
        answer.set_cookie(
            COOKIE,
            secrets.token_urlsafe(18),
            max_age=int(_LASTS.total_seconds()),
            httponly=True,
            samesite="lax",
            secure=site.public_url.startswith("https://"),
        )
    return answer


def visit_of(request: Request, token: str = "") -> Visit | None:
    """By the browser's mark, or the form's where it keeps none; None for what is not measured.

    Colleagues who are signed in are no visitors, and with nothing withheld there is no measure.
    """
    site = site_of(request)
    mark = (request.cookies.get(COOKIE) or token)[:_LONGEST]
    if not mark or not site.holdout or deps.COOKIE in request.cookies:
        return None
    found = holdout.visit_of(mark, site.secret)
    return Visit(found, holdout.is_held_out(found, share=site.holdout))


def shown(visit: Visit | None, found: Likely | None) -> Likely | None:
    """What this visit gets to see of what was found for it."""
    return None if visit is not None and visit.is_held_out else found


def offered(
    request: Request, answer: Response, visit: Visit | None, found: Likely | None, *, now: datetime
) -> Response:
    """There was something to say, and the visit saw it or not."""
    if visit is None or found is None:
        return answer
    slugs = [] if visit.is_held_out else [each.slug for each in found.guides]
    trial = Trial(
        visit=visit.id,
        is_held_out=visit.is_held_out,
        category=found.category,
        day=wib_day(now),
        begun_at=now,
    )
    return _noting(request, answer, lambda session: trials.note(session, trial, slugs))


def opened(
    request: Request, answer: Response, visit: Visit | None, slug: str, *, now: datetime
) -> Response:
    """An article was opened, perhaps one that this visit had been shown."""
    if visit is None:
        return answer
    found = visit.id
    return _noting(request, answer, lambda session: trials.opened(session, found, slug, now=now))


def ended(request: Request, answer: Response, visit: Visit | None, *, now: datetime) -> Response:
    """A report was sent; what follows in this browser is another visit."""
    if visit is None:
        return answer
    found = visit.id
    answer.delete_cookie(COOKIE)
    return _noting(request, answer, lambda session: trials.sent(session, found, now=now))


def _noting(request: Request, answer: Response, act: Callable[[Session], None]) -> Response:
    database = site_of(request).database

    def note() -> None:
        try:
            with database.write() as session:
                act(session)
        except Exception as error:  # whatever it is, the visitor has the page already
            log.warning("trial not noted", error=type(error).__name__)

    answer.background = BackgroundTask(note)
    return answer
