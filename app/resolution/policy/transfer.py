"""Moves between schools: `transfer_same_level` and `transfer_other_level`."""

from app.resolution.asked import asks
from app.resolution.policy import told
from app.resolution.policy.common import verdict
from app.resolution.policy.entitlement import settle
from app.resolution.policy.recovery import left
from app.resolution.policy.view import View, is_unshown_school
from app.resolution.verdict import Verdict
from models.vocabulary import Remedy


def same_level(view: View) -> Verdict:
    """The address has no school part, so it stays; only the school on the account follows."""
    if view.target is None:
        return left(view)
    if is_unshown_school(view) or _is_unshown_level(view):
        return _not_in_dapodik(view, "same_jenjang.not_in_dapodik")
    settled = settle(view)
    account = view.fitting
    if settled or account is None:
        return settled or left(view)
    if not view.target.is_home:
        return verdict(
            view.case, "same_jenjang.second_school", Remedy.KEEP_ACCOUNT, account=account
        )
    follows = account.npsn is not None and account.npsn != view.target.npsn
    note = "NPSN pada akun menyusul pada pemutakhiran harian berikutnya." if follows else ""
    return verdict(
        view.case,
        "same_jenjang.nothing_changes",
        Remedy.KEEP_ACCOUNT,
        account=account,
        note=note,
    )


def other_level(view: View) -> Verdict:
    """A new account at the new jenjang, once Dapodik shows the person there."""
    if view.target is None:
        return left(view)
    if _is_unshown_level(view):
        return _not_in_dapodik(view, "other_jenjang.not_in_dapodik")
    settled = settle(view)
    account = view.fitting
    if settled or account is None:
        return settled or left(view)
    if not _shows_a_move(view):
        return _not_in_dapodik(view, "other_jenjang.not_in_dapodik")
    if account.last_login_at is None:
        return verdict(
            view.case, "other_jenjang.not_used_yet", Remedy.SELF_SERVICE, account=account
        )
    return verdict(view.case, "other_jenjang.already_there", Remedy.KEEP_ACCOUNT, account=account)


def _not_in_dapodik(view: View, rule: str) -> Verdict:
    return verdict(
        view.case,
        rule,
        Remedy.FIX_DAPODIK,
        account=view.account,
        note="Dapodik belum menunjukkan perpindahan yang disebut dalam laporan.",
    )


@asks("Jenjang menurut laporan belum tampak di Dapodik?", told.yes_no)
def _is_unshown_level(view: View) -> bool:
    claimed = view.case.facts.to_level
    return claimed is not None and view.target is not None and view.target.jenjang is not claimed


@asks("Ada tanda pindah jenjang?", told.yes_no)
def _shows_a_move(view: View) -> bool:
    """Whether message, records or accounts know of a jenjang beside the target's."""
    facts = view.case.facts
    level = view.target.jenjang if view.target else None
    if facts.to_level is not None:
        return True
    if facts.from_level is not None:
        return facts.from_level is not level
    known = {each.jenjang for each in view.person.placements}
    known |= {each.address.jenjang for each in view.accounts}
    return bool(known - {level, None})
