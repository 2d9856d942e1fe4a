"""Avoidable demand: what the reports of a period should not have been needed for."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.report import avoided, catalogue
from app.report.avoided import Avoided, Week
from app.report.catalogue import Unit
from app.report.wording import said
from app.web import pages
from app.web.chart import Chart, chart
from app.web.deps import Counter, Now, Read
from app.web.figures_address import Asked, asked, links
from app.web.figures_view import Cell, Row, Shown, shown
from models.vocabulary import Avoidable, Category, Channel, Jenjang

router = APIRouter()


class Viewed:
    """The board in one language, each number linked to its reports at `path`."""

    def __init__(self, board: Avoided, asked: Asked, *, path: str, language: str) -> None:
        self._board, self._asked = board, asked
        self._path, self._language = path, language

    @property
    def chapters(self) -> tuple[tuple[str, tuple[Shown, ...]], ...]:
        return (
            ("demand", tuple(map(self._shown, self._board.causes))),
            ("demand_words", tuple(map(self._shown, self._board.words))),
        )

    @property
    def weeks(self) -> tuple[Row, ...]:
        """The latest first: avoidable of settled, their share, then each cause."""
        return tuple(map(self._week, reversed(self._board.weeks)))

    @property
    def chart(self) -> Chart:
        return chart([(_short(each), each.avoidable) for each in self._board.weeks])

    @property
    def sum(self) -> dict[str, str]:
        """What of how many was avoidable, in words."""
        whole = self._board.whole
        part = catalogue.share(whole.avoidable, whole.settled)
        return {
            "part": self._number(whole.avoidable),
            "whole": self._number(whole.settled),
            "share": said(part, Unit.SHARE, self._language),
        }

    def _shown(self, tile: catalogue.Tile) -> Shown:
        address = self._asked.address(self._path, angka=tile.figure.name)
        return shown(tile, None, address, self._language)

    def _week(self, week: Week) -> Row:
        share = catalogue.share(week.avoidable, week.settled)
        cells = (
            Cell(self._number(week.settled)),
            Cell(self._number(week.avoidable)),
            Cell(said(share, Unit.SHARE, self._language)),
            *(self._cell(week, each) for each in Avoidable),
        )
        return Row(_short(week), cells)

    def _cell(self, week: Week, label: Avoidable) -> Cell:
        number = week.numbers.get(label, 0)
        if not number:
            return Cell("0")
        days = {"dari": week.days.first.isoformat(), "sampai": week.days.last.isoformat()}
        figure = catalogue.AVOIDABLE[label].name
        return Cell(self._number(number), self._asked.address(self._path, angka=figure, **days))

    def _number(self, number: int) -> str:
        return said(number, Unit.REPORTS, self._language)


@router.get("/angka/terhindarkan", name="demand")
def index(request: Request, db: Read, who: Counter, now: Now) -> Response:
    """The shares of the period in the address, else of the last thirty days."""
    wanted = asked(request.query_params, now=now)
    found = avoided.gather(db, wanted.period, wanted.scope)
    here = str(request.url.path)
    path = str(request.app.url_path_for("figure_reports"))
    return pages.page(
        request,
        "numbers/demand.html",
        status=422 if wanted.is_bad else 200,
        asked=wanted,
        here=here,
        view=Viewed(found, wanted, path=path, language=pages.language_of(request)),
        presets=links(here, wanted, now),
        avoidable=tuple(Avoidable),
        categories=tuple(Category),
        channels=tuple(Channel),
        levels=tuple(Jenjang),
    )


def _short(week: Week) -> str:
    return f"{week.days.first.day}/{week.days.first.month}"
