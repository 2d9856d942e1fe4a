"""What a Dapodik service says, whatever its transport status: its rows, or why there are none."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from app.lookup.cells import Row
from app.lookup.http import Answer
from app.lookup.ports import LookupUnavailable
from models.vocabulary import System

AS_OF_HEADER = "x-data-per"
_UNKNOWN_SCHOOL = "sekolah tidak ditemukan"


def read_rows(answer: Answer) -> Sequence[Row] | None:
    """The rows of a WebService answer; None when it says the school is unknown.

    The service answers 200 whatever happened and may put a whole second answer, status line and
    headers, into the body. Raises LookupUnavailable for every refusal and for what is not JSON.
    """
    envelope = _object(answer)
    if envelope.get("success") is False:
        message = str(envelope.get("message") or "refused without a reason")
        if _UNKNOWN_SCHOOL in message.lower():
            return None
        raise LookupUnavailable(System.DAPODIK, message[:80])
    rows = envelope.get("rows")
    # getSekolah alone sends one object instead of a list.
    return _listed([rows] if isinstance(rows, dict) else rows)


def read_tables(answer: Answer, names: Sequence[str]) -> list[Sequence[Row]]:
    """The lists of a search answer in that order, empty where absent. Raises LookupUnavailable."""
    found = _object(answer)
    return [_listed(found.get(name, [])) for name in names]


def read_as_of(answer: Answer) -> datetime | None:
    """When the rows were true, in UTC; None for an absent, malformed or zoneless instant."""
    try:
        instant = datetime.fromisoformat(answer.headers.get(AS_OF_HEADER, "").strip())
    except ValueError:
        return None
    return instant.astimezone(UTC) if instant.tzinfo else None


def _object(answer: Answer) -> dict[str, object]:
    text = answer.text.lstrip("\ufeff \r\n")
    if text.startswith("Access denied") or answer.status in {401, 403}:
        raise LookupUnavailable(System.DAPODIK, "access denied: wrong token or unlisted caller")
    if answer.status != 200:
        raise LookupUnavailable(System.DAPODIK, f"status {answer.status}")
    if text.startswith("HTTP/"):
        text = text.replace("\r\n", "\n").partition("\n\n")[2]
    try:
        found = json.loads(text, object_hook=_without_password)
    except ValueError as error:
        raise LookupUnavailable(System.DAPODIK, "the answer is no JSON") from error
    if not isinstance(found, dict):
        raise LookupUnavailable(System.DAPODIK, "the answer is no object")
    return found


def _listed(rows: object) -> Sequence[Row]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LookupUnavailable(System.DAPODIK, "the answer carries no rows")
    return rows


def _without_password(row: dict[str, object]) -> dict[str, object]:
    """getPengguna sends a password hash; nothing past the parser may ever hold it."""
    row.pop("password", None)
    return row
