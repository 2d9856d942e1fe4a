"""Messages about nobody, about many, and about whole classes; and what is logged."""

from datetime import timedelta
from typing import Any

import pytest

from app.lookup.asking import Asked, masked
from app.lookup.gather import Stated, dossiers
from app.lookup.ports import LookupUnavailable
from app.lookup.subjects import grades
from app.lookup.world import WorldDapodik
from app.reading.facts import Mention
from models.values import AccountAddress, Npsn
from models.vocabulary import Category, MatchStatus, Relation, System
from tests.unit.lookup import build
from tests.unit.lookup.gathering import RUKMINI_ADDRESS, gather, one


@pytest.mark.parametrize(
    "category", [Category.SYNC_STATUS, Category.FOLLOW_UP, Category.OUT_OF_SCOPE, None]
)
def test_a_message_about_nobody_has_one_subject(category: Category | None) -> None:
    named: dict[str, Any] = (
        {} if category is None else {"name": "Rukmini Contohwati", "email": RUKMINI_ADDRESS}
    )
    dossier = one(build.understanding(category=category), npsn=build.SD, **named)
    assert dossier.match.status is MatchStatus.NOT_GIVEN
    assert [each.npsn.text for each in dossier.schools] == [build.SD]


def test_each_person_named_gets_a_dossier_in_order() -> None:
    found = gather(
        build.understanding(build.named("Tuti Misalkan"), build.named(), many_subjects=True),
        address=RUKMINI_ADDRESS,
    )
    assert [each.person and each.person.name for each in found] == [
        "Tuti Misalkan",
        "Rukmini Contohwati",
    ]


@pytest.mark.parametrize("slip", ["S.Pd", "Bapak", "M.Pd., S.Kom", "Drs."])
def test_a_degree_read_as_a_person_is_none(slip: str) -> None:
    slipped = Mention(as_written=slip, name=slip, npsn=build.SD)
    assert len(gather(build.understanding(build.named(), slipped))) == 1


def test_a_follow_up_in_ones_own_name_is_about_the_report() -> None:
    asked = build.understanding(Mention(), category=Category.FOLLOW_UP)
    dossier = one(asked, name="Rukmini Contohwati", npsn=build.SD)
    assert dossier.match.status is MatchStatus.NOT_GIVEN


def test_a_question_of_ones_own_is_about_the_writer() -> None:
    asked = build.understanding(Mention(), category=Category.SYNC_STATUS)
    dossier = one(asked, name="Rukmini Contohwati", npsn=build.SD)
    assert dossier.match.status is MatchStatus.MATCHED


PUPILS = [
    build.pupil_row(1, "Bagas Contohnya"),
    build.pupil_row(2, "Citra Contohnya", tingkat_pendidikan_id="5"),
    build.pupil_row(3, "Dimas Misalnya"),
    build.pupil_row(4, "Eka Umpama", jenis_keluar_id="1", tanggal_keluar="2026-06-20"),
]
PUPIL_ACCOUNTS = [build.account_row(9, "dimas11@sd.belajar.id", build.pupil_id(3))]


@pytest.mark.parametrize(
    ("mentions", "names"),
    [
        pytest.param((), ["Bagas Contohnya", "Citra Contohnya"], id="the whole school"),
        pytest.param(
            (Mention(as_written="siswa kelas VI", npsn=build.SD),),
            ["Bagas Contohnya"],
            id="a grade",
        ),
    ],
)
def test_a_whole_class_is_every_active_pupil_without_an_account(
    mentions: tuple[Mention, ...], names: list[str]
) -> None:
    world = build.world(peserta_didik=PUPILS, accounts=PUPIL_ACCOUNTS)
    asked = build.understanding(*mentions, category=Category.NO_ACCOUNT_STUDENT, many_subjects=True)
    found = gather(asked, world, npsn=build.SD, email="tuti@surat.example")
    assert [each.as_written for each in found] == names
    assert all(each.match.status is MatchStatus.MATCHED for each in found)
    assert all(each.requester.relation is Relation.OPERATOR for each in found)


@pytest.mark.parametrize("npsn", [None, build.SMP], ids=["school unknown", "nobody left out"])
def test_a_class_that_cannot_be_listed_is_about_nobody(npsn: str | None) -> None:
    world = build.world(peserta_didik=PUPILS)
    asked = build.understanding(category=Category.NO_ACCOUNT_STUDENT, many_subjects=True)
    assert one(asked, world, npsn=npsn).match.status is MatchStatus.NOT_GIVEN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("siswa kelas 7", {"7"}),
        ("kelas VII", {"7"}),
        ("kls 7A dan 8 b", {"7", "8"}),
        ("kelas 7-9", {"7", "8", "9"}),
        ("kelas X s/d XII", {"10", "11", "12"}),
        ("kelas 45", set()),
        ("kelas baru", set()),
        (None, set()),
    ],
)
def test_grades_are_read_as_people_write_them(text: str | None, expected: set[str]) -> None:
    assert grades(text) == expected


def test_every_question_is_logged_once_with_its_key_masked() -> None:
    asked: list[Asked] = []
    mention = build.named(nik="3399010403850001", emails=(RUKMINI_ADDRESS,))
    gather(build.understanding(mention), asked=asked, email=RUKMINI_ADDRESS)
    questions = [each.question for each in asked]
    assert len(set(questions)) == len(questions)
    assert f"sekolah {build.SD}" in questions
    assert "orang dengan NIK …0001" in questions
    assert "akun r…@guru.sd.belajar.id" in questions
    assert not any("3399" in each or "rukmini27" in each for each in questions)
    assert {each.system for each in asked} == {System.DAPODIK, System.DIRECTORY}


@pytest.mark.parametrize(
    ("key", "shown"), [("3399010403850001", "…0001"), ("1234", "…4"), ("12", "…")]
)
def test_a_mask_never_shows_most_of_a_short_key(key: str, shown: str) -> None:
    assert masked(key) == shown


class AwayAccounts:
    """A directory that does not answer."""

    def by_address(self, address: AccountAddress) -> None:
        raise LookupUnavailable(System.DIRECTORY, f"no answer for {address.jenjang}")

    def of_person(self, person_id: str) -> tuple[()]:
        raise LookupUnavailable(System.DIRECTORY, f"no answer for {len(person_id)} characters")


def test_a_system_that_is_away_stops_the_look_up_and_the_question_is_logged() -> None:
    asked: list[Asked] = []
    with pytest.raises(LookupUnavailable):
        dossiers(
            build.understanding(build.named()),
            dapodik=WorldDapodik(build.world()),
            accounts=AwayAccounts(),
            stated=Stated(),
            now=build.NOW,
            on_access=asked.append,
        )
    assert asked[-1] == Asked(System.DIRECTORY, "akun milik orang …0001", 0)


def test_the_dossier_is_stale_after_two_days() -> None:
    dossier = one(build.understanding(build.named()))
    assert dossier.school(Npsn(build.SD)) is not None
    assert not dossier.is_stale(build.EXTRACTED_AT + timedelta(hours=48))
    assert dossier.is_stale(build.EXTRACTED_AT + timedelta(hours=49))
