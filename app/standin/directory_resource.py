"""One user as the Directory API writes it: which fields may be written, and what is shown."""

import hashlib
import json
import re
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

from app.standin.directory_problem import Problem, invalid, not_found

Resource = dict[str, Any]

ALIAS_LIMIT = 30
NAME_LIMIT = 60
SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 100
NEVER = "1970-01-01T00:00:00.000Z"

_PLAIN = (
    "changePasswordAtNextLogin",
    "archived",
    "orgUnitPath",
    "recoveryEmail",
    "recoveryPhone",
    "externalIds",
    "emails",
    "phones",
    "organizations",
    "relations",
    "includeInGlobalAddressList",
)
_SCHEMAS = {"pemutakhiran": ("tanggal_pemberitahuan", "tanggal_penghapusan")}
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._+'-]*@([a-z0-9-]+\.)*belajar\.id")
_PHONE = re.compile(r"\+[1-9]\d{6,14}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def checked_address(value: object) -> str:
    """Lower-cased. Raises Problem: 400 for no address, 404 for a domain that is not ours."""
    if not isinstance(value, str) or value.count("@") != 1:
        raise invalid("primary_user_email")
    if not _ADDRESS.fullmatch(value.lower()):
        raise not_found("domain")
    return value.lower()


def new_user(user_id: str, address: str, body: Resource, *, now: datetime) -> Resource:
    """A user just created. Raises Problem 400 where a needed field is missing or malformed."""
    name = body.get("name") or {}
    if not name.get("givenName") or not name.get("familyName"):
        raise Problem(400, "invalid", "Invalid Given/Family Name: FamilyName")
    if "password" not in body:
        raise Problem(400, "invalid", "Invalid Password")
    blank: Resource = {
        "id": user_id,
        "primaryEmail": address,
        "aliases": [],
        "isAdmin": False,
        "isDelegatedAdmin": False,
        "agreedToTerms": False,
        "suspended": False,
        "archived": False,
        "changePasswordAtNextLogin": False,
        "orgUnitPath": "/",
        "isMailboxSetup": True,
        "isEnrolledIn2Sv": False,
        "isEnforcedIn2Sv": False,
        "creationTime": instant(now),
        "lastLoginTime": NEVER,
    }
    return apply(blank, body, now=now)


def apply(user: Resource, body: Resource, *, now: datetime) -> Resource:
    """The user with the writable fields of `body`, address aside; null removes a field.

    A password is checked and forgotten. Raises Problem 400.
    """
    changed = deepcopy(user)
    _check(body)
    if "name" in body:
        changed["name"] = _named(changed.get("name") or {}, body["name"] or {})
    for key in _PLAIN:
        if key in body:
            _put(changed, key, body[key])
    if "suspended" in body:
        _suspend(changed, body["suspended"] is True, now)
    for schema, values in (body.get("customSchemas") or {}).items():
        _merge_schema(changed, schema, values)
    return changed


def shown(user: Resource, *, projection: str = "basic") -> Resource:
    """What an answer holds; custom fields only with `projection=full`."""
    hidden = () if projection == "full" else ("customSchemas",)
    body = {key: value for key, value in user.items() if key not in hidden and value != []}
    content = json.dumps(body, sort_keys=True).encode()
    etag = hashlib.sha256(content).hexdigest()[:27]
    return {"kind": "admin#directory#user", "etag": f'"{etag}"', "customerId": "C069900001"} | body


def instant(now: datetime) -> str:
    text = now.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _check(body: Resource) -> None:
    password = body.get("password", " " * SHORTEST_PASSWORD)
    if (
        not isinstance(password, str)
        or not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD
        or body.get("hashFunction") not in (None, "MD5", "SHA-1", "crypt")
    ):
        raise Problem(400, "invalid", "Invalid Password")
    phone = body.get("recoveryPhone")
    if phone and not _PHONE.fullmatch(str(phone)):
        raise invalid("recovery_phone")
    if str(body.get("orgUnitPath") or "/")[0] != "/":
        raise invalid("INVALID_OU_ID")


def _named(name: Resource, wanted: Resource) -> Resource:
    merged = name | {key: wanted[key] for key in ("givenName", "familyName") if wanted.get(key)}
    if any(len(str(merged.get(key, ""))) > NAME_LIMIT for key in ("givenName", "familyName")):
        raise Problem(400, "invalid", "Invalid Given/Family Name: too long")
    full = f"{merged.get('givenName', '')} {merged.get('familyName', '')}".strip()
    return merged | {"fullName": full}


def _suspend(user: Resource, suspended: bool, now: datetime) -> None:  # noqa: FBT001 the field's own value
    if suspended and not user.get("suspended"):
        user |= {"suspensionReason": "ADMIN", "suspensionTime": instant(now)}
    if not suspended:
        user.pop("suspensionReason", None)
        user.pop("suspensionTime", None)
    user["suspended"] = suspended


def _merge_schema(user: Resource, schema: str, values: Resource | None) -> None:
    if schema not in _SCHEMAS:
        raise invalid(f"custom_schema {schema}")
    schemas = user.setdefault("customSchemas", {})
    if values is None:
        schemas.pop(schema, None)
        return
    kept = schemas.setdefault(schema, {})
    for field, value in values.items():
        if field not in _SCHEMAS[schema] or (value and not _DAY.fullmatch(str(value))):
            raise invalid(f"custom_field {field}")
        _put(kept, field, value)


def _put(target: Resource, key: str, value: object) -> None:
    if value is None:
        target.pop(key, None)
    else:
        target[key] = value
