"""Putting a ticket off, taking it up again, and marking it the same as an earlier report."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from app import aside
from app.store.session import Session
from app.web.acting import At
from app.web.deps import Genuine
from app.web.tracking_link import tracking_link
from app.web.written import day_of, number_of
from models import Ticket
from models.vocabulary import ActKind, SnoozeFor

router = APIRouter(dependencies=[Genuine])


@router.post("/tiket/{number}/tunda", name="snooze")
def snooze(
    at: At,
    what: Annotated[SnoozeFor, Form(alias="sampai")] = SnoozeFor.DATE,
    day: Annotated[str, Form(alias="tanggal", max_length=40)] = "",
) -> Response:
    def act(session: Session, ticket: Ticket) -> None:
        aside.snooze(session, ticket, what, day_of(day), by=at.who, now=at.now)

    return at.do(act, typed={"sampai": what.value, "tanggal": day}, holds=ActKind.SNOOZED)


@router.post("/tiket/{number}/lanjutkan", name="wake")
def wake(at: At) -> Response:
    def act(session: Session, ticket: Ticket) -> None:
        aside.wake(session, ticket, by=at.who, now=at.now)

    return at.do(act, holds=ActKind.WOKEN)


@router.post("/tiket/{number}/sama", name="duplicate")
def duplicate(
    at: At,
    other: Annotated[str, Form(alias="laporan", max_length=40)] = "",
    sure: Annotated[str, Form(alias="yakin", max_length=10)] = "",
) -> Response:
    """Handled under the earlier report; of different people only who is sure."""

    def act(session: Session, ticket: Ticket) -> None:
        aside.duplicate(
            session,
            ticket,
            number_of(other),
            by=at.who,
            is_sure=bool(sure),
            tracking_url=tracking_link(at.request, at.number),
            now=at.now,
        )

    return at.do(act, typed={"laporan": other, "yakin": sure}, holds=ActKind.DUPLICATE)
