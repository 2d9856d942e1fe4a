"""The rule book: one module per group of categories, each rule resting on a statement."""

from collections.abc import Callable
from dataclasses import replace

from app.linking.bare import is_bare_follow_up
from app.lookup.dossier import Account, Match
from app.resolution.asked import Asked, asks
from app.resolution.policy import (
    correction,
    guards,
    missing,
    notice,
    questions,
    recovery,
    role_change,
    sign_in,
    told,
    transfer,
    unmatched,
    vouching,
)
from app.resolution.policy.book import RULES
from app.resolution.policy.common import ask, review
from app.resolution.policy.entitlement import settle
from app.resolution.policy.view import View, stated_addresses, view
from app.resolution.verdict import Case, Verdict
from models.vocabulary import Category, Missing

__all__ = ["RULES", "decide"]


def decide(case: Case) -> Verdict:
    """Exactly one verdict, without steps, for any case.

    An account is changed only when one person is meant and the records are fresh; access is
    handed over only to a verified requester. `because` tells what was asked on the way.
    """
    case = replace(case, asked=Asked())
    return replace(_decide(vouching.admitted(case)), because=case.asked.steps)


def _decide(case: Case) -> Verdict:
    if not _has_rules(case):
        if case.category is None:
            return ask(case, "guard.which_problem", Missing.WHICH_PROBLEM)
        return review(case, "guard.no_rule", "Belum ada aturan untuk kategori tambahan ini.")
    person = _meant(case).person
    seen = view(case, person) if person else None
    judged = questions.follow_up(case) if _asks_after_own(case) else _question(case, seen)
    if judged is None:
        judged = _of_person(seen) if seen else unmatched.decide(case)
    return guards.after(judged, case)


@asks("Ada aturan untuk masalah yang dilaporkan?", told.yes_no)
def _has_rules(case: Case) -> bool:
    return case.category is not None and not case.category.is_added


@asks("Siapa yang dimaksud?", told.match)
def _meant(case: Case) -> Match:
    return case.dossier.match


def _of_person(seen: View) -> Verdict:
    return guards.before(seen) or _unlinked(seen) or _RULE_OF[seen.case.category](seen)


def _question(case: Case, seen: View | None) -> Verdict | None:
    """The categories that need no person."""
    match case.category:
        case Category.DATA_MIGRATION:
            return questions.migration(case, seen)
        case Category.PLATFORM_ACCESS:
            return (_broken_account(seen) if seen else None) or questions.platform(case, seen)
        case Category.SYNC_STATUS:
            return questions.sync_status(case)
        case Category.FOLLOW_UP:
            return questions.follow_up(case)
        case Category.OUT_OF_SCOPE:
            return questions.out_of_scope(case)
        case _:
            return None


@asks("Hanya menanyakan laporan terdahulu?", told.yes_no)
def _asks_after_own(case: Case) -> bool:
    """No more than after an earlier report, of which one is known to be the requester's."""
    if case.dossier.person or not case.history:
        return False
    return is_bare_follow_up(case.category, case.facets, case.facts)


def _broken_account(seen: View) -> Verdict | None:
    """What is wrong with the account after all, although the message says another service fails."""
    fitting = seen.fitting
    if seen.target is None or (fitting and not fitting.suspended):
        return None
    account = seen.account
    if account is None or not account.is_live or account.suspended:
        return sign_in.no_way_in(seen)
    return settle(seen)


def _unlinked(seen: View) -> Verdict | None:
    """The account named is of no school, or of nobody by person id: a rule could only guess."""
    meant = _named_of_no_school(seen)
    if meant:
        why = "Akun di luar satuan pendidikan: ketentuannya belum terbit."
        return review(seen.case, "guard.non_school", why, account=meant)
    account = _named_of_nobody(seen)
    if account is None:
        return None
    why = "Akun yang disebut tidak terhubung dengan orang mana pun di Dapodik."
    return review(seen.case, "guard.unlinked_account", why, account=account)


@asks("Akun yang disebut tetapi di luar satuan pendidikan?", told.account)
def _named_of_no_school(seen: View) -> Account | None:
    meant = seen.account
    named = stated_addresses(seen.case)
    return meant if meant and meant.address.jenjang is None and meant.address in named else None


@asks("Akun yang disebut tetapi tidak terhubung dengan siapa pun?", told.account)
def _named_of_nobody(seen: View) -> Account | None:
    named = stated_addresses(seen.case)
    for account in seen.case.dossier.accounts:
        if account.person_id is None and account.address in named and not seen.accounts:
            return account
    return None


_RULE_OF: dict[Category | None, Callable[[View], Verdict]] = {
    Category.ACCOUNT_NOT_FOUND: missing.decide,
    Category.NO_ACCOUNT_STAFF: missing.decide,
    Category.NO_ACCOUNT_STUDENT: missing.decide,
    Category.ACCOUNT_DELETED: recovery.deleted,
    Category.DELETION_NOTICE: notice.decide,
    Category.ACCOUNT_SUSPENDED: sign_in.suspended,
    Category.ROLE_CHANGE: role_change.decide,
    Category.TRANSFER_SAME_LEVEL: transfer.same_level,
    Category.TRANSFER_OTHER_LEVEL: transfer.other_level,
    Category.PASSWORD_RESET: sign_in.password,
    Category.ACTIVATION: sign_in.activation,
    Category.DATA_CORRECTION: correction.decide,
}
