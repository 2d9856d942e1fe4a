"""What an account shows of the facts that a step may require or promise."""

from collections.abc import Mapping

from app.lookup.dossier import Account
from app.resolution.promise import ALIAS, NO_ALIAS, Fact

_OF_AN_ACCOUNT = (
    "primary_email",
    "exists",
    "deleted",
    "suspended",
    "deletion_on",
    "change_password",
    "person_id",
    "used",
)


def facts(account: Account | None) -> dict[str, Fact]:
    """The account as the directory shows it now.

    `exists` is a live account; a deleted one still has its other facts. `deletion_on` is an ISO
    date, None where no deletion stands. `used` is whether anybody ever signed in.
    """
    if account is None:
        return {**dict.fromkeys(_OF_AN_ACCOUNT), "exists": False, "deleted": False}
    deletion = account.deletion_on
    return {
        "primary_email": account.address.text,
        "exists": account.is_live,
        "deleted": not account.is_live,
        "suspended": account.suspended,
        "deletion_on": deletion.isoformat() if deletion else None,
        "change_password": account.change_password,
        "person_id": account.person_id,
        "used": account.last_login_at is not None,
    }


def seen(wanted: Mapping[str, Fact], account: Account | None) -> dict[str, Fact]:
    """What the account shows of the wanted facts; one the directory cannot show is left out.

    An alias that is asked about is shown where it is (or is not) among the account's, else None.
    """
    shown = facts(account)
    held = {each.text for each in account.aliases} if account else set()
    for key, is_held in ((ALIAS, True), (NO_ALIAS, False)):
        if key in wanted:
            shown[key] = wanted[key] if (str(wanted[key]).lower() in held) is is_held else None
    return {key: shown[key] for key in wanted if key in shown}
