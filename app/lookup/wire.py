"""Rows as Dapodik and the account directory send them, as values of the dossier."""

from collections.abc import Callable, Iterable
from datetime import date

from app.lookup import cells
from app.lookup.cells import MalformedRow, Row
from app.lookup.dossier import Person, Placement, School, SchoolUser
from app.lookup.resource import account
from models.values import Npsn
from models.vocabulary import ExitReason, Jenjang, Peran, PersonKind

__all__ = [
    "MalformedRow",
    "Row",
    "account",
    "people",
    "rank",
    "school",
    "staff_placement",
    "student_placement",
    "user",
]

SchoolOf = Callable[[Npsn], School | None]

_JENJANG_OF_FORM = (
    dict.fromkeys((1, 2, 3, 4), Jenjang.PAUD)
    | dict.fromkeys((7, 8, 14, 29), Jenjang.SLB)
    | {5: Jenjang.SD, 6: Jenjang.SMP, 13: Jenjang.SMA, 15: Jenjang.SMK}
    | {53: Jenjang.SD, 54: Jenjang.SMP, 55: Jenjang.SMA}
)
_JENJANG_OF_NAME = (
    dict.fromkeys(("TK", "KB", "TPA", "SPS", "PAUD", "TKN"), Jenjang.PAUD)
    | dict.fromkeys(("SLB", "SDLB", "SMPLB", "SMALB", "SMLB", "TKLB"), Jenjang.SLB)
    | dict.fromkeys(("PKBM", "SKB", "SPNF"), Jenjang.KESETARAAN)
    | {"SD": Jenjang.SD, "SMP": Jenjang.SMP, "SMA": Jenjang.SMA, "SMK": Jenjang.SMK}
    | {"SPK SD": Jenjang.SD, "SPK SMP": Jenjang.SMP, "SPK SMA": Jenjang.SMA}
)

# Kepala Sekolah and Tenaga Administrasi Sekolah hold admin accounts; e-Rapor counts heads as
# teachers, so its grouping cannot be used. Laboran, library and support posts have no role.
_ADMIN = frozenset({11, 20})
_GURU = frozenset({*range(3, 11), *range(12, 18), 25, 26, *range(51, 55), 56, 60, 63, 64, 92})
_HEAD_POSITION = "kepala sekolah"


def school(row: Row) -> School:
    """`jenjang` comes from the form of education; None for madrasah and others."""
    form = cells.number(row, "bentuk_pendidikan_id")
    form_name = (cells.text(row, "bentuk_pendidikan_id_str") or "").upper()
    jenjang = _JENJANG_OF_FORM.get(form) if form is not None else None
    return School(
        npsn=cells.npsn(row),
        name=cells.needed(row, "nama"),
        jenjang=jenjang or _JENJANG_OF_NAME.get(form_name),
        form=form,
        province=cells.text(row, "provinsi"),
        regency=cells.text(row, "kabupaten_kota"),
        closed_on=cells.day(row, "tanggal_tutup"),
    )


def staff_placement(row: Row, of_school: School | None) -> Placement:
    """One assignment; a row without ptk_induk counts as the home school's."""
    left_for, left_on = _exit(row)
    return Placement(
        npsn=cells.npsn(row),
        jenjang=of_school.jenjang if of_school else None,
        peran=_staff_role(row),
        ptk_type=cells.text(row, "jenis_ptk_id"),
        ptk_type_name=cells.text(row, "jenis_ptk_id_str"),
        position=cells.text(row, "jabatan_ptk_id_str"),
        is_home=cells.flag(row, "ptk_induk") is not False,
        since=cells.day(row, "tanggal_surat_tugas"),
        sent=_sent(row, "is_sync_to_server_ptk_terdaftar", "is_sync_to_server_ptk"),
        left_for=left_for,
        left_on=left_on,
    )


def student_placement(row: Row, of_school: School | None) -> Placement:
    left_for, left_on = _exit(row)
    return Placement(
        npsn=cells.npsn(row),
        jenjang=of_school.jenjang if of_school else None,
        peran=Peran.SISWA,
        grade=cells.text(row, "tingkat_pendidikan_id"),
        since=cells.day(row, "tanggal_masuk_sekolah"),
        sent=_sent(row),
        left_for=left_for,
        left_on=left_on,
    )


def people(
    gtk_rows: Iterable[Row], pupil_rows: Iterable[Row], school_of: SchoolOf
) -> tuple[Person, ...]:
    """One per ptk_id or peserta_didik_id, in order of first appearance.

    Placements are active first, then the home school's, then the newest; names and identifiers
    are those of the first placement that has them.
    """
    kinds = (
        (PersonKind.STAFF, "ptk_id", staff_placement, gtk_rows),
        (PersonKind.STUDENT, "peserta_didik_id", student_placement, pupil_rows),
    )
    found: dict[tuple[PersonKind, str], list[tuple[Placement, Row]]] = {}
    for kind, key, placed, rows in kinds:
        for row in rows:
            placement = placed(row, school_of(cells.npsn(row)))
            found.setdefault((kind, cells.needed(row, key)), []).append((placement, row))
    return tuple(_person(kind, key, placed) for (kind, key), placed in found.items())


def user(row: Row) -> SchoolUser:
    """The password hash the service sends along is never looked at."""
    name = (cells.text(row, "username") or "").lower()
    return SchoolUser(
        npsn=cells.npsn(row),
        name=cells.text(row, "nama") or "",
        role=cells.text(row, "peran_id_str") or "",
        email=name if "@" in name else None,
        person_id=cells.text(row, "ptk_id") or cells.text(row, "peserta_didik_id"),
    )


def _exit(row: Row) -> tuple[ExitReason | None, date | None]:
    """Raises MalformedRow for an unknown reason without a day: nothing would show the exit."""
    reason, left_on = cells.text(row, "jenis_keluar_id"), cells.day(row, "tanggal_keluar")
    if reason is None:
        return None, left_on
    if reason not in set(ExitReason):
        if left_on is None:
            raise MalformedRow("jenis_keluar_id")
        return None, left_on
    return ExitReason(reason), left_on


def _staff_role(row: Row) -> Peran | None:
    position = (cells.text(row, "jabatan_ptk_id_str") or "").casefold()
    kind = cells.number(row, "jenis_ptk_id")
    if position == _HEAD_POSITION or kind in _ADMIN:
        return Peran.ADMIN
    return Peran.GURU if kind in _GURU else None


def _sent(row: Row, *more: str) -> bool | None:
    """False when any flag says the row stayed at the school; None when there is no flag."""
    fields = ("is_sync_to_server", *more)
    flags = [each for field in fields if (each := cells.flag(row, field)) is not None]
    return all(flags) if flags else None


def _person(kind: PersonKind, key: str, placed: list[tuple[Placement, Row]]) -> Person:
    ordered = sorted(placed, key=lambda each: rank(each[0]))
    rows = [row for _, row in ordered]
    births = (cells.day(row, "tanggal_lahir") for row in rows)
    return Person(
        person_id=key,
        kind=kind,
        name=cells.needed(rows[0], "nama"),
        birth_date=next((each for each in births if each), None),
        nik=_first(rows, "nik"),
        nuptk=_first(rows, "nuptk"),
        nip=_first(rows, "nip"),
        nisn=_first(rows, "nisn"),
        placements=tuple(placement for placement, _ in ordered),
    )


def rank(placement: Placement) -> tuple[bool, bool, int, int]:
    """Smallest first: active, home, last left, last begun."""
    left, since = placement.left_on or date.max, placement.since or date.min
    return (
        not placement.is_active,
        not placement.is_home,
        -left.toordinal(),
        -since.toordinal(),
    )


def _first(rows: Iterable[Row], field: str) -> str | None:
    return next((each for row in rows if (each := cells.text(row, field))), None)
