"""The reports a figure counts: exactly those, a page at a time and as files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access import trail
from app.access.trail import Deed
from app.kit.errors import NotFound
from app.kit.worked import WorkedTime
from app.report import board, sheet
from app.report.catalogue import DEMAND, FIGURES, LEDGER, Figure, Tile, Unit, Value, share
from app.report.days import counting_of
from app.report.wording import said, said_of, spoken
from app.store import calendars, counted
from app.store.counted import Listed, Place
from app.store.scope import Scope
from app.store.session import Database, Session
from app.web import labels, masks, pages
from app.web.deps import Counter, Now, Read, TheSite
from app.web.figure_files import Taken, csv_file, head, xlsx_file
from app.web.figures_address import FILTERS, NARROWER, Asked, asked
from models import Staff
from models.vocabulary import TrailAction

router = APIRouter()

_PAGE = 50
_AT_ONCE = 1_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Question:
    """A figure, of what, in whose language."""

    figure: Figure
    asked: Asked
    language: str

    @property
    def scope(self) -> Scope:
        return self.asked.scope

    def say(self, key: str, **details: object) -> str:
        return labels.say(key, self.language, **details)


@router.get("/angka/laporan", name="figure_reports")
def index(request: Request, db: Read, who: Counter, now: Now) -> Response:
    """The reports of the figure named in the address; 404 for one that is not in the catalogue."""
    question = _question(request, now)
    rows, scope = question.figure.rows, question.scope
    after = _place(request.query_params.get("sesudah", ""))
    found = counted.page(db, rows, scope, after=after, limit=_PAGE + 1)
    shown, path = found[:_PAGE], str(request.url.path)
    word = question.figure.name
    worked = WorkedTime(calendars.shifting(db))
    numbers = _counted(db, question)
    return pages.page(
        request,
        "numbers/reports.html",
        figure=question.figure,
        asked=question.asked,
        rows=[(each.ticket, each.at, _took(each, question, worked)) for each in shown],
        total=said(numbers.total, Unit.REPORTS, question.language),
        whole=numbers.whole,
        value=numbers.value,
        filters=_filters(question),
        home=_home(question.figure),
        is_later_page=after is not None,
        first=question.asked.address(path, angka=word),
        further=question.asked.address(path, angka=word, sesudah=_written(shown[-1].place))
        if len(found) > _PAGE
        else "",
        files=[
            (kind, question.asked.address(f"{path}.{kind}", angka=word)) for kind in ("xlsx", "csv")
        ],
    )


@router.get("/angka/laporan.csv", name="figure_csv")
def as_csv(request: Request, site: TheSite, who: Counter, now: Now) -> Response:
    """All of them, for Excel as it is set in Indonesia: UTF-8 with its mark, semicolons."""
    question = _question(request, now)
    about = _begin(site.database, question, who.staff, now)
    return csv_file(_name(question), about, _rows(site.database, question))


@router.get("/angka/laporan.xlsx", name="figure_xlsx")
def as_xlsx(request: Request, site: TheSite, who: Counter, now: Now) -> Response:
    """All of them as a workbook, made on disk and then sent."""
    question = _question(request, now)
    about = _begin(site.database, question, who.staff, now)
    return xlsx_file(_name(question), about, _rows(site.database, question))


def _home(figure: Figure) -> str:
    """The page it stands on."""
    if figure in LEDGER:
        return "number_ledger"
    return "demand" if figure in DEMAND else "numbers"


@dataclass(frozen=True, slots=True)
class _Counted:
    """How many reports the list has, of how many they are a share, and the figure in words."""

    total: int
    whole: int
    value: str


def _counted(session: Session, question: Question) -> _Counted:
    """Each number is asked once."""
    figure, scope = question.figure, question.scope
    counting = counting_of(session, scope)
    total, whole = counting.total(figure.rows), sum(map(counting.total, figure.whole))
    value: Value = total
    if figure.is_time:
        value = board.value_of(session, figure, scope)
    elif figure.unit is Unit.SHARE:
        value = share(total, whole)
    return _Counted(total, whole, said_of(Tile(figure, value, None), total, question.language))


def _question(request: Request, now: datetime) -> Question:
    figure = FIGURES.get(request.query_params.get("angka", ""))
    if figure is None or figure.unit is Unit.INCIDENTS:
        raise NotFound
    return Question(figure, asked(request.query_params, now=now), pages.language_of(request))


def _begin(database: Database, question: Question, who: Staff, now: datetime) -> sheet.Sheet:
    """What stands at the head of a file; that it was taken is written down first."""
    with database.write() as session:
        numbers = _counted(session, question)
        period = question.asked.period
        subject = f"angka {question.figure.name} {period.first} {period.last}"
        deed = Deed(TrailAction.EXPORTED, subject=subject, detail={"rows": numbers.total})
        trail.record(session, deed, by=who, now=now)
    say, name = question.say, question.figure.name
    taken = Taken(
        figure=say(f"figure.{name}"),
        value=numbers.value,
        how=say(f"figure.{name}.how"),
        period=period,
        rows=numbers.total,
        filters="; ".join(f"{k}: {v}" for k, v in _filters(question)),
    )
    return sheet.Sheet(
        about=head(taken, say, now=now),
        title=tuple(say(f"figures.col_{each}") for each in _COLUMNS),
    )


_COLUMNS = (
    "number", "subject", "state", "holder", "category", "channel", "jenjang", "npsn", "school",
    "regency", "province", "received", "answered", "settled", "promised", "minutes", "working",
)  # fmt: skip


def _rows(database: Database, question: Question) -> Iterator[sheet.Row]:
    """Every report of the figure; a slow line holds no transaction open between the pages."""
    after: Place | None = None
    with database.read() as session:
        worked = WorkedTime(calendars.shifting(session))
    while True:
        with database.read() as session:
            found = counted.page(
                session, question.figure.rows, question.scope, after=after, limit=_AT_ONCE
            )
        for each in found:
            yield _row(each, question, worked)
        if len(found) < _AT_ONCE:
            return
        after = found[-1].place


def _row(each: Listed, question: Question, worked: WorkedTime) -> sheet.Row:
    ticket, language = each.ticket, question.language
    # Open reports have been under way until now.
    end = each.at if question.figure.is_time else ticket.settled_at or question.scope.now
    return (
        ticket.number,
        masks.in_text(ticket.subject),
        labels.label(ticket.state, language),
        labels.label(ticket.waiting_on, language),
        labels.label(ticket.category, language) if ticket.category else "",
        labels.label(ticket.channel, language),
        labels.label(ticket.jenjang, language) if ticket.jenjang else "",
        ticket.npsn,
        ticket.school_name,
        ticket.regency,
        ticket.province,
        *map(
            sheet.instant,
            (ticket.created_at, ticket.first_answered_at, ticket.settled_at, ticket.promised_at),
        ),
        round(max(end - ticket.created_at, timedelta()) / timedelta(minutes=1)),
        round(worked.between(ticket.created_at, end) / timedelta(minutes=1)),
    )


def _took(each: Listed, question: Question, worked: WorkedTime) -> str:
    """How long it took by the figure's clock; "" where the figure is no time."""
    if question.figure.unit is Unit.WORKING_TIME:
        return spoken(worked.between(each.ticket.created_at, each.at), question.language)
    if question.figure.unit is Unit.TIME:
        took = max(each.at - each.ticket.created_at, timedelta())
        return spoken(took, question.language)
    return ""


def _filters(question: Question) -> list[tuple[str, str]]:
    """What narrows it, as it stands in the address."""
    typed: Mapping[str, str] = question.asked.typed
    return [
        (question.say(f"figures.filter_{name}"), typed[name])
        for name in (*FILTERS, *NARROWER)
        if typed[name]
    ]


def _name(question: Question) -> str:
    period = question.asked.period
    return f"loket-{question.figure.name}-{period.first}-{period.last}"


def _written(place: Place) -> str:
    """As text of an address; microseconds, so that nothing is lost."""
    return f"{(place.at - _EPOCH) // timedelta(microseconds=1)}.{place.id}"


def _place(text: str) -> Place | None:
    at, _, key = text.partition(".")
    if not all(part.isdecimal() and len(part) <= 18 for part in (at, key)):
        return None
    try:
        return Place(_EPOCH + timedelta(microseconds=int(at)), int(key))
    except OverflowError:
        return None
