"""What both systems say about each person a message is about."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from app.lookup.asking import Asked, masked
from app.lookup.dossier import Dossier
from app.lookup.gather import Stated, dossiers
from app.lookup.ports import LookupUnavailable
from app.lookup.subjects import grades
from app.lookup.world import World, WorldAccounts, WorldDapodik
from app.reading.facts import Facts, Mention, Understanding
from models.values import AccountAddress, Npsn
from models.vocabulary import Category, Jenjang, MatchStatus, Relation, System
from tests.unit.lookup import build

RUKMINI_ADDRESS = "rukmini27@guru.sd.belajar.id"
TUTI_ADDRESS = "tuti31@admin.sd.belajar.id"
ACCOUNTS = [
    build.account_row(
        1, RUKMINI_ADDRESS, build.staff_id(1), name={"fullName": "Rukmini Contohwati"}
    ),
    build.account_row(2, TUTI_ADDRESS, build.staff_id(2), name={"fullName": "Tuti Misalkan"}),
]


def gather(
    understanding: Understanding,
    world: World | None = None,
    *,
    asked: list[Asked] | None = None,
    **stated: Any,
) -> Sequence[Dossier]:
    world = world or build.world(accounts=ACCOUNTS)
    return dossiers(
        understanding,
        dapodik=WorldDapodik(world),
        accounts=WorldAccounts(world),
        stated=Stated(**stated),
        now=build.NOW,
        on_access=(asked if asked is not None else []).append,
    )


def one(understanding: Understanding, world: World | None = None, **stated: Any) -> Dossier:
    (dossier,) = gather(understanding, world, **stated)
    return dossier


def test_a_person_is_found_with_accounts_schools_and_the_age_of_the_records() -> None:
    dossier = one(build.understanding(build.named()))
    assert dossier.person is not None
    assert dossier.person.person_id == build.staff_id(1)
    assert [each.address.text for each in dossier.accounts] == [RUKMINI_ADDRESS]
    assert [each.npsn.text for each in dossier.schools] == [build.SD]
    assert (dossier.dapodik_as_of, dossier.read_at) == (build.EXTRACTED_AT, build.NOW)
    assert dossier.as_written == "Rukmini Contohwati"


def test_past_schools_of_the_person_come_along() -> None:
    rows = [
        build.staff_row(1, npsn=build.SMP),
        build.staff_row(1, jenis_keluar_id="2", tanggal_keluar="2026-06-20"),
    ]
    dossier = one(build.understanding(build.named()), build.world(gtk=rows))
    assert dossier.person is not None
    assert [each.is_active for each in dossier.person.placements] == [True, False]
    assert {each.npsn.text for each in dossier.schools} == {build.SD, build.SMP}


def test_someone_who_moved_is_found_at_the_old_school_the_text_names() -> None:
    facts = Facts(npsn=(build.SD, build.SMP))
    dossier = one(build.understanding(build.named(npsn=build.SMP), facts=facts))
    assert dossier.match.status is MatchStatus.MATCHED
    assert "tidak tercatat di NPSN yang disebut" in dossier.match.because
    assert {each.npsn.text for each in dossier.schools} == {build.SD, build.SMP}


@pytest.mark.parametrize(
    ("stated", "mention"),
    [
        pytest.param({"npsn": build.SD}, {"npsn": None}, id="NPSN from the form"),
        pytest.param(
            {"school_name": "SDN 2 Melati"}, {"npsn": None}, id="name of the school from the form"
        ),
        pytest.param({}, {"npsn": None, "school_name": "SDN 2 melati"}, id="name in the text"),
        pytest.param({"npsn": build.SMP}, {}, id="the text wins over the form"),
        pytest.param(
            {}, {"npsn": build.NOWHERE, "school_name": "SDN 2 Melati"}, id="wrong NPSN, right name"
        ),
        pytest.param({"name": "Tuti Misalkan"}, {}, id="the form's name is the reporter's"),
    ],
)
def test_the_school_is_taken_where_it_is_said(
    stated: dict[str, Any], mention: dict[str, Any]
) -> None:
    dossier = one(build.understanding(build.named(**mention), on_behalf=True), **stated)
    assert dossier.person is not None
    assert dossier.person.name == "Rukmini Contohwati"


def test_who_writes_of_themselves_is_named_by_the_form() -> None:
    dossier = one(build.understanding(Mention()), name="Rukmini Contohwati", npsn=build.SD)
    assert dossier.person is not None
    assert dossier.as_written == "Rukmini Contohwati"


def test_who_writes_for_another_is_not_taken_for_that_person() -> None:
    mention = Mention(as_written="kepala sekolah kami", npsn=build.SD)
    dossier = one(build.understanding(mention, on_behalf=True), name="Tuti Misalkan")
    assert dossier.match.status is MatchStatus.NOT_GIVEN


def test_a_name_that_fits_several_schools_is_left_open() -> None:
    world = build.world(
        sekolah=[build.school_row(), build.school_row(build.OTHER_SD, kabupaten_kota="Kota Lain")]
    )
    mention = build.named(npsn=None, school_name="SDN 2 Melati")
    dossier = one(build.understanding(mention), world)
    assert dossier.match.status is MatchStatus.AMBIGUOUS
    assert dossier.match.because[0].startswith("ada 2 sekolah")
    assert [each.person.name for each in dossier.match.candidates] == ["Rukmini Contohwati"]
    assert dossier.schools == ()


def test_the_region_tells_two_schools_of_one_name_apart() -> None:
    world = build.world(
        sekolah=[build.school_row(), build.school_row(build.OTHER_SD, kabupaten_kota="Kota Lain")]
    )
    mention = build.named(npsn=None, school_name="SDN 2 Melati Kab. Peraga")
    assert one(build.understanding(mention), world).match.status is MatchStatus.MATCHED


def test_the_jenjang_of_the_form_tells_two_schools_of_one_name_apart() -> None:
    world = build.world(
        sekolah=[
            build.school_row(name="NEGERI 2 MELATI"),
            build.school_row(build.OTHER_SD, "NEGERI 2 MELATI", bentuk_pendidikan_id=6),
        ]
    )
    mention = build.named(npsn=None, school_name="Negeri 2 Melati")
    dossier = one(build.understanding(mention), world, jenjang=Jenjang.SD)
    assert dossier.match.status is MatchStatus.MATCHED


def test_a_name_without_a_school_finds_nobody() -> None:
    dossier = one(build.understanding(build.named(npsn=None)))
    assert dossier.match.status is MatchStatus.NONE
    assert dossier.schools == ()
    assert dossier.dapodik_as_of is None


def test_an_unknown_npsn_is_said() -> None:
    dossier = one(build.understanding(build.named(npsn=build.NOWHERE)))
    assert dossier.match.because[0] == f"NPSN {build.NOWHERE} tidak dikenal di Dapodik"


def test_an_npsn_of_a_school_with_another_name_is_said() -> None:
    dossier = one(build.understanding(build.named(school_name="SMPN 9 Kamboja")))
    assert dossier.match.because[-1].startswith(f"NPSN {build.SD} adalah SD NEGERI 2 MELATI")


def test_an_identifier_finds_the_person_anywhere_in_the_country() -> None:
    dossier = one(build.understanding(Mention(as_written="NUPTK", nuptk="1636763664230001")))
    assert dossier.person is not None
    assert [each.npsn.text for each in dossier.schools] == [build.SD]


@pytest.mark.parametrize(
    "address", [RUKMINI_ADDRESS, "rukmini27@admin.sd.belajar.id"], ids=["address", "alias"]
)
def test_an_address_in_the_text_or_form_leads_to_its_owner(address: str) -> None:
    row = {**ACCOUNTS[0], "aliases": ["rukmini27@admin.sd.belajar.id"]}
    world = build.world(accounts=[row])
    in_text = one(build.understanding(Mention(emails=(address,))), world)
    in_form = one(build.understanding(Mention()), world, address=address.upper())
    assert in_text.person is not None
    assert in_text.person == in_form.person


def test_an_account_tied_to_nobody_is_still_shown() -> None:
    world = build.world(accounts=[build.account_row(3, "lama@dinas.belajar.id", None)])
    dossier = one(build.understanding(Mention(emails=("lama@dinas.belajar.id",))), world)
    assert dossier.match.status is MatchStatus.NONE
    assert [each.address.text for each in dossier.accounts] == ["lama@dinas.belajar.id"]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"email": TUTI_ADDRESS}, id="mail sent from that address"),
        pytest.param({"email": "tuti@surat.example"}, id="mail known of the operator"),
        pytest.param({}, id="address of the operator of that school"),
        pytest.param({"name": "Tuti Misalkan", "address": TUTI_ADDRESS}, id="form filled with own"),
        pytest.param({"npsn": build.SMP, "name": "Ibu Tuti Misalkan"}, id="name of the reporter"),
    ],
)
def test_the_address_of_the_reporter_is_not_the_subjects(stated: dict[str, Any]) -> None:
    mention = build.named(emails=(TUTI_ADDRESS,))
    dossier = one(build.understanding(mention, on_behalf=True), **stated)
    assert dossier.person is not None
    assert dossier.person.name == "Rukmini Contohwati"
    assert [each.address.text for each in dossier.accounts] == [RUKMINI_ADDRESS]


def test_the_subjects_own_address_stays_when_another_writes() -> None:
    mention = build.named(emails=(RUKMINI_ADDRESS,))
    dossier = one(build.understanding(mention, on_behalf=True), email="tuti@surat.example")
    assert dossier.person is not None
    assert "alamat akun sama" in dossier.match.because


def test_a_writer_of_the_same_name_confirms_the_match() -> None:
    dossier = one(build.understanding(build.named()), email=RUKMINI_ADDRESS)
    assert "alamat akun sama" in dossier.match.because


def test_an_unnamed_account_does_not_stand_for_the_name_in_the_text() -> None:
    world = build.world(accounts=[build.account_row(2, TUTI_ADDRESS, build.staff_id(2))])
    dossier = one(build.understanding(build.named()), world, email=TUTI_ADDRESS)
    assert dossier.person is not None
    assert dossier.person.name == "Rukmini Contohwati"


def test_a_school_nobody_knows_by_name_is_said() -> None:
    mention = build.named(npsn=None, school_name="SDN 77 Kamboja")
    dossier = one(build.understanding(mention))
    assert dossier.match.because[0] == "sekolah bernama SDN 77 Kamboja tidak ditemukan"


def test_a_foreign_address_in_a_message_of_ones_own_is_not_guessed_away() -> None:
    dossier = one(build.understanding(build.named(emails=(TUTI_ADDRESS,))))
    assert dossier.match.status is MatchStatus.AMBIGUOUS


def test_who_writes_from_their_own_account_has_named_themselves() -> None:
    dossier = one(build.understanding(Mention()), email=RUKMINI_ADDRESS)
    assert dossier.person is not None
    assert dossier.requester.relation is Relation.OWNER


def test_the_account_of_the_writer_is_not_taken_for_another_they_name() -> None:
    dossier = one(build.understanding(build.named()), email=TUTI_ADDRESS)
    assert dossier.person is not None
    assert dossier.person.name == "Rukmini Contohwati"
    assert dossier.requester.relation is Relation.OPERATOR


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
