"""How every rule words its verdict."""

from dataclasses import replace
from datetime import datetime

from app.lookup.dossier import Account
from app.resolution.policy.book import RULES
from app.resolution.policy.evidence import used_facts
from app.resolution.verdict import Case, Verdict
from models.vocabulary import Missing, Remedy, WhoActs

HANDS_OVER_ACCESS = frozenset(
    {Remedy.RESTORE_ACCOUNT, Remedy.UNSUSPEND_ACCOUNT, Remedy.RESET_PASSWORD}
)
CHANGES = HANDS_OVER_ACCESS | {
    Remedy.ISSUE_ACCOUNT,
    Remedy.RENAME_ACCOUNT,
    Remedy.REPLACE_ACCOUNT,
    Remedy.RETIRE_ACCOUNT,
    Remedy.CANCEL_RETIREMENT,
}

_WHO_ACTS = {
    Remedy.ASK_REQUESTER: WhoActs.REQUESTER,
    Remedy.WAIT_FOR_SYNC: WhoActs.SYSTEM,
    Remedy.FIX_DAPODIK: WhoActs.OPERATOR,
    Remedy.FIX_VERVAL: WhoActs.OPERATOR,
    Remedy.SELF_SERVICE: WhoActs.REQUESTER,
    Remedy.REFER_OUT: WhoActs.REQUESTER,
    Remedy.KEEP_ACCOUNT: WhoActs.NOBODY,
    Remedy.INFORM: WhoActs.NOBODY,
    Remedy.LINK_REPORT: WhoActs.NOBODY,
}


def verdict(
    case: Case,
    rule: str,
    remedy: Remedy,
    *,
    account: Account | None = None,
    until: datetime | None = None,
    note: str = "",
) -> Verdict:
    """The verdict of that rule; `account` is the one it is about, `until` the promised instant."""
    entry = RULES[rule].under(case.terms)
    return Verdict(
        remedy=remedy,
        rule=rule,
        rule_version=entry.number,
        source=entry.source(case.terms),
        who_acts=_WHO_ACTS.get(remedy, WhoActs.HELPDESK),
        facts=used_facts(case, account),
        promised_at=until,
        note=note,
    )


def ask(case: Case, rule: str, *missing: Missing, account: Account | None = None) -> Verdict:
    """Ask the requester for exactly that, each once."""
    asked = verdict(case, rule, Remedy.ASK_REQUESTER, account=account)
    return replace(asked, missing=tuple(dict.fromkeys(missing)))


def review(case: Case, rule: str, why: str, *, account: Account | None = None) -> Verdict:
    """A person must decide, because `why`."""
    return verdict(case, rule, Remedy.MANUAL_REVIEW, account=account, note=why)
