"""What holds for every case there could be, under all the Terms a draft may have."""

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import HealthCheck, given, settings

from app.kit.clock import wib_day
from app.lookup.dossier import Account
from app.resolution.plan import plan
from app.resolution.policy import RULES, decide
from app.resolution.policy.common import CHANGES, HANDS_OVER_ACCESS
from app.resolution.policy.rule import Needs, needs
from app.resolution.policy.view import fits, is_needed, open_placements
from app.resolution.verdict import Case, PlannedStep, Verdict
from models.values import AccountAddress
from models.vocabulary import (
    CHANGES_ACCOUNT,
    Automation,
    MatchStatus,
    Peran,
    Remedy,
    StepAction,
)
from tests.unit.resolution.strategies import cases

# Building a case takes its time on a busy machine; that is no failure.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
ON_WORKING_DAYS = {"new.within_3_working_days", "suspended.evidence_complete"}


def changing(judged: Verdict) -> Sequence[PlannedStep]:
    return [each for each in judged.steps if each.action in CHANGES_ACCOUNT]


def of_action(judged: Verdict, action: StepAction) -> Sequence[PlannedStep]:
    return [each for each in judged.steps if each.action is action]


def own_accounts(case: Case) -> dict[str, Account]:
    person = case.dossier.person
    return {
        str(each.address): each
        for each in case.dossier.accounts
        if person and each.person_id == person.person_id
    }


@given(cases())
@settings(PATIENT, max_examples=200)
def test_every_case_is_decided_by_one_rule_of_the_book_as_the_book_says(case: Case) -> None:
    judged = decide(case)
    assert judged == decide(case)
    version = RULES[judged.rule].under(case.terms)
    assert judged.rule_version == version.number
    assert judged.remedy in version.remedies
    assert judged.source == version.source(case.terms)
    assert (judged.remedy is Remedy.ASK_REQUESTER) is bool(judged.missing)
    if judged.remedy is Remedy.MANUAL_REVIEW:
        assert judged.note
    told = " ".join(f"{each.name} {each.value}" for each in judged.facts)
    assert "9900014204880001" not in told


@given(cases())
@settings(PATIENT, max_examples=200)
def test_accounts_change_only_for_one_known_person_with_fresh_records(case: Case) -> None:
    judged = plan(decide(case), case)
    assert bool(changing(judged)) is (judged.remedy in CHANGES)
    assert judged.steps[-1].action is StepAction.SEND_REPLY
    if judged.remedy in CHANGES:
        assert case.dossier.match.status is MatchStatus.MATCHED
        assert not case.dossier.is_stale(case.now)
        assert not case.dossier.unavailable
    if judged.remedy in HANDS_OVER_ACCESS:
        assert case.dossier.requester.verified
    for each in changing(judged):
        assert each.before
        assert each.after
        created = each.action is StepAction.CREATE_ACCOUNT
        assert (each.target in own_accounts(case)) is not created


@given(cases())
@settings(PATIENT, max_examples=250)
def test_nothing_is_deleted_that_a_record_supports(case: Case) -> None:
    judged = plan(decide(case), case)
    for each in of_action(judged, StepAction.DELETE_ACCOUNT):
        person, own = case.dossier.person, own_accounts(case)
        assert person
        address = AccountAddress.parse(each.target)
        assert own[each.target].is_live
        assert address.jenjang is not None
        assert not is_needed(address, open_placements(case, person), own.values())
        assert each.not_before is not None
        assert each.not_before > wib_day(case.now)
        if judged.remedy is Remedy.REPLACE_ACCOUNT:
            assert changing(judged)[0].action is StepAction.CREATE_ACCOUNT


@given(cases())
@settings(PATIENT, max_examples=250)
def test_nobody_comes_to_hold_two_accounts_in_one_jenjang(case: Case) -> None:
    """Nor an account of a jenjang and role that no open record shows."""
    judged = plan(decide(case), case)
    person = case.dossier.person
    for each in changing(judged):
        assert person
        live = [held for held in own_accounts(case).values() if held.is_live]
        after = each.after.get("primary_email")
        address = AccountAddress.parse(str(after)) if isinstance(after, str) else None
        match each.action:
            case StepAction.CREATE_ACCOUNT | StepAction.UNDELETE_ACCOUNT:
                assert address
                assert address.jenjang not in {held.address.jenjang for held in live}
                here = [
                    placed
                    for placed in open_placements(case, person)
                    if placed.jenjang is address.jenjang
                ]
                assert here
                if each.action is StepAction.CREATE_ACCOUNT:
                    assert address.peran in {placed.peran or Peran.ADMIN for placed in here}
            case StepAction.RENAME_ACCOUNT:
                assert address
                assert address not in {held.address for held in case.dossier.live_accounts}
                renamed = Account("neu", address)
                assert any(fits(renamed, placed) for placed in open_placements(case, person))
            case _:
                pass


@given(cases())
@settings(PATIENT, max_examples=200)
def test_an_account_is_given_back_only_to_somebody_active(case: Case) -> None:
    judged = plan(decide(case), case)
    person, own = case.dossier.person, own_accounts(case)
    for each in of_action(judged, StepAction.UNSUSPEND_ACCOUNT):
        assert person
        assert own[each.target].suspended
        assert open_placements(case, person)
    for each in of_action(judged, StepAction.CANCEL_DELETION):
        assert person
        assert any(fits(own[each.target], placed) for placed in open_placements(case, person))


@given(cases())
@settings(PATIENT, max_examples=200)
def test_a_promise_lies_ahead_and_on_a_working_day_where_the_rule_counts_them(case: Case) -> None:
    judged = plan(decide(case), case)
    if judged.promised_at is None:
        return
    assert judged.promised_at.utcoffset() == timedelta()
    assert judged.promised_at >= case.now
    if judged.remedy is Remedy.WAIT_FOR_SYNC:
        assert judged.promised_at > case.now
    if judged.rule in ON_WORKING_DAYS:
        assert case.hours.is_working_day(wib_day(judged.promised_at))


@given(cases())
@settings(PATIENT, max_examples=250)
def test_two_people_decide_where_one_may_not(case: Case) -> None:
    judged = plan(decide(case), case)
    own = own_accounts(case)
    lately = case.now - timedelta(days=case.terms.recent_sign_in_days)
    for each in changing(judged):
        used = own[each.target].last_login_at if each.target in own else None
        second = judged.remedy is Remedy.ISSUE_ACCOUNT and any(
            held.is_live and held.address.jenjang for held in own.values()
        )
        by_two = (
            each.action is StepAction.RESET_PASSWORD
            or (each.action is StepAction.DELETE_ACCOUNT and used is not None and used >= lately)
            or second
            or case.subjects > case.terms.many_subjects
        )
        assert each.automation is (Automation.TWO_PERSON if by_two else Automation.APPROVE)
        if by_two and case.subjects <= case.terms.many_subjects:
            assert needs(judged.remedy) is not Needs.ONE
