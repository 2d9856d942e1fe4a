"""A suspended account is opened only with the published evidence, and by its owner."""

from collections.abc import Iterator
from dataclasses import replace

from app.kit.working_hours import add_working_days, next_opening
from app.lookup.contacts import is_private
from app.lookup.dossier import Account
from app.resolution.asked import asks
from app.resolution.policy import told
from app.resolution.policy.common import ask, verdict
from app.resolution.policy.view import View, stated_addresses
from app.resolution.verdict import Case, Verdict
from models.vocabulary import Missing, PersonKind, Relation, Remedy

_SCREENSHOT = frozenset({"screenshot", "login_screenshot", "tangkapan_layar", "recording", "video"})
_IDENTITY_CARD = frozenset({"ktp", "nik"})
_POWER_OF_ATTORNEY = frozenset({"power_of_attorney", "surat_kuasa"})
_HEAD_TYPE = "20"


def suspended(view: View, account: Account) -> Verdict:
    """Unsuspend with complete evidence, within 3x24 working-day hours; else ask for the rest."""
    if not account.suspended:
        return verdict(view.case, "suspended.is_active", Remedy.KEEP_ACCOUNT, account=account)
    if view.target is None:
        return verdict(
            view.case,
            "suspended.owner_left",
            Remedy.FIX_DAPODIK,
            account=account,
            note="Menurut Dapodik pemilik akun tidak aktif; akun baru dapat dibuka setelah aktif.",
        )
    missing = _evidence_missing(view, account)
    if missing:
        return ask(view.case, "suspended.evidence_missing", *missing, account=account)
    hours = view.case.hours
    complete = next_opening(view.now, hours=hours)
    within = view.case.terms.unsuspend_within_working_days
    due = add_working_days(complete, within, hours=hours)
    return verdict(
        view.case,
        "suspended.evidence_complete",
        Remedy.UNSUSPEND_ACCOUNT,
        account=account,
        until=due,
    )


def unknown_account(case: Case) -> Verdict:
    """Nobody and nothing is known yet: the whole list of evidence is asked for."""
    asked = ask(
        case,
        "suspended.evidence_missing",
        Missing.NAME,
        Missing.NPSN,
        Missing.ACCOUNT_ADDRESS,
        Missing.LOGIN_SCREENSHOT,
    )
    given = {
        Missing.NAME: bool(case.dossier.as_written or case.facts.person_names),
        Missing.NPSN: bool(case.facts.npsn or case.dossier.schools),
        Missing.LOGIN_SCREENSHOT: _has(case, _SCREENSHOT),
    }
    return replace(asked, missing=tuple(each for each in asked.missing if not given.get(each)))


@asks("Bukti yang masih kurang?", told.missing)
def _evidence_missing(view: View, account: Account) -> tuple[Missing, ...]:
    return tuple(_missing(view, account))


def _missing(view: View, account: Account) -> Iterator[Missing]:
    case = view.case
    if not _has(case, _SCREENSHOT):
        yield Missing.LOGIN_SCREENSHOT
    if stated_addresses(case).isdisjoint({account.address, *account.aliases}):
        yield Missing.ACCOUNT_ADDRESS
    if view.person.kind is PersonKind.STUDENT:
        yield from _missing_of_student(view)
    else:
        yield from _missing_of_staff(view)


def _missing_of_student(view: View) -> Iterator[Missing]:
    """A student is reported by the operator or the head of the school, with the NISN."""
    if not _agrees(view.case.facts.nisn, view.person.nisn):
        yield Missing.NISN
    asker = view.case.dossier.requester
    if not asker.verified or asker.relation not in (Relation.OPERATOR, Relation.HEAD):
        yield Missing.PROOF_OF_REQUESTER


def _missing_of_staff(view: View) -> Iterator[Missing]:
    """The owner writes; for the head the operator may, with a power of attorney."""
    case = view.case
    if not _has(case, _IDENTITY_CARD) and not _agrees(case.facts.nik, view.person.nik):
        yield Missing.NIK
    if not _has_personal_mail(case):
        yield Missing.PERSONAL_EMAIL
    asker = case.dossier.requester
    if not asker.verified:
        yield Missing.PROOF_OF_REQUESTER
    elif asker.relation is Relation.OPERATOR and _is_head(view):
        if not _has(case, _POWER_OF_ATTORNEY):
            yield Missing.POWER_OF_ATTORNEY
    elif asker.relation is not Relation.OWNER:
        yield Missing.PROOF_OF_REQUESTER


def _is_head(view: View) -> bool:
    target = view.target
    return target is not None and (
        target.ptk_type == _HEAD_TYPE or "kepala sekolah" in (target.position or "").lower()
    )


def _has(case: Case, kinds: frozenset[str]) -> bool:
    return not kinds.isdisjoint(each.lower() for each in case.attachments)


def _has_personal_mail(case: Case) -> bool:
    mails = (*case.facts.emails, case.dossier.requester.email or "")
    return any(map(is_private, mails))


def _agrees(stated: tuple[str, ...], recorded: str | None) -> bool:
    """Stated, and not contradicted by the record."""
    return bool(stated) and (recorded is None or recorded in stated)
