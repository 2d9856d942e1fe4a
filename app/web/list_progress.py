"""What became of each line of a list, for whoever holds the report's key; also as CSV."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.intake import keys
from app.intake.listed import Listed
from app.kit import tanggal
from app.kit.errors import NotFound
from app.kit.hidden import mail as masked
from app.kit.kept import load
from app.report.export import safe
from app.resolution.policy.guards import NO_AUTHORITY
from app.store import lines, tickets
from app.store.lines import Count, Row, Wanted
from app.store.session import Session
from app.web import labels, masks, pages
from app.web.deps import Now
from app.web.holding import NoSuchReport, opens
from app.web.site import site_of
from models.vocabulary import PlanState, Remedy

router = APIRouter()

_PAGE = 50
_EVERYONE = 100_000
Key = Annotated[str, Query(alias="kunci", max_length=200)]
PageNumber = Annotated[int, Query(alias="hal", ge=1, le=1000)]


@dataclass(frozen=True, slots=True)
class LineNews:
    """One line as its sender may see it; `promised_at` is None where nothing is promised."""

    number: int
    name: str
    identifier: str
    news: str
    promised_at: datetime | None


@router.get("/laporan/{number}/daftar", name="list_progress")
def show(request: Request, number: int, now: Now, key: Key = "", page: PageNumber = 1) -> Response:
    """A page of the lines and the counts of all; NotFound for a wrong key and a missing list."""
    language = pages.language_of(request)
    with site_of(request).database.read() as session:
        ticket_id, total = _opened(request, session, number, key, now=now)
        last = -(-total // _PAGE)
        page = min(page, last)
        rows = _news(session, ticket_id, language, offset=(page - 1) * _PAGE, limit=_PAGE)
        counts = lines.counts(session, ticket_id)
    right = keys.key_for(number, site_of(request).secret)
    address = request.app.url_path_for("list_progress", number=number)
    return pages.page(
        request,
        "daftar/progress.html",
        number=number,
        total=total,
        counts=tallied(counts, language),
        rows=rows,
        page=page,
        pages=last,
        to_page=[
            f"{address}?{urlencode({'kunci': right, 'hal': n})}" for n in (page - 1, page + 1)
        ],
        query=urlencode({"kunci": right}),
    )


@router.get("/laporan/{number}/daftar.csv", name="list_results")
def results(request: Request, number: int, now: Now, key: Key = "") -> Response:
    """Every line; no cell is a formula to a spreadsheet."""
    with site_of(request).database.read() as session:
        ticket_id, _ = _opened(request, session, number, key, now=now)
        rows = _news(session, ticket_id, pages.language_of(request), offset=0, limit=_EVERYONE)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(("no", "nama", "tanda pengenal", "keadaan", "dijanjikan"))
    for each in rows:
        promised = tanggal.short_instant(each.promised_at) if each.promised_at else ""
        cells = (each.number, each.name, each.identifier, each.news, promised)
        writer.writerow([safe(cell) for cell in cells])
    headers = {
        "Content-Disposition": f'attachment; filename="daftar-{number}.csv"',
        "Cache-Control": "no-store",
    }
    content = f"\ufeff{text.getvalue()}"
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


def tallied(counts: Sequence[Count], language: str) -> list[tuple[int, str]]:
    """How many lines have which news, the most frequent first."""
    found: dict[str, int] = {}
    for each in counts:
        words = news(each.remedy, each.rule, each.state, language)
        found[words] = found.get(words, 0) + each.number
    return sorted(((n, words) for words, n in found.items()), key=lambda pair: -pair[0])


def news(remedy: Remedy | None, rule: str | None, state: PlanState | None, language: str) -> str:
    """In plain words. Until a person has decided nothing of the records is said."""
    if state is not PlanState.DONE or remedy is None:
        return labels.say(f"progress.{state.value if state else 'unjudged'}", language)
    if rule == NO_AUTHORITY:
        return labels.say("progress.no_authority", language)
    return labels.say(f"outcome.{remedy}", language)


def _opened(
    request: Request, session: Session, number: int, key: str, *, now: datetime
) -> tuple[int, int]:
    """The id of the ticket and how many people it lists."""
    if not key or not opens(request, number, key, now=now):
        raise NoSuchReport
    ticket_id = tickets.by_number(session, number).id
    total = lines.total(session, ticket_id)
    if not total:
        raise NotFound
    return ticket_id, total


def _news(
    session: Session, ticket_id: int, language: str, *, offset: int, limit: int
) -> list[LineNews]:
    found = lines.page(session, ticket_id, Wanted(), offset=offset, limit=limit)
    return [_line(each, language) for each in found]


def _line(row: Row, language: str) -> LineNews:
    person, plan = load(Listed, row.line.claim), row.plan
    is_done = plan is not None and plan.state is PlanState.DONE
    return LineNews(
        number=row.line.number,
        name=person.name or "",
        identifier=_identifier(person),
        news=news(plan.remedy, plan.rule, plan.state, language)
        if plan
        else news(None, None, None, language),
        promised_at=plan.promised_at if plan and is_done else None,
    )


def _identifier(person: Listed) -> str:
    """Enough to recognise what one typed oneself."""
    number = person.nisn or person.nuptk or person.nik or person.nip
    if number:
        return masks.number(number)
    return masked(person.emails[0]) if person.emails else ""
