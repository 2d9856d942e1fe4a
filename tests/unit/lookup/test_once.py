"""A school is asked for once by a list; what it said does not stand for ever."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from app.lookup.dossier import School
from app.lookup.once import LASTS, LASTS_FOR_CHANGES, OncePerSchool
from app.lookup.ports import LookupUnavailable, SchoolRecords
from models.values import Npsn
from models.vocabulary import System

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
HERE = Npsn("69900001")


@dataclass
class Register:
    """Knows the school of that number; each question is noted."""

    now: datetime = NOON
    is_away: bool = False
    asked: list[str] = field(default_factory=list)

    def school(self, npsn: Npsn) -> SchoolRecords | None:
        self.asked.append(npsn.text)
        if self.is_away:
            raise LookupUnavailable(System.DAPODIK, "sedang diperbarui")
        if npsn != HERE:
            return None
        school = School(npsn=npsn, name="SD Negeri Contoh", jenjang=None)
        return SchoolRecords(school, (), (), as_of=self.now)

    def __getattr__(self, name: str) -> object:
        raise AssertionError(name)

    def clock(self) -> datetime:
        return self.now


def once(register: Register) -> OncePerSchool:
    return OncePerSchool(register, clock=register.clock)  # type: ignore[arg-type]


def test_a_school_is_asked_for_once_and_one_that_is_not_known_too() -> None:
    register = Register()
    schools = once(register)
    for _ in range(3):
        found = schools.school(HERE)
        assert found
        assert found.as_of == NOON
        assert schools.school(Npsn("69900002")) is None
    assert register.asked == ["69900001", "69900002"]


@pytest.mark.parametrize("lasts", [LASTS, LASTS_FOR_CHANGES])
def test_after_its_time_it_is_asked_again(lasts: timedelta) -> None:
    register = Register()
    schools = OncePerSchool(register, clock=register.clock, lasts=lasts)  # type: ignore[arg-type]
    schools.school(HERE)
    register.now += lasts - timedelta(seconds=1)
    schools.school(HERE)
    assert len(register.asked) == 1
    register.now += timedelta(seconds=1)
    found = schools.school(HERE)
    assert found
    assert (len(register.asked), found.as_of) == (2, register.now)


def test_where_it_did_not_answer_it_is_asked_again() -> None:
    register = Register(is_away=True)
    schools = once(register)
    with pytest.raises(LookupUnavailable):
        schools.school(HERE)
    register.is_away = False
    assert schools.school(HERE)


def test_a_list_of_many_schools_keeps_only_the_last_few() -> None:
    register = Register()
    schools = once(register)
    numbers = [Npsn(f"699000{number}") for number in range(10, 60)]
    for npsn in numbers:
        schools.school(npsn)
    schools.school(numbers[-1])
    assert len(register.asked) == len(numbers)
    schools.school(numbers[0])
    assert len(register.asked) == len(numbers) + 1
