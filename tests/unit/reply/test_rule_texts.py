"""The answers of the rules: each has its own, whole with and without a promise or a right to know.

The table of which rule gives what is itself held against the rule book.
"""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from app.reply import compose as composing
from app.reply.compose import Answer, DoneStep, Line, compose
from app.reply.wording import MISSING
from app.resolution.plan import plan
from app.resolution.policy import RULES, decide
from app.resolution.policy.common import CHANGES
from app.resolution.verdict import Case, UsedFact, Verdict
from models.vocabulary import CHANGES_ACCOUNT, Missing, Remedy, StepAction, System, WhoActs
from tests.unit.reply.gives import GIVES, PAIRS
from tests.unit.resolution.strategies import cases
from tests.unit.resolution.test_properties import PATIENT

TEXTS = Path(composing.__file__).parents[2] / "templates" / "replies"
NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
PROMISED = datetime(2026, 12, 9, 2, 0, tzinfo=UTC)
TOLD_PROMISE = "Rabu, 9 Desember 2026 pukul 09.00 WIB"
DELETED_ON = date(2026, 12, 25)
RECORD_NAME = "Sarinah Wati Rangkuti"
RECORD_ADDRESS = "sarinahwati31@admin.smp.belajar.id"
KNOWN_SITES = {"belajar.id", "mail.google.com", "admin.google.com", "pd.data.kemdikbud.go.id"}

PROOF = "guard.not_verified"
ONLY_PROOF = (Missing.PROOF_OF_REQUESTER,)

every_answer = pytest.mark.parametrize(
    ("remedy", "rule"), PAIRS, ids=[f"{remedy.value}-{rule}" for remedy, rule in PAIRS]
)


def done_of(remedy: Remedy) -> tuple[DoneStep, ...]:
    """Every change there is, and for an account that goes the day it goes on."""
    changed = tuple(
        DoneStep(action, RECORD_ADDRESS, RECORD_ADDRESS) for action in sorted(CHANGES_ACCOUNT)
    )
    going = {Remedy.REPLACE_ACCOUNT, Remedy.RETIRE_ACCOUNT}
    later = DoneStep(StepAction.DELETE_ACCOUNT, RECORD_ADDRESS, RECORD_ADDRESS, on=DELETED_ON)
    return (*changed, later) if remedy in going else changed


def written(
    remedy: Remedy,
    rule: str,
    *,
    reveal: bool,
    promised: datetime | None = None,
    missing: tuple[Missing, ...] = (),
) -> str:
    """The whole letter to a requester who is not named."""
    verdict = Verdict(
        remedy=remedy,
        rule=rule,
        rule_version=RULES[rule].version,
        source=RULES[rule].source,
        who_acts=WhoActs.OPERATOR,
        facts=(
            UsedFact("nama", RECORD_NAME, System.DAPODIK),
            UsedFact("akun", RECORD_ADDRESS, System.DIRECTORY),
        ),
        missing=missing,
        promised_at=promised,
        note=f"Hanya untuk petugas: {RECORD_NAME}.",
    )
    line = Line(None, verdict, done_of(remedy), reveal=reveal)
    composed = compose(Answer(number=700123, requester_name="", now=NOW, lines=(line,)))
    return f"{composed.subject}\n{composed.body}"


def own_text(remedy: Remedy, rule: str) -> str:
    return (TEXTS / remedy.value / f"{rule}.txt").read_text(encoding="utf-8")


def test_the_table_knows_every_rule() -> None:
    assert {rule for _, rule in PAIRS} == set(RULES)
    assert set(GIVES) == set(Remedy)


@given(cases())
@settings(PATIENT, max_examples=300)
def test_a_rule_gives_no_remedy_beside_its_own(case: Case) -> None:
    judged = decide(case)
    assert judged.rule in GIVES[judged.remedy]


@every_answer
def test_a_rule_has_a_text_of_its_own(remedy: Remedy, rule: str) -> None:
    assert own_text(remedy, rule).strip()


@pytest.mark.parametrize("promised", [PROMISED, None], ids=["promised", "no_promise"])
@pytest.mark.parametrize("reveal", [True, False], ids=["may_know", "may_not_know"])
@every_answer
def test_an_answer_is_whole(
    remedy: Remedy, rule: str, *, reveal: bool, promised: datetime | None
) -> None:
    letter = written(remedy, rule, reveal=reveal, promised=promised)
    assert not re.search(r"\bNone\b|[Uu]ndefined|[{}%]|\[\]|\(\)", letter)
    assert not re.search(r"[ \t]{2,}|\.\.|\n\n\n| [.,;:]", letter)


@pytest.mark.parametrize("promised", [PROMISED, None], ids=["promised", "no_promise"])
@every_answer
def test_who_may_not_know_reads_no_record(
    remedy: Remedy, rule: str, *, promised: datetime | None
) -> None:
    letter = written(remedy, rule, reveal=False, promised=promised)
    assert "@" not in letter.replace("tanda @", "")
    assert RECORD_NAME not in letter


# What only somebody who looked into the records could say of an account or its owner.
SEEN_IN_RECORDS = re.compile(
    r"menurut dapodik, pemilik|akunnya sudah ada|sudah dipakai|belum pernah di|milik satu akun"
    r"|masih aktif di dapodik dan|pemilik akun sudah tidak aktif|dua akun untuk satu|sudah tersedia"
    r"|belum lewat 20 hari|sedang disiapkan|waktu itu belum habis|belum tampak di"
    r"|berbeda dari laporan ini|belum terbit|sudah sesuai|tidak menemukan penangguhan"
    r"|sesuai dengan data|catatan dapodik|lebih baru daripada|menurut data yang kami terima, p"
    r"|belum kami temukan|belum menemukan orang|lebih dari satu orang yang|menurut catatan kami"
    r"|dijadwalkan dihapus|sekarang berada di jenjang|sudah tercatat,|sudah lewat, sehingga",
    re.IGNORECASE,
)


@every_answer
def test_who_may_not_know_is_told_no_state_of_the_account(remedy: Remedy, rule: str) -> None:
    """Rule: a state stands in the part for those who proved who they are, or not at all."""
    letter = written(remedy, rule, reveal=False, promised=PROMISED)
    assert not SEEN_IN_RECORDS.search(letter), SEEN_IN_RECORDS.search(letter)


def test_the_words_for_a_state_do_stand_in_what_the_owner_reads() -> None:
    """So that the test above cannot pass because its words are in no letter at all."""
    letters = [written(remedy, rule, reveal=True, promised=PROMISED) for remedy, rule in PAIRS]
    hits = {hit.lower() for each in letters for hit in SEEN_IN_RECORDS.findall(each)}
    assert len(hits) >= 15


@given(cases())
@settings(PATIENT, max_examples=150)
def test_no_fact_of_the_records_reaches_who_may_not_know(case: Case) -> None:
    """Whatever the records hold: each fact the verdict rests on, unless the requester wrote it."""
    judged = plan(decide(case), case)
    done = tuple(
        DoneStep(
            each.action,
            each.target,
            str(each.after.get("primary_email") or each.target),
            each.not_before,
        )
        for each in judged.steps
        if each.action in CHANGES_ACCOUNT
    )
    line = Line(None, judged, done, reveal=False)
    letter = compose(Answer(number=700123, requester_name="", now=NOW, lines=(line,))).body
    person = case.dossier.person
    secrets = {str(each.address) for each in case.dossier.accounts}
    secrets |= {each.recovery_email for each in case.dossier.accounts if each.recovery_email}
    secrets |= {step.address for step in done}
    secrets |= {person.name, *(str(each.npsn) for each in person.placements)} if person else set()
    assert not [each for each in secrets if each in letter]


@pytest.mark.parametrize("remedy", sorted(CHANGES))
def test_who_proves_who_they_are_is_told_how_where_something_is_kept_back(remedy: Remedy) -> None:
    for rule in GIVES[remedy]:
        assert "mintalah tautan konfirmasi" in written(remedy, rule, reveal=False)
        assert "mintalah tautan konfirmasi" not in written(remedy, rule, reveal=True)


@pytest.mark.parametrize("remedy", sorted(CHANGES))
def test_who_may_know_reads_which_account_was_changed(remedy: Remedy) -> None:
    for rule in GIVES[remedy]:
        assert RECORD_ADDRESS in written(remedy, rule, reveal=True)


@pytest.mark.parametrize("rule", [each for each in GIVES[Remedy.ASK_REQUESTER] if each != PROOF])
def test_everything_missing_is_asked_for(rule: str) -> None:
    asked = (Missing.NPSN, Missing.BIRTH_DATE)
    letter = written(Remedy.ASK_REQUESTER, rule, reveal=False, missing=asked)
    assert f"1. {MISSING[Missing.NPSN]};\n2. {MISSING[Missing.BIRTH_DATE]}." in letter


def test_the_ways_to_prove_who_asks_are_told() -> None:
    letter = written(Remedy.ASK_REQUESTER, PROOF, reveal=False, missing=ONLY_PROOF)
    assert "tautan konfirmasi" in letter
    assert "e-mail yang tercatat di Dapodik sekolah" in letter


@pytest.mark.parametrize("rule", [*GIVES[Remedy.WAIT_FOR_SYNC], "notice.left_in_dapodik"])
def test_the_day_is_told_exactly_where_one_is_promised(rule: str) -> None:
    waits = rule in GIVES[Remedy.WAIT_FOR_SYNC]
    remedy = Remedy.WAIT_FOR_SYNC if waits else Remedy.FIX_DAPODIK
    assert TOLD_PROMISE in written(remedy, rule, reveal=True, promised=PROMISED)
    # The day an account is to go is the owner's to know; when we look again is anybody's.
    assert (TOLD_PROMISE in written(remedy, rule, reveal=False, promised=PROMISED)) is waits
    assert "pukul" not in written(remedy, rule, reveal=True)


@pytest.mark.parametrize("remedy", [Remedy.REPLACE_ACCOUNT, Remedy.RETIRE_ACCOUNT])
def test_the_day_the_old_account_goes_is_told(remedy: Remedy) -> None:
    for rule in GIVES[remedy]:
        told = "dihapus pada Jumat, 25 Desember 2026."
        assert told in written(remedy, rule, reveal=True)
        assert "Desember" not in written(remedy, rule, reveal=False)


@every_answer
def test_a_text_can_be_read_in_a_minute_and_addresses_anyone(remedy: Remedy, rule: str) -> None:
    text = re.sub(r"{%.*?%}|{{.*?}}", "", own_text(remedy, rule))
    assert 35 <= len(text.split()) <= 140
    assert not re.search(r"\b(Bapak|Ibu|Saudara|Saudari|Pak|Bu|Kakak)\b", text)


@every_answer
def test_only_known_sites_are_named(remedy: Remedy, rule: str) -> None:
    named = re.findall(r"\b[\w-]+(?:\.[\w-]+)*\.(?:id|com|net|org)\b", own_text(remedy, rule))
    assert set(named) <= KNOWN_SITES
    assert "http" not in own_text(remedy, rule)


@pytest.mark.parametrize(
    "path", sorted(TEXTS.rglob("*.*")), ids=lambda path: str(path.relative_to(TEXTS))
)
def test_a_file_of_texts_belongs_to_a_remedy_and_a_rule(path: Path) -> None:
    assert path.suffix == ".txt"
    if path.parent == TEXTS:
        assert path.stem in {"_frame", "list", "notice"}
        return
    remedy = Remedy(path.parent.name)
    assert path.stem in {"subject", "body", *GIVES[remedy]}
