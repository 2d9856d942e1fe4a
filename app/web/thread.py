"""Publishing the reply of a comment's report."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from app import threads
from app.store.session import Session
from app.web.acting import At
from app.web.deps import Genuine
from app.web.typed import tidy
from models import Ticket
from models.vocabulary import ActKind

router = APIRouter(dependencies=[Genuine])


@router.post("/tiket/{number}/utas", name="thread_reply")
def publish(
    at: At, text: Annotated[str, Form(alias="balasan", max_length=10_000)] = ""
) -> Response:
    """The reply is owed, or kept to be copied; refused with the words that tell of a person. Until
    it goes out it can be taken back."""
    body = tidy(text, threads.LONGEST + 1)

    def act(session: Session, ticket: Ticket) -> None:
        is_connected = at.site.has_help_centre
        threads.publish(session, ticket, body, by=at.who, is_connected=is_connected, now=at.now)

    return at.do(act, typed={"balasan": text}, holds=ActKind.PUBLISHED)


@router.post("/tiket/{number}/utas/tempel", name="thread_copied")
def copied(at: At) -> Response:
    """A colleague put it below the comment."""

    def act(session: Session, ticket: Ticket) -> None:
        threads.copied(session, ticket, by=at.who, now=at.now)

    return at.do(act)
