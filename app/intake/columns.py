"""Which column of a table says what, by its heading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.intake.table import Row
from app.intake.tidy import folded

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "nama", "nama lengkap", "nama siswa", "nama murid", "nama guru", "nama peserta didik",
        "nama ptk", "nama gtk", "nama pd", "nama pendidik", "nama orang", "nama pemilik akun",
        "nama guru tendik", "nama tendik", "name", "full name",
    ),
    "nisn": ("nisn", "no nisn", "nomor nisn", "nomor induk siswa nasional"),
    "nuptk": ("nuptk", "no nuptk", "nomor nuptk"),
    "nik": (
        "nik", "no nik", "nomor nik", "no ktp", "nomor ktp", "nik ktp",
        "nomor induk kependudukan",
    ),
    "nip": ("nip", "no nip", "nomor nip", "nip nippppk", "nip ni pppk", "nip nipppk"),
    "birth": (
        "tanggal lahir", "tgl lahir", "tgllahir", "tanggallahir", "lahir", "ttl",
        "tempat tanggal lahir", "tempat tgl lahir", "tempat dan tanggal lahir", "birth date",
        "date of birth", "birthday", "dob",
    ),
    "email": (
        "akun", "akun belajar", "akun belajar id", "alamat akun", "alamat akun belajar id",
        "email", "e mail", "surel", "email belajar id", "akun email", "email akun",
        "alamat email", "user id", "userid", "account",
    ),
    "grade": (
        "kelas", "kls", "rombel", "rombongan belajar", "tingkat", "nama rombel", "kelas rombel",
        "rombel saat ini", "grade", "class",
    ),
    "npsn": ("npsn", "no npsn", "nomor npsn", "npsn sekolah", "kode sekolah"),
}  # fmt: skip
_KIND_OF = {heading: kind for kind, all_of in _HEADINGS.items() for heading in all_of}
_NAMES_SOMEONE = frozenset({"name", "nisn", "nuptk", "nik", "nip", "email"})
# Exports carry a title, the school and a date above the headings.
_WITHIN_ROWS = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """`at` is the place of each kind of column; `first_row` the index of the first person's row."""

    at: Mapping[str, int]
    first_row: int
    ignored: tuple[str, ...] = ()


def columns_of(rows: Sequence[Row]) -> Columns | None:
    """The first row that reads as headings; None where there is none."""
    for index, row in enumerate(rows[:_WITHIN_ROWS]):
        at: dict[str, int] = {}
        ignored: list[str] = []
        for place, cell in enumerate(row.cells):
            kind = _KIND_OF.get(folded(cell))
            if kind is None:
                ignored.extend([cell] if cell else [])
            else:
                # Of two alike the first: further ones are of father and mother.
                at.setdefault(kind, place)
        if _NAMES_SOMEONE & set(at) and (len(at) > 1 or len(ignored) < 2):
            return Columns(at, index + 1, tuple(ignored))
    return None
