"""Rows of an extract's files as rows of our tables, and back as rows of the wire."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from app.lookup import cells, wire
from app.lookup.cells import MalformedRow, Row
from app.lookup.resemble import tidy_school
from app.store.records import Cells, Table
from models import AccountRow, PersonRow, SchoolRow, UserRow
from models.vocabulary import PersonKind

_STAFF = ("ptk_id", "nik", "nuptk", "nip")
_PUPIL = ("peserta_didik_id", "nik", "nisn")
_OF_SCHOOL = (
    "bentuk_pendidikan_id", "bentuk_pendidikan_id_str", "provinsi", "kabupaten_kota",
    "tanggal_tutup",
)  # fmt: skip
_OF_STAFF = (
    "ptk_induk", "tanggal_surat_tugas", "jenis_ptk_id", "jenis_ptk_id_str", "jabatan_ptk_id_str",
    "is_sync_to_server", "is_sync_to_server_ptk_terdaftar", "is_sync_to_server_ptk",
    "jenis_keluar_id", "tanggal_keluar",
)  # fmt: skip
_OF_PUPIL = (
    "tanggal_masuk_sekolah", "tingkat_pendidikan_id", "is_sync_to_server", "jenis_keluar_id",
    "tanggal_keluar",
)  # fmt: skip
_OF_USER = ("username", "nama", "peran_id_str", "ptk_id", "peserta_didik_id")
_OF_ACCOUNT = (
    "suspended", "suspensionReason", "suspensionTime", "archived", "deletionTime", "creationTime",
    "lastLoginTime", "recoveryEmail", "recoveryPhone", "agreedToTerms",
    "changePasswordAtNextLogin", "orgUnitPath", "aliases",
)  # fmt: skip
_LONGEST = {"person": 64, "number": 32, "account": 64, "name": 200}
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Staged = Sequence[tuple[Table, Cells]]


class BadRow(ValueError):
    """Why a row cannot go in: a few words that name its field, never its content."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file of an extract, and how a row of it becomes rows of ours."""

    file: str
    tables: tuple[Table, ...]
    read: Callable[[Row], Staged]


def parsed(line: bytes) -> Row:
    """One line of a file. Raises BadRow unless it is a JSON object."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadRow("bukan JSON") from error
    if not isinstance(row, dict):
        raise BadRow("bukan objek JSON")
    return row


def staged(source: Source, row: Row) -> Staged:
    """Rows of our tables, none for what is not ours to keep. Raises BadRow."""
    try:
        return source.read(row)
    except MalformedRow as error:
        raise BadRow(f"{error.field} kosong atau salah bentuk") from error
    except UnicodeEncodeError as error:
        raise BadRow("memuat huruf yang rusak") from error


def _school(row: Row) -> Staged:
    value = wire.school(row)
    own = (value.npsn.text, value.name, tidy_school(value.name), _kept(row, _OF_SCHOOL))
    return [(Table.SCHOOL, _digested(own))]


def _staff(row: Row) -> Staged:
    wire.staff_placement(row, None)
    return [(Table.PERSON, _person(row, PersonKind.STAFF, _STAFF, _OF_STAFF))]


def _pupil(row: Row) -> Staged:
    wire.student_placement(row, None)
    return [(Table.PERSON, _person(row, PersonKind.STUDENT, _PUPIL, _OF_PUPIL))]


def _person(row: Row, kind: PersonKind, keys: Sequence[str], further: Sequence[str]) -> Cells:
    name, born = cells.needed(row, "nama"), cells.day(row, "tanggal_lahir")
    person = cells.needed(row, keys[0])
    numbers = {key: cells.text(row, key) for key in keys[1:]}
    _fits("nama", name, "name")
    _fits(keys[0], person, "person")
    for key, number in numbers.items():
        _fits(key, number, "number")
    own = (
        kind.value,
        person,
        cells.npsn(row).text,
        name,
        born.isoformat() if born else None,
        numbers.get("nik"),
        numbers.get("nuptk"),
        numbers.get("nip"),
        numbers.get("nisn"),
        _kept(row, further),
    )
    return _digested(own)


def _user(row: Row) -> Staged:
    value = wire.user(row)
    return [(Table.USER, _digested((value.npsn.text, _kept(row, _OF_USER))))]


def _account(row: Row) -> Staged:
    value = wire.account(row)
    if value is None:
        return []
    _fits("id", value.account_id, "account")
    _fits("externalIds", value.person_id, "person")
    content = _compact(_account_content(row, value.person_id))
    own = (value.account_id, value.address.text, value.person_id, content)
    others = [(each.text, value.account_id) for each in value.aliases]
    return [
        (Table.ACCOUNT, _digested(own)),
        *((Table.ALIAS, _digested(each)) for each in others),
    ]


def _account_content(row: Row, person_id: str | None) -> Mapping[str, object]:
    """The fields that `wire.account` reads, smaller: what is empty is left out."""
    name, notes = cells.part(row, "name"), cells.part(row, "customSchemas")
    parts: dict[str, object] = {
        "name": {key: name[key] for key in ("fullName", "givenName", "familyName") if key in name},
        "externalIds": [{"type": "custom", "value": person_id}] if person_id else [],
        "organizations": [
            {"costCenter": each["costCenter"]}
            for each in cells.parts(row, "organizations")
            if each.get("costCenter")
        ],
        "customSchemas": {"pemutakhiran": notes["pemutakhiran"]} if "pemutakhiran" in notes else {},
    }
    plain = {key: row[key] for key in _OF_ACCOUNT if row.get(key) not in (None, "", [])}
    return plain | {key: part for key, part in parts.items() if part}


def school_row(row: SchoolRow) -> Row:
    return {"npsn": row.npsn, "nama": row.name, **json.loads(row.content)}


def person_row(row: PersonRow) -> Row:
    """As the service of its kind sends it."""
    key = _STAFF[0] if row.kind is PersonKind.STAFF else _PUPIL[0]
    return {
        "npsn": row.npsn,
        key: row.person_id,
        "nama": row.name,
        "tanggal_lahir": row.born.isoformat() if row.born else None,
        "nik": row.nik,
        "nuptk": row.nuptk,
        "nip": row.nip,
        "nisn": row.nisn,
        **json.loads(row.content),
    }


def user_row(row: UserRow) -> Row:
    return {"npsn": row.npsn, **json.loads(row.content)}


def account_row(row: AccountRow) -> Row:
    return {"id": row.account_id, "primaryEmail": row.address, **json.loads(row.content)}


def _kept(row: Row, fields: Sequence[str]) -> str:
    return _compact({key: row[key] for key in fields if row.get(key) is not None})


def _fits(field: str, value: str | None, kind: str) -> None:
    if value is not None and len(value) > _LONGEST[kind]:
        raise BadRow(f"{field} terlalu panjang")


def _digested(own: Sequence[str | None]) -> Cells:
    """With 16 bytes over all of it in front. Raises UnicodeEncodeError for half a letter."""
    joined = "\x1f".join(each or "" for each in own)
    if "\x00" in joined or "\\u0000" in joined:
        raise BadRow("memuat karakter nol")
    return (blake2b(joined.encode(), digest_size=16).digest(), *own)


SOURCES = (
    Source("sekolah.jsonl", (Table.SCHOOL,), _school),
    Source("gtk.jsonl", (Table.PERSON,), _staff),
    Source("peserta_didik.jsonl", (Table.PERSON,), _pupil),
    Source("pengguna.jsonl", (Table.USER,), _user),
    Source("accounts.jsonl", (Table.ACCOUNT, Table.ALIAS), _account),
)
