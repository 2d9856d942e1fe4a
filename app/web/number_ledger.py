"""The ledger of report numbers: what became of each, and every number that is no report."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from app.access import trail
from app.access.trail import Deed
from app.kit.errors import Refusal
from app.report import board
from app.report.catalogue import LEDGER, Unit
from app.report.series import gaps_of
from app.report.wording import said
from app.store import series
from app.store.gaps import is_missing
from app.store.series import Because
from app.store.session import Session
from app.web import labels, pages
from app.web.deps import Counter, Genuine, Now, Read
from app.web.figures_address import asked, links
from app.web.figures_view import shown
from app.web.gaps_view import EXPLAINED, Question
from app.web.site import site_of
from app.web.typed import number, tidy
from models import Staff
from models.vocabulary import Rows, TrailAction

router = APIRouter()

_SHOWN = 10
_REASON = 500
_WHOLE = (Rows.ISSUED, Rows.BROUGHT_IN)


class Unsaid(Refusal):
    """422: an explanation must say why."""

    status = 422
    key = "ledger.say_why"


class NotMissing(Refusal):
    """422: a report has one of those numbers, or one was never given."""

    status = 422
    key = "ledger.not_missing"


@router.get("/angka/buku-nomor", name="number_ledger")
def index(request: Request, db: Read, who: Counter, now: Now) -> Response:
    """What became of the numbers of the period, and the gaps in their series."""
    return _ledger(request, db, now)


@router.post("/angka/buku-nomor", name="gap_explained", dependencies=[Genuine])
def explain(
    request: Request,
    who: Counter,
    now: Now,
    first: Annotated[str, Form(alias="pertama", max_length=40)] = "",
    last: Annotated[str, Form(alias="terakhir", max_length=40)] = "",
    reason: Annotated[str, Form(alias="alasan", max_length=20_000)] = "",
) -> Response:
    """A supervisor says why numbers are missing: written down for good, and in the trail."""
    try:
        with site_of(request).database.write() as session:
            because = Because(who.staff.username, now, tidy(reason, _REASON))
            # 0 is no number: no report has it, and no gap.
            _explain(session, number(first) or 0, number(last) or 0, because, who.staff)
    except Refusal as refusal:
        problem = labels.say(refusal.key, pages.language_of(request))
        typed = {"pertama": first, "alasan": reason}
        with site_of(request).database.read() as session:
            return _ledger(
                request, session, now, problem=problem, typed=typed, status=refusal.status
            )
    target = asked(request.query_params, now=now).address(request.url.path)
    return RedirectResponse(target, status_code=303)


def _explain(session: Session, first: int, last: int, because: Because, by: Staff) -> None:
    if not because.reason:
        raise Unsaid
    if not is_missing(session, first, last):
        raise NotMissing
    series.explain(session, first, last, because=because)
    deed = Deed(
        TrailAction.NUMBERS_EXPLAINED, subject=f"nomor {first} {last}", reason=because.reason
    )
    trail.record(session, deed, by=by, now=because.at)


def _ledger(
    request: Request,
    db: Session,
    now: datetime,
    *,
    problem: str = "",
    typed: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    wanted = asked(request.query_params, now=now)
    language = pages.language_of(request)
    reports = str(request.app.url_path_for("figure_reports"))
    tiles = board.compared(db, LEDGER, wanted.scope)
    here = str(request.app.url_path_for("number_ledger"))
    gaps = gaps_of(db, wanted.scope)
    each_kind = {
        kind: Question(wanted, is_explained, language) for kind, is_explained in EXPLAINED.items()
    }
    lists = str(request.app.url_path_for("number_gaps"))
    return pages.page(
        request,
        "numbers/ledger.html",
        status=422 if wanted.is_bad else status,
        asked=wanted,
        here=here,
        presets=links(here, wanted, now),
        tiles=[
            shown(each, each.value, wanted.address(reports, angka=each.figure.name), language)
            for each in tiles
        ],
        received=said(
            sum(int(str(each.value)) for each in tiles if each.figure.rows in _WHOLE),
            Unit.REPORTS,
            language,
        ),
        kinds=[
            (
                question.kind,
                wanted.address(lists, penjelasan=kind),
                question.counted(gaps.total(is_explained=question.is_explained)),
                gaps.page(is_explained=question.is_explained, below=None, limit=_SHOWN),
            )
            for kind, question in each_kind.items()
        ],
        amount=each_kind["tanpa"].amount,
        problem=problem,
        typed=typed or {},
    )
