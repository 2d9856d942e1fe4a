"""An extract comes into force whole or not at all, and what was before is kept."""

import json
import shutil
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from app.register import recall
from app.register.load import Terms
from app.register.manifest import Refused, UnusableManifest
from app.store import extracts
from app.store.session import Database
from app.store.staging import AlreadyLoading, staging
from models import Extract, PersonRow, UserRow
from models.values import Npsn
from models.vocabulary import ExtractState
from tests.support.extract import MONDAY, NOW, TUESDAY, WEDNESDAY, loaded, write_extract
from tests.unit.lookup import build

PEOPLE = [build.pupil_row(number, f"Murid Ke{number}") for number in range(1, 61)]
SCHOOLS = [build.school_row()]


Rows = Sequence[dict[str, Any] | str]


def extract_at(folder: Path, day: datetime, people: Rows = PEOPLE, **more: Rows) -> Path:
    tables: dict[str, Rows] = {"sekolah": SCHOOLS, "peserta_didik": people, **more}
    return write_extract(folder / f"{len(list(folder.iterdir()))}", day, **tables)


def history(database: Database) -> list[Extract]:
    """Oldest first."""
    with database.read() as session:
        return list(reversed(extracts.all_of_them(session)))


def names(database: Database) -> list[str]:
    with database.read() as session:
        extract = extracts.in_force(session)
        found = recall.school(session, extract, Npsn(build.SD)) if extract else None
    return sorted(each.name for each in found.people) if found else []


def test_the_same_extract_again_changes_nothing(database: Database, tmp_path: Path) -> None:
    folder = extract_at(tmp_path, MONDAY)
    assert loaded(database, folder).counts is not None
    assert loaded(database, folder).counts is None
    assert [each.state for each in history(database)] == [ExtractState.LOADED]
    people = folder / "peserta_didik.jsonl"
    people.write_bytes(people.read_bytes()[:-200])
    with pytest.raises(Refused, match="peserta_didik"):
        loaded(database, folder)
    assert [each.state for each in history(database)] == [ExtractState.LOADED]


def test_the_next_extract_writes_only_what_changed(database: Database, tmp_path: Path) -> None:
    loaded(database, extract_at(tmp_path, MONDAY))
    moved = [
        {**PEOPLE[0], "tingkat_pendidikan_id": "5"},
        *PEOPLE[1:-1],
        build.pupil_row(99, "Baru"),
    ]
    counts = loaded(database, extract_at(tmp_path, TUESDAY, moved)).counts
    assert counts is not None
    assert (counts.new["person"], counts.gone["person"]) == (2, 2)
    assert (counts.new["school"], counts.gone["school"]) == (0, 0)
    with database.read() as session:
        assert len(session.exec(select(PersonRow)).all()) == 62
    assert "Baru" in names(database)
    assert "Murid Ke60" not in names(database)


def test_what_was_recorded_on_a_day_before_can_still_be_read(
    database: Database, tmp_path: Path
) -> None:
    loaded(database, extract_at(tmp_path, MONDAY))
    moved = [{**PEOPLE[0], "nama": "Nama Baru"}, *PEOPLE[1:]]
    loaded(database, extract_at(tmp_path, TUESDAY, moved))
    loaded(database, extract_at(tmp_path, WEDNESDAY, PEOPLE))
    read = []
    with database.read() as session:
        for moment in (MONDAY - timedelta(hours=1), MONDAY, TUESDAY + timedelta(hours=3), NOW):
            extract = extracts.of_moment(session, moment)
            people = recall.people(session, extract, [build.pupil_id(1)]) if extract else ()
            read.append([each.name for each in people])
    assert read == [[], ["Murid Ke1"], ["Nama Baru"], ["Murid Ke1"]]


@pytest.mark.parametrize(
    ("day", "people", "reason"),
    [
        pytest.param(MONDAY, PEOPLE, "lebih lama daripada yang berlaku", id="older"),
        pytest.param(TUESDAY, PEOPLE[:-1], "sudah dimuat dengan isi yang lain", id="other content"),
        pytest.param(NOW + timedelta(hours=6), PEOPLE, "di masa depan", id="WIB written as UTC"),
        pytest.param(WEDNESDAY, PEOPLE[:-2], "Hilang 2 dari 60 orang", id="too many people lost"),
        pytest.param(WEDNESDAY, [*PEOPLE, "rusak", "{}"], "2 dari 62 baris", id="many bad rows"),
    ],
)
def test_a_suspicious_extract_is_refused_and_the_one_before_stays(
    database: Database, tmp_path: Path, day: datetime, people: Rows, reason: str
) -> None:
    loaded(database, extract_at(tmp_path, TUESDAY))
    with pytest.raises(Refused, match=reason):
        loaded(database, extract_at(tmp_path, day, people))
    kept = history(database)
    assert [each.state for each in kept] == [ExtractState.LOADED, ExtractState.REFUSED]
    assert reason in kept[1].note
    assert len(names(database)) == 60


def test_a_loss_is_taken_when_somebody_answers_for_it(database: Database, tmp_path: Path) -> None:
    loaded(database, extract_at(tmp_path, MONDAY))
    terms = Terms(accepted_loss=60, by="Sari", reason="kelulusan")
    loaded(database, extract_at(tmp_path, TUESDAY, PEOPLE[:30]), terms=terms)
    row = history(database)[-1]
    assert (row.state, row.accepted_loss, row.by, row.reason) == (
        ExtractState.LOADED, 60, "Sari", "kelulusan",
    )  # fmt: skip
    assert len(names(database)) == 30


def test_a_file_that_is_not_what_the_manifest_promises_is_refused(
    database: Database, tmp_path: Path
) -> None:
    good = extract_at(tmp_path, MONDAY)
    for number, (reason, harm) in enumerate(HARMS.items()):
        folder = tmp_path / f"rusak-{number}"
        shutil.copytree(good, folder)
        harm(folder)
        with pytest.raises(Refused, match=reason):
            loaded(database, folder)
    assert names(database) == []
    loaded(database, good)
    assert len(names(database)) == 60


@pytest.mark.parametrize(
    "manifest",
    [None, "bukan json", "{}", '{"extracted_at": "2026-11-24T02:10:00", "files": {}}',
     '{"extracted_at": "2026-11-24T02:10:00Z", "files": {"gtk.jsonl": {"rows": "1"}}}',
     '{"extracted_at": "9999-12-31T23:59:59-14:00", "files": {}}', "[" * 100_000],
)  # fmt: skip
def test_without_a_usable_manifest_nothing_is_tried(
    database: Database, tmp_path: Path, manifest: str | None
) -> None:
    if manifest is not None:
        (tmp_path / "manifest.json").write_text(manifest)
    with pytest.raises(UnusableManifest):
        loaded(database, tmp_path)
    assert history(database) == []


def test_an_extract_without_any_school_is_refused(database: Database, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="satu sekolah pun"):
        loaded(database, write_extract(tmp_path, MONDAY))


def test_bad_rows_are_named_without_their_content_and_the_good_ones_go_in(
    database: Database, tmp_path: Path
) -> None:
    wrong = [
        json.dumps({**PEOPLE[0], "peserta_didik_id": None}),
        '{"npsn": "69900101", "peserta_didik_id": "x", "nama": "Nol\\u0000Nol"}',
        '{"npsn": "69900101", "peserta_didik_id": "x", "nama": "\\ud800"}',
        json.dumps({**PEOPLE[0], "nik": "3" * 40}),
        json.dumps({**PEOPLE[0], "tanggal_lahir": "kemarin"}),
        "[]",
    ]
    bad: list[tuple[str, int, str]] = []
    terms = Terms(most_lost=50)
    folder = extract_at(tmp_path, MONDAY, [*PEOPLE[:10], *wrong])
    counts = loaded(database, folder, terms=terms, bad=bad).counts
    assert counts is not None
    assert counts.bad_rows == 6
    assert [(file, line) for file, line, _ in bad] == [
        ("peserta_didik.jsonl", number) for number in range(11, 17)
    ]
    assert [reason for _, _, reason in bad] == [
        "peserta_didik_id kosong atau salah bentuk",
        "memuat karakter nol",
        "memuat huruf yang rusak",
        "nik terlalu panjang",
        "tanggal_lahir kosong atau salah bentuk",
        "bukan objek JSON",
    ]
    assert len(names(database)) == 10


def test_passwords_and_unneeded_fields_are_not_kept(database: Database, tmp_path: Path) -> None:
    user = build.user_row(1, "Operator Sekolah", "tuti@surat.example", no_hp="081200000000")
    loaded(database, extract_at(tmp_path, MONDAY, pengguna=[user]))
    with database.read() as session:
        kept = session.exec(select(UserRow)).one().content
    assert set(json.loads(kept)) == {"username", "nama", "peran_id_str", "ptk_id"}


def test_only_one_extract_is_loaded_at_a_time(database: Database, tmp_path: Path) -> None:
    folder = extract_at(tmp_path, MONDAY)
    with staging(database), pytest.raises(AlreadyLoading):
        loaded(database, folder)
    assert loaded(database, folder).counts is not None


def test_history_is_deleted_when_it_is_too_old(database: Database, tmp_path: Path) -> None:
    loaded(database, extract_at(tmp_path, MONDAY))
    loaded(database, extract_at(tmp_path, TUESDAY, [{**PEOPLE[0], "nama": "Dua"}, *PEOPLE[1:]]))
    keep = Terms(keep=timedelta(hours=30))
    last = [{**PEOPLE[0], "nama": "Tiga"}, *PEOPLE[1:]]
    loaded(database, extract_at(tmp_path, WEDNESDAY, last), terms=keep)
    with database.read() as session:
        kept = {each.name for each in session.exec(select(PersonRow))}
        assert extracts.of_moment(session, MONDAY) is None
        assert extracts.of_moment(session, TUESDAY) is not None
    assert {"Dua", "Tiga"} <= kept
    assert "Murid Ke1" not in kept
    assert [each.state for each in history(database)] == [
        ExtractState.FORGOTTEN, ExtractState.LOADED, ExtractState.LOADED,
    ]  # fmt: skip


def _cut(folder: Path) -> None:
    path = folder / "peserta_didik.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def _edit(folder: Path) -> None:
    path = folder / "peserta_didik.jsonl"
    path.write_bytes(path.read_bytes().replace(b'Ke1"', b'Ke0"'))


HARMS: dict[str, Callable[[Path], None]] = {
    "di manifest 60": _cut,
    "tidak cocok dengan sha256": _edit,
    "tidak ada di folder": lambda at: (at / "sekolah.jsonl").unlink(),
    "tidak ada di manifest": lambda at: (at / "gtk.jsonl").touch(),
}
