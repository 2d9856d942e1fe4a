"""A change on a page of the administration: done and back to the page, or told why not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse, Response

from app.kit.errors import NotFound, Refusal
from app.store.session import Session
from app.web import labels, pages
from app.web.deps import Administrator, Arranger, Counter, Governor, Now, Viewer
from app.web.site import site_of
from models import Staff

Act = Callable[[Session], object]
REASON = 500  # characters of a reason at most


class SayWhy(Refusal):
    """422: a change of this kind says why."""

    status = 422
    key = "managing.say_why"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something was not done; the page is shown again with what was typed."""

    sentence: str = ""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Managing:
    """Somebody at a page of the administration."""

    request: Request
    who: Staff
    now: datetime

    def do(
        self,
        act: Act,
        *,
        back: str,
        show: Callable[[Refused], Response],
    ) -> Response:
        """303 to `back`, which says that it was kept; the page with a sentence where it was not."""
        try:
            with site_of(self.request).database.write() as session:
                act(session)
        except NotFound:
            raise
        except Refusal as refusal:
            return show(self.refused(refusal))
        return RedirectResponse(f"{back}?tersimpan=ya", status_code=303)

    def refused(self, refusal: Refusal) -> Refused:
        language = pages.language_of(self.request)
        return Refused(labels.say(refusal.key, language, **refusal.details), refusal.status)


def is_saved(request: Request) -> bool:
    return request.query_params.get("tersimpan") == "ya"


def _administrator(request: Request, who: Administrator, now: Now) -> Managing:
    return Managing(request, who.staff, now)


def _arranger(request: Request, who: Arranger, now: Now) -> Managing:
    return Managing(request, who.staff, now)


def _governor(request: Request, who: Governor, now: Now) -> Managing:
    return Managing(request, who.staff, now)


def _counter(request: Request, who: Counter, now: Now) -> Managing:
    return Managing(request, who.staff, now)


def _viewer(request: Request, who: Viewer, now: Now) -> Managing:
    return Managing(request, who.staff, now)


ADMINISTRATOR = Depends(_administrator)
ARRANGER = Depends(_arranger)
COUNTER = Depends(_counter)
GOVERNOR = Depends(_governor)
VIEWER = Depends(_viewer)
