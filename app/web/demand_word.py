"""Saying on its page what a report should not have been needed for."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from app.store.session import Session
from app.teamwork import demand
from app.web.acting import At
from app.web.deps import Genuine
from app.web.typed import tidy
from models import Ticket
from models.vocabulary import Avoidable

router = APIRouter(dependencies=[Genuine])

_REASON = 500


@router.post("/tiket/{number}/terhindarkan", name="demand_word")
def say(
    at: At,
    label: Annotated[Avoidable, Form(alias="sebab")],
    reason: Annotated[str, Form(alias="alasan", max_length=20_000)] = "",
) -> Response:
    """It changes nothing of the ticket, so what others did meanwhile does not matter."""

    def act(session: Session, ticket: Ticket) -> None:
        demand.say(session, ticket, label, tidy(reason, _REASON), by=at.who, now=at.now)

    return at.unasked().do(act, typed={"terhindarkan": label.value, "alasan_sebab": reason})
