"""A value that exists is well formed."""

import pytest

from models.values import AccountAddress, MalformedAddress, MalformedNpsn, Npsn
from models.vocabulary import Jenjang, Peran


@pytest.mark.parametrize(
    ("text", "peran", "jenjang"),
    [
        ("budi.santosa27@guru.smp.belajar.id", Peran.GURU, Jenjang.SMP),
        (" Budi27@ADMIN.SD.belajar.id ", Peran.ADMIN, Jenjang.SD),
        ("tutor1@pendidik.kesetaraan.belajar.id", Peran.GURU, Jenjang.KESETARAAN),
        ("murid_1@sma.belajar.id", Peran.SISWA, Jenjang.SMA),
        ("kantor@dinas.belajar.id", None, None),
    ],
    ids=["guru", "spaces and capitals", "kesetaraan", "siswa", "dinas"],
)
def test_an_address_says_role_and_level(
    text: str, peran: Peran | None, jenjang: Jenjang | None
) -> None:
    address = AccountAddress.parse(text)
    assert (address.peran, address.jenjang) == (peran, jenjang)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "guru.smp.belajar.id",
        "a@gmail.com",
        "a@belajar.id",
        "a..b@guru.sd.belajar.id",
        "a@b@guru.sd.belajar.id",
        "a@b\r\nbcc: x.belajar.id",
        "a@<script>.belajar.id",
        "a@guru..sd.belajar.id",
        "a" * 250 + "@guru.sd.belajar.id",
    ],
)
def test_what_is_no_account_address_is_refused(text: str) -> None:
    with pytest.raises(MalformedAddress):
        AccountAddress.parse(text)


def test_a_long_crooked_address_is_refused_at_once() -> None:
    # A search that tries every division would not come back within this test run.
    with pytest.raises(MalformedAddress):
        AccountAddress.parse("a" * 200 + "..b@guru.sd.belajar.id")


@pytest.mark.parametrize(
    ("peran", "jenjang", "domain"),
    [
        (Peran.GURU, Jenjang.KESETARAAN, "pendidik.kesetaraan"),
        (Peran.GURU, Jenjang.SD, "guru.sd"),
        (Peran.ADMIN, Jenjang.SMK, "admin.smk"),
        (Peran.SISWA, Jenjang.SMA, "sma"),
    ],
)
def test_a_role_and_level_have_one_domain(peran: Peran, jenjang: Jenjang, domain: str) -> None:
    assert str(AccountAddress.of_role("x1", peran, jenjang)) == f"x1@{domain}.belajar.id"


@pytest.mark.parametrize("text", ["69900001", " p9990001 ", "09900001"])
def test_a_school_number_keeps_its_zeros(text: str) -> None:
    assert Npsn.parse(text).text == text.strip().upper()


@pytest.mark.parametrize("text", ["", "6990001", "699000011", "A9900001", "6990000a"])
def test_what_is_no_school_number_is_refused(text: str) -> None:
    with pytest.raises(MalformedNpsn):
        Npsn.parse(text)
