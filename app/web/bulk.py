"""One act on many tickets: chosen, previewed, begun, watched, taken back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from app.aside import DayMissing, NoSuchReport
from app.bulk import job
from app.bulk.foresee import Foreseen, foresee, must_make_sense
from app.bulk.wanted import AT_MOST, NothingChosen, TooMany, Unsaid
from app.kit.errors import NotFound, Refusal
from app.store import bulk, staff
from app.store.session import Session
from app.web import bulk_form, category_list, labels, pages
from app.web.bulk_form import Form
from app.web.deps import Decider, Genuine, Now, TheSite
from app.web.site import site_of
from app.web.typed import Id
from models import BulkJob, Staff, Ticket
from models.vocabulary import BulkAction, ItemOutcome

router = APIRouter()

_JOBS = 20
_ASKED_FOR = (Unsaid, DayMissing, NoSuchReport)
_NEEDED = {
    BulkAction.ASSIGN: ("rekan",),
    BulkAction.CATEGORY: ("kategori",),
    BulkAction.SNOOZE: ("sampai", "tanggal"),
    BulkAction.DUPLICATE: ("laporan",),
    BulkAction.ANSWER: ("teks",),
}


async def _sent(request: Request) -> Form:
    return bulk_form.read(await request.form())


Rows = Sequence[tuple[Ticket, Foreseen]]
Sent = Annotated[Form, Depends(_sent)]


@router.get("/borongan", name="bulk")
def index(request: Request, who: Decider, now: Now) -> Response:
    """What is to be done to which; with `tindakan` its preview. Nothing is changed by it."""
    return _preview(request, bulk_form.read(request.query_params), who.staff, now)


@router.post("/borongan", name="bulk_start", dependencies=[Genuine])
def create(request: Request, form: Sent, site: TheSite, who: Decider, now: Now) -> Response:
    """303 to the job; the preview where it was not yet seen, or where something is missing."""
    if not form.token:
        return _preview(request, form, who.staff, now)
    try:
        with site.database.write() as session:
            begun = job.begin(
                session,
                form.wanted(),
                form.seen,
                token=form.token,
                by=who.staff,
                now=now,
                span=site.undo_for,
            )
    except NotFound:
        raise
    except Refusal as refusal:
        return _preview(request, form, who.staff, now, refusal)
    return _to_job(request, begun.id)


@router.get("/borongan/{job_id}", name="bulk_job")
def show(request: Request, job_id: Id, who: Decider, now: Now) -> Response:
    """Each ticket of it; for htmx the job alone, which asks again while something goes on."""
    return _job(request, job_id, who.staff, now)


@router.post("/borongan/{job_id}/pembatalan", name="bulk_undo", dependencies=[Genuine])
def undo(request: Request, job_id: Id, site: TheSite, who: Decider, now: Now) -> Response:
    try:
        with site.database.write() as session:
            job.ask_back(session, job_id, by=who.staff, now=now)
    except NotFound:
        raise
    except Refusal as refusal:
        return _job(request, job_id, who.staff, now, refusal)
    return _to_job(request, job_id)


def _to_job(request: Request, job_id: int) -> Response:
    target = request.app.url_path_for("bulk_job", job_id=job_id)
    return RedirectResponse(target, status_code=303)


def _preview(
    request: Request, form: Form, who: Staff, now: datetime, refusal: Refusal | None = None
) -> Response:
    language = pages.language_of(request)
    with site_of(request).database.read() as session:
        rows: Rows = ()
        missing: Sequence[int] = ()
        try:
            if form.action is not None and refusal is None:
                rows, missing = _foreseen(session, form, who, now)
        except Refusal as found:
            # Whoever comes from the queue has not been asked for it yet.
            refusal = None if isinstance(found, _ASKED_FOR) and _comes(request, form) else found
        jobs = bulk.of_colleague(session, who.id, limit=_JOBS)
        counts = bulk.counts(session, [each.id for each in jobs])
        colleagues = [each for each in staff.everyone(session) if each.is_active]
        categories = category_list.in_use(session)
    return pages.page(
        request,
        "bulk/show.html",
        status=refusal.status if refusal else 200,
        complaint=labels.say(refusal.key, language, **refusal.details) if refusal else "",
        form=form,
        rows=rows,
        missing=missing,
        tally=_tally([each.outcome for _, each in rows]),
        token=bulk_form.new_token(),
        colleagues=colleagues,
        categories=categories,
        actions=tuple(BulkAction),
        needed=_NEEDED.get(form.action, ()) if form.action else None,
        jobs=[(each, sum(counts[each.id].values())) for each in jobs],
    )


def _comes(request: Request, form: Form) -> bool:
    """Whether an action was chosen elsewhere, and nothing yet of what it needs."""
    return request.method == "GET" and not any(each in request.query_params for each in form.typed)


def _foreseen(
    session: Session, form: Form, who: Staff, now: datetime
) -> tuple[Rows, Sequence[int]]:
    """What would happen to each, and the numbers nobody knows."""
    wanted = form.wanted()
    must_make_sense(wanted, now=now)
    if not form.numbers:
        raise NothingChosen
    if len(form.numbers) > AT_MOST:
        raise TooMany
    found = bulk.chosen(session, form.numbers)
    rows = [(each, foresee(session, each, wanted, by=who, now=now)) for each in found]
    known = {each.number for each in found}
    return rows, [each for each in form.numbers if each not in known]


def _tally(outcomes: list[ItemOutcome]) -> Mapping[str, int]:
    return {each.value: outcomes.count(each) for each in ItemOutcome}


def _job(
    request: Request, job_id: int, who: Staff, now: datetime, refusal: Refusal | None = None
) -> Response:
    language = pages.language_of(request)
    with site_of(request).database.read() as session:
        found = bulk.by_id(session, job_id)
        items = bulk.items(session, job_id)
        until = bulk.undoable_until(session, job_id)
        by = staff.names(session).get(found.staff_id, "–")
    tally = _tally([each.outcome for each in items])
    can_undo = found.staff_id == who.id and found.undo_asked_at is None
    left = ceil((until - now).total_seconds()) if until and can_undo else 0
    is_part = pages.wants_fragment(request)
    return (pages.fragment if is_part else pages.page)(
        request,
        "bulk/_job.html" if is_part else "bulk/job.html",
        status=refusal.status if refusal else 200,
        complaint=labels.say(refusal.key, language, **refusal.details) if refusal else "",
        job=found,
        items=items,
        by=by,
        tally=tally,
        seconds_left=max(0, left),
        goes_on=_goes_on(found),
    )


def _goes_on(found: BulkJob) -> bool:
    """Whether something of it will change by itself within seconds."""
    if found.undo_asked_at is not None:
        return found.undo_ended_at is None
    return found.ended_at is None
