"""Rows of the figures as a file for a spreadsheet, sent while they are read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi.responses import Response, StreamingResponse

from app.report import sheet
from app.report.numbers import Period

_PIECE = 65_536
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file holds, in words; `filters` None where none can be set."""

    figure: str
    value: str
    how: str
    period: Period
    rows: int
    filters: str | None = None


def head(taken: Taken, say: Callable[[str], str], *, now: datetime) -> tuple[tuple[str, str], ...]:
    """The lines above the rows: what it is, how it is counted, of when and in which zone."""
    period = taken.period
    filters = () if taken.filters is None else ((say("figures.filters"), taken.filters or "-"),)
    return (
        (say("figures.figure"), taken.figure),
        (say("figures.value"), taken.value),
        (say("figures.how"), taken.how),
        (say("figures.presets"), f"{period.first} - {period.last}"),
        (say("figures.zone"), "WIB (UTC+7)"),
        *filters,
        (say("figures.counted_at"), sheet.instant(now)),
        (say("figures.rows"), str(taken.rows)),
    )


def csv_file(name: str, about: sheet.Sheet, rows: Iterator[sheet.Row]) -> Response:
    """For Excel as it is set in Indonesia: UTF-8 with its mark, semicolons."""
    parts = (part.encode() for part in sheet.csv_parts(about, rows))
    return _file(f"{name}.csv", "text/csv; charset=utf-8", parts)


def xlsx_file(name: str, about: sheet.Sheet, rows: Iterator[sheet.Row]) -> Response:
    """A workbook, made on disk and then sent."""

    def pieces() -> Iterator[bytes]:
        with _workbook(about, rows) as path, path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece

    return _file(f"{name}.xlsx", _XLSX, pieces())


@contextmanager
def _workbook(about: sheet.Sheet, rows: Iterator[sheet.Row]) -> Iterator[Path]:
    with TemporaryDirectory(prefix="loket-") as folder:
        path = Path(folder) / "laporan.xlsx"
        sheet.write_xlsx(path, about, rows)
        yield path


def _file(name: str, media: str, parts: Iterator[bytes]) -> Response:
    return StreamingResponse(
        parts,
        media_type=media,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )
