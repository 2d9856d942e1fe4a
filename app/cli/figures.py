"""The supervisor's figures on the command line."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import typer

from app.cli import WrongCall, app, settings
from app.kit.clock import wib_day
from app.report import export
from app.report.catalogue import Tile
from app.report.numbers import BadPeriod, Figures, Period

_DAY = "YYYY-MM-DD, a day in WIB"


@app.command("report")
def report(
    first: Annotated[str, typer.Option("--from", help=f"First day ({_DAY}).")] = "",
    last: Annotated[str, typer.Option("--to", help=f"Last day, included ({_DAY}).")] = "",
    *,
    as_csv: Annotated[bool, typer.Option("--csv", help="A table for a spreadsheet.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Received, open, answered, settled, and how long a first answer took.

    Without days: the last 30, today included. Answer times are calendar minutes.
    """
    if as_csv and as_json:
        raise WrongCall("Pilih salah satu: --csv atau --json.")
    now = datetime.now(UTC)
    found, tiles = _gathered(_period(first, last, now), now)
    if as_csv:
        print(export.as_csv(found, tiles), end="")
    elif as_json:
        print(json.dumps(export.as_json(found, tiles), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(found)))


def _gathered(period: Period, now: datetime) -> tuple[Figures, tuple[Tile, ...]]:
    from app.cli.database import current  # noqa: PLC0415 heavy
    from app.report import board  # noqa: PLC0415 heavy
    from app.report.gather import gather  # noqa: PLC0415 heavy

    with current(settings()) as database, database.read() as session:
        scope = board.scope_of(period, now=now)
        return gather(session, period, scope), board.tiles(session, scope)


def _period(first: str, last: str, now: datetime) -> Period:
    """WrongCall for days that are none, or the wrong way round."""
    usual = Period.usual(wib_day(now))
    try:
        end = date.fromisoformat(last) if last else usual.last
        begin = date.fromisoformat(first) if first else Period.usual(end).first
        return Period.of(begin, end)
    except BadPeriod as error:
        raise WrongCall(str(error)) from error
    except (ValueError, OverflowError) as error:
        raise WrongCall(
            "--from dan --to adalah tanggal YYYY-MM-DD, misalnya 2026-11-24."
        ) from error


def _lines(found: Figures) -> Iterator[str]:
    yield f"Periode            {found.period.first} sampai {found.period.last} (WIB)"
    yield f"Laporan masuk      {found.issued}"
    yield f"Jawaban pertama    {found.answered}"
    yield f"Selesai            {found.settled}"
    yield f"Terbuka sekarang   {found.open}"
    yield f"Lewat janji        {found.overdue}"
    yield f"Median jawaban     {_minutes(found.median)}"
    yield f"90% dijawab dalam  {_minutes(found.p90)}"
    yield ""
    yield f"{'Kategori':<24}{'masuk':>8}{'terjawab':>10}{'terbuka':>9}"
    for each in found.categories:
        name = each.category.value if each.category else "belum_terbaca"
        yield f"{name:<24}{each.issued:>8}{each.answered:>10}{each.open:>9}"


def _minutes(duration: timedelta | None) -> str:
    return "belum ada" if duration is None else f"{export.minutes(duration)} menit"
