"""Wishes and circumstances in the requester's words."""

from datetime import date, timedelta

import pytest

from app.reading.claims import Claim, changed_on, claims

TODAY = date(2026, 11, 25)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("nomor HP pemulihan sudah mati", Claim.CONTACT_DEAD),
        ("hp lama saya hilang jadi kode tidak sampai", Claim.CONTACT_DEAD),
        ("email pribadi yang lama tidak bisa dibuka", Claim.CONTACT_DEAD),
        ("no wa sdh ganti", Claim.CONTACT_DEAD),
        ("saya kehilangan handphone", Claim.CONTACT_DEAD),
        ("mohon email pemulihan akun saya diganti", Claim.NEW_CONTACT),
        ("tolong ubah nomor pemulihan saya", Claim.NEW_CONTACT),
        ("bisakah username akun budi27@guru.sd.belajar.id diganti", Claim.NEW_USERNAME),
        ("mau ganti user id", Claim.NEW_USERNAME),
        ("tolong akun saya dijadikan admin", Claim.WANTS_ADMIN),
        ("mohon diubah menjadi akun admin", Claim.WANTS_ADMIN),
        ("pindah ke madrasah aliyah", Claim.TO_MADRASAH),
        ("siswa itu masuk MTs", Claim.TO_MADRASAH),
        ("mutasi ke MAN 2", Claim.TO_MADRASAH),
        ("Saya pegawai Dinas Pendidikan", Claim.OF_DINAS),
        ("untuk masuk ARKAS", Claim.ARKAS),
    ],
)
def test_what_is_said_is_heard(text: str, claim: Claim) -> None:
    assert claims(text) == (claim,)


@pytest.mark.parametrize(
    "text",
    [
        "email akun guru saya tidak bisa dibuka",
        "akun saya hilang sejak agustus",
        "akun belajar.id tidak aktif",
        "lupa password, mohon reset lewat hp",
        "nomor laporan saya hilang",
        "tolong bantu kami di sini min",
        "kok akun saya jadi admin padahal guru",
        "kata dinas disuruh lapor ke helpdesk",
        "username dan password salah terus",
    ],
)
def test_what_is_not_said_is_not_heard(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("baru tadi pagi kami input dan sinkron", TODAY),
        ("barusan operator sudah ubah jenis ptk saya", TODAY),
        ("sudah disinkron hari ini", TODAY),
        ("kemarin ditarik ke sekolah baru", YESTERDAY),
        ("kemarin diinput, hari ini disinkron", TODAY),
        ("our operator synced the data just now", TODAY),
        ("tadi saya cek di dapodik sudah sinkron", None),
        ("hari ini saya coba login tidak bisa. data sudah sinkron", None),
        ("sudah sinkron dari juli", None),
        ("kemarin dapat email pemberitahuan", None),
    ],
)
def test_a_change_of_today_or_yesterday_is_dated(text: str, day: date | None) -> None:
    assert changed_on(text, TODAY) == day
