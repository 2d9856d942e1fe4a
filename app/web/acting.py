"""A colleague doing something to one ticket: done and shown, or refused with nothing lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from app.kit.errors import NotFound, Refusal
from app.store import tickets
from app.store.session import Session
from app.web import labels, pages
from app.web.deps import Decider, Now
from app.web.site import Site, site_of
from app.web.ticket import Draft, ticket_page
from app.web.typed import Id
from models import Staff, Ticket

_LONGEST = 2000
Act = Callable[[Session, Ticket], None]


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts on which ticket, and when; `onward` is where they go then, "" to the ticket."""

    request: Request
    number: int
    who: Staff
    now: datetime
    onward: str = ""

    @property
    def site(self) -> Site:
        return site_of(self.request)

    def do(self, act: Act, *, typed: Mapping[str, str] | None = None) -> Response:
        """303 back, or the ticket for htmx. A refusal says why and keeps what was `typed`."""
        try:
            with self.site.database.write() as session:
                ticket = tickets.by_number(session, self.number)
                act(session, tickets.locked(session, ticket.id))
        except NotFound:
            raise
        except Refusal as refusal:
            return self._refused(refusal, typed or {})
        if self.onward:
            return RedirectResponse(self.onward, status_code=303)
        if pages.wants_fragment(self.request):
            return self._page(Draft())
        target = self.request.app.url_path_for("ticket", number=self.number)
        return RedirectResponse(target, status_code=303)

    def _refused(self, refusal: Refusal, typed: Mapping[str, str]) -> Response:
        language = pages.language_of(self.request)
        sentence = labels.say(refusal.key, language, **refusal.details)
        if not pages.wants_fragment(self.request):
            return self._page(Draft(typed, sentence, refusal.status))
        # The page stays as it is, with all that was typed.
        answer = pages.fragment(
            self.request, "errors/_problem.html", status=refusal.status, sentence=sentence
        )
        answer.headers["HX-Retarget"] = "#problem"
        answer.headers["HX-Reswap"] = "outerHTML show:window:top"
        return answer

    def _page(self, draft: Draft) -> Response:
        return ticket_page(self.request, self.number, who=self.who, now=self.now, draft=draft)


def _acting(
    request: Request,
    number: Id,
    who: Decider,
    now: Now,
    onward: Annotated[str, Form(alias="lanjut", max_length=_LONGEST)] = "",
) -> Acting:
    # Nowhere but to the next ticket: an address from a form must not lead out of here.
    path = str(request.app.url_path_for("triage"))
    return Acting(request, number, who.staff, now, onward if onward.startswith(f"{path}?") else "")


At = Annotated[Acting, Depends(_acting)]
