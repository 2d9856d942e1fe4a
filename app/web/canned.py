"""Prepared answers: found by all, written by supervisors, every version kept."""

from collections.abc import Callable
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.kit.errors import NotFound, Refusal
from app.store import canned, staff
from app.store.session import Session
from app.teamwork import answers
from app.teamwork.answers import Text
from app.teamwork.canned import VARIABLES, fitting
from app.web import category_list, labels, pages
from app.web.deps import Genuine, Governor, Now, TheSite, Viewer
from app.web.site import site_of
from app.web.typed import Id, tidy
from models import CannedAnswer
from models.vocabulary import Category, Language

router = APIRouter()

_TITLE, _BODY = 120, 10_000
_NOTHING = Text("", "", None, Language.ID)


def _text(
    title: Annotated[str, Form(alias="judul", max_length=500)] = "",
    body: Annotated[str, Form(alias="isi", max_length=20_000)] = "",
    category: Annotated[Category | Literal[""], Form(alias="kategori")] = "",
    language: Annotated[Language, Form(alias="bahasa_jawaban")] = Language.ID,
) -> Text:
    return Text(tidy(title, _TITLE), tidy(body, _BODY), category or None, language)


Typed = Annotated[Text, Depends(_text)]


@router.get("/jawaban", name="canned")
def index(
    request: Request,
    site: TheSite,
    who: Viewer,
    sought: Annotated[str, Query(alias="cari", max_length=120)] = "",
) -> Response:
    """All of them, or those whose title holds the letters."""
    with site.database.read() as session:
        rows = canned.present(session)
    found = set(fitting([each.title for each in rows], sought)) if sought.strip() else None
    shown = [each for each in rows if found is None or each.title in found]
    return pages.page(request, "canned/index.html", answers=shown, sought=sought)


@router.get("/jawaban/baru", name="canned_new")
def new(request: Request, who: Governor) -> Response:
    return _form(request, None, _NOTHING)


@router.post("/jawaban", name="canned_added", dependencies=[Genuine])
def add(request: Request, who: Governor, now: Now, text: Typed) -> Response:
    """303 to it, or what is wrong with everything that was typed."""
    return _kept(request, None, text, lambda db: answers.add(db, text, by=who.staff, now=now))


@router.get("/jawaban/{series}", name="canned_answer")
def show(request: Request, series: Id, who: Viewer) -> Response:
    """The present version, and the earlier ones below it."""
    return _form(request, series, None)


@router.post("/jawaban/{series}", name="canned_revised", dependencies=[Genuine])
def revise(
    request: Request,
    series: Id,
    who: Governor,
    now: Now,
    text: Typed,
    shown: Annotated[int, Form(alias="versi", ge=1, lt=2**31)],
) -> Response:
    """A new version after the one that was shown."""

    def act(db: Session) -> CannedAnswer:
        return answers.revise(db, series, shown, text, by=who.staff, now=now)

    return _kept(request, series, text, act)


@router.post("/jawaban/{series}/penarikan", name="canned_retired", dependencies=[Genuine])
def retire(request: Request, series: Id, who: Governor, now: Now) -> Response:
    with site_of(request).database.write() as session:
        answers.retire(session, series, by=who.staff, now=now)
    return RedirectResponse(request.app.url_path_for("canned"), status_code=303)


def _kept(
    request: Request, series: int | None, text: Text, act: Callable[[Session], CannedAnswer]
) -> Response:
    try:
        with site_of(request).database.write() as session:
            kept = act(session)
    except NotFound:
        raise
    except Refusal as refusal:
        complaint = labels.say(refusal.key, pages.language_of(request), **refusal.details)
        return _form(request, series, text, complaint=complaint, status=refusal.status)
    target = request.app.url_path_for("canned_answer", series=kept.series)
    return RedirectResponse(target, status_code=303)


def _form(
    request: Request,
    series: int | None,
    text: Text | None,
    *,
    complaint: str = "",
    status: int = 200,
) -> Response:
    """`text` is what was typed; None shows the present version."""
    with site_of(request).database.read() as session:
        versions = canned.versions(session, series) if series is not None else ()
        names, categories = staff.names(session), category_list.in_use(session)
    last = versions[0] if versions else None
    if text is None:
        text = Text(last.title, last.body, last.category, last.language) if last else _NOTHING
    return pages.page(
        request,
        "canned/show.html",
        status=status,
        series=series,
        versions=versions,
        names=names,
        text=text,
        complaint=complaint,
        categories=categories,
        languages=tuple(Language),
        variables=VARIABLES,
    )
