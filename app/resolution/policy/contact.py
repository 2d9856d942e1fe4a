"""How an owner gets in without the helpdesk: the first sign-in and a living recovery contact."""

from dataclasses import replace

from app.lookup.contacts import is_private
from app.lookup.dossier import Account
from app.reading.claims import Claim
from app.resolution.asked import asks
from app.resolution.policy import told
from app.resolution.policy.claimed import claims
from app.resolution.policy.common import ask, verdict
from app.resolution.verdict import Case, Verdict
from models.vocabulary import Missing, Remedy, WhoActs


def first_sign_in(case: Case, account: Account, *, via_operator: bool) -> Verdict:
    rule = "activation.ask_operator" if via_operator else "activation.first_sign_in"
    steps = verdict(case, rule, Remedy.SELF_SERVICE, account=account)
    return replace(steps, who_acts=WhoActs.OPERATOR) if via_operator else steps


@asks("Kontak pemulihan pada akun dapat dipakai?", told.yes_no)
def has_live_contact(case: Case, account: Account) -> bool:
    """A personal mail, or a phone that the message does not replace by another number.

    Whoever says that they are dead is believed, unless the message came from that very mail: a
    link sent there would reach nobody, and to correct the record does no harm.
    """
    mail = account.recovery_email or ""
    is_personal = is_private(mail)
    if claims(case, Claim.CONTACT_DEAD) and mail != case.dossier.requester.email:
        return False
    if is_personal:
        return True
    phone = _digits(account.recovery_phone or "")
    stated = {_digits(each) for each in case.facts.phones}
    return bool(phone) and (not stated or phone in stated)


def unlinked(case: Case, account: Account) -> Verdict:
    """An account found by its address alone: only the owner's own means are left."""
    if account.suspended or not has_live_contact(case, account):
        return ask(case, "guard.who_is_meant", Missing.NAME, Missing.NPSN, account=account)
    if account.last_login_at is None:
        return first_sign_in(case, account, via_operator=False)
    return verdict(case, "password.self_service", Remedy.SELF_SERVICE, account=account)


def _digits(phone: str) -> str:
    """The national number without zero or country code."""
    digits = "".join(each for each in phone if each.isdecimal())
    return digits.removeprefix("62").lstrip("0")
