"""Editions of the policy: drafting, trying on recorded cases, adopting, withdrawing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.kit.errors import NotFound, Refusal
from app.resolution import drafts, editions, trial
from app.resolution.drafts import Complaint
from app.resolution.editions import Text
from app.store import editions as kept
from app.store import staff
from app.store.session import Session
from app.web import editions_view, labels, pages
from app.web.deps import Genuine, Governor, Now, Viewer
from app.web.editions_view import Asking, Shown, Typed
from app.web.reader import Reader
from app.web.site import site_of
from app.web.typed import Id, tidy
from models import Edition, Staff

router = APIRouter()

_NAME, _NOTE, _FIELD = 80, 2000, 200


class BadDay(Refusal):
    """422: the day is no date."""

    status = 422
    key = "edition.bad_day"


async def _fields(request: Request) -> dict[str, str]:
    """Every field of the form as text; a name and a note may be longer than a number."""
    form = await request.form()
    longest = {"nama": _NAME, "catatan": _NOTE}
    return {
        name: tidy(value, longest.get(name, _FIELD))
        for name, value in form.items()
        if isinstance(value, str)
    }


Fields = Annotated[dict[str, str], Depends(_fields)]
Page = Annotated[int, Query(alias="halaman", ge=1, le=1_000_000)]


def _shown(
    page: Page = 1,
    before: Annotated[str, Query(alias="dari", max_length=80)] = "",
    after: Annotated[str, Query(alias="ke", max_length=80)] = "",
) -> Shown:
    return Shown(page, (before, after) if before and after else None)


@router.get("/aturan/rancangan/baru", name="edition_new")
def new(request: Request, who: Governor, now: Now) -> Response:
    """Begins with the numbers in force."""
    return _form_page(request, None, now)


@router.post("/aturan/rancangan", name="edition_draft", dependencies=[Genuine])
def draft(request: Request, who: Governor, now: Now, fields: Fields) -> Response:
    """303 to the new draft, or 422 with a complaint beside each wrong field."""
    text, complaints = _read(fields)
    if text is None:
        return _form_page(request, Typed(fields, complaints), now)
    with site_of(request).database.write() as session:
        made = editions.draft(session, text, by=who.staff, now=now)
    return _to(request, made.id)


@router.get("/aturan/rancangan/{edition_id}", name="edition")
def show(
    request: Request,
    edition_id: Id,
    who: Viewer,
    now: Now,
    shown: Annotated[Shown, Depends(_shown)],
) -> Response:
    """Its numbers beside those of today, and what it would have answered; the body for htmx."""
    return _show(_Asked(request, edition_id, who.staff, now), shown=shown)


@router.post("/aturan/rancangan/{edition_id}", name="edition_change", dependencies=[Genuine])
def change(request: Request, edition_id: Id, who: Governor, now: Now, fields: Fields) -> Response:
    """The drafter's new text."""
    asked = _Asked(request, edition_id, who.staff, now)
    text, complaints = _read(fields)
    if text is None:
        sentence = labels.say("draft.wrong", pages.language_of(request))
        return _show(asked, typed=Typed(fields, complaints), complaint=(sentence, 422))

    def act(session: Session, edition: Edition) -> None:
        editions.change(session, edition, text, by=who.staff, now=now)

    return _do(asked, act, typed=Typed(fields))


@router.post("/aturan/rancangan/{edition_id}/simulasi", name="simulation", dependencies=[Genuine])
def simulate(
    request: Request,
    edition_id: Id,
    who: Governor,
    now: Now,
    months: Annotated[int, Form(alias="bulan")] = 1,
) -> Response:
    """A what-if over the cases of the last 1, 3 or 12 months is owed."""

    def act(session: Session, edition: Edition) -> None:
        chosen = months if months in trial.MONTHS else trial.MONTHS[0]
        trial.ask(session, edition, months=chosen, by=who.staff, now=now)

    return _do(_Asked(request, edition_id, who.staff, now), act)


@router.get("/aturan/rancangan/{edition_id}/simulasi", name="simulation_progress")
def progress(request: Request, edition_id: Id, who: Viewer, now: Now) -> Response:
    """The body as it is now, for htmx; a browser without it is sent to the page."""
    if not pages.wants_fragment(request):
        return _to(request, edition_id)
    return _show(_Asked(request, edition_id, who.staff, now))


@router.post("/aturan/rancangan/{edition_id}/penetapan", name="adoption", dependencies=[Genuine])
def adopt(request: Request, edition_id: Id, who: Governor, now: Now, fields: Fields) -> Response:
    """Somebody else's draft is in force from the chosen day on."""

    def act(session: Session, edition: Edition) -> None:
        day = _day(fields.get("mulai", ""))
        seen = _instant(fields.get("dilihat", ""))
        editions.adopt(session, edition, day, seen=seen, by=who.staff, now=now)

    return _do(_Asked(request, edition_id, who.staff, now), act, day=fields.get("mulai", ""))


@router.post(
    "/aturan/rancangan/{edition_id}/penarikan",
    name="edition_withdrawal",
    dependencies=[Genuine],
)
def withdraw(request: Request, edition_id: Id, who: Governor, now: Now) -> Response:
    """A draft that nobody wants."""

    def act(session: Session, edition: Edition) -> None:
        editions.withdraw(session, edition, by=who.staff, now=now)

    return _do(_Asked(request, edition_id, who.staff, now), act)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Somebody at the page of one edition."""

    request: Request
    edition_id: int
    who: Staff
    now: datetime


def _do(
    asked: _Asked,
    act: Callable[[Session, Edition], object],
    *,
    typed: Typed | None = None,
    day: str = "",
) -> Response:
    """303 back, or the body for htmx. A refusal says why and keeps what was typed."""
    try:
        with site_of(asked.request).database.write() as session:
            act(session, kept.locked(session, asked.edition_id))
    except NotFound:
        raise
    except Refusal as refusal:
        language = pages.language_of(asked.request)
        sentence = labels.say(refusal.key, language, **refusal.details)
        return _show(asked, typed=typed, day=day, complaint=(sentence, refusal.status))
    if pages.wants_fragment(asked.request):
        return _show(asked)
    return _to(asked.request, asked.edition_id)


def _show(
    asked: _Asked,
    *,
    shown: Shown | None = None,
    typed: Typed | None = None,
    day: str = "",
    complaint: tuple[str, int] = ("", 200),
) -> Response:
    request = asked.request
    with site_of(request).database.read() as session:
        view = editions_view.gathered(
            session,
            kept.by_id(session, asked.edition_id),
            Asking(asked.who, _reader(request, session), asked.now),
            typed=typed,
            shown=shown or Shown(),
        )
    is_part = pages.wants_fragment(request)
    return (pages.fragment if is_part else pages.page)(
        request,
        "edition/_edition.html" if is_part else "edition/show.html",
        status=complaint[1],
        view=view,
        complaint=complaint[0],
        is_typed=typed is not None,
        day=day or view.today,
    )


def _form_page(request: Request, typed: Typed | None, now: datetime) -> Response:
    with site_of(request).database.read() as session:
        form = editions_view.new_form(session, typed, _reader(request, session), now=now)
    return pages.page(
        request, "edition/new.html", status=422 if typed else 200, form=form, is_typed=bool(typed)
    )


def _read(fields: dict[str, str]) -> tuple[Text | None, dict[str, Complaint]]:
    found = drafts.read(fields)
    complaints = dict(found.complaints)
    if not fields.get("nama"):
        complaints["nama"] = Complaint("draft.no_name")
    if complaints or found.terms is None:
        return None, complaints
    return Text(fields["nama"], fields.get("catatan", ""), found.terms), {}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDay from None


def _instant(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _reader(request: Request, session: Session) -> Reader:
    return Reader(pages.language_of(request), sees_all=False, names=staff.names(session))


def _to(request: Request, edition_id: int) -> Response:
    target = request.app.url_path_for("edition", edition_id=edition_id)
    return RedirectResponse(target, status_code=303)
