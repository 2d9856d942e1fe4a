"""The articles of the demo answer what people ask, and say nothing of what they do not hold."""

import pytest

from app.demo import guides
from app.guide.find import Guide, by_words, suggested
from models.vocabulary import Category

ALL = [Guide(each.slug, each.title, each.body, each.categories) for each in guides.drafts()]


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("lupa kata sandi", "lupa-kata-sandi"),
        ("penghapusan", "pemberitahuan-penghapusan"),
        ("ditangguhkan", "akun-ditangguhkan"),
        ("pindah jenjang", "pindah-sekolah"),
        ("peran guru menjadi admin", "perubahan-peran"),
        ("tanggal lahir salah", "memperbaiki-data"),
        ("takeout", "pindahkan-data"),
        ("akun tidak ditemukan", "akun-belum-ada"),
    ],
)
def test_words_find_their_article(words: str, slug: str) -> None:
    assert by_words(ALL, words)[0].slug == slug


def test_other_words_find_nothing() -> None:
    assert by_words(ALL, "resep rendang padang") == []
    assert by_words(ALL, "") == []
    assert by_words([], "akun") == []


def test_the_likely_category_comes_first_and_few_are_shown() -> None:
    found = suggested(ALL, "akun saya", [Category.PASSWORD_RESET], limit=2)
    assert found[0].slug == "lupa-kata-sandi"
    assert len(suggested(ALL, "akun", [Category.TRANSFER_OTHER_LEVEL], limit=2)) == 2
    assert suggested(ALL, "resep rendang", [], limit=2) == []


def test_every_article_of_the_demo_is_fit_to_be_published() -> None:
    assert len(ALL) == 8
    assert all(guide.categories and len(guide.body) > 400 for guide in ALL)
