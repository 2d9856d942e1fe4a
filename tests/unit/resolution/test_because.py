"""The steps of inference: what was asked, in order, and nothing else."""

import re
from dataclasses import replace

from hypothesis import given, settings

from app.resolution.asked import Asked, Inference, asks
from app.resolution.policy import decide
from app.resolution.terms import Terms
from app.resolution.verdict import Case
from models.vocabulary import Category, Jenjang, Missing
from tests.unit.resolution import build as b
from tests.unit.resolution.people import HEAD_OF_SCHOOL, STAFF
from tests.unit.resolution.strategies import cases
from tests.unit.resolution.test_properties import PATIENT

ADDRESS = "sariwening27@guru.smp.belajar.id"


def because(case: Case) -> list[tuple[str, str]]:
    return [(each.question, each.answer) for each in decide(case).because]


def test_a_rename_that_is_not_due_tells_every_question_in_order() -> None:
    noticed = b.account(noticed_on=b.days_ago(4))
    held = f"{ADDRESS} (aktif, sudah pernah dipakai)"
    placed = "GTK admin SMP di NPSN 69900001, sekolah induk, sejak Sabtu, 9 Mei 2026"
    assert because(b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, noticed)) == [
        ("Ada aturan untuk masalah yang dilaporkan?", "ya"),
        ("Siapa yang dimaksud?", "satu orang di Dapodik"),
        ("Penempatan yang menentukan akun?", placed),
        ("Akun milik orang itu?", held),
        ("Akun yang dibicarakan?", held),
        ("Hanya menanyakan laporan terdahulu?", "tidak"),
        ("Sistem yang tidak menjawab?", "tidak ada"),
        ("Umur data Dapodik?", "8 jam"),
        ("Data Dapodik lebih lama dari 48 jam?", "tidak"),
        ("Diisi di sekolah tetapi belum terkirim?", "tidak"),
        ("Akun yang disebut tetapi di luar satuan pendidikan?", "tidak ada"),
        ("Akun yang disebut tetapi tidak terhubung dengan siapa pun?", "tidak ada"),
        ("Peran menurut laporan?", "tidak disebut"),
        ("Akun yang sesuai penempatan itu?", "tidak ada"),
        ("Akun pada jenjang itu dengan peran lain?", held),
        ("Kapan pemilik akun diberi tahu?", "Sabtu, 21 November 2026"),
        ("Kapan alamat akun seharusnya berganti?", "Sabtu, 5 Desember 2026"),
        ("Sudah sampai Sabtu, 5 Desember 2026?", "belum, hari ini Rabu, 25 November 2026"),
    ]


def test_what_was_not_asked_is_not_told() -> None:
    asked = dict(because(b.case(Category.PASSWORD_RESET, STAFF, b.account())))
    assert "Peran menurut laporan?" not in asked
    assert "Umur data Dapodik?" not in asked
    assert asked["Kontak pemulihan pada akun dapat dipakai?"] == "ya"


def test_another_answer_of_the_records_is_another_answer_here() -> None:
    used, unused = b.account(), b.account(recovery_email=None)
    told = [dict(because(b.case(Category.PASSWORD_RESET, STAFF, each))) for each in (used, unused)]
    question = "Kontak pemulihan pada akun dapat dipakai?"
    assert [each[question] for each in told] == ["ya", "tidak"]


def test_a_question_asked_again_is_told_once() -> None:
    class Whom:
        asked = Asked()

    @asks("Ada?", str)
    def answer(_whom: Whom, found: str) -> str:
        return found

    for found in ("ya", "ya", "tidak"):
        answer(Whom(), found)
    assert Whom.asked.steps == (Inference("Ada?", "ya"), Inference("Ada?", "tidak"))


def test_the_evidence_still_missing_is_named() -> None:
    shut = b.account(suspended=True)
    verdict = decide(b.case(Category.ACCOUNT_SUSPENDED, STAFF, shut, emails=(ADDRESS,)))
    (told,) = [each for each in verdict.because if each.question == "Bukti yang masih kurang?"]
    assert told.answer.startswith("tangkapan layar gagal masuk")
    assert len(told.answer.split(", ")) == len(verdict.missing)
    assert Missing.LOGIN_SCREENSHOT in verdict.missing


def test_an_unread_message_and_a_second_jenjang_are_explained_too() -> None:
    unread = replace(b.case(Category.ACTIVATION, STAFF), category=None)
    assert because(unread) == [("Ada aturan untuk masalah yang dilaporkan?", "tidak")]
    second = b.placement(npsn=b.SMA_KENANGA, jenjang=Jenjang.SMA, is_home=False, since=None)
    both = b.case(Category.NO_ACCOUNT_STAFF, b.teacher(b.placement(), second), npsn=("69900002",))
    placed = "GTK guru SMA di NPSN 69900002, bukan sekolah induk, tanggal mulai tidak tercatat"
    assert dict(because(both))["Penempatan yang menentukan akun?"] == placed


def test_a_version_that_was_chosen_is_told() -> None:
    at_once = Terms(versions=(("role_change.after_14_days", 2),))
    asked = dict(because(b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, b.account(), terms=at_once)))
    assert asked["Versi aturan role_change.after_14_days yang berlaku?"] == "2"


@given(cases())
@settings(PATIENT, max_examples=40)
def test_the_same_case_is_explained_the_same_way_without_personal_numbers(case: Case) -> None:
    told = because(case)
    assert told
    assert told == because(case)
    text = " ".join(answer for _question, answer in told)
    assert not re.search(r"\d{10}", text)
    assert "1988" not in text
    assert "surat.example" not in text
