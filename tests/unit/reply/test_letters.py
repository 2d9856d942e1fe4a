"""What the registered mailbox is asked."""

from datetime import UTC, datetime, timedelta

import pytest

from app.reply import letters
from app.reply.letters import Matter
from models.vocabulary import Remedy

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
ACCOUNT = "rini77@guru.sd.belajar.id"


@pytest.mark.parametrize(
    ("people", "of_office", "said"),
    [(30, True, True), (1, True, False), (30, False, False)],
)
def test_an_office_is_told_how_many_its_yes_stands_for(
    people: int, *, of_office: bool, said: bool
) -> None:
    matter = Matter(700_123, Remedy.RESET_PASSWORD, ACCOUNT, people)
    letter = letters.confirmation(
        matter, by=None, of_office=of_office, until=NOON + timedelta(days=3), now=NOON
    )
    assert ("banyaknya orang pada laporan: 30" in letter.body) is said
    assert ACCOUNT not in letter.body
