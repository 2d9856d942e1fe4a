"""The supervisor's figures as a page and as a file."""

from datetime import date, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.kit.clock import wib_day
from app.report import export
from app.report.gather import gather
from app.report.numbers import BadPeriod, Figures, Period
from app.web import labels, pages
from app.web.chart import chart
from app.web.deps import Counter, Now, Read

router = APIRouter()

Day = Annotated[str, Query(max_length=20)]
_HOURS_UP_TO = timedelta(days=2)


@router.get("/angka", name="numbers")
def index(
    request: Request, db: Read, who: Counter, now: Now, dari: Day = "", sampai: Day = ""
) -> Response:
    """The figures of the period in the address, else of the last thirty days."""
    period, is_bad = _period(dari, sampai, now)
    found = gather(db, period, now=now)
    language = pages.language_of(request)
    days = [(f"{each.day.day}/{each.day.month}", each.issued) for each in found.days]
    return pages.page(
        request,
        "numbers/show.html",
        status=422 if is_bad else 200,
        is_bad=is_bad,
        figures=found,
        chart=chart(days),
        median=spoken(found.median, language),
        p90=spoken(found.p90, language),
    )


@router.get("/angka.csv", name="numbers_csv")
def download(db: Read, who: Counter, now: Now, dari: Day = "", sampai: Day = "") -> Response:
    """The same as a file for a spreadsheet."""
    period, _ = _period(dari, sampai, now)
    found = gather(db, period, now=now)
    return Response(
        # Excel reads UTF-8 only with this mark.
        "\ufeff" + export.as_csv(found),
        media_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{_filename(found)}"',
            "Cache-Control": "no-store",
        },
    )


def spoken(duration: timedelta | None, language: str) -> str:
    """Minutes up to an hour, hours up to two days, then days; one decimal at most."""
    if duration is None:
        return labels.say("numbers.none", language)
    if duration < timedelta(hours=1):
        return labels.say("numbers.minutes", language, number=round(duration.total_seconds() / 60))
    unit, length = ("hours", 3600) if duration < _HOURS_UP_TO else ("days", 86400)
    number = f"{duration.total_seconds() / length:.1f}".removesuffix(".0")
    if language == "id":
        number = number.replace(".", ",")
    return labels.say(f"numbers.{unit}", language, number=number)


def _period(first: str, last: str, now: datetime) -> tuple[Period, bool]:
    """The period asked for, the usual one where none is; and whether it could not be read."""
    usual = Period.usual(wib_day(now))
    if not first and not last:
        return usual, False
    try:
        end = date.fromisoformat(last) if last else usual.last
        begin = date.fromisoformat(first) if first else Period.usual(end).first
        return Period.of(begin, end), False
    except (BadPeriod, ValueError, OverflowError):
        return usual, True


def _filename(found: Figures) -> str:
    return f"loket-{found.period.first}-{found.period.last}.csv"
