"""The incidents that the figure counts: exactly those, a page at a time and as files."""

from collections.abc import Iterator
from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access import trail
from app.access.trail import Deed
from app.report import sheet
from app.report.catalogue import INCIDENTS, Unit
from app.report.wording import said
from app.store import incidents
from app.web import pages, related_view
from app.web.deps import Counter, Now, Read, TheSite
from app.web.figure_files import Taken, csv_file, head, xlsx_file
from app.web.figures_address import FILTERS, Asked, asked
from app.web.reader import Reader, reader_of
from app.web.site import Site
from app.web.typed import number
from models import Staff
from models.vocabulary import TrailAction

router = APIRouter()

_PAGE, _AT_ONCE = 50, 1_000
_COLUMNS = ("incident", "state", "opened", "newest", "reports", "note")


@router.get("/angka/kejadian", name="figure_incidents")
def index(request: Request, db: Read, who: Counter, now: Now) -> Response:
    """Incidents that began in the period, with how many reports of the filter each gathered."""
    wanted = asked(request.query_params, now=now)
    reader = reader_of(request, db, who.staff)
    below = number(request.query_params.get("sesudah", ""))
    found = incidents.page_of(db, wanted.scope, below=below, limit=_PAGE + 1)
    path = str(request.url.path)
    return pages.page(
        request,
        "numbers/incidents.html",
        asked=wanted,
        rows=related_view.shown(found[:_PAGE], reader),
        total=said(incidents.total_of(db, wanted.scope), Unit.INCIDENTS, reader.language),
        filters=_filters(wanted, reader),
        first=wanted.address(path) if below else "",
        further=wanted.address(path, sesudah=str(found[_PAGE - 1][0].id))
        if len(found) > _PAGE
        else "",
        files=[(kind, wanted.address(f"{path}.{kind}")) for kind in ("xlsx", "csv")],
    )


@router.get("/angka/kejadian.csv", name="figure_incidents_csv")
def as_csv(request: Request, site: TheSite, who: Counter, now: Now) -> Response:
    wanted = asked(request.query_params, now=now)
    about, rows = _file_of(request, site, wanted, who.staff, now)
    return csv_file(_name(wanted), about, rows)


@router.get("/angka/kejadian.xlsx", name="figure_incidents_xlsx")
def as_xlsx(request: Request, site: TheSite, who: Counter, now: Now) -> Response:
    wanted = asked(request.query_params, now=now)
    about, rows = _file_of(request, site, wanted, who.staff, now)
    return xlsx_file(_name(wanted), about, rows)


def _file_of(
    request: Request, site: Site, wanted: Asked, who: Staff, now: datetime
) -> tuple[sheet.Sheet, Iterator[sheet.Row]]:
    """The head and the rows of a file; that it was taken is written down first."""
    period = wanted.period
    with site.database.write() as session:
        reader = reader_of(request, session, who)
        total = incidents.total_of(session, wanted.scope)
        subject = f"angka {INCIDENTS.name} {period.first} {period.last}"
        deed = Deed(TrailAction.EXPORTED, subject=subject, detail={"rows": total})
        trail.record(session, deed, by=who, now=now)
    say = reader.say
    filters = "; ".join(f"{name}: {text}" for name, text in _filters(wanted, reader))
    taken = Taken(
        figure=say("figure.incidents"),
        value=str(total),
        how=say("figure.incidents.how"),
        period=period,
        rows=total,
        filters=filters,
    )
    title = tuple(say(f"incidents.col_{each}") for each in _COLUMNS)
    return sheet.Sheet(head(taken, say, now=now), title), _rows(site, wanted, reader)


def _rows(site: Site, wanted: Asked, reader: Reader) -> Iterator[sheet.Row]:
    below: int | None = None
    while True:
        with site.database.read() as session:
            found = incidents.page_of(session, wanted.scope, below=below, limit=_AT_ONCE)
        for view, reports in related_view.shown(found, reader):
            incident = view.incident
            yield (
                view.title,
                reader.label(incident.state),
                sheet.instant(incident.opened_at),
                sheet.instant(incident.newest_at),
                reports,
                reader.text(incident.note),
            )
        if len(found) < _AT_ONCE:
            return
        below = found[-1][0].id


def _filters(wanted: Asked, reader: Reader) -> list[tuple[str, str]]:
    """What narrows it, as it stands in the address."""
    return [
        (reader.say(f"figures.filter_{name}"), wanted.typed[name])
        for name in FILTERS
        if wanted.typed[name]
    ]


def _name(wanted: Asked) -> str:
    return f"loket-{INCIDENTS.name}-{wanted.period.first}-{wanted.period.last}"
