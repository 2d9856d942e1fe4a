"""Kill Loket at every crossing of every story, on both databases.

    python -m tests.bench.kills [STORY ...] [--every N] [--side-by-side N] [--on sqlite|postgresql]
        [--cuts]

Prints a line for each story and database: crossings, kills that hit, what went wrong, and how
many mails arrived twice. Takes some three seconds for each kill.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.learning.teach import ensure
from app.reading.shelf import Shelf
from tests.support.kills.databases import Cluster, Databases, Files
from tests.support.kills.stories import STORIES
from tests.support.kills.trial import trials
from tests.support.postgres import temporary_postgres


@dataclass(frozen=True, slots=True)
class Job:
    """`pattern` is the cluster's URL pattern, empty for SQLite."""

    story: str
    pattern: str
    folder: Path
    classifier: Path
    every: int
    cuts: bool

    @property
    def kind(self) -> str:
        return "postgresql" if self.pattern else "sqlite"

    def databases(self) -> Databases:
        return Cluster(self.pattern, self.story) if self.pattern else Files(self.folder)


def run(job: Job) -> tuple[int, int]:
    """Kills, and how many of them ended wrong; tells of each wrong one."""
    began = time.monotonic()
    job.folder.mkdir()
    with trials(job.folder, job.classifier, job.databases()) as tried:
        peace = tried.peace(job.story)
        points = peace.cuts() if job.cuts else peace.points()
        verdicts = [tried.kill(job.story, point) for point in points[:: job.every]]
    wrong = [each for each in verdicts if each.wrong]
    for each in wrong:
        print(f"WRONG {job.kind} {job.story} {each.point}", *each.wrong, sep="\n    ")
    twice = [each for each in verdicts if each.repeated]
    print(
        f"{job.kind:<11}{job.story:<16} crossings {len(points):>4}  hit "
        f"{sum(each.was_hit for each in verdicts):>4} of {len(verdicts):>4}  wrong {len(wrong)}  "
        f"mail repeated {len(twice)} ({', '.join(str(each.point) for each in twice)})  "
        f"{time.monotonic() - began:.0f} s",
        flush=True,
    )
    return len(verdicts), len(wrong)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    told = [name for name in STORIES if name != "nothing"]
    parser.add_argument("stories", nargs="*", default=told)
    parser.add_argument("--every", type=int, default=1, help="only each N-th crossing")
    parser.add_argument("--side-by-side", type=int, default=2)
    parser.add_argument("--on", choices=("sqlite", "postgresql"), action="append")
    parser.add_argument("--cuts", action="store_true", help="the database is away, nobody dies")
    asked = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="loket-bunuh-"))
    shelf = Shelf(folder / "pengklasifikasi")
    ensure(shelf, now=datetime.now(UTC))
    with ExitStack() as stack:
        jobs = []
        for kind in asked.on or ("sqlite", "postgresql"):
            pattern = stack.enter_context(temporary_postgres()) if kind == "postgresql" else ""
            for story in asked.stories:
                here = folder / f"{kind}-{story}"
                jobs.append(Job(story, pattern, here, shelf.folder, asked.every, asked.cuts))
        # Processes: the migrations of two databases cannot run in one.
        with ProcessPoolExecutor(asked.side_by_side) as pool:
            counts = list(pool.map(run, jobs))
    kills, wrong = (sum(column) for column in zip(*counts, strict=True))
    print(f"{kills} kills, {wrong} wrong; what is left of the wrong ones lies in {folder}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
