"""Putting a ticket off, taking it up again, and marking it the same as an earlier report."""

import re
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from app import aside
from app.store.session import Session
from app.web.acting import At
from app.web.deps import Genuine
from app.web.tracking_link import tracking_link
from models import Ticket
from models.vocabulary import ActKind, SnoozeFor

router = APIRouter(dependencies=[Genuine])

_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
Typed = Annotated[str, Form(max_length=40)]


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


def day_of(text: str) -> date | None:
    """The day as a browser or a person writes it, 2026-12-15 or 15/12/2026; None for nothing.

    Raises DayMissing for what is no day.
    """
    text = text.strip()
    if not text:
        return None
    written = _DAY.fullmatch(text)
    try:
        if written:
            return date(int(written[3]), int(written[2]), int(written[1]))
        if _ISO.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise aside.DayMissing


def number_of(text: str) -> int:
    """A nomor laporan as it is written, with or without #. Raises NoSuchReport."""
    digits = text.strip().removeprefix("#")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 18):
        raise aside.NoSuchReport
    return int(digits)
