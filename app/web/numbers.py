"""The supervisor's figures as a page and as a file."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.kit.clock import wib_day
from app.report import board, export
from app.report.gather import gather
from app.report.numbers import Figures, Period
from app.web import pages
from app.web.deps import Counter, Now, Read
from app.web.figures_address import Asked, asked, presets
from app.web.figures_view import Viewed
from models.vocabulary import Age, Category, Channel, Jenjang, Rows

router = APIRouter()


@router.get("/angka", name="numbers")
def index(request: Request, db: Read, who: Counter, now: Now) -> Response:
    """The figures of the period in the address, else of the last thirty days."""
    wanted = asked(request.query_params, now=now)
    found = board.gather(db, wanted.period, wanted.scope)
    target = str(request.app.url_path_for("figure_reports"))
    view = Viewed(found, wanted, path=target, language=pages.language_of(request))
    return pages.page(
        request,
        "numbers/show.html",
        status=422 if wanted.is_bad else 200,
        asked=wanted,
        board=found,
        view=view,
        presets=_links(request, wanted, presets(wib_day(now))),
        ages=tuple(Age),
        columns=(Rows.RECEIVED, Rows.ANSWERED, Rows.SETTLED, Rows.OPEN),
        categories=tuple(Category),
        channels=tuple(Channel),
        levels=tuple(Jenjang),
    )


@router.get("/angka.csv", name="numbers_csv")
def download(request: Request, db: Read, who: Counter, now: Now) -> Response:
    """The same as a file for a spreadsheet."""
    wanted = asked(request.query_params, now=now)
    found = gather(db, wanted.period, wanted.scope)
    tiles = board.tiles(db, wanted.scope)
    return Response(
        export.BOM + export.as_csv(found, tiles, delimiter=export.FOR_EXCEL),
        media_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{_filename(found)}"',
            "Cache-Control": "no-store",
        },
    )


def _links(
    request: Request, wanted: Asked, periods: Mapping[str, Period]
) -> tuple[tuple[str, str, bool], ...]:
    """Name, address and whether it is the period shown."""
    path = str(request.app.url_path_for("numbers"))
    return tuple(
        (
            name,
            wanted.address(path, dari=each.first.isoformat(), sampai=each.last.isoformat()),
            each == wanted.period,
        )
        for name, each in periods.items()
    )


def _filename(found: Figures) -> str:
    return f"loket-{found.period.first}-{found.period.last}.csv"
