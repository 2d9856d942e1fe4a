"""What the records entitle to, against the accounts that exist: the judgement many rules share."""

from dataclasses import replace
from datetime import date, timedelta

from app.kit.clock import wib_day
from app.kit.tanggal import long_day
from app.lookup.dossier import Account, Placement
from app.resolution.asked import asks
from app.resolution.naming import role_address
from app.resolution.policy import clocks, told
from app.resolution.policy.common import review, verdict
from app.resolution.policy.view import SUPPORT_STAFF, View, version
from app.resolution.verdict import Verdict
from models.vocabulary import Category, Peran, Remedy, WhoActs

# Rules with a second version, and what it is.
_RESTORABLE, _ALWAYS_NEW = "deleted.within_20_days", 2
_RENAME, _AT_ONCE = "role_change.after_14_days", 2
_REPLACE, _ONLY_NEW = "other_jenjang.after_3_days", 2


def settle(view: View) -> Verdict | None:
    """What the records ask for; None when an account fits them, or nothing entitles to one."""
    if view.target is None or view.fitting:
        return None
    if view.target.sent is False:
        return not_sent(view)
    if view.same_jenjang:
        return _role_part(view, view.target, view.same_jenjang)
    if view.restorable and version(view, _RESTORABLE) != _ALWAYS_NEW:
        return _restore(view, view.restorable)
    if view.outdated and view.target.is_home:
        return _other_jenjang(view, view.outdated)
    return _new_account(view, view.target)


def not_sent(view: View) -> Verdict:
    """Entered at the school but not sent: nobody else can act, and nothing can be promised."""
    waiting = verdict(
        view.case,
        "guard.not_sent",
        Remedy.WAIT_FOR_SYNC,
        account=view.account,
        note="Data sudah diisi di Dapodik sekolah tetapi belum terkirim.",
    )
    return replace(waiting, who_acts=WhoActs.OPERATOR)


def _restore(view: View, account: Account) -> Verdict:
    """Urgent in the last days: after day 20 nothing can bring the data back."""
    gone_on = wib_day(account.deleted_at or view.now)
    last_day = gone_on + timedelta(days=view.case.terms.restorable_days)
    restore = verdict(
        view.case,
        _RESTORABLE,
        Remedy.RESTORE_ACCOUNT,
        account=account,
        note=f"Pemulihan hanya mungkin sampai {long_day(last_day)}.",
    )
    reminder = timedelta(days=view.case.terms.deletion_reminder_days)
    ends_soon = last_day - view.today <= reminder
    return replace(restore, urgent=ends_soon)


def _new_account(view: View, target: Placement) -> Verdict:
    if target.jenjang is None:
        return review(view.case, "new.unknown_jenjang", "Jenjang sekolah tidak diketahui.")
    if view.new_peran is None:
        return review(
            view.case,
            SUPPORT_STAFF,
            "Peran akun untuk jenis PTK ini tidak diatur dalam ketentuan yang diterbitkan.",
        )
    return _instead_of_deleted(view, target) or _by_the_clock(view)


def _instead_of_deleted(view: View, target: Placement) -> Verdict | None:
    """Whoever had an account waits for no clock."""
    if view.restorable:
        return verdict(view.case, _RESTORABLE, Remedy.ISSUE_ACCOUNT)
    if view.deleted:
        return verdict(view.case, "deleted.after_20_days", Remedy.ISSUE_ACCOUNT)
    if view.case.category is Category.ACCOUNT_DELETED and target.since is None:
        return verdict(view.case, "deleted.never_was", Remedy.ISSUE_ACCOUNT)
    if not target.is_home and view.live and target.since is None:
        return verdict(view.case, "new.second_jenjang", Remedy.ISSUE_ACCOUNT)
    return None


def _by_the_clock(view: View) -> Verdict:
    due = clocks.new_account_day(view)
    if not clocks.is_reached(view, due):
        return verdict(
            view.case,
            "new.within_3_working_days",
            Remedy.WAIT_FOR_SYNC,
            until=clocks.opening_of(view.case, due),
            note=_undated(view),
        )
    return verdict(view.case, _rule_of_new(view), Remedy.ISSUE_ACCOUNT)


def _rule_of_new(view: View) -> str:
    if view.target and view.target.peran is None:
        return SUPPORT_STAFF
    second = view.live and view.target and not view.target.is_home
    return "new.second_jenjang" if second else "new.after_3_working_days"


def _role_part(view: View, target: Placement, account: Account) -> Verdict:
    """Rename on notice + 14 days, or once the version in force says so without any notice."""
    if Peran.SISWA in (target.peran, account.address.peran) or account.address.peran is None:
        return review(
            view.case,
            "guard.not_entitled",
            "Jenis akun tidak sesuai dengan jenis catatan di Dapodik.",
            account=account,
        )
    noticed = clocks.notice_day(view, account, term_days=view.case.terms.rename_after_days)
    due = _rename_day(view, target, noticed)
    if not clocks.is_reached(view, due):
        return verdict(
            view.case,
            "role_change.within_14_days",
            Remedy.WAIT_FOR_SYNC,
            account=account,
            until=clocks.opening_of(view.case, due),
            note="" if noticed else _undated(view),
        )
    if _is_taken(view, target, account):
        why = "Alamat yang sesuai dengan peran di Dapodik sudah dipakai akun lain."
        return review(view.case, "role_change.address_taken", why, account=account)
    note = "" if noticed else "Tidak ada pemberitahuan yang tercatat; dihitung dari Dapodik."
    return verdict(view.case, _RENAME, Remedy.RENAME_ACCOUNT, account=account, note=note)


@asks("Alamat yang baru sudah dipakai akun lain?", told.yes_no)
def _is_taken(view: View, target: Placement, account: Account) -> bool:
    """Whether another live account has the address that is due."""
    if target.peran is None or target.jenjang is None:
        return False
    wanted = role_address(account, target.peran, target.jenjang)
    others = (each for each in view.case.dossier.live_accounts if each is not account)
    return any(wanted in (each.address, *each.aliases) for each in others)


def _undated(view: View) -> str:
    """Warns where the term runs from the last extract and so would never end by itself."""
    if view.target and view.target.since:
        return ""
    return "Tanggal mulai tidak tercatat di Dapodik; tenggat dihitung dari data terakhir."


@asks("Kapan alamat akun seharusnya berganti?", told.day)
def _rename_day(view: View, target: Placement, noticed: date | None) -> date:
    after = view.case.terms.rename_after_days
    if noticed:
        return noticed + timedelta(days=after)
    if version(view, _RENAME) == _AT_ONCE:
        return view.today
    shown_since = target.since or clocks.extract_day(view.case)
    return shown_since + timedelta(days=after + 1)


def _other_jenjang(view: View, old: Account) -> Verdict:
    """The new account is due on notice + 3 days, without a notice like any new account."""
    due = _new_jenjang_day(view, old)
    if view.target and (view.target.peran is None or view.target.jenjang is None):
        return _new_account(view, view.target)
    if not clocks.is_reached(view, due):
        return verdict(
            view.case,
            "other_jenjang.within_3_days",
            Remedy.WAIT_FOR_SYNC,
            account=old,
            until=clocks.opening_of(view.case, due),
        )
    only_new = version(view, _REPLACE) == _ONLY_NEW
    remedy = Remedy.ISSUE_ACCOUNT if only_new else Remedy.REPLACE_ACCOUNT
    return verdict(view.case, _REPLACE, remedy, account=old)


@asks("Kapan akun pada jenjang baru seharusnya ada?", told.day)
def _new_jenjang_day(view: View, old: Account) -> date:
    terms = view.case.terms
    noticed = clocks.notice_day(view, old, term_days=terms.deletion_after_days)
    if noticed:
        return noticed + timedelta(days=terms.new_jenjang_after_days)
    return clocks.new_account_day(view)
