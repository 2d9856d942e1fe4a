"""Rows of both systems as values."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.lookup import wire
from app.lookup.dossier import School
from models.values import AccountAddress, Npsn
from models.vocabulary import ExitReason, Jenjang, Peran, PersonKind
from tests.unit.lookup import build


def schools(npsn: Npsn) -> School | None:
    return wire.school(build.school_row(npsn.text))


@pytest.mark.parametrize(
    ("form", "form_name", "jenjang"),
    [
        pytest.param(1, "TK", Jenjang.PAUD, id="taman kanak-kanak"),
        pytest.param(4, "SPS", Jenjang.PAUD, id="satuan PAUD sejenis"),
        pytest.param(5, "SD", Jenjang.SD, id="sekolah dasar"),
        pytest.param("6", "SMP", Jenjang.SMP, id="number sent as text"),
        pytest.param(13, "SMA", Jenjang.SMA, id="SMA"),
        pytest.param(15, "SMK", Jenjang.SMK, id="SMK"),
        pytest.param(7, "SDLB", Jenjang.SLB, id="sekolah luar biasa of one level"),
        pytest.param(29, "SLB", Jenjang.SLB, id="SLB"),
        pytest.param(54, "SPK SMP", Jenjang.SMP, id="international school"),
        pytest.param(27, "PKBM", Jenjang.KESETARAAN, id="PKBM by its name"),
        pytest.param(None, "SKB", Jenjang.KESETARAAN, id="SKB without a number"),
        pytest.param(9, "MI", None, id="madrasah has none"),
        pytest.param(None, None, None, id="nothing known"),
    ],
)
def test_the_form_of_education_gives_the_jenjang(
    form: int | str | None, form_name: str | None, jenjang: Jenjang | None
) -> None:
    row = build.school_row(bentuk_pendidikan_id=form, bentuk_pendidikan_id_str=form_name)
    assert wire.school(row).jenjang is jenjang


def test_a_closed_school_carries_its_last_day() -> None:
    assert wire.school(build.school_row(tanggal_tutup="2026-06-30")).closed_on == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("kind", "position", "peran"),
    [
        pytest.param("20", "Kepala Sekolah", Peran.ADMIN, id="head"),
        pytest.param("4", "Kepala Sekolah", Peran.ADMIN, id="teacher in the post of head"),
        pytest.param("4", "Wakil Kepala Sekolah", Peran.GURU, id="deputy stays a teacher"),
        pytest.param("11", "TAS", Peran.ADMIN, id="administration"),
        pytest.param(4, None, Peran.GURU, id="teacher"),
        pytest.param("63", None, Peran.GURU, id="tutor"),
        pytest.param("40", "Pustakawan", None, id="library staff has no published role"),
        pytest.param("42", None, None, id="guard has no published role"),
        pytest.param(None, None, None, id="unknown"),
    ],
)
def test_the_kind_of_staff_gives_the_role(
    kind: object, position: str | None, peran: Peran | None
) -> None:
    row = build.staff_row(jenis_ptk_id=kind, jabatan_ptk_id_str=position)
    assert wire.staff_placement(row, None).peran is peran


@pytest.mark.parametrize(
    ("flags", "sent"),
    [
        pytest.param({}, None, id="client of 2021 sends no flag"),
        pytest.param({"is_sync_to_server_ptk": True}, True, id="sent"),
        pytest.param(
            {"is_sync_to_server_ptk": True, "is_sync_to_server_ptk_terdaftar": False},
            False,
            id="assignment not sent",
        ),
        pytest.param({"is_sync_to_server_ptk": "0"}, False, id="flag as text"),
        pytest.param({"is_sync_to_server": None}, None, id="null flag"),
    ],
)
def test_one_flag_down_means_not_sent(flags: dict[str, Any], sent: bool | None) -> None:
    row = build.staff_row()
    del row["is_sync_to_server_ptk"]
    assert wire.staff_placement({**row, **flags}, None).sent is sent


def test_work_outside_the_home_school_is_marked() -> None:
    assert not wire.staff_placement(build.staff_row(ptk_induk="0"), None).is_home
    assert wire.staff_placement(build.staff_row(ptk_induk=None), None).is_home


def test_an_exit_is_read_with_its_reason_and_day() -> None:
    row = build.staff_row(jenis_keluar_id="9", tanggal_keluar="2026-09-01 00:00:00")
    placed = wire.staff_placement(row, None)
    assert (placed.left_for, placed.left_on) == (ExitReason.RETIRED, date(2026, 9, 1))
    assert not placed.is_active


def test_an_unknown_exit_reason_still_ends_the_placement_on_its_day() -> None:
    row = build.pupil_row(jenis_keluar_id="Z", tanggal_keluar="2026-09-01")
    assert not wire.student_placement(row, None).is_active


def test_the_rows_of_one_person_become_one_with_the_active_home_first() -> None:
    rows = [
        build.staff_row(npsn=build.SMP, ptk_induk="0", nip="198503042010011001"),
        build.staff_row(npsn=build.OTHER_SD, jenis_keluar_id="2", tanggal_keluar="2026-06-20"),
        build.staff_row(npsn=build.SD),
    ]
    (person,) = wire.people(rows, [], schools)
    assert [each.npsn.text for each in person.placements] == [build.SD, build.SMP, build.OTHER_SD]
    assert person.nip == "198503042010011001"
    assert person.home is not None
    assert person.home.jenjang is Jenjang.SD


def test_staff_and_pupils_stay_apart() -> None:
    staff, pupil = wire.people([build.staff_row()], [build.pupil_row()], schools)
    assert (staff.kind, pupil.kind) == (PersonKind.STAFF, PersonKind.STUDENT)
    assert pupil.placements[0].grade == "6"
    assert pupil.placements[0].peran is Peran.SISWA


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("npsn", "12"),
        ("npsn", None),
        ("ptk_id", ""),
        ("nama", None),
        ("tanggal_lahir", "4 Maret"),
        ("jenis_ptk_id", "guru"),
        ("ptk_induk", "mungkin"),
        ("nik", True),
        ("jenis_keluar_id", "Z"),
    ],
)
def test_a_malformed_row_names_its_field(field: str, value: object) -> None:
    with pytest.raises(wire.MalformedRow) as refused:
        wire.people([build.staff_row() | {field: value}], [], schools)
    assert refused.value.field == field


def test_a_user_keeps_no_password() -> None:
    user = wire.user(build.user_row(2, "Operator Sekolah", "Tuti@Surat.example"))
    assert "$2y$" not in repr(user)
    assert user.email == "tuti@surat.example"


def test_a_user_name_that_is_no_address_is_no_mail() -> None:
    assert wire.user(build.user_row(2, "PTK", "tuti_op")).email is None


def test_an_account_is_read_whole() -> None:
    resource = build.account_row(
        1,
        "Rukmini27@guru.sd.belajar.id",
        "p-1",
        aliases=["rukmini27@admin.sd.belajar.id", "lama@mail.example"],
        organizations=[{"costCenter": build.SD}],
        name={"givenName": "Rukmini", "familyName": "Contohwati"},
        recoveryEmail="Rukmini@Surat.example",
        creationTime="2022-01-05T08:00:00.000Z",
        customSchemas={
            "pemutakhiran": {
                "tanggal_pemberitahuan": "2026-11-01",
                "tanggal_penghapusan": "2026-12-01",
            }
        },
    )
    account = wire.account(resource)
    assert account is not None
    assert account.address == AccountAddress("rukmini27@guru.sd.belajar.id")
    assert account.aliases == (AccountAddress("rukmini27@admin.sd.belajar.id"),)
    assert (account.person_id, account.npsn) == ("p-1", Npsn(build.SD))
    assert account.name == "Rukmini Contohwati"
    assert account.recovery_email == "rukmini@surat.example"
    assert account.last_login_at is None
    assert account.created_at == datetime(2022, 1, 5, 8, tzinfo=UTC)
    assert (account.noticed_on, account.deletion_on) == (date(2026, 11, 1), date(2026, 12, 1))
    assert account.is_live


def test_a_reason_of_suspension_counts_only_while_suspended() -> None:
    more = {"suspensionReason": "ADMIN", "suspensionTime": "2026-11-01T00:00:00Z"}
    active = wire.account(build.account_row(1, "a@sd.belajar.id", None, **more))
    closed = wire.account(build.account_row(1, "a@sd.belajar.id", None, suspended=True, **more))
    assert active is not None
    assert active.suspension_reason is None
    assert closed is not None
    assert closed.suspension_reason == "ADMIN"


def test_a_user_of_another_domain_is_no_account() -> None:
    assert wire.account(build.account_row(1, "a@mail.example", None)) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("primaryEmail", None),
        ("externalIds", "p-1"),
        ("aliases", [1]),
        ("name", "Rukmini"),
        ("creationTime", "2022-01-05T08:00:00"),
        ("lastLoginTime", "kemarin"),
    ],
)
def test_a_malformed_account_names_its_field(field: str, value: object) -> None:
    with pytest.raises(wire.MalformedRow) as refused:
        wire.account(build.account_row(1, "a@sd.belajar.id", None) | {field: value})
    assert refused.value.field == field


def test_a_misshapen_cost_center_is_an_unknown_school() -> None:
    row = build.account_row(1, "a@sd.belajar.id", None, organizations=[{"costCenter": "TU"}])
    account = wire.account(row)
    assert account is not None
    assert account.npsn is None
