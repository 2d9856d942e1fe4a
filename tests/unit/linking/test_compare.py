"""A repeated report is pointed out where sender and problem agree, whatever the wording."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.linking.compare import AT_MOST, Likeness, compare, strongest, tie
from app.linking.likeness import likeness, stems
from app.linking.report import Recorded, Report
from app.reading.facts import Facets
from models.vocabulary import Category, Channel, LinkReason
from tests.unit.linking.build import report

C, R = Category, LinkReason
DODI = "dodi27@guru.sd.belajar.id"
MAIL = "rini@surat.example"
FORM = report(
    "Akun guru saya tidak ditemukan saat masuk, padahal di Dapodik sudah aktif.",
    writer="Rini Handayani",
    mail=MAIL,
    npsn="69900001",
    school_name="SD Negeri 1 Tirta Wening",
)

SAME = [
    pytest.param(
        report("akun guru sya gk ketemu pas login min, dapodik udh aktif kok", mail=MAIL),
        R.SAME_MAIL,
        id="the same mail in other words",
    ),
    pytest.param(
        report(
            "Assalamualaikum min, akun belajar sy tidak ditemukan ketika mau masuk",
            writer="RINI HANDAYANI, S.Pd",
            school_name="SDN 1 Tirta Wening",
        ),
        R.SAME_NAME_AND_SCHOOL,
        id="a comment signed with name and school",
    ),
    pytest.param(
        report("akun guru saya tidak ditemukan, sudah coba masuk", writer="Rini Handayani"),
        R.SAME_NAME,
        id="a comment that names no school",
    ),
    pytest.param(
        report(
            "akun guru sy tetap tidak ditemukan", writer="Rini", school_name="SDN 1 Tirta Wening"
        ),
        R.SAME_SCHOOL,
        id="a first name at the school",
    ),
    pytest.param(
        report(
            "Kami ulangi: akun guru Rini Handayani tidak ditemukan, mohon dibantu.",
            writer="Operator",
            npsn="69900001",
        ),
        R.SAME_NAME_AND_SCHOOL,
        id="an operator for the one who wrote first",
    ),
    pytest.param(
        report(
            "Akun guru kami tidak ditemukan saat masuk, padahal Dapodik sudah aktif.",
            writer="Operator",
            npsn="69900001",
            facets=Facets(on_behalf=True),
        ),
        R.SAME_SCHOOL,
        id="the school's operator with nearly the same words",
    ),
]
OTHERS = [
    pytest.param(
        report("lupa kata sandi admin", C.PASSWORD_RESET, npsn="69900001", writer="Dodi"),
        id="another problem of the school",
    ),
    pytest.param(
        report(
            "Akun siswa kami belum ada semua, mohon dibuatkan.",
            C.NO_ACCOUNT_STUDENT,
            npsn="69900001",
            writer="Operator",
        ),
        id="pupils of the school",
    ),
    pytest.param(
        report(FORM.text, writer="Sari Wulandari", mail="sari@surat.example", npsn="69900099"),
        id="the same words of a stranger",
    ),
    pytest.param(
        report(FORM.text, writer="Sari Wulandari", npsn="69900001"),
        id="the same words of a colleague",
    ),
    pytest.param(
        report("saya mau pindah ke SMP, akun bagaimana", C.TRANSFER_OTHER_LEVEL, mail=MAIL),
        id="a later problem of the same person",
    ),
]


@pytest.mark.parametrize(("again", "reason"), SAME)
def test_the_same_again_is_found(again: Report, reason: LinkReason) -> None:
    found = compare(again, FORM)
    assert found is not None
    assert found.reason is reason


@pytest.mark.parametrize("other", OTHERS)
def test_another_report_is_left_alone(other: Report) -> None:
    assert compare(other, FORM) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(f"akun {DODI} tidak bisa masuk", "akun sari31@guru.sd.belajar.id tidak bisa"
                     " masuk", id="accounts"),
        pytest.param("NIK 3399014507880123 tidak bisa masuk akun",
                     "NIK 3399014507880124 tidak bisa masuk akun", id="numbers"),
        pytest.param("akun guru kami a.n. Budi Santoso tidak ditemukan",
                     "akun guru kami a.n. Wayan Kertayasa tidak ditemukan", id="names"),
        pytest.param("akun siswa kelas 7 belum ada semua", "akun siswa kelas 8 belum ada semua",
                     id="classes"),
    ],
)  # fmt: skip
def test_an_operators_text_for_somebody_else_is_another_report(one: str, other: str) -> None:
    made = [report(each, mail="operator@surat.example", npsn="69900001") for each in (one, other)]
    assert compare(made[0], made[1]) is None


def test_a_new_jenjang_changes_the_address_and_not_the_person() -> None:
    before = report(f"akun {DODI} tidak bisa masuk", mail=MAIL)
    after = report("akun dodi27@guru.smp.belajar.id tidak bisa masuk", mail=MAIL)
    assert compare(after, before) is not None


def test_an_address_that_was_mistyped_is_the_same_account() -> None:
    first = report("terkunci, akun elisabetkon@guru.sma.belajar.id", C.PASSWORD_RESET, mail=MAIL)
    mended = replace(
        first, **_account("maaf terkunci, yang benar elisabetkondo@guru.sma.belajar.id")
    )
    numbered = replace(first, **_account("akun elisabetkon2@guru.sma.belajar.id terkunci"))
    assert compare(mended, first) is not None
    assert compare(numbered, first) is None


def test_who_goes_on_in_a_second_comment_is_recognised_that_day() -> None:
    at = datetime(2026, 11, 25, 5, tzinfo=UTC)
    said: dict[str, Any] = {"writer": "Andi Tenriwaru", "channel": Channel.COMMENT}
    begun = replace(report("min mau tanya, saya guru TK pindah"), at=at, **said)
    gone_on = replace(report("lanjutan: harus apa ya? sudah dua bulan"), **said)
    assert compare(replace(gone_on, at=at + timedelta(minutes=1)), begun) is not None
    assert compare(replace(gone_on, at=at + timedelta(days=3)), begun) is None
    assert compare(replace(gone_on, at=at, channel=Channel.FORM), begun) is None


def test_a_class_is_meant_by_whoever_writes_for_it() -> None:
    school: dict[str, Any] = {"npsn": "69900001", "category": C.NO_ACCOUNT_STUDENT}
    first = report("siswa kelas 3A belum punya akun semua", writer="Rini Handayani", **school)
    again = report("kelas 3A kami kapan dapat akun siswa", writer="Dodi Hartono", **school)
    other = report("siswa kelas 3B belum punya akun semua", writer="Dodi Hartono", **school)
    assert compare(again, first) is not None
    assert compare(other, first) is None


def test_the_same_account_needs_no_likeness_for_the_same_problem() -> None:
    one = report("hilang begitu saja", C.ACCOUNT_DELETED, account=DODI)
    other = report("mohon dipulihkan segera", C.ACCOUNT_DELETED, account=DODI)
    found = compare(other, one)
    assert found == Likeness(700_001, R.SAME_ACCOUNT, 0, same_problem=True)


def test_a_report_that_is_named_is_found_although_nothing_else_agrees() -> None:
    other = report("laporan nomor 700001 bagaimana kelanjutannya", C.FOLLOW_UP)
    assert compare(other, FORM) == Likeness(
        700_001, R.REPORT_NAMED, likeness(other.stems, FORM.stems), same_problem=False
    )


def test_who_only_asks_is_tied_without_alike_words() -> None:
    asks = report("belum ada balasan", C.FOLLOW_UP, mail=MAIL)
    assert compare(asks, FORM) is None
    found = tie(asks, FORM)
    assert found is not None
    assert found.reason is R.SAME_MAIL
    colleague = report("belum ada balasan", C.FOLLOW_UP, writer="Dodi", npsn="69900001")
    assert tie(colleague, FORM) is None


def test_the_strongest_five_are_kept() -> None:
    found = [Likeness(n, R.SAME_MAIL, n, same_problem=True) for n in range(9)]
    person = Likeness(1, R.SAME_PERSON, 3, same_problem=False)
    kept = strongest([*found, person])
    assert len(kept) == AT_MOST
    assert kept[0] is person
    assert [each.percent for each in kept[1:]] == [8, 7, 6, 5]


def _account(text: str) -> dict[str, Any]:
    found = report(text)
    return {"text": text, "facts": found.facts, "mentions": found.mentions}


WORDS = st.sampled_from(
    ["akun guru tidak ditemukan", "kata sandi lupa", f"akun {DODI} hilang", "", "halo",
     "a.n. Budi Santoso belum ada akun", "NIK 3399014507880123", "laporan saya belum dibalas"]
)  # fmt: skip
REPORTS = st.builds(
    report,
    WORDS,
    st.sampled_from([None, C.ACCOUNT_NOT_FOUND, C.PASSWORD_RESET, C.FOLLOW_UP, Category("x_lain")]),
    writer=st.sampled_from(["", "Rini Handayani", "Budi"]),
    mail=st.sampled_from([None, MAIL]),
    account=st.sampled_from([None, DODI]),
    npsn=st.sampled_from([None, "69900001"]),
    school_name=st.sampled_from(["", "SDN 1 Tirta"]),
)


@given(REPORTS, REPORTS)
def test_two_matched_people_are_never_linked(one: Report, other: Report) -> None:
    first = replace(one, recorded=Recorded(persons=frozenset({"p-1"})))
    second = replace(other, recorded=Recorded(persons=frozenset({"p-2", "p-3"})))
    assert compare(first, second) is None
    named = replace(second, facts=replace(second.facts, report_numbers=(str(first.number),)))
    found = compare(named, first)
    assert found is not None
    assert found.reason is R.REPORT_NAMED


@given(REPORTS, REPORTS)
def test_which_of_two_is_earlier_changes_nothing(one: Report, other: Report) -> None:
    assert compare(one, other) == compare(other, one)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("", "", 0, 0),
        ("akun guru hilang", "", 0, 0),
        ("Mohon bantu min, terima kasih", "selamat pagi admin", 0, 0),
        ("akun guru tidak ditemukan", "AKUN GURU TIDAK DITEMUKAN!!", 100, 100),
        ("sandi lupa tidak bisa masuk", "masuk tidak bisa, lupa sandi", 100, 100),
        ("akun guru tidak ditemukann", "akun guru tidak ditemukan", 90, 100),
        ("akun guru tidak ditemukan", "pindah jenjang ke SMA", 0, 20),
    ],
)
def test_words_count_not_their_order_nor_courtesy(
    one: str, other: str, least: int, most: int
) -> None:
    assert least <= likeness(stems(one), stems(other)) <= most
