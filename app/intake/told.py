"""What Zendesk's webhook tells us: that it is Zendesk, and which tickets it tells of.

https://developer.zendesk.com/documentation/webhooks/verifying/
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from pydantic import JsonValue

from app.intake import rows
from app.intake.rows import JsonObject, WrongFile

OLDEST = timedelta(minutes=5)  # between the stamp and us, either way
_EVENT = "zen:event-type:ticket."


def is_zendesk(secret: str, *, stamp: str, body: bytes, signature: str, now: datetime) -> bool:
    """Whether `signature` is of this stamp and body, and the stamp is of now."""
    digest = hmac.digest(secret.encode(), stamp.encode() + body, hashlib.sha256)
    told = hmac.compare_digest(base64.b64encode(digest), signature.encode())
    moment = rows.instant(stamp, UTC)
    return told and bool(secret) and moment is not None and abs(now - moment) <= OLDEST


def export_of(body: bytes) -> str:
    """The tickets of a message as the export would list them; empty where it tells of none.

    A trigger sends `{"ticket": {…}}`, `{"tickets": […]}` or the ticket's fields alone, an event
    subscription its `detail`. Raises WrongFile for what is no JSON object.
    """
    if not body.strip():
        return ""
    try:
        message: JsonValue = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WrongFile("Pesan bukan JSON yang sah.") from error
    if not isinstance(message, dict):
        raise WrongFile("Pesan bukan objek JSON.")
    told = list(_tickets_of(message))
    if not told:
        return ""
    users = [*_users_of(message), *(user for each in told for user in _users_of(each))]
    return json.dumps({"tickets": told, "users": users})


def _tickets_of(message: JsonObject) -> Iterator[JsonObject]:
    kind, detail = message.get("type"), message.get("detail")
    if isinstance(detail, dict):
        if isinstance(kind, str) and kind.startswith(_EVENT):
            yield _own(detail)
        return
    one, many = message.get("ticket"), message.get("tickets")
    if isinstance(one, dict):
        yield _own(one)
    elif isinstance(many, list):
        yield from (_own(each) for each in many if isinstance(each, dict))
    elif "id" in message and {"subject", "description", "status"} & message.keys():
        yield _own(message)


def _own(ticket: JsonObject) -> JsonObject:
    """With an id of its requester, by which the export names users, where a trigger has none."""
    if "requester_id" in ticket:
        return ticket
    requester = ticket.get("requester")
    if not isinstance(requester, dict):
        requester = {
            name: ticket.get(f"requester_{name}")
            for name in ("name", "email")
            if ticket.get(f"requester_{name}")
        }
    key = requester.get("id") or f"requester of {ticket.get('id')}"
    return {**ticket, "requester_id": key, "requester": {**requester, "id": key}}


def _users_of(message: JsonObject) -> Iterator[JsonValue]:
    users, requester = message.get("users"), message.get("requester")
    yield from users if isinstance(users, list) else ()
    if isinstance(requester, dict):
        yield requester
