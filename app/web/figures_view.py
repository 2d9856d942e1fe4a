"""Figures as people read them: numbers, shares and times in words, addresses of their reports."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.report.board import Board, Line
from app.report.catalogue import OF_THE_MOMENT, Tile, Unit, Value
from app.report.wording import said, said_of
from app.web import labels
from app.web.chart import Chart, chart
from app.web.figures_address import UNREAD, Asked
from models.vocabulary import Age, Category, Channel, Jenjang, Rows, WhoActs

_LINES = 40  # of a table; the country has more than five hundred regencies
_FIELD_OF = {
    "category": "kategori",
    "jenjang": "jenjang",
    "province": "provinsi",
    "regency": "kabupaten",
    "channel": "kanal",
}
_WORDS_OF = {"category": Category, "jenjang": Jenjang, "channel": Channel}


@dataclass(frozen=True, slots=True)
class Cell:
    """A number and the list it counts; "" where there is no such list."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure: `before` is "" where there is nothing to compare with."""

    name: str
    value: Cell
    before: str
    got_worse: bool


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    cells: tuple[Cell, ...]


class Viewed:
    """A board in one language, each number linked to its reports at `path`.

    The number of incidents is linked to those, at `incidents`.
    """

    def __init__(
        self, board: Board, asked: Asked, *, path: str, incidents: str, language: str
    ) -> None:
        self._board, self._asked = board, asked
        self._path, self._incidents, self._language = path, incidents, language
        self._totals = {tile.figure.name: tile.value for tile in board.tiles}

    @property
    def chapters(self) -> Mapping[str, tuple[Shown, ...]]:
        return {
            name: tuple(map(self._shown, tiles)) for name, tiles in self._board.chapters.items()
        }

    @property
    def charts(self) -> tuple[tuple[Rows, Chart], ...]:
        """Received and settled by day."""
        days = self._board.days
        return tuple(
            (rows, chart([(f"{each.day.day}/{each.day.month}", each.numbers[at]) for each in days]))
            for at, rows in ((0, Rows.RECEIVED), (2, Rows.SETTLED))
        )

    @property
    def axes(self) -> Mapping[str, tuple[Row, ...]]:
        return {name: self._axis(name) for name in self._board.axes}

    @property
    def backlog(self) -> tuple[Row, ...]:
        """By holder; the ages in order, then all of them."""
        return tuple(
            Row(
                labels.label(who, self._language),
                (
                    *(self._waiting(number, who, age) for age, number in ages.items()),
                    self._waiting(sum(ages.values()), who, None),
                ),
            )
            for who, ages in self._board.backlog.items()
        )

    @property
    def loads(self) -> tuple[Row, ...]:
        return tuple(
            Row(
                each.name,
                (
                    self._cell(each.open, Rows.OPEN, petugas=str(each.id)),
                    self._cell(each.handled, Rows.HANDLED, oleh=each.username),
                ),
            )
            for each in self._board.loads
        )

    def _shown(self, tile: Tile) -> Shown:
        figure = tile.figure
        if figure.unit is Unit.INCIDENTS:
            address = self._asked.address(self._incidents)
        else:
            address = self._asked.address(self._path, angka=figure.name)
        return shown(tile, self._totals.get(figure.rows.value), address, self._language)

    def _axis(self, name: str) -> tuple[Row, ...]:
        columns = (Rows.RECEIVED, Rows.ANSWERED, Rows.SETTLED, Rows.OPEN)
        lines = self._board.axes[name]
        rows = [self._line(name, line, columns) for line in lines[:_LINES]]
        if rest := lines[_LINES:]:
            summed = (sum(each) for each in zip(*(line.numbers for line in rest), strict=True))
            title = labels.say("figures.others", self._language, number=len(rest))
            rows.append(Row(title, tuple(Cell(self._number(each)) for each in summed)))
        return tuple(rows)

    def _line(self, name: str, line: Line, columns: tuple[Rows, ...]) -> Row:
        # A blank has no address but for reports without a category.
        value = line.value or (UNREAD if name == "category" else "")
        narrowed = {_FIELD_OF[name]: value} if value else None
        cells = tuple(
            self._cell(number, each, **narrowed) if narrowed else Cell(self._number(number))
            for number, each in zip(line.numbers, columns, strict=True)
        )
        return Row(self._title(name, line.value), cells)

    def _title(self, axis: str, value: str | None) -> str:
        if value is None:
            key = "queue.unread" if axis == "category" else "figures.blank"
            return labels.say(key, self._language)
        kind = _WORDS_OF.get(axis)
        return labels.label(kind(value), self._language) if kind else value

    def _waiting(self, number: int, who: WhoActs, age: Age | None) -> Cell:
        return self._cell(number, Rows.OPEN, pemegang=who.value, umur=age.value if age else "")

    def _cell(self, number: int, rows: Rows, **narrowed: str) -> Cell:
        if not number:
            return Cell("0")
        address = self._asked.address(self._path, angka=rows.value, **narrowed)
        return Cell(self._number(number), address)

    def _number(self, number: int) -> str:
        return said(number, Unit.REPORTS, self._language)


def shown(tile: Tile, total: Value, address: str, language: str) -> Shown:
    """`total` is how many reports it is about, `address` their list."""
    figure = tile.figure
    before = said(tile.before, figure.unit, language) if tile.before is not None else ""
    if figure.rows in OF_THE_MOMENT:
        before = ""
    value = Cell(said_of(tile, total, language), address)
    return Shown(figure.name, value, before, tile.got_worse)
