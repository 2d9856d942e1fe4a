"""Who vouches unusually often."""

from datetime import UTC, datetime, timedelta

from app.proving.tally import MANY_IN_A_DAY, Word, by_officer

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)


def word(officer: str = "a@x.example", *, hours: int = 0, given: bool | None = True) -> Word:
    at = NOON + timedelta(hours=hours) if given is not None else None
    return Word(officer, "Tuti", "69900001", given=given, objected=False, at=at)


def test_many_on_one_day_of_wib_are_odd_and_spread_out_they_are_not() -> None:
    one_day = [word(hours=each) for each in range(MANY_IN_A_DAY)]
    spread = [word("b@x.example", hours=24 * each) for each in range(MANY_IN_A_DAY + 1)]
    odd, usual = by_officer([*spread, *one_day])
    assert (odd.mail, odd.is_odd, odd.most_in_a_day) == ("a@x.example", True, MANY_IN_A_DAY)
    assert (usual.given, usual.is_odd) == (MANY_IN_A_DAY + 1, False)


def test_a_day_ends_at_midnight_in_jakarta() -> None:
    late = [word(hours=11), word(hours=11), word(hours=12)]  # 23.00, 23.00 and 00.00 WIB
    [officer] = by_officer(late)
    assert officer.most_in_a_day == 2


def test_a_no_and_silence_are_not_counted_as_given() -> None:
    [officer] = by_officer([word(given=False), word(given=None), word()])
    assert (officer.asked, officer.given) == (3, 1)


def test_one_objection_is_enough_to_look() -> None:
    objected = Word("a@x.example", "Tuti", "69900001", given=True, objected=True, at=NOON)
    [officer] = by_officer([objected])
    assert officer.is_odd
