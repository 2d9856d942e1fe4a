"""The quick look at sounds never leaves out a name that may be meant."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from app.lookup.alike import alike, may_sound, sound_of
from app.reading.wordlists import words as listed
from tests.unit.lookup import build

_WORDS = sorted(
    listed("""
    Muhammad Moh. Siti Sitti Nur Ahmad Achmad Rukmini Roekmini Djoko Joko Tjokro Cokro Syahrul
    Sjahrul Philipus Filipus Wahyu Wahju Yulia Julia Dhiya Dia Khairul Hairul Zaenab Jaenab M. S.
    Ph W Putu Ni I Made Sri Contohwati Contowati Umpamawati Misalkan Peragawan Suwito Suito
    """)
)
names = some.lists(some.sampled_from(_WORDS), min_size=1, max_size=4)


@given(names, names, some.integers(0, 30), some.sampled_from("aehxy"))
def test_whoever_is_alike_also_sounds_alike(
    said: list[str], recorded: list[str], at: int, typed: str
) -> None:
    wrong = " ".join(said)
    wrong = wrong[:at] + typed + wrong[at + 1 :]
    for name in (" ".join(said), wrong, "".join(said)):
        person = build.person(name=" ".join(recorded), birth_date=date(1985, 3, 4))
        if alike(name, [person]):
            assert may_sound(sound_of(name), sound_of(person.name))


def test_most_others_of_a_day_are_left_out() -> None:
    assert not may_sound(sound_of("Rukmini Contohwati"), sound_of("Bagas Umpama"))
    assert not may_sound(sound_of("Dewi Lestari"), sound_of("Bagas Santoso"))
