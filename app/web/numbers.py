"""The supervisor's figures as a page and as a file."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.report import board, export
from app.report.gather import gather
from app.report.numbers import Figures
from app.web import pages
from app.web.deps import Counter, Now, Read
from app.web.figures_address import asked, links
from app.web.figures_view import Viewed
from models.vocabulary import Age, Category, Channel, Jenjang, Rows

router = APIRouter()


@router.get("/angka", name="numbers")
def index(request: Request, db: Read, who: Counter, now: Now) -> Response:
    """The figures of the period in the address, else of the last thirty days."""
    wanted = asked(request.query_params, now=now)
    found = board.gather(db, wanted.period, wanted.scope)
    target = str(request.app.url_path_for("figure_reports"))
    view = Viewed(
        found,
        wanted,
        path=target,
        incidents=str(request.app.url_path_for("figure_incidents")),
        language=pages.language_of(request),
    )
    return pages.page(
        request,
        "numbers/show.html",
        status=422 if wanted.is_bad else 200,
        asked=wanted,
        board=found,
        counted_at=now,
        view=view,
        here=str(request.url.path),
        presets=links(str(request.url.path), wanted, now),
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


def _filename(found: Figures) -> str:
    return f"loket-{found.period.first}-{found.period.last}.csv"
