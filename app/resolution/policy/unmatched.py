"""Nobody, or more than one person, of the records is meant: what is still to be said or asked."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.lookup.dossier import Account
from app.reading.claims import Claim
from app.resolution.asked import asks
from app.resolution.policy import told
from app.resolution.policy.claimed import claims
from app.resolution.policy.common import ask, review, verdict
from app.resolution.policy.contact import unlinked
from app.resolution.policy.suspension import unknown_account
from app.resolution.policy.view import named_addresses, stated_addresses
from app.resolution.verdict import Case, Verdict
from models.vocabulary import Category, MatchStatus, Missing, Remedy, WhoActs

# Words of a sender's line that is no person's name.
_OFFICE = frozenset(
    [
        "admin",
        "akun",
        "dapodik",
        "dinas",
        "guru",
        "kami",
        "kelas",
        "kepala",
        "office",
        "operator",
        "ops",
        "paud",
        "pkbm",
        "saya",
        "school",
        "sd",
        "sdn",
        "sekolah",
        "siswa",
        "slb",
        "sma",
        "sman",
        "smk",
        "smkn",
        "smp",
        "smpn",
        "tata",
        "tk",
        "tu",
        "usaha",
        "yayasan",
    ]
)
_SIGN_IN = frozenset({Category.PASSWORD_RESET, Category.ACTIVATION})
_NAMES_ACCOUNT = _SIGN_IN | {
    Category.ACCOUNT_DELETED,
    Category.ACCOUNT_SUSPENDED,
    Category.DELETION_NOTICE,
}


def decide(case: Case) -> Verdict:
    """Never a change: ask for exactly what is missing, or have the record entered."""
    if case.dossier.match.status is MatchStatus.AMBIGUOUS:
        return ask(case, "guard.which_person", Missing.WHICH_PERSON)
    account = _named_account(case)
    if _is_non_school(case, account):
        return review(
            case,
            "guard.non_school",
            "Akun di luar satuan pendidikan: ketentuannya belum terbit.",
            account=account,
        )
    if account and case.category in _SIGN_IN:
        return unlinked(case, account)
    if case.category is Category.ACCOUNT_SUSPENDED:
        return _suspended(case, account)
    missing = _unknown(case)
    if missing:
        return ask(case, "guard.who_is_meant", *missing, account=account)
    return _not_in_dapodik(case)


def _not_in_dapodik(case: Case) -> Verdict:
    """Name and school are known, and the records show no such person there."""
    rule = _FIX_RULE.get(case.category)
    if rule is None:
        more = () if stated_addresses(case) else (Missing.ACCOUNT_ADDRESS,)
        return ask(case, "unmatched.ask_more", Missing.BIRTH_DATE, *more)
    fix = verdict(
        case,
        rule,
        Remedy.FIX_DAPODIK,
        note="Tidak ada orang dengan nama itu di sekolah tersebut menurut Dapodik.",
    )
    if case.category is Category.NO_ACCOUNT_STAFF:
        fix = replace(fix, who_acts=WhoActs.DINAS)
    return replace(fix, urgent=case.category is Category.DELETION_NOTICE)


def _suspended(case: Case, account: Account | None) -> Verdict:
    if account and not account.suspended:
        return verdict(case, "suspended.is_active", Remedy.KEEP_ACCOUNT, account=account)
    asked = unknown_account(case)
    if account:
        rest = tuple(each for each in asked.missing if each is not Missing.ACCOUNT_ADDRESS)
        asked = replace(asked, missing=rest)
    return replace(asked, missing=asked.missing or (Missing.BIRTH_DATE,))


@asks("Keterangan yang masih kurang untuk mencari orangnya?", told.missing)
def _unknown(case: Case) -> tuple[Missing, ...]:
    return tuple(_missing(case))


def _missing(case: Case) -> Iterator[Missing]:
    """What a look-up by name and school still lacks; the account's address where one is meant."""
    facts, dossier = case.facts, case.dossier
    named = facts.person_names or _is_personal(dossier.as_written)
    identified = facts.nik or facts.nuptk or facts.nip or facts.nisn
    if not (named or identified) or dossier.match.status is MatchStatus.NOT_GIVEN:
        yield Missing.NAME
    if not dossier.schools:
        yield Missing.NPSN
    elif case.category is Category.NO_ACCOUNT_STUDENT and case.facets.many_subjects and not named:
        yield Missing.GRADE
    if case.category in _NAMES_ACCOUNT and not stated_addresses(case) and not named:
        yield Missing.ACCOUNT_ADDRESS


def _is_personal(written: str | None) -> bool:
    """False for an office such as "Operator SDN 2": its absence from the records says nothing."""
    return bool(written) and _OFFICE.isdisjoint(re.findall(r"[a-z]+", (written or "").lower()))


@asks("Akun yang disebut?", told.account)
def _named_account(case: Case) -> Account | None:
    """The one live account the look-up found, when the message names it."""
    named = stated_addresses(case)
    found = [
        each
        for each in case.dossier.live_accounts
        if not named.isdisjoint({each.address, *each.aliases})
    ]
    return found[0] if len(found) == 1 else None


@asks("Akun di luar satuan pendidikan?", told.yes_no)
def _is_non_school(case: Case, account: Account | None) -> bool:
    named = {account.address} if account else named_addresses(case)
    if not named:
        return claims(case, Claim.OF_DINAS) and not case.dossier.schools
    return all(each.is_non_school for each in named)


_FIX_RULE: dict[Category | None, str] = {
    Category.ACCOUNT_NOT_FOUND: "unmatched.enter_in_dapodik",
    Category.NO_ACCOUNT_STAFF: "unmatched.enter_in_dapodik",
    Category.NO_ACCOUNT_STUDENT: "unmatched.enter_student",
    Category.TRANSFER_SAME_LEVEL: "unmatched.pull_to_school",
    Category.TRANSFER_OTHER_LEVEL: "unmatched.pull_to_school",
    Category.ROLE_CHANGE: "role_change.not_in_dapodik",
    Category.ACCOUNT_DELETED: "unmatched.record_gone",
    Category.DELETION_NOTICE: "unmatched.record_gone",
}
