"""What both systems say about each person a message is about."""

from datetime import date
from typing import Any

import pytest

from app.lookup.asking import Asked
from app.reading.facts import Facts, Mention
from models.vocabulary import Jenjang, MatchStatus, Relation
from tests.unit.lookup import build
from tests.unit.lookup.gathering import ACCOUNTS, RUKMINI_ADDRESS, TUTI_ADDRESS, gather, one


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


@pytest.mark.parametrize("npsn", [None, build.SMP])
def test_name_and_day_of_birth_lead_to_a_person_where_the_school_does_not(
    npsn: str | None,
) -> None:
    who = build.named(npsn=npsn, birth_date=date(1985, 3, 4))
    found = one(build.understanding(who))
    assert found.match.status is MatchStatus.MATCHED
    assert found.person is not None
    assert found.person.person_id == build.staff_id(1)
    assert "ditemukan dari nama dan tanggal lahir di seluruh Indonesia" in found.match.because


def test_the_question_by_name_is_logged_without_the_day() -> None:
    asked: list[Asked] = []
    who = build.named(npsn=None, birth_date=date(1985, 3, 4))
    gather(build.understanding(who), asked=asked)
    assert "orang bernama Rukmini Contohwati, lahir tahun 1985" in [each.question for each in asked]
