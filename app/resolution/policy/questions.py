"""Messages that need no account changed: migration, platforms, sync, follow-ups, other services."""

from dataclasses import replace

from app.reading.claims import Claim
from app.resolution.asked import asks
from app.resolution.policy import told
from app.resolution.policy.claimed import claims
from app.resolution.policy.common import ask, review, verdict
from app.resolution.policy.view import View, named_addresses
from app.resolution.verdict import Case, UsedFact, Verdict
from models.vocabulary import Missing, Remedy, System

REPORT = "laporan yang dituju"
_NOT_THEIRS = "Nomor ini hanya disebut pelapor; tidak ada tanda lain bahwa laporan itu miliknya."


def migration(case: Case, view: View | None) -> Verdict:
    """Takeout where a new account stands beside the old one; else how it works."""
    if view is None or not view.live:
        return verdict(case, "migration.how_to", Remedy.INFORM)
    if view.fitting and view.outdated:
        return verdict(case, "migration.by_hand", Remedy.SELF_SERVICE, account=view.outdated)
    if view.fitting is None:
        return verdict(case, "migration.how_to", Remedy.INFORM, account=view.account)
    if len(view.accounts) > len(view.live):
        why = "Akun lama sudah dihapus; datanya hanya terselamatkan bila akun itu dipulihkan."
        return review(case, "migration.old_account_deleted", why, account=view.fitting)
    return verdict(case, "migration.nothing_moves", Remedy.INFORM, account=view.fitting)


def platform(case: Case, view: View | None) -> Verdict:
    """The account is fine: which account to use there, and who helps with that service."""
    if claims(case, Claim.ARKAS):
        return review(case, "guard.no_rule", "Akun untuk ARKAS tidak diatur ketentuan mana pun.")
    if view is None or view.account is None:
        return verdict(case, "platform.how_to", Remedy.INFORM)
    return verdict(case, "platform.account_fine", Remedy.INFORM, account=view.account)


def sync_status(case: Case) -> Verdict:
    return verdict(case, "sync.how_it_runs", Remedy.INFORM)


def follow_up(case: Case) -> Verdict:
    """To the report that is named, the requester's own first; else to the latest of theirs.

    Whose report a named one is stays unsaid to the requester; the agent is told.
    """
    report = _report_meant(case)
    if report is None:
        return ask(case, "follow_up.which_report", Missing.REPORT_NUMBER)
    note = "" if report in case.history else _NOT_THEIRS
    linked = verdict(case, "follow_up.known_report", Remedy.LINK_REPORT, note=note)
    fact = UsedFact(REPORT, report, System.LOKET, case.dossier.read_at)
    return replace(linked, facts=(fact, *linked.facts))


def out_of_scope(case: Case) -> Verdict:
    """Who is responsible; accounts outside schools have rules that are not published."""
    if _names_non_school(case):
        return review(
            case, "scope.non_school", "Akun di luar satuan pendidikan: ketentuannya belum terbit."
        )
    return verdict(case, "scope.other_service", Remedy.REFER_OUT)


@asks("Laporan terdahulu yang dituju?", told.report)
def _report_meant(case: Case) -> str | None:
    named = case.facts.report_numbers
    known = [*(each for each in named if each in case.history), *named]
    known += sorted(case.history, key=_as_number, reverse=True)
    return known[0] if known else None


@asks("Akun yang disebut di luar satuan pendidikan?", told.yes_no)
def _names_non_school(case: Case) -> bool:
    return any(each.is_non_school for each in named_addresses(case))


def _as_number(report: str) -> int:
    return int("".join(each for each in report if each.isdecimal()) or 0)
