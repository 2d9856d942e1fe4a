"""What may ever be carried out without a yes, and when one proposal may."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.lookup.dossier import Dossier
from app.reading.facts import Understanding
from app.resolution.policy.common import HANDS_OVER_ACCESS
from app.resolution.verdict import Verdict
from models.vocabulary import CHANGES_ACCOUNT, Automation, Decision, MatchStatus, Remedy


class Never(StrEnum):
    """Why a rule always needs people; a sentence for each is in `app/web/words/automatic.py`."""

    HANDS_OVER = "hands_over"
    TWO_PEOPLE = "two_people"
    FOR_A_PERSON = "for_a_person"
    NOBODY_KNOWN = "nobody_known"
    OF_A_LIST = "of_a_list"


# By rule: what each may come to is measured against the whole rule book in the tests.
NEVER: Mapping[str, Never] = {
    "deleted.within_20_days": Never.HANDS_OVER,
    "suspended.evidence_complete": Never.HANDS_OVER,
    "password.by_school": Never.HANDS_OVER,
    "password.vouched": Never.HANDS_OVER,
    "deleted.vouched": Never.HANDS_OVER,
    "suspended.vouched": Never.HANDS_OVER,
    "list.no_authority": Never.OF_A_LIST,
    "new.second_jenjang": Never.TWO_PEOPLE,
    "guard.system_away": Never.FOR_A_PERSON,
    "guard.no_rule": Never.FOR_A_PERSON,
    "guard.who_is_meant": Never.NOBODY_KNOWN,
    "guard.which_person": Never.NOBODY_KNOWN,
    "guard.which_problem": Never.NOBODY_KNOWN,
    "unmatched.enter_in_dapodik": Never.NOBODY_KNOWN,
    "unmatched.enter_student": Never.NOBODY_KNOWN,
    "unmatched.pull_to_school": Never.NOBODY_KNOWN,
    "unmatched.record_gone": Never.NOBODY_KNOWN,
    "unmatched.ask_more": Never.NOBODY_KNOWN,
    "guard.non_school": Never.FOR_A_PERSON,
    "guard.unlinked_account": Never.FOR_A_PERSON,
    "guard.not_entitled": Never.FOR_A_PERSON,
    "new.support_staff": Never.FOR_A_PERSON,
    "new.unknown_jenjang": Never.FOR_A_PERSON,
    "correction.two_used_accounts": Never.FOR_A_PERSON,
    "role_change.address_taken": Never.FOR_A_PERSON,
    "migration.old_account_deleted": Never.FOR_A_PERSON,
    "scope.non_school": Never.FOR_A_PERSON,
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A ticket's whole proposal as it would be carried out."""

    understanding: Understanding
    dossiers: tuple[Dossier, ...]
    verdicts: tuple[Verdict, ...]
    is_instructed: bool  # the text speaks to a machine
    is_fresh: bool  # no record is older than 48 hours


def may_go_unseen(proposal: Proposal) -> bool:
    """Whether it could be carried out without a person, the rules being turned on.

    Read without doubt; one matched person; nothing in it that asks for more than one yes or that
    hands over access; and where an account is changed, fresh records and a verified requester.
    """
    if proposal.is_instructed or proposal.understanding.decision is not Decision.AUTO:
        return False
    if len(proposal.verdicts) != 1 or len(proposal.dossiers) != 1:
        return False
    dossier, verdict = proposal.dossiers[0], proposal.verdicts[0]
    if dossier.match.status is not MatchStatus.MATCHED or dossier.unavailable:
        return False
    return _needs_no_more(verdict) and (
        not changes(verdict) or (proposal.is_fresh and dossier.requester.verified)
    )


def changes(verdict: Verdict) -> bool:
    return any(step.action in CHANGES_ACCOUNT for step in verdict.steps)


def _needs_no_more(verdict: Verdict) -> bool:
    return (
        verdict.rule not in NEVER
        and verdict.remedy is not Remedy.MANUAL_REVIEW
        and verdict.remedy not in HANDS_OVER_ACCESS
        and all(step.automation is not Automation.TWO_PERSON for step in verdict.steps)
    )
