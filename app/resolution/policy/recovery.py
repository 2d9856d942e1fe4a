"""People who left and accounts that are gone: judged alike wherever they come up."""

from app.reading.claims import Claim
from app.resolution.asked import asks
from app.resolution.policy import told
from app.resolution.policy.claimed import claims
from app.resolution.policy.common import verdict
from app.resolution.policy.entitlement import settle
from app.resolution.policy.suspension import suspended
from app.resolution.policy.view import View
from app.resolution.verdict import Verdict
from models.vocabulary import ExitReason, Relation, Remedy

_GONE_FOR_GOOD = frozenset(
    {
        ExitReason.GRADUATED,
        ExitReason.EXPELLED,
        ExitReason.DROPPED_OUT,
        ExitReason.DIED,
        ExitReason.RETIRED,
    }
)


def left(view: View) -> Verdict:
    """Nobody without an open placement keeps an account: say so, or who corrects the record."""
    if view.school_closed:
        return verdict(view.case, "left.school_closed", Remedy.INFORM, account=view.account)
    if view.exit_reason in _GONE_FOR_GOOD or _left_the_ministry(view):
        return verdict(view.case, "left.no_account_any_more", Remedy.INFORM, account=view.account)
    return verdict(
        view.case,
        "left.correct_dapodik",
        Remedy.FIX_DAPODIK,
        account=view.account,
        note="Menurut Dapodik orang ini tidak aktif di sekolah mana pun.",
    )


def _left_the_ministry(view: View) -> bool:
    """Moved by the record, to a madrasah by the message: no other school will pull them."""
    moved = view.exit_reason is ExitReason.TRANSFERRED
    return moved and claims(view.case, Claim.TO_MADRASAH)


def deleted(view: View) -> Verdict:
    """Restore, issue or explain a deleted account; retire a live one when its owner left."""
    if view.target is None:
        return _owner_left(view)
    settled = settle(view)
    if settled or not view.fitting:
        return settled or left(view)
    if view.fitting.suspended:
        return suspended(view, view.fitting)
    if _asks_to_close(view):
        return verdict(
            view.case,
            "deleted.close_not_in_dapodik",
            Remedy.FIX_DAPODIK,
            account=view.fitting,
            note="Pemilik akun masih aktif; akun ditutup setelah ia keluar di Dapodik.",
        )
    if view.fitting.last_login_at is None:
        return verdict(view.case, "new.not_used_yet", Remedy.SELF_SERVICE, account=view.fitting)
    return verdict(view.case, "new.already_there", Remedy.KEEP_ACCOUNT, account=view.fitting)


def _owner_left(view: View) -> Verdict:
    moving = view.exit_reason is ExitReason.TRANSFERRED and not view.school_closed
    live = next((each for each in view.live if not each.suspended), None)
    if live and not moving:
        account = view.account if view.account in view.live else live
        return verdict(
            view.case, "deleted.close_on_request", Remedy.RETIRE_ACCOUNT, account=account
        )
    if moving or not view.person.placements:
        return left(view)
    return verdict(view.case, "left.no_account_any_more", Remedy.INFORM, account=view.account)


@asks("Orang lain meminta akun yang berfungsi ditutup?", told.yes_no)
def _asks_to_close(view: View) -> bool:
    """Someone else writes about an account that works: the wish is to have it closed."""
    asker = view.case.dossier.requester.relation
    return view.case.facets.on_behalf or asker in (Relation.OPERATOR, Relation.HEAD)
