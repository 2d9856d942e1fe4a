"""User resources of the Directory API as accounts of the dossier."""

from datetime import datetime

from app.lookup import cells
from app.lookup.cells import Row
from app.lookup.dossier import Account
from models.values import AccountAddress, MalformedAddress, MalformedNpsn, Npsn

OURS = "loket"
_NEVER_SIGNED_IN = 1970  # the year the directory gives for "never"


def account(resource: Row) -> Account | None:
    """None for a user of the directory whose primary address is none of belajar.id."""
    address = _address(cells.needed(resource, "primaryEmail"))
    if address is None:
        return None
    name = cells.part(resource, "name")
    suspended = cells.flag(resource, "suspended") or False
    notes = cells.part(cells.part(resource, "customSchemas"), "pemutakhiran")
    aliases = (_address(each) for each in cells.texts(resource, "aliases"))
    return Account(
        account_id=cells.needed(resource, "id"),
        address=address,
        aliases=tuple(each for each in aliases if each and each != address),
        person_id=_person_id(resource),
        npsn=_cost_center(resource),
        name=cells.text(name, "fullName") or _both_names(name),
        suspended=suspended,
        suspension_reason=cells.text(resource, "suspensionReason") if suspended else None,
        suspended_at=cells.instant(resource, "suspensionTime") if suspended else None,
        archived=cells.flag(resource, "archived") or False,
        deleted_at=cells.instant(resource, "deletionTime"),
        created_at=cells.instant(resource, "creationTime"),
        last_login_at=_last_login(resource),
        recovery_email=(cells.text(resource, "recoveryEmail") or "").lower() or None,
        recovery_phone=cells.text(resource, "recoveryPhone"),
        agreed_to_terms=cells.flag(resource, "agreedToTerms") or False,
        change_password=cells.flag(resource, "changePasswordAtNextLogin") or False,
        org_unit=cells.text(resource, "orgUnitPath") or "/",
        noticed_on=cells.day(notes, "tanggal_pemberitahuan"),
        deletion_on=cells.day(notes, "tanggal_penghapusan"),
    )


def _address(written: str) -> AccountAddress | None:
    try:
        return AccountAddress.parse(written)
    except MalformedAddress:
        return None


def _person_id(resource: Row) -> str | None:
    ids = (cells.text(each, "value") for each in _custom(resource))
    return next((each for each in ids if each), None)


def _custom(resource: Row) -> list[Row]:
    """Custom ids, but for the name of our own act (`OURS`), which is nobody's."""
    return [
        each
        for each in cells.parts(resource, "externalIds")
        if each.get("type") == "custom" and each.get("customType") != OURS
    ]


def _cost_center(resource: Row) -> Npsn | None:
    """Schools filter their users by it, but anyone may have typed it: misshapen is unknown."""
    for each in cells.parts(resource, "organizations"):
        try:
            return Npsn.parse(cells.text(each, "costCenter") or "")
        except MalformedNpsn:
            continue
    return None


def _both_names(name: Row) -> str:
    both = (cells.text(name, "givenName"), cells.text(name, "familyName"))
    return " ".join(each for each in both if each)


def _last_login(resource: Row) -> datetime | None:
    moment = cells.instant(resource, "lastLoginTime")
    return None if moment is None or moment.year == _NEVER_SIGNED_IN else moment
