"""Whose word is still needed before access is handed over, and where it can be asked for."""

from dataclasses import dataclass

from app.lookup.contacts import address_of_owner, personal_mail
from app.lookup.dossier import Account, Dossier, Person
from app.resolution.policy.common import HANDS_OVER_ACCESS
from app.resolution.policy.evidence import ACCOUNT
from app.resolution.policy.vouching import VOUCHED_RULES
from app.resolution.verdict import Verdict
from models.vocabulary import Missing, PersonKind, Relation, Remedy

_NOT_VERIFIED = "guard.not_verified"
_EVIDENCE = "suspended.evidence_missing"
_CONTACT_FIRST = "password.contact_first"
_ONLY_PROOF = (Missing.PROOF_OF_REQUESTER,)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of whom: `sent_to` is an address of the records, never of the message.

    `remedy` is the change in question. `of_office` tells a question to the operator or head who
    wrote from one to the owner.
    """

    person_id: str
    account: str
    sent_to: str
    remedy: Remedy
    of_office: bool = False


def awaits_word(verdict: Verdict, dossier: Dossier) -> bool:
    """Whether a yes to this would hand over access on an address that was only typed.

    Nothing that brings tickets in authenticates its sender. The school's word, given by link and
    open to objection, stands in its own right.
    """
    return (
        verdict.remedy in HANDS_OVER_ACCESS
        and verdict.rule not in VOUCHED_RULES
        and not dossier.requester.confirmed
    )


def owed_question(verdict: Verdict, dossier: Dossier) -> Question | None:
    """The question that holds this verdict back, and nothing else does; None without an address."""
    if awaits_word(verdict, dossier):
        return question(verdict, dossier)
    if _waits_for_owner(verdict, dossier):
        return _of_owner(verdict, dossier)
    return None


def question(verdict: Verdict, dossier: Dossier) -> Question | None:
    """Whom a person of the staff may ask whether this report is theirs; None where nobody."""
    asker, person = dossier.requester, dossier.person
    if person is None or asker.confirmed:
        return None
    account = account_at_issue(verdict, dossier)
    if _is_office(dossier) and asker.email and not _waits_for_owner(verdict, dossier):
        named = str(account.address) if account else ""
        remedy = remedy_in_question(verdict, account)
        return Question(person.person_id, named, asker.email, remedy, of_office=True)
    return _of_owner(verdict, dossier)


def may_be_vouched_for(verdict: Verdict, dossier: Dossier) -> Account | None:
    """The account whose owner cannot prove anything any more, of those where the school may help.

    Not where the school itself writes, and not while any mail of the owner's own is known.
    """
    account = account_at_issue(verdict, dossier)
    if account is None or dossier.requester.confirmed or _is_office(dossier):
        return None
    if any(personal_mail(each) for each in dossier.accounts_of_person):
        return None
    if verdict.rule == _CONTACT_FIRST:
        return account
    lacks_proof = awaits_word(verdict, dossier) or _lacks_proof(verdict, dossier.person)
    return account if lacks_proof and _of_owner(verdict, dossier) is None else None


def account_at_issue(verdict: Verdict, dossier: Dossier) -> Account | None:
    """The person's account the verdict names first, else their only one."""
    theirs = dossier.accounts_of_person
    named = next((each.value for each in verdict.facts if each.name == ACCOUNT), None)
    found = next((each for each in theirs if str(each.address) == named), None)
    return found or (theirs[0] if len(theirs) == 1 else None)


def remedy_in_question(verdict: Verdict, account: Account | None) -> Remedy:
    """What is asked for: the proposal itself, else what the state of the account calls for."""
    is_held_back = verdict.remedy is Remedy.ASK_REQUESTER or verdict.rule == _CONTACT_FIRST
    if not is_held_back or account is None:
        return verdict.remedy
    if not account.is_live:
        return Remedy.RESTORE_ACCOUNT
    return Remedy.UNSUSPEND_ACCOUNT if account.suspended else Remedy.RESET_PASSWORD


def _of_owner(verdict: Verdict, dossier: Dossier) -> Question | None:
    person, account = dossier.person, account_at_issue(verdict, dossier)
    if person is None:
        return None
    others = [each for each in dossier.accounts_of_person if each != account]
    theirs = [account, *others] if account else others
    sent_to = address_of_owner(theirs, written_from=dossier.requester.email)
    if sent_to is None:
        return None
    named = str(account.address) if account else ""
    return Question(person.person_id, named, sent_to, remedy_in_question(verdict, account))


def _waits_for_owner(verdict: Verdict, dossier: Dossier) -> bool:
    """Held back for lack of proof alone, which the owner's word would give."""
    return verdict.missing == _ONLY_PROOF and _lacks_proof(verdict, dossier.person)


def _lacks_proof(verdict: Verdict, person: Person | None) -> bool:
    """A suspended pupil is the school's to report: the owner's own word would not help."""
    if person is None or Missing.PROOF_OF_REQUESTER not in verdict.missing:
        return False
    is_pupil = person.kind is PersonKind.STUDENT
    return verdict.rule == _NOT_VERIFIED or (verdict.rule == _EVIDENCE and not is_pupil)


def _is_office(dossier: Dossier) -> bool:
    asker = dossier.requester
    return asker.verified and asker.relation in (Relation.OPERATOR, Relation.HEAD)
