"""Who does not see the likely answer: always the same visits, about the share that was set."""

import pytest

from app.guide.holdout import is_held_out, visit_of

SECRET = b"rahasia-untuk-uji-saja-32-byte!!"


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5])
def test_the_share_is_kept_and_each_visit_stays_on_its_side(share: float) -> None:
    visits = [visit_of(f"tanda-{number}", SECRET) for number in range(5000)]
    held_out = [is_held_out(each, share=share) for each in visits]
    assert sum(held_out) / len(held_out) == pytest.approx(share, abs=0.015)
    assert held_out == [is_held_out(each, share=share) for each in visits]


def test_what_is_kept_does_not_tell_the_mark() -> None:
    kept = visit_of("tanda", SECRET)
    assert len(kept) == 64
    assert kept != visit_of("tanda", b"rahasia lain")
    assert kept != visit_of("tanda2", SECRET)
