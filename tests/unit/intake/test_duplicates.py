"""A repeated report is pointed out only where sender and words agree."""

from dataclasses import replace

import pytest

from app.intake.duplicates import Report, same_report

FIRST = Report("akun guru kami belum muncul", "rini@contoh.example", None, "69900001")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        pytest.param(FIRST, "surel pelapor sama dan isi laporan sama", id="the same again"),
        pytest.param(
            replace(FIRST, text="Akun guru kami BELUM muncul juga"),
            "surel pelapor sama dan isi laporan 92% serupa",
            id="nearly the same",
        ),
        pytest.param(
            replace(FIRST, requester_email="dodi@contoh.example"),
            "NPSN sama dan isi laporan sama",
            id="a colleague of the school",
        ),
        pytest.param(
            replace(FIRST, requester_email=None, npsn=None), None, id="nothing ties the senders"
        ),
        pytest.param(replace(FIRST, text="lupa kata sandi admin"), None, id="another problem"),
        pytest.param(replace(FIRST, text=""), None, id="no words"),
    ],
)
def test_reports_are_alike_when_sender_and_words_agree(other: Report, reason: str | None) -> None:
    alike = same_report(FIRST, other)
    assert (alike.reason if alike else None) == reason


def test_an_operators_text_for_another_colleague_is_another_report() -> None:
    one = replace(FIRST, text="akun dodi27@guru.sd.belajar.id tidak bisa masuk")
    other = replace(FIRST, text="akun sari31@guru.sd.belajar.id tidak bisa masuk")
    assert same_report(one, other) is None


def test_the_same_account_needs_less_likeness() -> None:
    one = Report("akun saya terhapus", account_address="dodi27@guru.sd.belajar.id")
    other = replace(one, text="mohon bantu, akun saya terhapus")
    alike = same_report(one, other)
    assert alike is not None
    assert alike.reason.startswith("alamat akun sama")
