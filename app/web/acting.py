"""A colleague doing something to one ticket: done and shown, or refused with nothing lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Self
from urllib.parse import parse_qsl, urlsplit

from fastapi import Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from app.held import Hold, hold
from app.kit.errors import NotFound, Refusal
from app.store import events, tickets
from app.store.session import Session
from app.teamwork import conflict
from app.teamwork.conflict import Seen
from app.web import beside_view, labels, pages
from app.web.deps import Decider, Now
from app.web.kept import Draft
from app.web.reader import Reader, reader_of
from app.web.site import Site, site_of
from app.web.ticket import ticket_page
from app.web.triage_view import round_of, triage_page
from app.web.typed import Id
from models import Staff, Ticket
from models.vocabulary import ActKind

_LONGEST = 2000
Act = Callable[[Session, Ticket], None]


class ChangedMeanwhile(Refusal):
    """409: somebody else did something since the page was shown."""

    key = "conflict.changed"

    def __init__(self, what: str) -> None:
        super().__init__(what=what)


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts on which ticket, and when; `seen` is what their page had shown.

    `onward` is where they go then, "" to the ticket; whoever goes on is in the triage.
    """

    request: Request
    number: int
    who: Staff
    now: datetime
    seen: Seen | None = None
    onward: str = ""

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
                self._must_have_seen(session, ticket)
                if holds is None:
                    act(session, ticket)
                else:
                    how = Hold(holds, self.who, self.now, self.site.undo_for, typed or {})
                    hold(session, ticket, how, act)
        except NotFound:
            raise
        except Refusal as refusal:
            return self._refused(refusal, typed or {})
        if self.onward:
            return RedirectResponse(self.onward, status_code=303)
        if pages.wants_fragment(self.request):
            return self._page(Draft(announces=holds is not None))
        target = self.request.app.url_path_for("ticket", number=self.number)
        return RedirectResponse(target, status_code=303)

    def _refused(self, refusal: Refusal, typed: Mapping[str, str]) -> Response:
        language = pages.language_of(self.request)
        sentence = labels.say(refusal.key, language, **refusal.details)
        is_old = isinstance(refusal, ChangedMeanwhile)
        if is_old or not pages.wants_fragment(self.request):
            # The fresh state, with what was typed still in its field.
            answer = self._page(Draft(typed, sentence, refusal.status))
            answer.headers["HX-Reswap"] = "outerHTML show:window:top"
            return answer
        # The page stays as it is, with all that was typed.
        answer = pages.fragment(
            self.request, "errors/_problem.html", status=refusal.status, sentence=sentence
        )
        answer.headers["HX-Retarget"] = "#problem"
        answer.headers["HX-Reswap"] = "outerHTML show:window:top"
        return answer

    def unasked(self) -> Self:
        """The same, of what may be done whatever others did meanwhile."""
        return replace(self, seen=None)

    def _must_have_seen(self, session: Session, ticket: Ticket) -> None:
        """Raises ChangedMeanwhile. A form that does not say what it showed is not asked."""
        if self.seen is None:
            return
        reader = self.reader(session)
        event = conflict.by_others(
            events.since(session, ticket.id, self.seen.event), self.who.username
        )
        if event is not None:
            raise ChangedMeanwhile(beside_view.sentence(session, ticket, event, reader))
        message = tickets.newest_message(session, ticket.id, besides=self.who.id)
        if message is not None and message.id > self.seen.message:
            raise ChangedMeanwhile(beside_view.written(message, reader))

    def reader(self, session: Session) -> Reader:
        return reader_of(self.request, session, self.who)

    def _page(self, draft: Draft) -> Response:
        if self.onward:
            query = dict(parse_qsl(urlsplit(self.onward).query))
            way = round_of(query, self.who, self.now)
            return triage_page(self.request, self.number, way, now=self.now, draft=draft)
        return ticket_page(self.request, self.number, who=self.who, now=self.now, draft=draft)


def _acting(
    request: Request,
    number: Id,
    who: Decider,
    now: Now,
    seen: Annotated[str, Form(alias="terlihat", max_length=40)] = "",
    onward: Annotated[str, Form(alias="lanjut", max_length=_LONGEST)] = "",
) -> Acting:
    # Nowhere but to the next ticket: an address from a form must not lead out of here.
    path = str(request.app.url_path_for("triage"))
    is_next = onward.startswith(f"{path}?")
    return Acting(request, number, who.staff, now, Seen.parse(seen), onward if is_next else "")


At = Annotated[Acting, Depends(_acting)]
