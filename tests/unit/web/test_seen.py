"""What a page showed, and what of the things since then a colleague must know."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from app.teamwork.conflict import Seen, by_others

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Done:
    kind: str
    actor: str
    at: datetime = NOON


@pytest.mark.parametrize("text", ["", "7", "7.", ".7", "-1.2", "1.2.3", "a.b", f"{2**63}.1"])
def test_only_what_a_page_of_ours_sends_is_understood(text: str) -> None:
    assert Seen.parse(text) is None


def test_what_was_seen_survives_the_form() -> None:
    assert Seen.parse(str(Seen(41, 7))) == Seen(41, 7)


def test_the_newest_act_of_somebody_else_counts() -> None:
    first, mine, last = Done("noted", "sari"), Done("assigned", "budi"), Done("closed", "sari")
    assert by_others([first, mine, last], "budi") is last
    assert by_others([mine], "budi") is None


def test_what_loket_notes_for_itself_is_no_conflict() -> None:
    quiet, loud = Done("delivered", "loket"), Done("planned", "loket")
    assert by_others([quiet], "budi") is None
    assert by_others([loud, quiet], "budi") is loud
