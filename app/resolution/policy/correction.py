"""Wrong data on the account, and two accounts of one person: `data_correction`."""

import re

from app.lookup.dossier import Account
from app.reading.claims import Claim
from app.resolution.asked import asks
from app.resolution.policy import told
from app.resolution.policy.claimed import claims
from app.resolution.policy.clocks import next_extract
from app.resolution.policy.common import review, verdict
from app.resolution.policy.entitlement import settle
from app.resolution.policy.recovery import left
from app.resolution.policy.view import View, fits, is_needed, is_unshown_school, stated_addresses
from app.resolution.verdict import Verdict
from models.vocabulary import Remedy


def decide(view: View) -> Verdict:
    """Two accounts first; then school, then what has yet to follow, then the identity itself."""
    if view.target is None:
        return left(view)
    pair = _same_jenjang_pair(view)
    if pair:
        return _two_accounts(view, pair)
    if _names_an_alias(view):
        return verdict(
            view.case,
            "correction.alias",
            Remedy.KEEP_ACCOUNT,
            account=view.account,
            note="Alamat kedua adalah alias dari akun yang sama, bukan akun lain.",
        )
    if claims(view.case, Claim.NEW_USERNAME):
        return verdict(view.case, "correction.user_id", Remedy.KEEP_ACCOUNT, account=view.account)
    if is_unshown_school(view) or _claims_other_level(view):
        return verdict(view.case, "correction.assignment", Remedy.FIX_DAPODIK, account=view.account)
    return _data_on_account(view)


def _data_on_account(view: View) -> Verdict:
    account = view.fitting
    if account and _lags_behind(view, account):
        return verdict(
            view.case,
            "correction.follows_dapodik",
            Remedy.WAIT_FOR_SYNC,
            account=account,
            until=next_extract(view.case),
            note="Data di Dapodik sudah berbeda dari data pada akun; akun menyusul.",
        )
    settled = settle(view) if view.live and view.case.facts.to_role else None
    return settled or verdict(
        view.case, "correction.identity", Remedy.FIX_VERVAL, account=view.account
    )


def _two_accounts(view: View, pair: tuple[Account, Account]) -> Verdict:
    """Retire the unused one, or the one whose role part the record does not support."""
    doubtful = _doubtful(view, pair)
    others = [each for each in pair if each not in doubtful]
    if (
        len(doubtful) == 1
        and (_is_used(others[0]) or not _is_used(doubtful[0]))
        and not is_needed(doubtful[0].address, view.open_placements, view.live)
    ):
        return verdict(
            view.case, "correction.two_accounts", Remedy.RETIRE_ACCOUNT, account=doubtful[0]
        )
    return review(
        view.case,
        "correction.two_used_accounts",
        "Dua akun pada satu jenjang, dan catatan tidak menunjukkan mana yang harus ditutup.",
        account=view.account,
    )


@asks("Akun yang tidak didukung Dapodik atau tidak dipakai?", told.accounts)
def _doubtful(view: View, pair: tuple[Account, Account]) -> tuple[Account, ...]:
    """Those whose role part the record does not support, else those never used."""
    unsupported = tuple(each for each in pair if _is_unsupported(view, each))
    return unsupported or tuple(each for each in pair if not _is_used(each))


def _is_used(account: Account) -> bool:
    return account.last_login_at is not None


@asks("Dua akun pada satu jenjang?", lambda pair: told.accounts(pair or ()))
def _same_jenjang_pair(view: View) -> tuple[Account, Account] | None:
    for first in view.live:
        for second in view.live:
            if first is not second and first.address.jenjang is second.address.jenjang:
                return first, second
    return None


def _is_unsupported(view: View, account: Account) -> bool:
    return not any(fits(account, each) for each in view.open_placements)


@asks("Alamat kedua yang disebut hanya alias?", told.yes_no)
def _names_an_alias(view: View) -> bool:
    named = stated_addresses(view.case)
    return any(not named.isdisjoint(each.aliases) and each.address in named for each in view.live)


@asks("Jenjang menurut laporan lain daripada Dapodik?", told.yes_no)
def _claims_other_level(view: View) -> bool:
    claimed = view.case.facts.to_level
    return claimed is not None and view.target is not None and view.target.jenjang is not claimed


@asks("Data pada akun tertinggal dari Dapodik?", told.yes_no)
def _lags_behind(view: View, account: Account) -> bool:
    """Whether the record's name or school is newer than the account's."""
    npsn = view.target.npsn if view.target else None
    other_school = account.npsn is not None and account.npsn != npsn
    other_name = bool(account.name) and _plain(account.name) != _plain(view.person.name)
    return other_school or other_name


def _plain(name: str) -> str:
    """Letters only; academic titles after a comma do not count."""
    return re.sub(r"[^a-z]+", " ", name.partition(",")[0].lower()).strip()
