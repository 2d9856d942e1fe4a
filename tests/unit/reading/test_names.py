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
        pytest.param("Saya kepala SMA, I Gede Mertayasa.", ("I Gede Mertayasa",), id="I Gede"),
        pytest.param("CPNS kami, Muh. Alif Rahmadi", ("Muh. Alif Rahmadi",), id="shortened"),
        pytest.param("Hormat kami, H. Mulyadi Sastra", ("Mulyadi Sastra",), id="haji"),
        pytest.param("Trims, Fransina L.", ("Fransina L.",), id="last letter"),
        pytest.param("Menurut Kang Iqbal, sudah", ("Iqbal",), id="kang"),
        pytest.param("dipegang pak guntoro tu min", ("guntoro",), id="title, small letters"),
        pytest.param("kepala baru Bruder Silas Wandik", ("Silas Wandik",), id="bruder"),
        pytest.param(
            "Akun Pak Tito Nugraha. Pak Tito lupa", ("Tito Nugraha", "Tito"), id="short form"
        ),
        pytest.param(
            'tertulis "Hendri", seharusnya Hendry. Nama lain benar',
            ("Hendri", "Hendry"),
            id="spelt",
        ),
    ],
)
def test_people_are_named(text: str, values: tuple[str, ...]) -> None:
    assert facts(text).person_names == values


@pytest.mark.parametrize(
    ("end", "value"),
    [
        pytest.param("Mohon dicek. Suparjowo, SMPN 3 Karanglor", "Suparjowo", id="school"),
        pytest.param("Mohon dicek. Selvi Rumbiati, operator.", "Selvi Rumbiati", id="task behind"),
        pytest.param("Mohon dicek. Kepala: Thomas Geraina", "Thomas Geraina", id="task before"),
        pytest.param(
            "Mohon dicek. Operator SDN 4 Kebon, Ajengwati.", "Ajengwati", id="of a school"
        ),
        pytest.param("Mohon dicek. Pelapor Ikhsanudin, 0852-9900-7160", "Ikhsanudin", id="phone"),
        pytest.param("Mohon dicek. Tertanda Puji Hartini, kepala.", "Puji Hartini", id="tertanda"),
        pytest.param("Mohon dicek (Yakobus Palimba, KTU)", "Yakobus Palimba", id="brackets"),
        pytest.param("Mohon dicek.\nSugiarti, M.Pd.", "Sugiarti", id="degree"),
        pytest.param("Mohon dicek.\nBAMBANG TRENGGANA", "BAMBANG TRENGGANA", id="capitals"),
        pytest.param("Mohon dicek.\nWa Ode Hasniati", "Wa Ode Hasniati", id="wa ode"),
    ],
)
def test_who_signs_is_named(end: str, value: str) -> None:
    assert facts(f"Akun saya tidak bisa dibuka. {end}").person_names == (value,)


@pytest.mark.parametrize(
    "text",
    [
        "Akun belum ada. Salam dari Pulau Sangiran",
        "Akun belum ada.\nSMP Widya Taruna, Kotaraya",
        "Akun belum ada.\nSumberwangi, 19 November 2026",
        "Akun belum ada.\nLampiran: satu berkas",
        "Fwd: Pemberitahuan\nAkun belum ada.",
        "Akun belum ada.\nYayasan Pelita Sebangsa",
    ],
)
def test_a_last_line_without_a_person_is_nobody(text: str) -> None:
    assert facts(text).person_names == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "lupa: 0083317745 Rendika, 0085520981 Melani Putri Sihita",
            ("Rendika", "Melani Putri Sihita"),
            id="number first",
        ),
        pytest.param(
            "AGUSTINA BOUKA 5321046808930001, KRISTOFORUS 5321040907850002",
            ("AGUSTINA BOUKA", "KRISTOFORUS"),
            id="capitals before numbers",
        ),
        pytest.param(
            "diblokir: Farrel Adiputra (farrel@sma.belajar.id) dan Jovanka Lim jov@sma.belajar.id",
            ("Farrel Adiputra", "Jovanka Lim"),
            id="addresses",
        ),
        pytest.param(
            "nama;npsn lama;npsn baru\nBudiyona;69910027;69910093\nPurwantini;69910045;69910093",
            ("Budiyona", "Purwantini"),
            id="column",
        ),
        pytest.param(
            "No;Nama;NISN\n1;AGUS SAPUTRA;0092217740\n2;BAYUNATA;0098830152",
            ("AGUS SAPUTRA", "BAYUNATA"),
            id="column in capitals",
        ),
        pytest.param(
            "Bu Zulaikha Tanjua, M.Pd., NIP 198509302010012033", ("Zulaikha Tanjua",), id="degree"
        ),
        pytest.param("NUPTKnya 5748762664130082 kosong", (), id="label"),
        pytest.param("ada (1) Ritawati, guru", ("Ritawati",), id="numbered in a sentence"),
    ],
)
def test_names_stand_beside_numbers_and_in_columns(text: str, values: tuple[str, ...]) -> None:
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
