"""What holds a verdict back whatever the rule says: age of the records, identity, proof."""

from collections.abc import Collection
from dataclasses import replace

from app.lookup.contacts import personal_mail
from app.lookup.dossier import Requester
from app.resolution.asked import asks
from app.resolution.policy import clocks, told, vouching
from app.resolution.policy.book import RULES
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
from models.vocabulary import Category, MatchStatus, Missing, Remedy, System

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
    if _silent(case):
        return _away(case)
    if case.category not in RESTS_ON_DAPODIK:
        return None
    if clocks.is_stale(case):
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
    if concludes and _silent(case):
        return _away(case)
    if judged.remedy in CHANGES and case.dossier.match.status is not MatchStatus.MATCHED:
        return review(case, "guard.who_is_meant", "Orang yang dimaksud belum pasti.")
    if concludes and clocks.is_stale(case):
        return _stale(case)
    if _is_changed_since(judged, case):
        return verdict(
            case,
            "guard.changed_after_extract",
            Remedy.WAIT_FOR_SYNC,
            until=clocks.next_extract(case),
            note="Perubahan dilaporkan setelah data terakhir diambil dari Dapodik.",
        )
    if _needs_proof(judged, case) and not _requester(case).verified:
        return _unproven(judged, case)
    return _on_the_schools_word(judged, case)


def _needs_proof(judged: Verdict, case: Case) -> bool:
    """Access is handed over to nobody unknown; whoever sends a list answers for all of it."""
    return judged.remedy in HANDS_OVER_ACCESS or (case.is_listed and judged.remedy in CHANGES)


def _unproven(judged: Verdict, case: Case) -> Verdict:
    """Where the records alone support the change of a list, a colleague may still find a way."""
    if case.is_listed and judged.remedy not in HANDS_OVER_ACCESS:
        return replace(review(case, NO_AUTHORITY, _NOT_THEIRS), facts=judged.facts)
    rule = NO_AUTHORITY if case.is_listed else "guard.not_verified"
    asked = ask(case, rule, Missing.PROOF_OF_REQUESTER)
    return replace(asked, facts=judged.facts, note=_NOT_THEIRS if case.is_listed else "")


def _on_the_schools_word(judged: Verdict, case: Case) -> Verdict:
    """Under its own rule, so that everybody sees what the hand-over rests on.

    Where the owner has an address of their own, they answer for themselves.
    """
    rule = vouching.reworded(judged, case)
    if rule is None:
        return judged
    if _has_own_mail(case):
        return _unproven(judged, case)
    entry = RULES[rule].under(case.terms)
    source = entry.source(case.terms)
    return replace(judged, rule=rule, rule_version=entry.number, source=source)


@asks("Pemilik akun punya surel pribadi yang terdaftar?", told.yes_no)
def _has_own_mail(case: Case) -> bool:
    return any(personal_mail(each) for each in case.dossier.accounts_of_person)


@asks("Sistem yang tidak menjawab?", told.systems)
def _silent(case: Case) -> Collection[System]:
    return case.dossier.unavailable


@asks("Pelapor terverifikasi?", told.requester)
def _requester(case: Case) -> Requester:
    return case.dossier.requester


def _is_changed_since(judged: Verdict, case: Case) -> bool:
    return (
        judged.remedy in (Remedy.FIX_DAPODIK, Remedy.FIX_VERVAL)
        and not judged.rule.startswith(_DATED_OTHERWISE)
        and case.category is not Category.DELETION_NOTICE
        and clocks.changed_after_extract(case)
    )


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
