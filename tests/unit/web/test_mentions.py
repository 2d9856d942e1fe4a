"""Who is named in a note."""

import pytest

from app.teamwork.mentions import named

COLLEAGUES = {"sari": 1, "budi.s": 2, "rina-k": 3}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("@sari tolong lihat", (1,)),
        ("tanya @Budi.S, lalu @rina-k.", (2, 3)),
        ("@sari dan @sari lagi", (1,)),
        ("surel sari@sekolah.example bukan sebutan", ()),
        ("akun @dapodik tidak ada", ()),
        ("(@sari)", (1,)),
    ],
    ids=["one", "two with punctuation", "once each", "no mail address", "a handle", "in brackets"],
)
def test_a_name_in_the_text_is_a_mention(text: str, ids: tuple[int, ...]) -> None:
    assert named(text, "", COLLEAGUES).ids == ids


def test_the_field_takes_several_and_tells_of_the_unknown() -> None:
    found = named("halo", " @sari, rina-k; joko", COLLEAGUES)
    assert found.ids == (1, 3)
    assert found.unknown == ("joko",)
