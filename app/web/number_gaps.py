"""Gaps in the series of report numbers: a page at a time and as files."""

from collections.abc import Iterator
from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access import trail
from app.access.trail import Deed
from app.report import sheet
from app.report.series import gaps_of
from app.store.gaps import Gap
from app.store.session import Database
from app.web import labels, pages
from app.web.deps import Counter, Now, Read, TheSite
from app.web.figure_files import Taken, csv_file, head, xlsx_file
from app.web.figures_address import asked
from app.web.gaps_view import EXPLAINED, Question
from app.web.typed import number
from models import Staff
from models.vocabulary import TrailAction

router = APIRouter()

_PAGE, _AT_ONCE = 50, 1_000
_COLUMNS = ("first", "last", "numbers", "why", "by", "at", "reason")


@router.get("/angka/buku-nomor/celah", name="number_gaps")
def listed(request: Request, db: Read, who: Counter, now: Now) -> Response:
    """The gaps, a page at a time, the latest first."""
    question = _question(request, now)
    after = number(request.query_params.get("sesudah", ""))
    is_explained, gaps = question.is_explained, gaps_of(db, question.asked.scope)
    found = gaps.page(is_explained=is_explained, below=after, limit=_PAGE + 1)
    path = str(request.url.path)
    kind = request.query_params.get("penjelasan", "")
    here = question.asked.address(path, penjelasan=kind)
    return pages.page(
        request,
        "numbers/gaps.html",
        asked=question.asked,
        kind=question.kind,
        gaps=found[:_PAGE],
        amount=question.amount,
        total=question.counted(gaps.total(is_explained=is_explained)),
        first=here if after else "",
        further=question.asked.address(path, penjelasan=kind, sesudah=str(found[_PAGE - 1].first))
        if len(found) > _PAGE
        else "",
        files=[
            (each, question.asked.address(f"{path}.{each}", penjelasan=kind))
            for each in ("xlsx", "csv")
        ],
    )


@router.get("/angka/buku-nomor/celah.csv", name="number_gaps_csv")
def as_csv(request: Request, site: TheSite, who: Counter, now: Now) -> Response:
    question = _question(request, now)
    about = _begin(site.database, question, who.staff, now)
    return csv_file(_name(question), about, _rows(site.database, question))


@router.get("/angka/buku-nomor/celah.xlsx", name="number_gaps_xlsx")
def as_xlsx(request: Request, site: TheSite, who: Counter, now: Now) -> Response:
    question = _question(request, now)
    about = _begin(site.database, question, who.staff, now)
    return xlsx_file(_name(question), about, _rows(site.database, question))


def _question(request: Request, now: datetime) -> Question:
    kind = request.query_params.get("penjelasan", "")
    wanted = asked(request.query_params, now=now)
    return Question(wanted, EXPLAINED.get(kind, False), pages.language_of(request))


def _begin(database: Database, question: Question, who: Staff, now: datetime) -> sheet.Sheet:
    """What stands at the head of a file; that it was taken is written down first."""
    period, say = question.asked.period, question.say
    with database.write() as session:
        gaps = gaps_of(session, question.asked.scope)
        total = gaps.total(is_explained=question.is_explained)
        subject = f"celah nomor {question.kind} {period.first} {period.last}"
        deed = Deed(TrailAction.EXPORTED, subject=subject, detail={"rows": total.gaps})
        trail.record(session, deed, by=who, now=now)
    taken = Taken(
        figure=say(f"ledger.{question.kind}"),
        value=question.counted(total),
        how=say("ledger.gaps_how"),
        period=period,
        rows=total.gaps,
    )
    return sheet.Sheet(
        about=head(taken, say, now=now),
        title=tuple(say(f"ledger.col_{each}") for each in _COLUMNS),
    )


def _rows(database: Database, question: Question) -> Iterator[sheet.Row]:
    """Every gap; a slow line holds no transaction open between the pages."""
    below: int | None = None
    while True:
        with database.read() as session:
            gaps = gaps_of(session, question.asked.scope)
            found = gaps.page(is_explained=question.is_explained, below=below, limit=_AT_ONCE)
        for each in found:
            yield _row(each, question.language)
        if len(found) < _AT_ONCE:
            return
        below = found[-1].first


def _row(gap: Gap, language: str) -> sheet.Row:
    skip = gap.skip
    if skip is None:
        return (gap.first, gap.last, gap.numbers, "", "", "", "")
    why = labels.label(skip.why, language)
    return (
        gap.first, gap.last, gap.numbers, why, skip.by, sheet.instant(skip.at), skip.reason,
    )  # fmt: skip


def _name(question: Question) -> str:
    period = question.asked.period
    return f"loket-gaps-{question.kind}-{period.first}-{period.last}"
