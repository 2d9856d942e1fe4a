"""Digits and addresses are what their form, label and neighbourhood say."""

from datetime import date

import pytest

from tests.support.reading import facts


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        pytest.param("NPSN 69900011 mohon dicek", "npsn", ("69900011",), id="labelled"),
        pytest.param("sekolah kami 69900012 belum ada", "npsn", ("69900012",), id="bare"),
        pytest.param("npsn kami P9990001", "npsn", ("P9990001",), id="pkbm"),
        pytest.param("npsn p9990001", "npsn", ("P9990001",), id="pkbm small letter"),
        pytest.param("laporan 69900013 belum dijawab", "npsn", (), id="never a report"),
        pytest.param("lahir 14021990 di sana", "npsn", (), id="never a birth day"),
        pytest.param("di nomor laporan .#539999.", "report_numbers", ("539999",), id="reply"),
        pytest.param("tiket 1099901 gimana", "report_numbers", ("1099901",), id="ticket"),
        pytest.param(
            "laporan nomor 1099902, 1099903 dan 1099904",
            "report_numbers",
            ("1099902", "1099903", "1099904"),
            id="several reports",
        ),
        pytest.param("sudah lapor no 814299", "report_numbers", ("814299",), id="short no"),
        pytest.param("Re: akun guru (5580017)", "report_numbers", ("5580017",), id="lonely"),
        pytest.param(
            "1100345 1100346 nasibnya gimana", "report_numbers", ("1100345", "1100346"), id="listed"
        ),
        pytest.param("perkembangan nomor 70215538?", "report_numbers", ("70215538",), id="eight"),
        pytest.param("SD Negeri 060877 Titi Papan", "report_numbers", (), id="school's number"),
        pytest.param("total Rp 1450000 dan 1200300 siswa", "report_numbers", (), id="amounts"),
        pytest.param("kode voucher 69912340, resi 69912341", "npsn", (), id="codes"),
        pytest.param("SK 800.1.3/69905521/2026", "npsn", (), id="part of a code"),
        pytest.param("NPSN SD 69936650", "npsn", ("69936650",), id="label, kind, number"),
        pytest.param("Kenzo / 0206617735", "nisn", ("0206617735",), id="born in 2020"),
        pytest.param("kode dikirim ke 0812-9900-4417", "phones", ("081299004417",), id="code to"),
        pytest.param("hp no 0812345678", "report_numbers", (), id="phone is no report"),
        pytest.param("NISN 0129999901", "nisn", ("0129999901",), id="nisn"),
        pytest.param("1. Arka Bintang - 0139999902", "nisn", ("0139999902",), id="nisn in a row"),
        pytest.param("NIK 5199011407980003", "nik", ("5199011407980003",), id="nik"),
        pytest.param("5199 0114 0798 0003", "nik", ("5199011407980003",), id="nik in groups"),
        pytest.param("nuptk 5199011407980003", "nuptk", ("5199011407980003",), id="label wins"),
        pytest.param("4538999999999942", "nuptk", ("4538999999999942",), id="no day, so nuptk"),
        pytest.param("No KK 5199011407980003", "nik", (), id="family card is no nik"),
        pytest.param("NIP 19780415 200501 2 007", "nip", ("197804152005012007",), id="nip"),
        pytest.param("wa 0852-9999-9034", "phones", ("085299999034",), id="phone with dashes"),
        pytest.param("+62 813 9999 0112", "phones", ("6281399990112",), id="phone abroad"),
    ],
)
def test_a_number_is_sorted_by_form_and_label(
    text: str, kind: str, values: tuple[str, ...]
) -> None:
    assert getattr(facts(text), kind) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("Akun Budi27@Guru.SD.Belajar.ID", ("budi27@guru.sd.belajar.id",), id="case"),
        pytest.param("rani9@guru.smp.belajar,id", ("rani9@guru.smp.belajar.id",), id="comma"),
        pytest.param("rani9@sma.belajar. id", ("rani9@sma.belajar.id",), id="space in domain"),
        pytest.param("eko 90@guru.sd.belajari.id", ("90@guru.sd.belajar.id",), id="short word"),
        pytest.param(
            "ekosusanto 90@guru.sd.belajari.id", ("ekosusanto90@guru.sd.belajar.id",), id="torn"
        ),
        pytest.param(
            "hendra77 @guru.smk.belajar.id", ("hendra77@guru.smk.belajar.id",), id="space before"
        ),
        pytest.param("akun masih @guru.smp.belajar.id", (), id="no local part"),
        pytest.param("balas ke rini@surel.example.", ("rini@surel.example",), id="private"),
        pytest.param("rini.w @gmail,com", ("rini.w@gmail.com",), id="provider with comma"),
    ],
)
def test_addresses_are_repaired(text: str, values: tuple[str, ...]) -> None:
    assert facts(text).emails == values


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("sejak 2 september 2022", date(2022, 9, 2), id="indonesian"),
        pytest.param("effective 6 January 2023", date(2023, 1, 6), id="english"),
        pytest.param("on January 6, 2023", date(2023, 1, 6), id="month first"),
        pytest.param("tgl 03/10/2026", date(2026, 10, 3), id="figures"),
        pytest.param("14-02-2015", date(2015, 2, 14), id="dashes"),
        pytest.param("lahir 05 06 1990", date(1990, 6, 5), id="spaced after lahir"),
        pytest.param("1 Agt 2026", date(2026, 8, 1), id="short month"),
        pytest.param("2026-11-09", date(2026, 11, 9), id="iso"),
    ],
)
def test_a_complete_day_is_read(text: str, day: date) -> None:
    assert facts(text).dates == (day,)


@pytest.mark.parametrize("text", ["tgl 3 saja", "31 Februari 2026", "1 Oktober", "kelas 7/8/9"])
def test_an_incomplete_or_impossible_day_is_none(text: str) -> None:
    assert facts(text).dates == ()
