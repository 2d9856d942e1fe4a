import pytest

from app.kit.kept import dump, load
from app.reading.facts import Likelihood
from models.vocabulary import Category


def test_an_added_category_is_the_same_object_each_time() -> None:
    assert Category("x_ijazah_hilang") is Category("x_ijazah_hilang")
    assert Category("x_ijazah_hilang").is_added
    assert not Category.ACTIVATION.is_added


def test_the_first_list_stays_what_it_is() -> None:
    assert Category("x_sertifikat") not in list(Category)
    assert len(Category) == 17


@pytest.mark.parametrize("code", ["acount_deleted", "x_", "x_Ijazah", "x_a b", "", "x_1"])
def test_a_misspelt_code_is_no_category(code: str) -> None:
    with pytest.raises(ValueError, match="is not a valid Category"):
        Category(code)


def test_an_added_category_is_kept_and_recalled() -> None:
    kept = Likelihood(Category("x_ijazah_hilang"), 0.5)
    assert load(Likelihood, dump(kept)) == kept
