"""The reports a figure counts, as rows of a file; what stands above them says how they came.

A file travels: names, mail addresses and numbers of people are not in it, and long numbers and
private addresses in a subject are masked by who calls.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook

from app.kit.clock import WIB
from app.report.export import BOM, FOR_EXCEL, Cell, safe

_ROWS_OF_A_SHEET = 1_000_000  # Excel holds 1,048,576
_AT_ONCE = 500
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`about` are names and values for the head; `title` names the columns."""

    about: tuple[tuple[str, str], ...]
    title: tuple[str, ...]


def csv_parts(sheet: Sheet, rows: Iterable[Row]) -> Iterator[str]:
    """The file piece by piece: the head, an empty line, the titles, then the rows."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=FOR_EXCEL)
    text.write(BOM)
    for pair in sheet.about:
        writer.writerow(map(safe, pair))
    writer.writerow(())
    writer.writerow(sheet.title)
    for number, row in enumerate(rows, start=1):
        writer.writerow(map(safe, row))
        if number % _AT_ONCE == 0:
            yield _taken(text)
    yield _taken(text)


def write_xlsx(path: Path, sheet: Sheet, rows: Iterable[Row]) -> None:
    """The workbook: what it holds, then its rows, in more than one sheet where they are too many.

    Text is written as text, never as a formula or link; memory does not grow with the rows.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "tmpdir": str(path.parent),
    }
    with Workbook(str(path), options) as book:
        bold = book.add_format({"bold": True})
        head = book.add_worksheet("Keterangan")
        head.set_column(0, 0, 24)
        head.set_column(1, 1, 90)
        for at, (name, value) in enumerate(sheet.about):
            head.write_string(at, 0, name, bold)
            head.write_string(at, 1, value)
        page = None
        for number, row in enumerate(rows):
            at = number % _ROWS_OF_A_SHEET
            if page is None or at == 0:
                page = book.add_worksheet(f"Laporan {number // _ROWS_OF_A_SHEET + 1}")
                page.freeze_panes(1, 1)
                page.set_column(0, len(sheet.title) - 1, 18)
                page.write_row(0, 0, sheet.title, bold)
            page.write_row(at + 1, 0, ["" if cell is None else cell for cell in row])


def instant(at: datetime | None) -> str:
    """YYYY-MM-DD HH:MM in WIB; "" for None."""
    return at.astimezone(WIB).strftime("%Y-%m-%d %H:%M") if at else ""


def _taken(text: io.StringIO) -> str:
    piece = text.getvalue()
    text.seek(0)
    text.truncate()
    return piece
