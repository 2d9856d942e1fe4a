"""guru becomes admin or the reverse: `role_change`."""

from app.resolution.policy.common import verdict
from app.resolution.policy.entitlement import settle
from app.resolution.policy.recovery import left
from app.resolution.policy.view import View, claimed_role
from app.resolution.verdict import Verdict
from models.vocabulary import Remedy


def decide(view: View) -> Verdict:
    """Dapodik must show the role; then the role part of the address follows after 14 days."""
    if view.target is None:
        return left(view)
    claimed = claimed_role(view.case)
    if claimed and view.target.peran is not claimed:
        return verdict(
            view.case,
            "role_change.not_in_dapodik",
            Remedy.FIX_DAPODIK,
            account=view.account,
            note=f"Laporan menyebut peran {claimed.value}; Dapodik belum menunjukkannya.",
        )
    settled = settle(view)
    account = view.fitting
    if settled or account is None:
        return settled or left(view)
    others = [each for each in view.live if each is not account]
    if account.last_login_at is None and others:
        return verdict(
            view.case, "role_change.other_address_exists", Remedy.SELF_SERVICE, account=account
        )
    return verdict(view.case, "role_change.already_fits", Remedy.KEEP_ACCOUNT, account=account)
