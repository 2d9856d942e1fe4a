"""The audit trail: every row as it was written?"""

import sys
from datetime import UTC, datetime

import typer

from app.cli import settings, trails

_SAID = {
    "changed": "diubah",
    "removed": "dihapus",
    "inserted": "disisipkan",
    "forged": "kepala rantai dipalsukan",
}


@trails.command()
def verify() -> None:
    """Go through the whole chain; names each row that was changed, removed or put in. Exit 1."""
    from app import wiring  # noqa: PLC0415 heavy
    from app.access import trail  # noqa: PLC0415 heavy
    from app.cli.database import current  # noqa: PLC0415 heavy

    chosen = settings()
    secret = wiring.secret_of(chosen)
    with current(chosen) as database:
        trail.link_due(database, secret, now=datetime.now(UTC))
        with database.read() as session:
            found, head = trail.faults(session, secret), trail.head_of(session)
    for each in found:
        rows = str(each.first) if each.first == each.last else f"{each.first}-{each.last}"
        print(f"baris {rows}: {_SAID[each.fault]}", file=sys.stderr)
    print(f"Jejak audit sampai baris {head}: {len(found)} temuan.")
    raise typer.Exit(1 if found else 0)
