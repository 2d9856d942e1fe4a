"""A folder of Dapodik and account rows, held in memory and asked like the two systems."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from app.lookup import wire
from app.lookup.alike import alike
from app.lookup.dossier import Account, Person, School, deletion_instant
from app.lookup.ports import SchoolRecords
from app.lookup.resemble import SchoolNames
from models.values import AccountAddress, Npsn

KEPT_AFTER_DELETION = timedelta(days=20)  # the directory forgets deleted users after that
_ZENDESK = ("tickets", "users", "comments", "article_comments")
_STAFF_KEYS = ("ptk_id", "nik", "nuptk", "nip")
_PUPIL_KEYS = ("peserta_didik_id", "nik", "nisn")

RawRow = dict[str, Any]


class WrongWorld(Exception):
    """One sentence that says which file and line cannot be used, and why."""


@dataclass(frozen=True)
class World:
    """Raw rows in their wire field names. `extracted_at` is when they were true (UTC)."""

    extracted_at: datetime
    sekolah: list[RawRow] = field(default_factory=list)
    gtk: list[RawRow] = field(default_factory=list)
    peserta_didik: list[RawRow] = field(default_factory=list)
    pengguna: list[RawRow] = field(default_factory=list)
    accounts: list[RawRow] = field(default_factory=list)
    zendesk: dict[str, list[RawRow]] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Missing row files are empty. Raises WrongWorld without a manifest or for a bad line."""
        return cls(
            extracted_at=_extracted_at(folder / "manifest.json"),
            sekolah=_rows(folder / "sekolah.jsonl", ("npsn", "nama")),
            gtk=_rows(folder / "gtk.jsonl", ("npsn", "ptk_id", "nama")),
            peserta_didik=_rows(
                folder / "peserta_didik.jsonl", ("npsn", "peserta_didik_id", "nama")
            ),
            pengguna=[
                _without_password(row) for row in _rows(folder / "pengguna.jsonl", ("npsn",))
            ],
            accounts=_rows(folder / "accounts.jsonl", ("id", "primaryEmail")),
            zendesk={name: _rows(folder / "zendesk" / f"{name}.jsonl", ()) for name in _ZENDESK},
        )


class WorldDapodik:
    """Implements `Dapodik` over a world; rows are read as values only when asked for."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._schools = {str(row["npsn"]): row for row in world.sekolah}

    def school(self, npsn: Npsn) -> SchoolRecords | None:
        school = self._school_of(npsn)
        if school is None:
            return None
        return SchoolRecords(
            school=school,
            people=self._people(self._here.get(npsn.text, ())),
            users=tuple(wire.user(row) for row in self._users.get(npsn.text, ())),
            as_of=self._world.extracted_at,
        )

    def schools_named(self, name: str) -> Sequence[School]:
        return [wire.school(self._schools[npsn]) for npsn in self._names.like(name)]

    def people_with(self, identifier: str) -> Sequence[Person]:
        return self._people(self._keys.get(identifier.strip(), ()))

    def people_named(self, name: str, born: date) -> Sequence[Person]:
        return alike(name, self._people(self._born.get(born.isoformat(), ())))

    def _people(self, keys: Sequence[str]) -> tuple[Person, ...]:
        """The whole people of those ids, with their placements at every school."""
        staff = (row for key in keys for row in self._staff.get(key, ()))
        pupils = (row for key in keys for row in self._pupils.get(key, ()))
        return wire.people(staff, pupils, self._school_of)

    def _school_of(self, npsn: Npsn) -> School | None:
        row = self._schools.get(npsn.text)
        return wire.school(row) if row else None

    @cached_property
    def _names(self) -> SchoolNames:
        return SchoolNames({npsn: str(row["nama"]) for npsn, row in self._schools.items()})

    @cached_property
    def _staff(self) -> dict[str, list[RawRow]]:
        return _grouped(self._world.gtk, lambda row: [row["ptk_id"]])

    @cached_property
    def _pupils(self) -> dict[str, list[RawRow]]:
        return _grouped(self._world.peserta_didik, lambda row: [row["peserta_didik_id"]])

    @cached_property
    def _users(self) -> dict[str, list[RawRow]]:
        return _grouped(self._world.pengguna, lambda row: [row["npsn"]])

    @cached_property
    def _here(self) -> dict[str, list[str]]:
        """Ids of the people with any row at a school, each once."""
        return self._ids_by(lambda row, _: [row["npsn"]])

    @cached_property
    def _keys(self) -> dict[str, list[str]]:
        return self._ids_by(lambda row, names: [row.get(name) for name in names])

    @cached_property
    def _born(self) -> dict[str, list[str]]:
        """Ids of people by the day they were born."""
        return self._ids_by(lambda row, _: [str(row.get("tanggal_lahir") or "")[:10]])

    def _ids_by(
        self, keys_of: Callable[[RawRow, Sequence[str]], Sequence[Any]]
    ) -> dict[str, list[str]]:
        ids: dict[str, dict[str, None]] = {}
        for rows, names in (
            (self._world.gtk, _STAFF_KEYS),
            (self._world.peserta_didik, _PUPIL_KEYS),
        ):
            for row in rows:
                for key in keys_of(row, names):
                    if key:
                        ids.setdefault(str(key), {})[row[names[0]]] = None
        return {key: list(found) for key, found in ids.items()}


class WorldAccounts:
    """Implements `Accounts` over a world. Deleted users are kept 20 days before the extract."""

    def __init__(self, world: World) -> None:
        self._oldest_deletion = world.extracted_at - KEPT_AFTER_DELETION
        self._rows = world.accounts

    def by_address(self, address: AccountAddress) -> Account | None:
        read = (self._read(row) for row in self._by_address.get(address.text, ()))
        found = [each for each in read if each]
        live = next((each for each in found if each.is_live), None)
        return live or max(found, key=deletion_instant, default=None)

    def of_person(self, person_id: str) -> Sequence[Account]:
        found = (self._read(row) for row in self._by_person.get(person_id, ()))
        return tuple(each for each in found if each and each.person_id == person_id)

    def _read(self, row: RawRow) -> Account | None:
        account = wire.account(row)
        gone = account and account.deleted_at and account.deleted_at < self._oldest_deletion
        return None if gone else account

    @cached_property
    def _by_address(self) -> dict[str, list[RawRow]]:
        return _grouped(
            self._rows,
            lambda row: [
                each.lower() for each in (row["primaryEmail"], *(row.get("aliases") or ()))
            ],
        )

    @cached_property
    def _by_person(self) -> dict[str, list[RawRow]]:
        return _grouped(
            self._rows, lambda row: [each.get("value") for each in row.get("externalIds") or ()]
        )


def _grouped(
    rows: Sequence[RawRow], keys_of: Callable[[RawRow], Sequence[Any]]
) -> dict[str, list[RawRow]]:
    groups: dict[str, list[RawRow]] = {}
    for row in rows:
        for key in keys_of(row):
            if key:
                groups.setdefault(str(key), []).append(row)
    return groups


def _extracted_at(manifest: Path) -> datetime:
    try:
        content = json.loads(manifest.read_text(encoding="utf-8"))
        moment = datetime.fromisoformat(content["extracted_at"])
    except OSError as error:
        raise WrongWorld(f"{manifest} cannot be read: a world needs its manifest.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise WrongWorld(f"{manifest} has no usable extracted_at.") from error
    if moment.tzinfo is None:
        raise WrongWorld(f"{manifest} has an extracted_at without a time zone.")
    return moment.astimezone(UTC)


def _rows(path: Path, needed: Sequence[str]) -> list[RawRow]:
    return list(_lines(path, needed)) if path.exists() else []


def _lines(path: Path, needed: Sequence[str]) -> Iterator[RawRow]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise WrongWorld(f"{path} line {number} is not JSON.") from error
            if not isinstance(row, dict):
                raise WrongWorld(f"{path} line {number} is no object.")
            missing = next((name for name in needed if not row.get(name)), None)
            if missing:
                raise WrongWorld(f"{path} line {number} lacks {missing}.")
            yield row


def _without_password(row: RawRow) -> RawRow:
    row.pop("password", None)
    return row
