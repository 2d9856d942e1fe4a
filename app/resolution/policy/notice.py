"""A notice of deletion that seems wrong: `deletion_notice`."""

from dataclasses import replace
from datetime import datetime, timedelta

from app.lookup.dossier import Account
from app.resolution.asked import asks
from app.resolution.policy import clocks, told
from app.resolution.policy.common import verdict
from app.resolution.policy.entitlement import settle
from app.resolution.policy.recovery import deleted, left
from app.resolution.policy.view import View, fits
from app.resolution.verdict import Verdict
from models.vocabulary import Remedy


def decide(view: View) -> Verdict:
    """Take a wrong notice back before day 30; explain a right one."""
    account = view.account
    if account is None or not account.is_live:
        return deleted(view)
    if view.target is None:
        return _owner_left(view, account)
    if _is_supported(view, account):
        cancel = verdict(
            view.case,
            "notice.wrong",
            Remedy.CANCEL_RETIREMENT,
            account=account,
            until=_deadline(view, account),
        )
        return replace(cancel, urgent=True)
    return _right_notice(view, account)


@asks("Akun itu didukung penempatan di Dapodik?", told.yes_no)
def _is_supported(view: View, account: Account) -> bool:
    return any(fits(account, each) for each in view.open_placements)


def _owner_left(view: View, account: Account) -> Verdict:
    if view.school_closed:
        return left(view)
    fix = verdict(
        view.case,
        "notice.left_in_dapodik",
        Remedy.FIX_DAPODIK,
        account=account,
        until=_deadline(view, account),
        note="Menurut Dapodik pemilik akun tidak aktif; bila keliru, operator memperbaikinya "
        "sebelum akun dihapus.",
    )
    return replace(fix, urgent=True)


def _right_notice(view: View, account: Account) -> Verdict:
    """The records moved on: the other account is there, or is due."""
    present = view.fitting
    if present is None:
        return settle(view) or left(view)
    if present.last_login_at is None:
        return verdict(
            view.case, "other_jenjang.not_used_yet", Remedy.SELF_SERVICE, account=present
        )
    level = view.target.jenjang if view.target else None
    same = account.address.jenjang is level
    rule = "notice.second_account" if same else "notice.old_jenjang"
    return verdict(view.case, rule, Remedy.INFORM, account=account)


@asks("Batas waktu sebelum akun dihapus?", told.instant)
def _deadline(view: View, account: Account) -> datetime | None:
    """The opening of the day the deletion stands for, else of notice + 30 days.

    None when unknown or past.
    """
    term = view.case.terms.deletion_after_days
    noticed = clocks.notice_day(view, account, term_days=term)
    after_notice = noticed + timedelta(days=term) if noticed else None
    day = account.deletion_on or after_notice
    opening = clocks.opening_of(view.case, day) if day else None
    return opening if opening and opening > view.now else None
