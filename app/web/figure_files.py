"""Rows of the figures as a file for a spreadsheet, sent while they are read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi.responses import Response, StreamingResponse

from app.report import sheet

_PIECE = 65_536
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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
