"""A colleague doing something to one ticket: done and shown, or refused with nothing lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse, Response

from app.held import Hold, hold
from app.kit.errors import NotFound, Refusal
from app.store import tickets
from app.store.session import Session
from app.web import labels, pages
from app.web.deps import Decider, Now
from app.web.site import Site, site_of
from app.web.ticket import Draft, ticket_page
from app.web.typed import Id
from models import Staff, Ticket
from models.vocabulary import ActKind

Act = Callable[[Session, Ticket], None]


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts on which ticket, and when."""

    request: Request
    number: int
    who: Staff
    now: datetime

    @property
    def site(self) -> Site:
        return site_of(self.request)

    def do(
        self,
        act: Act,
        *,
        typed: Mapping[str, str] | None = None,
        holds: ActKind | None = None,
    ) -> Response:
        """303 back, or the ticket for htmx. A refusal says why and keeps what was `typed`.

        What `holds` names can be taken back for a while.
        """
        try:
            with self.site.database.write() as session:
                ticket = tickets.locked(session, tickets.by_number(session, self.number).id)
                if holds is None:
                    act(session, ticket)
                else:
                    how = Hold(holds, self.who, self.now, self.site.undo_for, typed or {})
                    hold(session, ticket, how, act)
        except NotFound:
            raise
        except Refusal as refusal:
            return self._refused(refusal, typed or {})
        if pages.wants_fragment(self.request):
            return self._page(Draft(announces=holds is not None))
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


def _acting(request: Request, number: Id, who: Decider, now: Now) -> Acting:
    return Acting(request, number, who.staff, now)


At = Annotated[Acting, Depends(_acting)]
