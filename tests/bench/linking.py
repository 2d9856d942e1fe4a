"""How well reports are linked and bursts are seen.

    python -m tests.bench.linking [FOLDER]

Pairs: hand-written resubmissions and look-alikes in `pasangan.jsonl`, each read as it would be
without any records; FOLDER holds a trained classifier, without one a classifier is fitted first.
Bursts: an invented stream of 3,600 cells and 20,000 tickets a day.
"""

import json
import random
import statistics
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.linking.compare import Likeness, compare, tie
from app.linking.report import Report
from app.reading.corpus import load, training_files
from app.reading.facts import Incoming
from app.reading.reader import Reader
from app.reading.training import train
from models.vocabulary import Category, Channel
from tests.bench import stream

PAIRS = Path(__file__).with_name("pasangan.jsonl")
_BURSTS = 400
_FIRST = datetime(2026, 11, 2, tzinfo=UTC)
Side = Mapping[str, str | None]


def main() -> None:
    _bursts()
    if not PAIRS.exists():
        print(f"pairs: no {PAIRS.name}")
        return
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    reader = Reader.load(folder) if folder else Reader(train(load(training_files())))
    _pairs([json.loads(line) for line in PAIRS.read_text("utf-8").splitlines() if line], reader)


def _pairs(rows: Sequence[Mapping[str, object]], reader: Reader) -> None:
    found = [(row, _compared(row, reader)) for row in rows]
    right = sum(bool(row["same"]) and alike is not None for row, alike in found)
    said = sum(alike is not None for _, alike in found)
    same = sum(bool(row["same"]) for row in rows)
    print(f"pairs: {len(rows)}, of which {same} the same")
    print(f"precision {right / max(said, 1):.3f} ({right} of {said})", end=", ")
    print(f"recall {right / max(same, 1):.3f} ({right} of {same})")
    for row, alike in found:
        if bool(row["same"]) is not (alike is not None):
            kind = f"{alike.reason} {alike.percent} %" if alike else "missed"
            print(f"  {row['id']}: {kind}: {row.get('why', '')}")


def _compared(row: Mapping[str, object], reader: Reader) -> Likeness | None:
    later, earlier = (_report(row[each], reader) for each in ("later", "earlier"))
    found = compare(later, earlier)
    return tie(later, earlier) if found is None and later.asks_after else found


def _report(side: object, reader: Reader) -> Report:
    """As a ticket of those fields is seen, while no record is matched."""
    assert isinstance(side, Mapping)
    text, subject = str(side.get("text") or ""), side.get("subject") or None
    own = side.get("self_category")
    read = reader(Incoming(text, subject, self_category=Category(own) if own else None))
    return Report(
        number=0,
        text="\n\n".join(filter(None, [subject, text])),
        category=read.category,
        writer=side.get("requester_name") or "",
        mail=_lower(side.get("requester_email")),
        account=_lower(side.get("account_address")),
        npsn=side.get("npsn") or None,
        school_name=side.get("school_name") or "",
        at=_FIRST + timedelta(minutes=int(side.get("minutes_apart") or 0)),
        channel=Channel(str(side.get("channel"))),
        facts=read.facts,
        facets=read.facets,
        mentions=read.mentions,
    )


def _bursts() -> None:
    chance = random.Random(20_261_128)  # noqa: S311 the same stream every time
    cells = stream.Stream.invent(chance).cells
    since = stream.START + stream.LEARNING
    false = sum(len(list(stream.alarms(each, since))) for each in cells)
    days = stream.WATCHED / timedelta(days=1)
    tickets = sum(map(len, cells)) / ((stream.LEARNING + stream.WATCHED) / timedelta(days=1))
    print(f"stream: {len(cells):,} cells, {tickets:,.0f} tickets a day")
    print(f"without bursts: {false} alarms in {days:.0f} days = {false / days:.2f} a day")
    for an_hour in (5, 10):
        _delays(cells, an_hour, chance)


def _delays(cells: Sequence[Sequence[datetime]], an_hour: int, chance: random.Random) -> None:
    delays = []
    for _ in range(_BURSTS):
        begin = stream.START + stream.LEARNING + timedelta(hours=chance.uniform(0, 320))
        times = stream.with_burst(chance.choice(cells), begin, an_hour, chance)
        first = next((at for at in stream.alarms(times, begin)), None)
        delays.append((first - begin) / timedelta(hours=1) if first else float("inf"))
    slow = statistics.quantiles(delays, n=10)[-1]
    seen = sum(each <= 12 for each in delays) / len(delays)
    print(f"+{an_hour}/h: median {statistics.median(delays):.1f} h, nine of ten within", end=" ")
    print(f"{slow:.1f} h, {seen:.1%} seen within 12 h")


def _lower(address: object) -> str | None:
    return str(address).strip().lower() if address else None


if __name__ == "__main__":
    main()
