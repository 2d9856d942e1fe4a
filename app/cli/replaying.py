"""`loket replay`: every stored verdict computed again from what was kept with it."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import WrongCall, app, settings
from app.kit.clock import at_wib

if TYPE_CHECKING:
    from app.resolution.replay import Replayed
    from app.store.session import Database

_BATCH = 200
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EXIT_DIFFERS = 1


@app.command()
def replay(
    since: Annotated[
        str, typer.Option(help="Only verdicts from that day on (YYYY-MM-DD, in WIB).")
    ] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Compute every stored verdict again and compare: rule, facts, promise, steps, inference.

    Exit 1 when any comes out otherwise. Verdicts from before circumstances were kept, and those
    of a rule version the program no longer has, cannot be compared and are counted apart.
    """
    from app.cli.database import current  # noqa: PLC0415 heavy

    start = _start(since)
    counts: Counter[str] = Counter()
    told: list[tuple[int, Replayed]] = []
    with current(settings()) as database:
        for number, replayed in _all(database, start):
            counts[replayed.outcome] += 1
            if replayed.outcome in ("differs", "rule_gone"):
                if as_json:
                    told.append((number, replayed))
                else:
                    print(_line(number, replayed), flush=True)
    if as_json:
        print(json.dumps(_row(counts, told), ensure_ascii=False, indent=2))
    else:
        print(_summary(counts))
    raise typer.Exit(_EXIT_DIFFERS if counts["differs"] else 0)


def _all(database: "Database", start: datetime) -> Iterator[tuple[int, "Replayed"]]:
    """Each with its nomor laporan, oldest first; a batch at a time is in memory."""
    from app.store import plans  # noqa: PLC0415 heavy

    with database.read() as session:
        total = plans.count(session, start)
    done, last = 0, 0
    while True:
        with database.read() as session:
            ids = plans.judged_ids(session, start, after=last, limit=_BATCH)
        if not ids:
            return
        try:
            found: Iterable[tuple[int, Replayed]] = _batch(
                database, start, after=last, limit=_BATCH
            )
        except ValueError:
            found = _one_by_one(database, start, ids)
        yield from found
        last, done = ids[-1][0], done + len(ids)
        _progress(done, total)


def _batch(
    database: "Database", start: datetime, *, after: int, limit: int
) -> list[tuple[int, "Replayed"]]:
    """ValueError where a word of a row is none of ours."""
    from app.resolution.replay import Kept  # noqa: PLC0415 heavy
    from app.resolution.replay import replay as again  # noqa: PLC0415 heavy
    from app.store import plans  # noqa: PLC0415 heavy

    with database.read() as session:
        batch = plans.with_records(session, start, after=after, limit=limit)
        steps = plans.steps_of_each(session, [plan.id for plan, *_ in batch])
    return [
        (number, again(Kept(plan, lookup, reading, steps[plan.id])))
        for plan, lookup, reading, number in batch
    ]


def _one_by_one(
    database: "Database", start: datetime, ids: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, "Replayed"]]:
    """So that a row that was spoilt hides no other."""
    from app.resolution.replay import unreadable  # noqa: PLC0415 heavy

    for plan_id, number in ids:
        try:
            yield from _batch(database, start, after=plan_id - 1, limit=1)
        except ValueError:
            yield number, unreadable(plan_id)


def _start(since: str) -> datetime:
    """WrongCall for a day that is none."""
    try:
        return at_wib(date.fromisoformat(since)).astimezone(UTC) if since else _EPOCH
    except (ValueError, OverflowError) as error:
        raise WrongCall("--since adalah tanggal YYYY-MM-DD, misalnya 2026-11-24.") from error


def _line(number: int, replayed: "Replayed") -> str:
    """`Usulan 12 (laporan 700123, aturan notice.wrong v1): remedi: inform -> keep_account`."""
    head = (
        f"Usulan {replayed.plan_id} (laporan {number}, "
        f"aturan {replayed.rule} v{replayed.rule_version})"
    )
    if replayed.outcome == "rule_gone":
        return f"{head}: versi aturan itu tidak ada lagi."
    changed = "; ".join(f"{each.part}: {each.then} -> {each.now}" for each in replayed.differences)
    return f"{head}: {changed}"


def _summary(counts: Counter[str]) -> str:
    return (
        f"{counts.total()} usulan: {counts['same']} sama, {counts['differs']} berbeda, "
        f"{counts['rule_gone']} dengan versi aturan yang tidak ada lagi, "
        f"{counts['not_kept']} dari sebelum keadaan dicatat."
    )


def _row(counts: Counter[str], told: list[tuple[int, "Replayed"]]) -> dict[str, object]:
    return {
        "plans": counts.total(),
        "same": counts["same"],
        "differs": counts["differs"],
        "rule_gone": counts["rule_gone"],
        "not_kept": counts["not_kept"],
        "named": [
            {
                "plan": each.plan_id,
                "report": number,
                "rule": each.rule,
                "rule_version": each.rule_version,
                "outcome": each.outcome.value,
                "differences": [
                    {"part": part.part, "then": part.then, "now": part.now}
                    for part in each.differences
                ],
            }
            for number, each in told
        ],
    }


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} dari {total}", end="\n" if done >= total else "", file=sys.stderr)
    else:
        print(f"{done} dari {total}", file=sys.stderr)
