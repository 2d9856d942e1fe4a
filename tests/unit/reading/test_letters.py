"""Letter features, against the library that fitted the vocabulary."""

import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from app.reading.letters import LetterGrams

TEXTS = [
    "akun guru belum aktif",
    "lupa sandi",
    "a",
    "",
    "akun akun akun siswa",
    "mutasi smp ke sma",
]


@pytest.mark.parametrize("text", [*TEXTS, "kata yang tak dikenal", "ab", "   "])
def test_letters_are_weighed_as_the_library_does(text: str) -> None:
    library = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, lowercase=False
    ).fit(TEXTS)
    ours = LetterGrams(library.vocabulary_, library.idf_)
    difference = ours.matrix([text, text]) - library.transform([text, text])
    assert abs(difference).max() < 1e-9
