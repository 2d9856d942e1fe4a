"""Reports over HTTP for other systems. Described at /api/docs."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query, Response

from app.intake import keys, receive
from app.intake.tidy import storable
from app.kit.errors import Refusal
from app.store import merges, tickets
from app.store.session import Session
from app.web.deps import Now, TheSite
from app.web.machine import Accepted, Listing, MachineRoute, NewTicket, Standing, known
from app.web.site import Site
from models import Ticket

LARGEST = 10**18  # beyond it no database column goes


class KeyReused(Refusal):
    """422: the same key with other words; a receipt would say that these are on disk."""

    status = 422
    key = "api.key_reused"


router = APIRouter(
    prefix="/api/v1",
    tags=["tickets"],
    route_class=MachineRoute,
    dependencies=[Depends(known)],
    responses={401: {"description": "No bearer token, or an unknown one"}},
)


@router.post(
    "/tickets",
    name="api_create",
    status_code=201,
    responses={200: {"model": Accepted, "description": "Received before under the same key"}},
)
def create(
    body: NewTicket,
    response: Response,
    site: TheSite,
    now: Now,
    machine: Annotated[str, Depends(known)],
    *,
    idempotency_key: Annotated[str | None, Header(min_length=1, max_length=255)] = None,
) -> Accepted:
    """A receipt means that the report is on disk."""
    with site.database.write() as session:
        receipt = receive.receive(
            session,
            body.submission(machine, idempotency_key),
            secret=site.secret,
            files=site.files,
            first_number=site.first_number,
            now=now,
        )
        ticket = tickets.by_number(session, receipt.number)
        if not receipt.is_new and not _says(session, ticket, body.text):
            raise KeyReused
        state = ticket.state
    if not receipt.is_new:
        response.status_code = 200
    response.headers["Location"] = f"{router.prefix}/tickets/{receipt.number}"
    return Accepted(
        number=receipt.number,
        key=receipt.key,
        state=state,
        tracking_url=_tracking_url(site, receipt.number),
    )


@router.get("/tickets/{number}", name="api_ticket")
def show(number: Annotated[int, Path(ge=1, le=LARGEST)], site: TheSite) -> Standing:
    """404 for an unknown number."""
    with site.database.read() as session:
        return _standings(site, session, [tickets.by_number(session, number)])[0]


@router.get("/tickets", name="api_tickets")
def listing(
    site: TheSite,
    after: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Listing:
    """Reports with a number above `after`, in order."""
    with site.database.read() as session:
        found = tickets.after(session, after, limit=limit + 1)
        shown = _standings(site, session, found[:limit])
    return Listing(tickets=shown, next=shown[-1].number if len(found) > limit else None)


def _says(session: Session, ticket: Ticket, text: str) -> bool:
    """Whether its first message is this text, as far as it is still kept."""
    kept = tickets.messages_of(session, ticket.id, by_requester=True)
    return not kept or not kept[0].body or kept[0].body.strip() == storable(text).strip()


def _standings(site: Site, session: Session, of: Sequence[Ticket]) -> list[Standing]:
    leads = merges.numbers_led(session, [each.id for each in of])
    return [_standing(site, each, leads.get(each.id)) for each in of]


def _standing(site: Site, ticket: Ticket, merged_into: int | None) -> Standing:
    return Standing(
        number=ticket.number,
        state=ticket.state,
        waiting_on=ticket.waiting_on,
        category=ticket.category,
        channel=ticket.channel,
        created_at=ticket.created_at,
        updated_at=ticket.updated_at,
        promised_at=ticket.promised_at,
        first_answered_at=ticket.first_answered_at,
        settled_at=ticket.settled_at,
        merged_into=merged_into,
        tracking_url=_tracking_url(site, ticket.number),
    )


def _tracking_url(site: Site, number: int) -> str:
    key = keys.key_for(number, site.secret)
    return f"{site.public_url.rstrip('/')}/laporan/{number}?kunci={key}"
