"""What holds a verdict back whatever the rule says: age of the records, identity, proof."""

from dataclasses import replace

from app.resolution.policy import clocks
from app.resolution.policy.common import (
    CHANGES,
    HANDS_OVER_ACCESS,
    ask,
    review,
    verdict,
)
from app.resolution.policy.entitlement import not_sent
from app.resolution.policy.view import View
from app.resolution.verdict import Case, Verdict
from models.vocabulary import Category, MatchStatus, Missing, Remedy

# Whatever is concluded here is concluded from Dapodik, so its age matters even to a "no".
RESTS_ON_DAPODIK = frozenset(
    {
        Category.ACCOUNT_NOT_FOUND,
        Category.NO_ACCOUNT_STAFF,
        Category.NO_ACCOUNT_STUDENT,
        Category.ACCOUNT_DELETED,
        Category.DELETION_NOTICE,
        Category.ROLE_CHANGE,
        Category.TRANSFER_SAME_LEVEL,
        Category.TRANSFER_OTHER_LEVEL,
        Category.DATA_CORRECTION,
    }
)
_CONCLUDES_FROM_RECORDS = CHANGES | {Remedy.FIX_DAPODIK, Remedy.FIX_VERVAL, Remedy.INFORM}
NO_AUTHORITY = "list.no_authority"
_NOT_THEIRS = (
    "Pelapor tidak tercatat sebagai operator atau kepala sekolah orang ini saat ini, jadi tidak "
    "ada yang diubah."
)
# A date in these messages is that of a notice or a failed sign-in, not of a change in Dapodik.
_DATED_OTHERWISE = ("notice.", "password.", "suspended.")


def before(view: View) -> Verdict | None:
    """A verdict before any rule is asked; None where the rules may speak."""
    case = view.case
    if case.dossier.unavailable:
        return _away(case)
    if case.category not in RESTS_ON_DAPODIK:
        return None
    if case.dossier.is_stale(case.now):
        return _stale(case)
    if view.is_unsent:
        waiting = not_sent(view)
        return replace(waiting, urgent=case.category is Category.DELETION_NOTICE)
    return None


def after(judged: Verdict, case: Case) -> Verdict:
    """The verdict itself, or what takes its place until it may be carried out."""
    concludes = judged.remedy in CHANGES or (
        case.category in RESTS_ON_DAPODIK and judged.remedy in _CONCLUDES_FROM_RECORDS
    )
    if concludes and case.dossier.unavailable:
        return _away(case)
    if judged.remedy in CHANGES and case.dossier.match.status is not MatchStatus.MATCHED:
        return review(case, "guard.who_is_meant", "Orang yang dimaksud belum pasti.")
    if concludes and case.dossier.is_stale(case.now):
        return _stale(case)
    if _is_changed_since(judged, case):
        return verdict(
            case,
            "guard.changed_after_extract",
            Remedy.WAIT_FOR_SYNC,
            until=clocks.next_extract(case),
            note="Perubahan dilaporkan setelah data terakhir diambil dari Dapodik.",
        )
    return judged if case.dossier.requester.verified else _unverified(judged, case)


def _is_changed_since(judged: Verdict, case: Case) -> bool:
    return (
        judged.remedy in (Remedy.FIX_DAPODIK, Remedy.FIX_VERVAL)
        and not judged.rule.startswith(_DATED_OTHERWISE)
        and case.category is not Category.DELETION_NOTICE
        and clocks.changed_after_extract(case)
    )


def _unverified(judged: Verdict, case: Case) -> Verdict:
    """Access is handed over to nobody unknown, and nothing of a list changes for them.

    Whoever sends a list answers for everyone on it; a report of one person may be anyone's.
    Where the records alone support the change, a colleague may still find a way.
    """
    if judged.remedy in HANDS_OVER_ACCESS:
        rule = NO_AUTHORITY if case.is_listed else "guard.not_verified"
        asked = ask(case, rule, Missing.PROOF_OF_REQUESTER)
        return replace(asked, facts=judged.facts, note=_NOT_THEIRS if case.is_listed else "")
    if case.is_listed and judged.remedy in CHANGES:
        return replace(review(case, NO_AUTHORITY, _NOT_THEIRS), facts=judged.facts)
    return judged


def _stale(case: Case) -> Verdict:
    waiting = verdict(
        case,
        "guard.stale_records",
        Remedy.WAIT_FOR_SYNC,
        until=clocks.next_extract(case),
        note="Data Dapodik berumur lebih dari 48 jam; keputusan ditunda sampai data baru tiba.",
    )
    return replace(waiting, urgent=case.category is Category.DELETION_NOTICE)


def _away(case: Case) -> Verdict:
    systems = ", ".join(each.value for each in case.dossier.unavailable)
    return review(case, "guard.system_away", f"Sistem tidak menjawab: {systems}.")
