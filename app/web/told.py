"""What Zendesk tells by webhook: signed, taken once, on disk before it is acknowledged."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request
from pydantic import BaseModel

from app.brought import bring
from app.intake import told
from app.intake.exports import parse_tickets
from app.intake.numbering import Numbering
from app.intake.rows import WrongFile
from app.kit.errors import Refusal
from app.web.deps import Now, TheSite
from app.web.machine import MachineRoute

router = APIRouter(prefix="/api/v1/zendesk", tags=["zendesk"], route_class=MachineRoute)


class NotZendesk(Refusal):
    """401: no signature with the shared secret, or one that is minutes old."""

    status = 401
    key = "told.unsigned"


class Untakeable(Refusal):
    """422: no ticket can be made of it; `detail` says why. Zendesk does not send it again."""

    status = 422
    key = "told.untakeable"


class NumberTaken(Refusal):
    """409: another report of ours holds that number."""

    status = 409
    key = "told.number_taken"


class Taken(BaseModel):
    """How many of the tickets told of are new here, changed, as they were, or deleted there."""

    added: int
    changed: int
    unchanged: int
    deleted: int


async def _raw(request: Request) -> bytes:
    return await request.body()


@router.post(
    "/webhook",
    name="zendesk_webhook",
    responses={
        401: {"description": "Not signed with LOKET_ZENDESK_WEBHOOK_SECRET within five minutes"},
        409: {"description": "The number belongs to another report"},
        422: {"description": "No ticket can be made of it"},
    },
)
def webhook(
    site: TheSite,
    now: Now,
    body: Annotated[bytes, Depends(_raw)],
    *,
    x_zendesk_webhook_signature: Annotated[str, Header()] = "",
    x_zendesk_webhook_signature_timestamp: Annotated[str, Header()] = "",
) -> Taken:
    """A message told again changes nothing; one that tells of no ticket is acknowledged."""
    if not told.is_zendesk(
        site.zendesk_secret,
        stamp=x_zendesk_webhook_signature_timestamp,
        body=body,
        signature=x_zendesk_webhook_signature,
        now=now,
    ):
        raise NotZendesk
    try:
        export = told.export_of(body)
        exported, bad = parse_tickets(export) if export else ([], [])
    except WrongFile as error:
        raise Untakeable(detail=str(error)) from error
    if bad:
        raise Untakeable(detail="; ".join(each.reason for each in bad[:5]))
    numbering = Numbering(site.secret, site.first_number, by="zendesk")
    brought = bring(site.database, exported, numbering=numbering, now=now)
    if brought.taken:
        raise NumberTaken(detail=", ".join(map(str, brought.taken)))
    return Taken(
        added=brought.added,
        changed=brought.changed,
        unchanged=brought.unchanged,
        deleted=brought.deleted,
    )
