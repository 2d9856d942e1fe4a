"""The invented messages of the demo."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.intake.receive import Submission
from models.vocabulary import Category, Channel, UserType

_FILE = Path(__file__).with_name("letters.jsonl")


@dataclass(frozen=True, slots=True)
class Letter:
    """What somebody writes, and when."""

    submission: Submission
    at: datetime


def letters(now: datetime) -> Sequence[Letter]:
    """All of them, oldest first, counted back from `now`."""
    rows = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]
    written = [
        Letter(
            submission=Submission(
                channel=Channel(row["channel"]),
                text=row["text"],
                subject=row.get("subject", ""),
                self_category=Category(row["category"]) if "category" in row else None,
                user_type=UserType(row["user_type"]) if "user_type" in row else None,
                requester_name=row.get("name", ""),
                requester_email=row.get("email"),
                account_address=row.get("address"),
                npsn=row.get("npsn"),
                submission=f"demo-{number}",
            ),
            at=now - timedelta(hours=row["hours_ago"]),
        )
        for number, row in enumerate(rows, start=1)
    ]
    return sorted(written, key=lambda letter: letter.at)
