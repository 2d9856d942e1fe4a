"""Nothing about a person goes into the classifier."""

import pytest

from app.learning.redact import redacted


@pytest.mark.parametrize(
    ("text", "gone", "kept"),
    [
        pytest.param(
            "Saya Sekar Lestari, guru di SDN Karangmalang 2, lupa sandi.",
            ("Sekar", "Lestari", "Karangmalang"),
            ("lupa sandi", "SDN", "guru"),
            id="a name and a school",
        ),
        pytest.param(
            "a.n. BUDI SANTOSO NIK 3399014507880123 HP 0812-3456-7890",
            ("BUDI", "SANTOSO", "3399", "0812"),
            ("NIK", "HP"),
            id="capitals, numbers",
        ),
        pytest.param(
            "akun budi.santoso88@guru.sd.belajar.id hilang, balas ke budi@pos.example",
            ("budi", "santoso"),
            ("hilang",),
            id="addresses",
        ),
        pytest.param(
            "Nama saya Sekar Lestari. Tolong akun Sekar dihidupkan lagi.",
            ("Sekar", "Lestari"),
            ("dihidupkan lagi",),
            id="a part of the name later",
        ),
        pytest.param("dari SMP ke SMA kelas 10", (), ("SMP ke SMA", "kelas 10"), id="nobody"),
    ],
)
def test_a_person_is_not_in_what_is_learned(
    text: str, gone: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    body, _ = redacted(text, None)
    assert not [word for word in gone if word.lower() in body.lower()]
    assert not [word for word in kept if word not in body]


def test_what_the_form_stated_is_taken_out_too() -> None:
    body, subject = redacted(
        "mohon dibantu untuk wayan suardika ya", "akun wayan suardika", known=("Wayan Suardika",)
    )
    assert "wayan" not in body + subject
