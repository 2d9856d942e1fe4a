"""Moves and changes of peran as learned from the training batches."""

import pytest
from pydantic import JsonValue

from app.reading.clean import plain
from app.reading.corpus import labelled, load, training_files
from app.reading.fit_transitions import Stated, fit_transitions, stated
from app.reading.said import said
from app.reading.transitions import Levels, Roles, Transitions
from models.vocabulary import Jenjang, Peran


@pytest.fixture(scope="module")
def examples() -> list[Stated]:
    return [one for row in load(training_files()) if (one := stated(row))]


@pytest.fixture(scope="module")
def told(examples: list[Stated]) -> Transitions:
    found = fit_transitions(examples)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        pytest.param("saya pindah dari SMP ke SMA", "SMP", "SMA", id="said outright"),
        pytest.param("dulu ngajar di sd, sekarang di smp", "SD", "SMP", id="then and now"),
        pytest.param("sekarang ngajar di smp, sebelumnya di sd", "SD", "SMP", id="now and then"),
        pytest.param("Naik SMP tapi akun masih sd.belajar.id", "SD", "SMP", id="pupil"),
        pytest.param("guru tk lulus pppk di sd", "PAUD", "SD", id="by examination"),
        pytest.param("kepsek sd jd kepsek smp", "SD", "SMP", id="head to head"),
        pytest.param("dulu SMA, skrg tutor paket C, akun blm ada", "SMA", "KESETARAAN", id="paket"),
        pytest.param("pindah dari SMPN 1 Ujung ke SMPN 4 Ujung", "SMP", "SMP", id="same"),
        pytest.param("mutasi, sama-sama SMA", "SMA", "SMA", id="among its kind"),
        pytest.param("saya dimutasi ke SMA lain", "SMA", "SMA", id="another of its kind"),
        pytest.param("saya tidak pindah, tetap di SMP", None, None, id="denied"),
        pytest.param("lupa sandi akun SMP", None, None, id="no move"),
        pytest.param("kami SD satu atap dengan SMP, lupa sandi", None, None, id="one house"),
        pytest.param("kapan sinkron?", None, None, id="no jenjang"),
    ],
)
def test_a_jenjang_is_left_or_entered_only_by_a_move(
    told: Transitions, text: str, before: str | None, after: str | None
) -> None:
    assert told.of(text)[0] == Levels(
        Jenjang(before) if before else None, Jenjang(after) if after else None
    )


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        pytest.param("sk kepsek sdh terbit, akun msh guru", "guru", "admin", id="still guru"),
        pytest.param("14 hari lewat, guru belum jadi admin", "guru", "admin", id="due"),
        pytest.param("dulunya guru, skrg tata usaha, akun tetap guru", "guru", "admin", id="TU"),
        pytest.param("kembali jadi guru, akun masih admin", "admin", "guru", id="back to class"),
        pytest.param("ubah akun dari admin ke guru", "admin", "guru", id="said outright"),
        pytest.param("saya operator, akun siswa belum ada", None, None, id="no change"),
        pytest.param("email ubah admin, saya bukan kepsek", None, None, id="denied"),
        pytest.param("dulu tutor, sekarang guru SMA", None, None, id="no office"),
        pytest.param("kepsek sd jd kepsek smp", None, None, id="head of another school"),
        pytest.param("kapan sinkron?", None, None, id="no peran"),
    ],
)
def test_a_peran_is_changed_only_where_it_is_said(
    told: Transitions, text: str, before: str | None, after: str | None
) -> None:
    assert told.of(text)[1] == Roles(
        Peran(before) if before else None, Peran(after) if after else None
    )


def test_stored_weights_answer_as_the_fitted_ones(
    told: Transitions, examples: list[Stated]
) -> None:
    again = Transitions.unpacked(told.packed())
    for one in examples[::40]:
        assert again.of(one.text) == told.of(one.text)


def test_the_same_texts_teach_the_same(examples: list[Stated]) -> None:
    few = examples[::4]
    first, second = fit_transitions(few), fit_transitions(few)
    assert first is not None
    assert second is not None
    assert first.levels.terms.names == second.levels.terms.names
    assert (first.levels.weights == second.levels.weights).all()
    assert (first.roles.weights == second.roles.weights).all()


def test_too_few_texts_teach_nothing(examples: list[Stated]) -> None:
    assert fit_transitions([]) is None
    assert fit_transitions(examples[:3]) is None


def test_a_move_within_a_jenjang_without_its_name_teaches_nothing() -> None:
    text, label = "pindah ke SMPN 2 Hulu", "transfer_same_level"
    assert stated(labelled({"text": text, "label": label, "entities": {}})) is None
    both: dict[str, JsonValue] = {"from_level": "SMP", "to_level": "SMP"}
    found = stated(labelled({"text": text, "label": label, "entities": both}))
    assert found == Stated(text, Levels(Jenjang.SMP, Jenjang.SMP), Roles())


def test_a_row_nobody_read_for_facts_teaches_nothing() -> None:
    assert stated(labelled({"label": "activation", "text": "sandi awal hilang"})) is None


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        pytest.param("SMPIT dan sdn", ["SMP", "SD"], id="kinds of school"),
        pytest.param("kelompok bermain, paket b", ["PAUD", "KESETARAAN"], id="two words"),
        pytest.param("rani.k@guru.smk.belajar.id", ["SMK"], id="address"),
        pytest.param("akun guru.sd belum ada", ["SD"], id="half an address"),
        pytest.param("smp-nya, SMAku", ["SMP", "SMA"], id="endings"),
        pytest.param("sdh di mts, smpai kini", [], id="none of ours"),
    ],
)
def test_jenjang_are_known_by_their_names(text: str, levels: list[str]) -> None:
    assert [word.level for word in said(plain(text)) if word.level] == levels


def test_the_owner_of_an_address_is_no_word() -> None:
    assert [word.stem for word in said("masih operator.guru9@admin.sd.belajar.id")] == [
        "masih",
        "@admin",
    ]


def test_long_texts_without_spaces_are_read_at_once() -> None:
    assert len(said("a" * 20_000 + "@")) == 1
