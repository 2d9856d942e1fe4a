"""People everyone in these tests knows, and the rows their situations are written in."""

from datetime import timedelta

import pytest

from app.lookup.dossier import Account
from app.resolution.verdict import Case
from models.vocabulary import ExitReason, Jenjang, Peran
from tests.unit.resolution import build as b

Row = tuple[str, Case, str]

GURU, ADMIN = Peran.GURU, Peran.ADMIN
STAFF = b.teacher(b.placement())
NEW = b.teacher(b.placement(since=b.days_ago(1)))
HEAD_OF_SCHOOL = b.teacher(b.placement(peran=ADMIN, ptk_type="20", since=b.days_ago(200)))
AT_SMA = b.placement(npsn=b.SMA_KENANGA, jenjang=Jenjang.SMA)
MOVED_UP = b.teacher(AT_SMA)
RETIRED = b.teacher(b.placement(left_for=ExitReason.RETIRED, left_on=b.days_ago(60)))
RESIGNED = b.teacher(b.placement(left_for=ExitReason.RESIGNED, left_on=b.days_ago(60)))
RELEASED = b.teacher(b.placement(left_for=ExitReason.TRANSFERRED, left_on=b.days_ago(5)))
SUPPORT = b.teacher(b.placement(peran=None, ptk_type="42"))
UNSENT = b.teacher(b.placement(sent=False))
PUPIL = b.pupil(b.enrolment())
OLD_SD = b.account("sariwening27@guru.sd.belajar.id")
UNUSED = b.account(last_login_at=None)
NEW_SMA = b.account("sariwening31@guru.sma.belajar.id", last_login_at=None)


def deleted(days: int, address: str = "sariwening27@guru.smp.belajar.id") -> Account:
    return b.account(address, deleted_at=b.WEDNESDAY_MORNING - timedelta(days=days))


def rows(*situations: Row) -> list[object]:
    """Each situation as a parameter set, named as the desk would name it."""
    return [pytest.param(case, rule, id=name) for name, case, rule in situations]
