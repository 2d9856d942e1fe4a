"""Getting in: `password_reset`, `activation` and `account_suspended`."""

from app.lookup.dossier import Account
from app.reading.claims import Claim
from app.resolution.asked import asks
from app.resolution.policy import told
from app.resolution.policy.claimed import claims
from app.resolution.policy.common import verdict
from app.resolution.policy.contact import first_sign_in, has_live_contact
from app.resolution.policy.entitlement import settle
from app.resolution.policy.recovery import deleted, left
from app.resolution.policy.suspension import suspended as judge_suspended
from app.resolution.policy.view import View
from app.resolution.policy.vouching import is_admitted
from app.resolution.verdict import Verdict
from models.vocabulary import PersonKind, Relation, Remedy


def password(view: View) -> Verdict:
    """The owner alone where a recovery contact lives; the school's people where none does."""
    account = view.account
    if account is None or not account.is_live or account.suspended:
        return no_way_in(view)
    if account.last_login_at is None:
        return first_sign_in(view.case, account, via_operator=_through_school(view))
    if view.target and is_admitted(view.case) and not has_live_contact(view.case, account):
        return verdict(view.case, "password.vouched", Remedy.RESET_PASSWORD, account=account)
    return _own_means(view, account)


def _own_means(view: View, account: Account) -> Verdict:
    """What is left without the school's word."""
    if claims(view.case, Claim.NEW_CONTACT):
        return _contact_first(view, account)
    if has_live_contact(view.case, account):
        return verdict(view.case, "password.self_service", Remedy.SELF_SERVICE, account=account)
    if view.target and _asks_for_school(view):
        return verdict(view.case, "password.by_school", Remedy.RESET_PASSWORD, account=account)
    return _contact_first(view, account)


def _contact_first(view: View, account: Account) -> Verdict:
    """Recovery contacts are only ever changed through Dapodik."""
    return verdict(
        view.case,
        "password.contact_first",
        Remedy.FIX_DAPODIK,
        account=account,
        note="Kontak pemulihan pada akun kosong, tidak dapat dipakai, atau hendak diganti.",
    )


def activation(view: View) -> Verdict:
    """The first sign-in is the owner's; a lost initial password is the operator's to hand out."""
    account = view.account
    if account is None or not account.is_live or account.suspended:
        return no_way_in(view)
    if account.last_login_at is None:
        return first_sign_in(view.case, account, via_operator=_through_school(view))
    return password(view)


def suspended(view: View) -> Verdict:
    """The suspended account where there is one, else the one that is named."""
    account = view.account
    if account is None or not account.is_live:
        shut = [each for each in view.live if each.suspended]
        return judge_suspended(view, shut[0]) if shut else deleted(view)
    return judge_suspended(view, account)


def no_way_in(view: View) -> Verdict:
    """No account, a deleted one, or one that is shut."""
    account = view.account
    if account is None:
        return settle(view) or left(view)
    if account.is_live and account.suspended:
        return judge_suspended(view, account)
    return deleted(view)


@asks("Pelapor operator atau kepala sekolah yang terverifikasi?", told.yes_no)
def _asks_for_school(view: View) -> bool:
    asker = view.case.dossier.requester
    return asker.verified and asker.relation in (Relation.OPERATOR, Relation.HEAD)


@asks("Kata sandi awal diserahkan lewat operator?", told.yes_no)
def _through_school(view: View) -> bool:
    """Students and people someone else writes for get their first password from the operator."""
    facets = view.case.facets
    return view.person.kind is PersonKind.STUDENT or facets.on_behalf or facets.many_subjects
