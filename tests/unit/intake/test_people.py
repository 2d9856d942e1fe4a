"""Lists of people as schools really send them: exports, pasted columns, broken spreadsheets."""

from datetime import date
from typing import Any

import pytest

from app.intake import people, table
from app.intake.listed import Entry, Listed
from app.intake.people import Parsed, Repeated, once, parse


def said(parsed: Parsed) -> list[dict[str, Any]]:
    """What was understood of each line, silent fields left out."""
    return [
        {
            name: value
            for name in Listed.__slots__
            if name != "as_written" and (value := getattr(each.person, name))
        }
        for each in parsed.entries
    ]


BAGAS = {"name": "Bagas Contohnya", "nisn": "0099000001"}
CITRA = {"name": "Citra Contohnya", "nisn": "0099000004"}


@pytest.mark.parametrize(
    "text",
    [
        "nama;nisn\nBagas Contohnya;0099000001\nCitra Contohnya;0099000004",
        "Nama,NISN\r\nBagas Contohnya,0099000001\r\nCitra Contohnya,0099000004\r\n",
        "NISN\tNama Peserta Didik\n0099000001\tBagas Contohnya\n0099000004\tCitra Contohnya",
        'sep=;\n"Nama Lengkap";"NISN"\nBagas Contohnya;0099000001\n"Citra Contohnya";0099000004',
        "\ufeffNo|Nama|NISN\n1|Bagas Contohnya|'0099000001\n2|Citra Contohnya|'0099000004",
        'Nama;NISN\nBagas Contohnya;="0099000001"\nCitra Contohnya;99000004',
        "Bagas Contohnya;0099000001\nCitra Contohnya;0099000004",
        "1. ;Bagas Contohnya;L;0099000001\n2. ;Citra Contohnya;P;0099000004",
        "Daftar\nSD;\n;;\nNo;Nama;NISN\n1;Bagas Contohnya;0099000001\n2;Citra Contohnya;99000004",
    ],
    ids=[
        "semicolons", "commas with CRLF", "tabs, columns turned round", "sep= and quotes",
        "mark, bars, apostrophes", "guarded text and a lost zero", "no headings",
        "numbered, no headings", "an export with a title above",
    ],
)  # fmt: skip
def test_the_same_two_pupils_are_read_from_every_kind_of_table(text: str) -> None:
    assert said(parse(text)) == [BAGAS, CITRA]
    assert parse(text).bad == ()


@pytest.mark.parametrize(
    "content",
    [
        "nama;nisn\nSiti Nurhalimah Élok;0099000001".encode("utf-8-sig"),
        "nama;nisn\nSiti Nurhalimah Élok;0099000001".encode("utf-16"),
        "nama;nisn\nSiti Nurhalimah Élok;0099000001".encode("utf-16-le"),
        "nama;nisn\nSiti Nurhalimah Élok;0099000001".encode("utf-16-be"),
        "nama;nisn\nSiti Nurhalimah Élok;0099000001".encode("cp1252"),
    ],
    ids=["UTF-8 with mark", "UTF-16", "UTF-16 LE", "UTF-16 BE", "Windows-1252"],
)
def test_a_file_is_read_whatever_its_encoding(content: bytes) -> None:
    assert said(parse(table.decoded(content))) == [
        {"name": "Siti Nurhalimah Élok", "nisn": "0099000001"}
    ]


@pytest.mark.parametrize("content", [b"PK\x03\x04rest", b"%PDF-1.7", b"a\x00\x00\x00b;c"])
def test_a_workbook_is_no_text(content: bytes) -> None:
    with pytest.raises(table.NoText):
        table.decoded(content)


def test_every_column_is_recognised_and_the_others_are_named() -> None:
    text = (
        "No;Nama PTK;NUPTK;NIK;NIP;Tgl. Lahir;Akun belajar.id;Kelas;NPSN;Alamat\n"
        "1;Rukmini Contohwati, S.Pd.;1636 7636 6423 0001;3399010403850001;198503042010011001;"
        "4 Maret 1985;RUKMINI01@guru.sd.belajar.id;6A;69900001;Jalan Contoh"
    )
    parsed = parse(text)
    assert said(parsed) == [
        {
            "name": "Rukmini Contohwati, S.Pd.",
            "nuptk": "1636763664230001",
            "nik": "3399010403850001",
            "nip": "198503042010011001",
            "birth_date": date(1985, 3, 4),
            "emails": ("rukmini01@guru.sd.belajar.id",),
            "grade": "6A",
            "npsn": "69900001",
        }
    ]
    assert parsed.ignored == ("No", "Alamat")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("04/03/1985", date(1985, 3, 4)),
        ("4-3-85", date(1985, 3, 4)),
        ("04.03.1985", date(1985, 3, 4)),
        ("1985-03-04", date(1985, 3, 4)),
        ("1985-03-04 00:00:00", date(1985, 3, 4)),
        ("04031985", date(1985, 3, 4)),
        ("4 Maret 1985", date(1985, 3, 4)),
        ("4 Mar 85", date(1985, 3, 4)),
        ("Antah Berantah, 4 Maret 1985", date(1985, 3, 4)),
        ("12/31/2012", date(2012, 12, 31)),
        ("17 Agustus 2012", date(2012, 8, 17)),
        ("5 Nopember 2011", date(2011, 11, 5)),
        ("41035", date(2012, 5, 6)),
    ],
)
def test_a_birth_day_is_read_in_many_forms(written: str, day: date) -> None:
    assert said(parse(f"nama;tanggal lahir\nBagas Contohnya;{written}"))[0]["birth_date"] == day


def test_a_line_without_headings_is_read_by_what_its_cells_look_like() -> None:
    text = (
        "1\tBagas Contohnya\tL\t0099000001\tAntah, 6 Mei 2014\tKelas 6A\n"
        "2\tRukmini Contohwati\t3399010403850001\t1636763664230001\t198503042010011001\n"
        "3\tTuti Misalkan\ttuti01@admin.sd.belajar.id\t69900001"
    )
    assert said(parse(text)) == [
        {**BAGAS, "birth_date": date(2014, 5, 6), "grade": "Kelas 6A"},
        {
            "name": "Rukmini Contohwati",
            "nik": "3399010403850001",
            "nuptk": "1636763664230001",
            "nip": "198503042010011001",
        },
        {
            "name": "Tuti Misalkan",
            "emails": ("tuti01@admin.sd.belajar.id",),
            "npsn": "69900001",
        },
    ]


def test_a_title_after_a_comma_belongs_to_the_name() -> None:
    pasted = "Siti Umpama, S.Pd.\nBudi Misal, S.Pd., M.Pd\nAni Contoh, S.Pd"
    assert [each["name"] for each in said(parse(pasted))] == pasted.split("\n")


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("Wati Uji;339901040385;;", "daftar.bad_nik"),
        ("Wati Uji;3,39901E+15;;", "daftar.bad_rounded"),
        ("Wati Uji;;31-31-1990;", "daftar.bad_birth"),
        ("Wati Uji;;;6990001", "daftar.bad_npsn"),
        ("7;;;", "daftar.bad_name"),
        (";;4 Mei 2012;", "daftar.bad_nobody"),
        (f"{'Panjang ' * 20};;;", "daftar.bad_long"),
    ],
)
def test_a_line_that_cannot_be_right_is_named_with_its_reason(row: str, key: str) -> None:
    parsed = parse(f"nama;nik;tanggal lahir;npsn\nBagas Contohnya;;;\n{row}")
    assert [(each.line, each.key) for each in parsed.bad] == [(3, key)]
    assert len(parsed.entries) == 1


def test_a_quotation_mark_that_is_never_closed_loses_no_line() -> None:
    parsed = parse('Wati Satu\n"Tuti Dua\nRina Tiga\nSari Empat\nDewi Lima')
    assert [each["name"] for each in said(parsed)] == [
        "Wati Satu", "Tuti Dua", "Rina Tiga", "Sari Empat", "Dewi Lima",
    ]  # fmt: skip


def test_a_cell_of_two_lines_keeps_the_line_numbers_right() -> None:
    parsed = parse('nama;nik\n"Bagas\nContohnya";\nWati Uji;12')
    assert [(each.line, each.person.name) for each in parsed.entries] == [(2, "Bagas Contohnya")]
    assert [each.line for each in parsed.bad] == [4]


def test_the_same_person_twice_is_one_and_is_said() -> None:
    parsed = parse(
        "nama;nisn;tanggal lahir\nBagas Contohnya;0099000001;\nCitra Contohnya;;\n"
        "BAGAS CONTOHNYA;0099000001;6/5/2014\nCitra  contohnya;;\nBagas Contohnya;0099000009;"
    )
    assert parsed.repeated == (Repeated(4, 2), Repeated(5, 3))
    assert said(parsed) == [
        {**BAGAS, "birth_date": date(2014, 5, 6)},
        {"name": "Citra Contohnya"},
        {"name": "Bagas Contohnya", "nisn": "0099000009"},
    ]


def test_a_private_address_says_nothing_of_who_is_meant() -> None:
    assert said(parse("nama;email\nWati Uji;wati@surat.example")) == [{"name": "Wati Uji"}]
    assert parse("nama;email\nWati Uji;wati@belajar").bad[0].key == "daftar.bad_account"


@pytest.mark.parametrize("text", ["", "\n \n;;;\n", "nama;nisn\n"])
def test_an_empty_list_is_empty(text: str) -> None:
    assert (parse(text).entries, parse(text).bad) == ((), ())


def test_a_flood_of_rows_is_counted_and_not_read() -> None:
    parsed = parse("\n".join(f"Orang Uji {chr(97 + n % 26) * (n // 26 + 1)}" for n in range(2100)))
    assert parsed.rows == 2100
    assert len(parsed.entries) <= people.MOST_ROWS


def test_two_names_under_one_number_are_two_people() -> None:
    parsed = parse(
        "nama;nik\nBudi Hartono;9998012902800012\nSiti Rahma;9998012902800012\n"
        "Hartono Budi S.Pd;9998012902800012\n"
    )
    assert [each.as_written for each in (one.person for one in parsed.entries)] == ["Budi Hartono"]
    assert [(each.line, each.key, each.hint) for each in parsed.bad] == [
        (3, "daftar.bad_same_number", "2")
    ]
    assert parsed.repeated == (Repeated(4, 2),)
    said_by_machine = [
        Entry(line, name, Listed(as_written=name, name=name, nik="9998012902800012"))
        for line, name in enumerate(("Budi Hartono", "Siti Rahma"), 1)
    ]
    assert once(said_by_machine) == (tuple(said_by_machine), (), {2: 1})


@pytest.mark.parametrize("kind", ["nik", "nip"])
def test_numbers_that_a_spreadsheet_rounded_in_full_lead_to_nobody(kind: str) -> None:
    """Saved as text after the rounding, they look like the numbers of other people."""
    numbers = {
        "nik": ["9998012902800010", "9998012902800020", "9998012902800030", "9998012902800040"],
        "nip": [f"1980022920050{at}1000" for at in range(1, 5)],
    }[kind]
    parsed = parse(f"{kind}\n" + "\n".join(numbers))
    assert parsed.entries == ()
    assert {(each.key, each.hint) for each in parsed.bad} == {("daftar.bad_rounded", kind.upper())}
    exact = [*numbers[:3], f"{numbers[3][:-1]}1"]
    assert len(parse(f"{kind}\n" + "\n".join(exact)).entries) == 4
