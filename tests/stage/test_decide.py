"""`loket decide` from the outside: what would be done, and nothing done."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from app.cli import WrongCall, app
from app.demo import people_change, people_missing, schools
from app.demo.build import Builder
from tests.web.conftest import WEDNESDAY_NOON

ROLE = {
    "id": "peran",
    "text": (
        "Akun sasmitakertanagara27@guru.sd.belajar.id belum jadi admin padahal saya sudah kepala "
        "sekolah di Dapodik, pemberitahuan sudah lewat 14 hari"
    ),
    "requester_email": "sasmita.kertanagara@pos.example",
    "self_category": "role_change",
    "now": WEDNESDAY_NOON.isoformat(),
}
CLASS = {
    "id": "kelas",
    "text": "siswa kelas 5 SD Inpres Batu Karang semuanya belum punya akun belajar.id",
    "npsn": "69900009",
    "now": WEDNESDAY_NOON.isoformat(),
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dunia")
    build = Builder(WEDNESDAY_NOON)
    schools.found(build)
    people_change.enter(build)
    people_missing.enter(build)
    build.write(folder, extracted_at=WEDNESDAY_NOON - timedelta(hours=5))
    return folder


def decide(world: Path, classifier: Path, *lines: str) -> Result:
    return CliRunner().invoke(
        app,
        ["decide", "--world", str(world), "-"],
        input="\n".join(lines),
        env={"LOKET_CLASSIFIER_DIR": str(classifier), "LOKET_DATA_DIR": str(world / "tak-dipakai")},
        standalone_mode=False,
    )


def decided(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_verdict_names_its_rule_its_proof_and_its_steps(world: Path, classifier: Path) -> None:
    (row,) = decided(decide(world, classifier, json.dumps(ROLE)))
    (subject,) = row["subjects"]
    verdict = subject["verdict"]
    assert (row["id"], row["category"]) == ("peran", "role_change")
    assert subject["match"]["status"] == "matched"
    assert (verdict["remedy"], verdict["rule"]) == ("rename_account", "role_change.after_14_days")
    assert verdict["rule_version"] >= 1
    assert "http" in verdict["source"]
    assert {fact["system"] for fact in verdict["facts"]} >= {"dapodik", "directory"}
    assert {fact["row"] for fact in verdict["facts"] if fact["decisive"]} >= {"gtk 69900001"}
    placed = next(each for each in verdict["because"] if each["question"].startswith("Penempatan"))
    assert placed["answer"].startswith("GTK admin SD di NPSN 69900001, sekolah induk")
    rename = verdict["steps"][0]
    assert rename["action"] == "rename_account"
    assert rename["after"]["primary_email"] == "sasmitakertanagara27@admin.sd.belajar.id"
    assert rename["automation"] == "approve"
    assert rename["undo"]


def test_a_class_becomes_one_subject_for_each_pupil(world: Path, classifier: Path) -> None:
    (row,) = decided(decide(world, classifier, json.dumps(CLASS)))
    assert len(row["subjects"]) == 3
    assert {each["verdict"]["remedy"] for each in row["subjects"]} == {"issue_account"}


def test_records_older_than_two_days_hold_back_every_change(world: Path, classifier: Path) -> None:
    late = {**ROLE, "now": (WEDNESDAY_NOON + timedelta(days=3)).isoformat()}
    (row,) = decided(decide(world, classifier, json.dumps(late)))
    verdict = row["subjects"][0]["verdict"]
    assert verdict["remedy"] == "wait_for_sync"
    assert "rename_account" not in {step["action"] for step in verdict["steps"]}


def test_an_empty_message_is_asked_what_the_problem_is(world: Path, classifier: Path) -> None:
    (row,) = decided(decide(world, classifier, json.dumps({"id": 1, "text": ""})))
    assert row["subjects"][0]["verdict"]["missing"] == ["which_problem"]


@pytest.mark.parametrize(
    "bad",
    [
        "bukan json",
        "[]",
        '{"id": 1}',
        '{"id": 1, "text": "x", "now": "kemarin"}',
        '{"id": 1, "text": "x", "now": "0001-01-01T00:00:00+14:00"}',
        '{"id": 1, "text": "x", "npsn": []}',
    ],
    ids=["no json", "no object", "no text", "no instant", "no day in UTC", "a list for a number"],
)
def test_a_bad_row_is_named_and_the_good_ones_go_on(
    world: Path, classifier: Path, bad: str
) -> None:
    result = decide(world, classifier, bad, json.dumps(ROLE))
    assert [row["id"] for row in decided(result)] == ["peran"]
    assert "line 1:" in result.stderr


def test_nothing_is_left_behind(world: Path, classifier: Path) -> None:
    decide(world, classifier, json.dumps(ROLE))
    assert not (world / "tak-dipakai").exists()


def test_a_folder_that_is_no_world_is_one_sentence(tmp_path: Path, classifier: Path) -> None:
    result = decide(tmp_path, classifier, json.dumps(ROLE))
    assert isinstance(result.exception, WrongCall)
    assert "manifest.json" in str(result.exception)
