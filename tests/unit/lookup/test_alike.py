"""The quick look at names never leaves out one that may be meant."""

from hypothesis import given, settings
from hypothesis import strategies as some

from app.lookup.person_name import fit, who_may_fit
from app.reading.wordlists import words as listed

_WORDS = sorted(
    listed("""
    Muhammad Moh. Siti Sitti Nur Ahmad Achmad Rukmini Roekmini Djoko Joko Tjokro Cokro Syahrul
    Sjahrul Philipus Filipus Wahyu Wahju Yulia Julia Dhiya Dia Khairul Hairul Zaenab Jaenab M. S.
    Ph W Putu Ni I Made Sri Contohwati Contowati Umpamawati Misalkan Peragawan Suwito Suito
    """)
)
names = some.lists(some.sampled_from(_WORDS), min_size=1, max_size=4)


@settings(deadline=None)
@given(names, names, some.integers(0, 30), some.sampled_from("aehxy"))
def test_whoever_fits_also_may_fit(
    said: list[str], recorded: list[str], at: int, typed: str
) -> None:
    wrong = " ".join(said)
    wrong = wrong[:at] + typed + wrong[at + 1 :]
    known = " ".join(recorded)
    for name in (" ".join(said), wrong, "".join(said)):
        if fit(name, known).score >= 60:
            assert [*who_may_fit(name, [known])]


def test_most_others_of_a_day_are_left_out() -> None:
    others = ["Bagas Umpama", "Siti Bagas Umpama"]
    assert not [*who_may_fit("Rukmini Contohwati", others)]
    assert not [*who_may_fit("Siti Rukmini Contohwati", others)]
    assert not [*who_may_fit("", others)]
