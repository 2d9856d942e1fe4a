"""The chain: whatever is done to one row is found, and named."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.access import chain
from app.access.chain import Act, Fault, Finding, Linked

SECRET = b"rahasia-untuk-uji-saja-32-byte!!"
DAY = date(2026, 11, 25)


def act(seq: int) -> Act:
    at = datetime(2026, 11, 25, 5, 0, seq, tzinfo=UTC)
    return Act(seq, at, "petugas", "agent", "ticket_read", 700_000 + seq, "", "", {"masked": 1})


def rows(count: int = 6) -> list[Linked]:
    return list(chain.chained([act(seq) for seq in range(1, count + 1)], chain.FIRST))


def head_of(made: list[Linked]) -> list[chain.Anchor]:
    return [chain.signed(DAY, made[-1].act.seq, made[-1].hash, SECRET)]


def found(made: list[Linked], anchors: list[chain.Anchor]) -> list[Finding]:
    return list(chain.examine(made, anchors, SECRET))


def test_a_chain_as_it_was_written_is_whole() -> None:
    made = rows()
    assert found(made, head_of(made)) == []
    assert found([], []) == []


@pytest.mark.parametrize(
    "change",
    [
        {"at": datetime(2026, 11, 25, 6, tzinfo=UTC)},
        {"actor": "penyelia"},
        {"role": "admin"},
        {"action": "exported"},
        {"ticket": None},
        {"subject": "lain"},
        {"reason": "lain"},
        {"detail": {"masked": 0}},
        {"detail": {}},
    ],
    ids=str,
)
@pytest.mark.parametrize("place", [0, 2, 5])
def test_a_changed_field_names_its_row(change: dict[str, object], place: int) -> None:
    made = rows()
    altered = list(made)
    altered[place] = replace(made[place], act=replace(made[place].act, **change))  # type: ignore[arg-type]
    only = Finding(Fault.CHANGED, place + 1, place + 1)
    assert found(altered, head_of(made)) == [only]
    # The same with its own hash made to fit: the row after it, or the signed head, tells.
    again = chain.digest(altered[place].act, altered[place].previous)
    altered[place] = replace(altered[place], hash=again)
    assert found(altered, head_of(made)) == [only]


@pytest.mark.parametrize("column", ["hash", "previous"])
def test_a_changed_hash_names_its_row(column: str) -> None:
    made = rows()
    altered = list(made)
    altered[2] = replace(made[2], **{column: "f" * 64})  # type: ignore[arg-type]
    assert found(altered, head_of(made)) == [Finding(Fault.CHANGED, 3, 3)]


@pytest.mark.parametrize(("gone", "first", "last"), [((0,), 1, 1), ((2, 3), 3, 4), ((5,), 6, 6)])
def test_removed_rows_are_named(gone: tuple[int, ...], first: int, last: int) -> None:
    made = rows()
    left = [row for place, row in enumerate(made) if place not in gone]
    assert found(left, head_of(made)) == [Finding(Fault.REMOVED, first, last)]


def test_a_row_put_in_behind_the_head_is_named() -> None:
    made = rows()
    more = [*made, *chain.chained([act(7)], made[-1].hash)]
    assert found(more, head_of(made)) == [Finding(Fault.INSERTED, 7, 7)]


def test_rows_put_in_between_show() -> None:
    made = rows()
    [put_in] = chain.chained([replace(act(3), actor="tamu")], made[1].hash)
    later = [replace(row, act=replace(row.act, seq=row.act.seq + 1)) for row in made[2:]]
    told = found([*made[:2], put_in, *later], head_of(made))
    assert told[0].first in {3, 4}
    assert Finding(Fault.INSERTED, 7, 7) in told


def test_a_chain_made_anew_is_betrayed_by_its_signed_head() -> None:
    made = rows()
    forged = list(chain.chained([replace(row.act, actor="lain") for row in made], chain.FIRST))
    assert found(forged, head_of(made)) == [Finding(Fault.CHANGED, 6, 6)]
    own = chain.signed(DAY, 6, forged[-1].hash, b"bukan rahasia kami")
    assert found(forged, [own]) == [Finding(Fault.FORGED, 6, 6)]


def test_after_a_cut_the_chain_begins_with_what_was_left() -> None:
    made = rows()
    cut = chain.signed(DAY - timedelta(days=1), 3, made[2].hash, SECRET, is_cut=True)
    assert found(made[3:], [cut, *head_of(made)]) == []
    assert found(made[4:], [cut, *head_of(made)]) == [Finding(Fault.REMOVED, 4, 4)]
    pretended = replace(cut, signature=chain.signed(cut.day, 3, cut.hash, SECRET).signature)
    assert Finding(Fault.FORGED, 3, 3) in found(made[3:], [pretended, *head_of(made)])
