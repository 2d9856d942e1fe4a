"""No account: `account_not_found`, `no_account_staff`, `no_account_student`."""

from app.resolution.policy.common import verdict
from app.resolution.policy.entitlement import settle
from app.resolution.policy.recovery import left
from app.resolution.policy.suspension import suspended
from app.resolution.policy.view import View, is_unshown_school
from app.resolution.verdict import Verdict
from models.vocabulary import Remedy


def decide(view: View) -> Verdict:
    """Issue on the third working day after the sync; explain where an account is there."""
    if view.target is None:
        return left(view)
    settled = settle(view)
    account = view.fitting
    if settled or account is None:
        return settled or left(view)
    if account.suspended:
        return suspended(view, account)
    if is_unshown_school(view):
        return verdict(
            view.case,
            "same_jenjang.not_in_dapodik",
            Remedy.FIX_DAPODIK,
            account=account,
            note="Dapodik menunjukkan sekolah yang lain daripada laporan.",
        )
    if account.last_login_at is None:
        return verdict(view.case, "new.not_used_yet", Remedy.SELF_SERVICE, account=account)
    return verdict(view.case, "new.already_there", Remedy.KEEP_ACCOUNT, account=account)
