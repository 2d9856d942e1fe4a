"""The answers: right words, right dates, and nothing said to someone who may not know it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.reply.compose import Answer, DoneStep, Line, compose, owner_notice
from app.reply.wording import DONE, MISSING, WHO_ACTS
from app.resolution.verdict import PlannedStep, Source, UsedFact, Verdict
from models.vocabulary import (
    CHANGES_ACCOUNT,
    Automation,
    Missing,
    Remedy,
    StepAction,
    System,
    WhoActs,
)

SOURCE = Source("daily_sync", "Pemutakhiran harian", "Pemutakhiran dilakukan setiap hari.")
PROMISED = datetime(2026, 12, 9, 2, 0, tzinfo=UTC)
SECRET_ADDRESS = "sarinahwati31@admin.smp.belajar.id"


def verdict(remedy: Remedy) -> Verdict:
    return Verdict(
        remedy=remedy,
        rule=f"{remedy.value}.contoh",
        rule_version=1,
        source=SOURCE,
        who_acts=WhoActs.OPERATOR,
        facts=(UsedFact("nama", "Sarinah Wati Rangkuti", System.DAPODIK),),
        missing=(Missing.NPSN,),
        promised_at=PROMISED,
    )


def answer(*lines: Line, hour: int = 2) -> Answer:
    now = datetime(2026, 11, 24, hour, 30, tzinfo=UTC)
    return Answer(number=700123, requester_name="Rini", now=now, lines=lines)


@pytest.mark.parametrize("remedy", Remedy)
def test_every_remedy_has_an_answer_with_number_and_name(remedy: Remedy) -> None:
    composed = compose(answer(Line(None, verdict(remedy))))
    assert composed.subject.startswith("[#700123] ")
    assert "nomor laporan 700123" in composed.body
    assert composed.body.startswith("Selamat pagi, Bapak/Ibu Rini,")


@pytest.mark.parametrize("remedy", Remedy)
def test_someone_unverified_learns_nothing_from_the_records(remedy: Remedy) -> None:
    done = tuple(
        DoneStep(action, SECRET_ADDRESS, SECRET_ADDRESS) for action in sorted(CHANGES_ACCOUNT)
    )
    composed = compose(answer(Line("guru baru", verdict(remedy), done, reveal=False)))
    assert SECRET_ADDRESS not in composed.body + composed.subject
    assert "Rangkuti" not in composed.body + composed.subject


def test_someone_verified_is_told_the_new_address() -> None:
    done = (DoneStep(StepAction.RENAME_ACCOUNT, "lama@guru.smp.belajar.id", SECRET_ADDRESS),)
    composed = compose(answer(Line(None, verdict(Remedy.RENAME_ACCOUNT), done, reveal=True)))
    assert SECRET_ADDRESS in composed.body


def test_a_promise_is_a_date_in_wib() -> None:
    composed = compose(answer(Line(None, verdict(Remedy.WAIT_FOR_SYNC))))
    assert "Rabu, 9 Desember 2026 pukul 09.00 WIB" in composed.body


def test_the_day_of_a_later_deletion_is_told() -> None:
    later = DoneStep(StepAction.DELETE_ACCOUNT, "x", "x", on=date(2026, 12, 24))
    composed = compose(answer(Line(None, verdict(Remedy.REPLACE_ACCOUNT), (later,), reveal=True)))
    assert "dihapus pada Kamis, 24 Desember 2026" in composed.body


@pytest.mark.parametrize(
    ("hour_utc", "expected"),
    [(22, "Selamat pagi"), (2, "Selamat pagi"), (4, "Selamat siang"), (8, "Selamat sore"),
     (11, "Selamat malam"), (18, "Selamat malam")],
)  # fmt: skip
def test_the_greeting_follows_the_hour_in_wib(hour_utc: int, expected: str) -> None:
    composed = compose(answer(Line(None, verdict(Remedy.INFORM)), hour=hour_utc))
    assert composed.body.startswith(expected)


def test_a_name_with_line_breaks_cannot_reshape_the_letter() -> None:
    asked = Answer(
        number=1,
        requester_name="Rini\n\nHormat kami,\nPalsu",
        now=PROMISED,
        lines=(Line(None, verdict(Remedy.INFORM)),),
    )
    assert "Bapak/Ibu Rini Hormat kami, Palsu," in compose(asked).body


def test_several_people_are_named_one_by_one() -> None:
    composed = compose(
        answer(
            Line("Ujang Karta", verdict(Remedy.KEEP_ACCOUNT)),
            Line("Wayan Sudra", verdict(Remedy.FIX_DAPODIK)),
        )
    )
    assert "Mengenai Ujang Karta:" in composed.body
    assert "Mengenai Wayan Sudra:" in composed.body


def test_the_owner_is_told_what_changed_and_under_which_number() -> None:
    done = DoneStep(StepAction.RENAME_ACCOUNT, "lama@guru.smp.belajar.id", SECRET_ADDRESS)
    notice = owner_notice(700123, done, now=PROMISED)
    assert "700123" in notice.body
    assert SECRET_ADDRESS in notice.body


def test_every_word_has_a_sentence() -> None:
    assert set(MISSING) == set(Missing)
    assert set(WHO_ACTS) == set(WhoActs)
    assert set(DONE) == CHANGES_ACCOUNT


def test_a_linked_report_is_named() -> None:
    step = PlannedStep(StepAction.LINK_REPORT, "700099", {}, {}, Automation.APPROVE)
    linked = replace(verdict(Remedy.LINK_REPORT), rule="follow_up.known_report", steps=(step,))
    assert "laporan nomor 700099" in compose(answer(Line(None, linked))).body
    unnamed = compose(answer(Line(None, linked, names_report=False))).body
    assert "700099" not in unnamed
    assert "laporan yang sudah ada" in unnamed
