"""What holds for every case there could be."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.lookup.dossier import Account, Match, Placement
from app.resolution.plan import plan
from app.resolution.policy import RULES, decide
from app.resolution.policy.common import CHANGES, HANDS_OVER_ACCESS
from app.resolution.verdict import Case
from models.values import AccountAddress
from models.vocabulary import (
    CHANGES_ACCOUNT,
    Category,
    ExitReason,
    Jenjang,
    MatchStatus,
    Missing,
    Peran,
    Remedy,
    StepAction,
    System,
)
from tests.unit.resolution import build as b

# Building a case takes its time on a busy machine; that is no failure.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAYS = st.integers(-40, 400).map(b.days_ago)
MAYBE_DAY = st.none() | DAYS
LEVELS = st.sampled_from([Jenjang.SD, Jenjang.SMP, Jenjang.SMA])
STAFF_ROLES = st.sampled_from([Peran.GURU, Peran.ADMIN])
PLACEMENTS = st.builds(
    Placement,
    npsn=st.sampled_from([b.SMP_MELATI, b.SMA_KENANGA, b.SMP_DAHLIA]),
    jenjang=st.none() | LEVELS,
    peran=st.none() | STAFF_ROLES,
    ptk_type=st.none() | st.sampled_from(["4", "11", "20", "42"]),
    is_home=st.booleans(),
    since=MAYBE_DAY,
    sent=st.none() | st.booleans(),
    left_for=st.none() | st.none() | st.sampled_from(ExitReason),
)


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    address = AccountAddress.of_role(
        draw(st.sampled_from(["sariwening27", "sariwening31"])), draw(STAFF_ROLES), draw(LEVELS)
    )
    gone = draw(st.none() | st.integers(0, 40))
    used = draw(st.none() | st.integers(0, 400))
    return b.account(
        address.text,
        person_id=draw(st.sampled_from(["ptk-0001", "ptk-0001", None, "ptk-0009"])),
        suspended=draw(st.booleans()),
        deleted_at=None if gone is None else b.WEDNESDAY_MORNING - timedelta(days=gone),
        last_login_at=None if used is None else b.at(b.days_ago(used)),
        recovery_email=draw(st.sampled_from([None, "sari.wening@surat.example"])),
        noticed_on=draw(MAYBE_DAY),
        deletion_on=draw(MAYBE_DAY),
    )


@st.composite
def matches(draw: st.DrawFn) -> Match:
    person = b.teacher(*draw(st.lists(PLACEMENTS, max_size=3)))
    return draw(
        st.sampled_from(
            [b.matched(person), b.matched(person), b.ambiguous(person), b.NOBODY, b.NOT_GIVEN]
        )
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    held = draw(st.lists(accounts(), max_size=3))
    age = draw(st.none() | st.integers(0, 90))
    return b.case(
        draw(st.sampled_from(Category)),
        draw(matches()),
        *held,
        as_written=draw(st.sampled_from([None, "Sari Wening"])),
        dapodik_as_of=None if age is None else b.WEDNESDAY_MORNING - timedelta(hours=age),
        schools=draw(st.sampled_from([(), (b.school(),), (b.school(closed_on=b.days_ago(3)),)])),
        requester=draw(st.sampled_from([b.STRANGER, b.OWNER, b.OPERATOR, b.HEAD])),
        unavailable=draw(st.sampled_from([(), (), (System.DAPODIK,)])),
        npsn=draw(st.sampled_from([(), ("69900001",), ("69900099",)])),
        emails=draw(st.sampled_from([(), *((str(each.address),) for each in held)])),
        nik=draw(st.sampled_from([(), ("9900014204880001",)])),
        to_level=draw(st.none() | LEVELS),
        from_level=draw(st.none() | LEVELS),
        to_role=draw(st.none() | STAFF_ROLES),
        dates=tuple(draw(st.lists(DAYS | st.just(date(1988, 4, 2)), max_size=2))),
        report_numbers=draw(st.sampled_from([(), ("700123",)])),
        on_behalf=draw(st.booleans()),
        many_subjects=draw(st.booleans()),
        attachments=draw(st.sampled_from([(), ("screenshot", "ktp")])),
        subjects=draw(st.sampled_from([1, 25])),
    )


@given(cases())
@settings(PATIENT, max_examples=200)
def test_every_case_gets_a_verdict_that_keeps_the_promises(case: Case) -> None:
    judged = decide(case)
    assert judged.rule in RULES
    assert judged.source is RULES[judged.rule].source
    assert (judged.remedy is Remedy.ASK_REQUESTER) is bool(judged.missing)
    assert judged.promised_at is None or judged.promised_at.utcoffset() == timedelta()
    if judged.remedy is Remedy.MANUAL_REVIEW:
        assert judged.note


@given(cases())
@settings(PATIENT, max_examples=200)
def test_accounts_change_only_for_one_known_person_with_fresh_records(case: Case) -> None:
    judged = decide(case)
    if judged.remedy in CHANGES:
        assert case.dossier.match.status is MatchStatus.MATCHED
        assert not case.dossier.is_stale(case.now)
        assert not case.dossier.unavailable
    if judged.remedy in HANDS_OVER_ACCESS:
        assert case.dossier.requester.verified


@given(cases())
@settings(PATIENT, max_examples=200)
def test_a_plan_carries_out_its_verdict_and_no_more(case: Case) -> None:
    judged = plan(decide(case), case)
    changing = [each for each in judged.steps if each.action in CHANGES_ACCOUNT]
    assert bool(changing) is (judged.remedy in CHANGES)
    assert judged.steps[-1].action is StepAction.SEND_REPLY
    own = {str(each.address) for each in case.dossier.accounts if each.person_id == "ptk-0001"}
    for each in changing:
        assert each.before
        assert each.after
        created = each.action is StepAction.CREATE_ACCOUNT
        assert (each.target in own) is not created
        if each.action is StepAction.DELETE_ACCOUNT:
            assert each.not_before is not None
            assert each.not_before > b.TODAY


@given(cases())
@settings(PATIENT, max_examples=50)
def test_no_verdict_shows_a_nik_or_a_birth_date(case: Case) -> None:
    told = " ".join(f"{each.name} {each.value}" for each in decide(case).facts)
    assert "9900014204880001" not in told
    assert Missing.NIK.value not in told


@given(cases())
@settings(PATIENT, max_examples=100)
def test_waiting_never_promises_the_past(case: Case) -> None:
    judged = decide(case)
    if judged.remedy is Remedy.WAIT_FOR_SYNC and judged.promised_at:
        assert judged.promised_at > case.now
