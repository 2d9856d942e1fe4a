"""A colleague's yes or no to lines of a list; each form works with and without scripts."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from app.kit.errors import Refusal
from app.listing import acts
from app.resolution.approve import AlreadyDecided
from app.store.session import Session
from app.web.acting import At
from app.web.deps import Genuine
from app.web.listing import fingerprint, proposed
from app.web.tracking_link import tracking_link
from app.web.typed import tidy
from models import Ticket

router = APIRouter(dependencies=[Genuine])

_LONGEST = 20_000
Chosen = Annotated[list[int] | None, Form(alias="baris")]
Reason = Annotated[str, Form(alias="alasan", max_length=_LONGEST)]


class ReasonMissing(Refusal):
    """422: a no must say why."""

    status = 422
    key = "list.say_why"


@router.post("/tiket/{number}/daftar/persetujuan", name="list_approval")
def approval(at: At, chosen: Chosen = None) -> Response:
    """A yes to the lines chosen."""

    def act(session: Session, ticket: Ticket) -> None:
        acts.approve(session, ticket, _ids(chosen), by=at.who, now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/daftar/persetujuan-semua", name="list_approval_of_all")
def approval_of_all(
    at: At,
    outcome: Annotated[str, Form(alias="hasil", max_length=40)],
    seen: Annotated[str, Form(alias="sidik", max_length=40)],
) -> Response:
    """A yes to all of one outcome, as its preview showed them."""

    def act(session: Session, ticket: Ticket) -> None:
        waiting = proposed(session, ticket.id, outcome)
        if fingerprint(waiting) != seen:
            raise AlreadyDecided
        acts.approve(session, ticket, [each.id for each in waiting], by=at.who, now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/daftar/penolakan", name="list_rejection")
def rejection(at: At, chosen: Chosen = None, reason: Reason = "") -> Response:
    """A no to the lines chosen, with its reason."""

    def act(session: Session, ticket: Ticket) -> None:
        if not tidy(reason, _LONGEST):
            raise ReasonMissing
        acts.reject(
            session,
            ticket,
            _ids(chosen),
            by=at.who,
            reason=tidy(reason, _LONGEST),
            tracking_url=tracking_link(at.request, at.number),
            now=at.now,
        )

    return at.do(act, typed={"alasan": reason})


@router.post("/tiket/{number}/daftar/percobaan", name="list_another_try")
def another_try(at: At, chosen: Chosen = None) -> Response:
    """The approved steps once more, for lines that came back."""

    def act(session: Session, ticket: Ticket) -> None:
        acts.try_again(session, ticket, _ids(chosen), by=at.who, now=at.now)

    return at.do(act)


def _ids(chosen: Sequence[int] | None) -> list[int]:
    return [each for each in chosen or () if 0 < each < 2**63]
