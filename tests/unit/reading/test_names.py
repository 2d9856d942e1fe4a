"""People and schools are found as people write them."""

import pytest

from tests.support.reading import facts


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("akun a.n. Ratna Wijayanti hilang", ("Ratna Wijayanti",), id="a.n."),
        pytest.param("atas nama sri wahyuni min", ("sri wahyuni",), id="small letters"),
        pytest.param("Nama: Bagus Nugroho\nNPSN 69900014", ("Bagus Nugroho",), id="label"),
        pytest.param("Bu Inggita sudah balik mengajar", ("Inggita",), id="title"),
        pytest.param("Anak saya Kezia Maharani kelas 5", ("Kezia Maharani",), id="child"),
        pytest.param(
            "guru kami, Dewi Lestari Putri, belum ada", ("Dewi Lestari Putri",), id="role"
        ),
        pytest.param(
            "yaitu Sari Utami dan Deni Pratama tidak muncul",
            ("Sari Utami", "Deni Pratama"),
            id="joined",
        ),
        pytest.param(
            "1. Arka Bintang\n2. Dara Puspita", ("Arka Bintang", "Dara Puspita"), id="list"
        ),
        pytest.param(
            "Mohon bantuan.\n\nHormat kami,\nYuliana Sari", ("Yuliana Sari",), id="signed"
        ),
        pytest.param("Yth. Bapak/Ibu admin, pak admin tolong", (), id="salutation"),
        pytest.param("AKUN SAYA TIDAK BISA DIBUKA MIN", (), id="capitals"),
        pytest.param("Rapor Pendidikan dan Google Classroom", (), id="products"),
        pytest.param("- I Made Wirawan (guru)", ("I Made Wirawan",), id="balinese"),
    ],
)
def test_people_are_named(text: str, values: tuple[str, ...]) -> None:
    assert facts(text).person_names == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("di SDN 2 Melati Indah sudah", ("SDN 2 Melati Indah",), id="sdn"),
        pytest.param("SMP Negeri 3 Sukakarya belum", ("SMP Negeri 3 Sukakarya",), id="negeri"),
        pytest.param("Sekolah: smk bina karya\nNPSN", ("smk bina karya",), id="small letters"),
        pytest.param("PKBM Cahaya Terang sini", ("PKBM Cahaya Terang",), id="pkbm"),
        pytest.param("kami TK Embun Pagi, baru", ("TK Embun Pagi",), id="tk"),
        pytest.param("pindah dari SMP ke SMA", (), id="kinds only"),
        pytest.param("akun SD masih ada", (), id="kind and word"),
        pytest.param("min tolong mi dicek", (), id="particles"),
        pytest.param("at Cedar Bay School now", ("Cedar Bay School",), id="english"),
        pytest.param("SMPN 5 Petang Baru. Terima", ("SMPN 5 Petang Baru",), id="baru at the end"),
        pytest.param("di SD Masehi Lamba III. Kris", ("SD Masehi Lamba III",), id="full stop"),
        pytest.param("di SD Negeri 060877 Titi", ("SD Negeri 060877 Titi",), id="long number"),
        pytest.param("operator SDI Nualoda", ("SDI Nualoda",), id="inpres"),
        pytest.param("SD-SMP Satu Atap Kangga", ("SD-SMP Satu Atap Kangga",), id="two kinds"),
        pytest.param("di SMAN 1 Kota Baru Atas", ("SMAN 1 Kota Baru Atas",), id="kota"),
        pytest.param("di SLB Harapan Ibu Salaka", ("SLB Harapan Ibu Salaka",), id="ibu"),
        pytest.param(
            "guru smpn 2 teluk kenanga hilir lupa sandi",
            ("smpn 2 teluk kenanga hilir",),
            id="small, long",
        ),
        pytest.param("akun sma sblm hilang, yg smk kosong", (), id="small talk"),
        pytest.param("saya guru smp 26 tahun, TK B 4 anak", (), id="years and groups"),
        pytest.param("kelas di SMA Juli kemarin, sd lain, smp terbuka", (), id="no name follows"),
    ],
)
def test_schools_are_named(text: str, values: tuple[str, ...]) -> None:
    assert facts(text).school_names == values
