"""The figures as a table for a spreadsheet and as one JSON object."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import timedelta

from pydantic import JsonValue

from app.report.catalogue import Tile, Value
from app.report.numbers import Figures

# Excel reads UTF-8 only behind this mark, and where Indonesian is set only semicolons as columns.
BOM, FOR_EXCEL = "\ufeff", ";"
HEAD = ("bagian", "nama", "angka", "nilai")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int | None


def as_csv(figures: Figures, tiles: Sequence[Tile] = (), *, delimiter: str = ",") -> str:
    """One fact a row: part, name, which figure, value. Durations are minutes, shares of 0 to 1."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(HEAD)
    for row in (*rows(figures), *_tiles(tiles)):
        writer.writerow([safe(cell) for cell in row])
    return text.getvalue()


def safe(cell: Cell) -> str:
    """As text that no spreadsheet takes for a formula; "" for None. Numbers stay numbers."""
    if cell is None:
        return ""
    text = str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_FORMULA) else text


def rows(figures: Figures) -> Iterator[tuple[Cell, ...]]:
    for name, value in _summary(figures):
        yield "ringkasan", "", name, value
    for who, number in figures.waiting:
        yield "menunggu", who.value, "terbuka", number
    for each in figures.categories:
        name = each.category.value if each.category else "belum_terbaca"
        yield "kategori", name, "masuk", each.issued
        yield "kategori", name, "terjawab", each.answered
        yield "kategori", name, "terbuka", each.open
    for day in figures.days:
        yield "hari", day.day.isoformat(), "masuk", day.issued
        yield "hari", day.day.isoformat(), "terjawab", day.answered
        yield "hari", day.day.isoformat(), "selesai", day.settled


def as_json(figures: Figures, tiles: Sequence[Tile] = ()) -> dict[str, JsonValue]:
    """`figures` are those of the catalogue, `before` of as many days before; see `as_csv`."""
    return {
        "from": figures.period.first.isoformat(),
        "to": figures.period.last.isoformat(),
        "issued": figures.issued,
        "answered": figures.answered,
        "settled": figures.settled,
        "open": figures.open,
        "overdue": figures.overdue,
        "first_answer_minutes": {
            "median": minutes(figures.median),
            "p90": minutes(figures.p90),
        },
        "waiting_on": {who.value: number for who, number in figures.waiting},
        "per_category": {
            each.category.value if each.category else "unread": {
                "issued": each.issued,
                "answered": each.answered,
                "open": each.open,
            }
            for each in figures.categories
        },
        "per_day": [
            {
                "day": each.day.isoformat(),
                "issued": each.issued,
                "answered": each.answered,
                "settled": each.settled,
            }
            for each in figures.days
        ],
        "figures": {
            each.figure.name: {"value": plain(each.value), "before": plain(each.before)}
            for each in tiles
        },
    }


def plain(value: Value) -> int | float | None:
    """As a number: times in whole minutes, shares with four places."""
    if isinstance(value, timedelta):
        return minutes(value)
    return round(value, 4) if isinstance(value, float) else value


def minutes(duration: timedelta | None) -> int | None:
    """Whole minutes, rounded; None stays None."""
    return None if duration is None else round(duration / timedelta(minutes=1))


def _tiles(tiles: Sequence[Tile]) -> Iterator[tuple[Cell, ...]]:
    for each in tiles:
        yield "angka", each.figure.name, "nilai", _cell(each.value)
        yield "angka", each.figure.name, "sebelumnya", _cell(each.before)


def _cell(value: Value) -> Cell:
    number = plain(value)
    return str(number) if isinstance(number, float) else number


def _summary(figures: Figures) -> tuple[tuple[str, Cell], ...]:
    return (
        ("dari", figures.period.first.isoformat()),
        ("sampai", figures.period.last.isoformat()),
        ("masuk", figures.issued),
        ("terjawab", figures.answered),
        ("selesai", figures.settled),
        ("terbuka_sekarang", figures.open),
        ("lewat_janji", figures.overdue),
        ("median_jawaban_menit", minutes(figures.median)),
        ("p90_jawaban_menit", minutes(figures.p90)),
    )
