"""How well messages are read, what was learned, and what a supervisor may do about it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from app.kit.errors import NotFound, Refusal
from app.learning import categories, course, keep
from app.reading.shelf import Shelf
from app.store import staff, trainings
from app.store.session import Session
from app.web import labels as sentences
from app.web import pages
from app.web.deps import Genuine, Now, Teacher, TheSite
from app.web.past_weeks import past_weeks
from app.web.reader import Reader
from app.web.scores_view import gathered, week
from app.web.site import Site, site_of
from app.web.typed import Id, tidy
from models import Staff

router = APIRouter()

_NAME, _DEFINITION, _EXAMPLES = 60, 500, 60_000
Name = Annotated[str, Form(alias="nama", max_length=_NAME)]
Definition = Annotated[str, Form(alias="definisi", max_length=_DEFINITION)]
Examples = Annotated[str, Form(alias="contoh", max_length=_EXAMPLES)]


@dataclass(frozen=True, slots=True)
class Teaching:
    """A supervisor doing something on this page."""

    request: Request
    who: Staff
    now: datetime

    @property
    def site(self) -> Site:
        return site_of(self.request)

    def do(
        self, act: Callable[[Session], object], *, typed: dict[str, str] | None = None
    ) -> Response:
        """303 back, or the page's body for htmx; a refusal says why and keeps what was typed."""
        try:
            with self.site.database.write() as session:
                act(session)
        except NotFound:
            raise
        except Refusal as refusal:
            return self._refused(refusal, typed or {})
        if pages.wants_fragment(self.request):
            return _shown(self.request, self.who, self.now)
        return RedirectResponse(self.request.app.url_path_for("scores"), status_code=303)

    def _refused(self, refusal: Refusal, typed: dict[str, str]) -> Response:
        sentence = sentences.say(refusal.key, pages.language_of(self.request), **refusal.details)
        return _shown(
            self.request, self.who, self.now, typed=typed, complaint=(sentence, refusal.status)
        )


def _teaching(request: Request, who: Teacher, now: Now) -> Teaching:
    return Teaching(request, who.staff, now)


By = Annotated[Teaching, Depends(_teaching)]


@router.get("/pembacaan", name="scores")
def index(request: Request, who: Teacher, now: Now) -> Response:
    """The page; its body alone for htmx."""
    return _shown(request, who.staff, now)


@router.get("/pembacaan/kemajuan", name="training_progress")
def progress(request: Request, site: TheSite, who: Teacher, now: Now) -> Response:
    """204 while a training runs; then the whole body, for htmx."""
    with site.database.read() as session:
        if trainings.is_running(session, now):
            return Response(status_code=204)
    answer = _shown(request, who.staff, now)
    answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = "#scores", "outerHTML"
    return answer


@router.post("/pembacaan/pelatihan", name="training", dependencies=[Genuine])
def train(by: By) -> Response:
    """A training is owed; it says so on the page when it is done."""
    return by.do(lambda session: course.ask(session, by=by.who.username, now=by.now))


@router.post("/pembacaan/pemulihan", name="rollback", dependencies=[Genuine])
def roll_back(
    by: By, known: Annotated[str, Form(alias="pengklasifikasi", max_length=80)] = ""
) -> Response:
    """Back to the champion before; `known` is the one the page showed, so that twice is once."""

    def act(session: Session) -> None:
        shelf = _shelf(by.site)
        champion = shelf.champion() if shelf else None
        if shelf is None or champion is None:
            raise course.NoWayBack
        if champion.name == known:
            course.roll_back(session, shelf, by=by.who.username, now=by.now)

    return by.do(act)


@router.post("/pembacaan/kata/{event_id}/penarikan", name="withdrawal", dependencies=[Genuine])
def withdraw(by: By, event_id: Id) -> Response:
    return by.do(lambda session: keep.withdraw(session, event_id, by=by.who, now=by.now))


@router.post("/pembacaan/kata/{event_id}/penegasan", name="vouching", dependencies=[Genuine])
def vouch(by: By, event_id: Id) -> Response:
    return by.do(lambda session: keep.vouch(session, event_id, by=by.who, now=by.now))


@router.post("/pembacaan/kategori", name="added_category", dependencies=[Genuine])
def add(by: By, name: Name = "", definition: Definition = "", examples: Examples = "") -> Response:
    """A new category with its examples; examples alone for one that is there."""

    def act(session: Session) -> None:
        keep.add_category(
            session,
            categories.code_of(tidy(name, _NAME)),
            tidy(definition, _DEFINITION),
            categories.examples_of(tidy(examples, _EXAMPLES)),
            by=by.who,
            now=by.now,
        )

    return by.do(act, typed={"nama": name, "definisi": definition, "contoh": examples})


@router.post("/pembacaan/kategori/{code}/penghentian", name="category_end", dependencies=[Genuine])
def switch_off(by: By, code: str) -> Response:
    """No longer offered, and no longer learned; what people said stays."""

    def act(session: Session) -> None:
        keep.switch_off(session, code)

    return by.do(act)


def _shown(
    request: Request,
    who: Staff,
    now: datetime,
    *,
    typed: dict[str, str] | None = None,
    complaint: tuple[str, int] = ("", 200),
) -> Response:
    site = site_of(request)
    weeks = past_weeks(request, "reading_weeks", week)
    with site.database.read() as session:
        reader = Reader(pages.language_of(request), sees_all=True, names=staff.names(session))
        view = gathered(session, _shelf(site), weeks, reader=reader, who=who.id, now=now)
    is_part = pages.wants_fragment(request)
    return (pages.fragment if is_part else pages.page)(
        request,
        "scores/_scores.html" if is_part else "scores/show.html",
        status=complaint[1],
        view=view,
        typed=typed or {},
        complaint=complaint[0],
    )


def _shelf(site: Site) -> Shelf | None:
    return Shelf(site.classifier) if site.classifier else None
