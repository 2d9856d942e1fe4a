"""Saved views of the queue: kept, renamed, shared, put in order, removed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from app.access import trail
from app.access.permissions import Permission, may
from app.access.trail import Deed
from app.kit.errors import NotFound, Refusal
from app.store import views
from app.store.session import Session
from app.web import labels, pages
from app.web.deps import Genuine, NotAllowed, Now, Read, Viewer, Write
from app.web.queue_address import asked, asked_by
from app.web.queue_views import Counts, links
from app.web.typed import Id, tidy
from models import SavedView, Staff
from models.vocabulary import TrailAction

router = APIRouter()

_LONGEST_NAME, _LONGEST_QUESTION = 80, 1000
_MOST = 60  # of one colleague
Name = Annotated[str, Form(alias="nama", max_length=20_000)]
Shared = Annotated[str, Form(alias="bersama", max_length=10)]


class Nameless(Refusal):
    """422: a view needs a name."""

    status = 422
    key = "views.nameless"


class TooMany(Refusal):
    """409: as many as one colleague may keep."""

    key = "views.too_many"


@dataclass(frozen=True, slots=True)
class _Acting:
    """Who does something to views, in which transaction, and when."""

    request: Request
    db: Session
    who: Staff
    now: datetime

    def back(self) -> Response:
        target = self.request.app.url_path_for("queue_views")
        return RedirectResponse(target, status_code=303)

    def refused(self, refusal: Refusal) -> Response:
        sentence = labels.say(refusal.key, pages.language_of(self.request))
        return _page(self, complaint=sentence, status=refusal.status)

    def theirs(self, view_id: int) -> SavedView:
        """Raises NotFound for another's own, NotAllowed for what they may only see."""
        view = views.by_id(self.db, view_id)
        if view.owner_id != self.who.id and not view.is_shared:
            raise NotFound
        if not may_change(view, self.who):
            raise NotAllowed
        return view

    def record(
        self, view: SavedView, *, was_shared: bool = False, is_removed: bool = False
    ) -> None:
        """What concerns the team is answered for; one's own views are one's own.

        Not its question: that may hold words somebody searched for.
        """
        if view.is_shared or was_shared:
            said = {"view": view.id, "shared": int(view.is_shared), "removed": int(is_removed)}
            deed = Deed(TrailAction.VIEW_SHARED, subject=view.name, detail=said)
            trail.record(self.db, deed, by=self.who, now=self.now)


def _acting(request: Request, db: Write, who: Viewer, now: Now) -> _Acting:
    return _Acting(request, db, who.staff, now)


At = Annotated[_Acting, Depends(_acting)]


@router.get("/antrean/tampilan", name="queue_views")
def index(request: Request, db: Read, who: Viewer, now: Now) -> Response:
    """All views with their counts; for htmx as they stand beside the list."""
    return _page(_Acting(request, db, who.staff, now))


@router.post("/antrean/tampilan", name="view_saving", dependencies=[Genuine])
def save(
    at: At,
    name: Name = "",
    question: Annotated[str, Form(alias="pertanyaan", max_length=20_000)] = "",
    shared: Shared = "",
) -> Response:
    """The question of an address under a name; then that list."""
    wanted = asked_by(question, my_id=at.who.id, now=at.now).question()[:_LONGEST_QUESTION]
    named = tidy(name, _LONGEST_NAME)
    mine = [each for each in views.visible(at.db, at.who.id) if each.owner_id == at.who.id]
    if not named:
        return at.refused(Nameless())
    if len(mine) >= _MOST:
        return at.refused(TooMany())
    # Sent twice, it is kept once.
    if all((each.name, each.question) != (named, wanted) for each in mine):
        kept = SavedView(owner_id=at.who.id, name=named, question=wanted, created_at=at.now)
        kept.is_shared = bool(shared)
        views.add(at.db, kept)
        at.record(kept)
    path = at.request.app.url_path_for("queue")
    return RedirectResponse(f"{path}?{wanted}", status_code=303)


@router.post("/antrean/tampilan/{view_id}/perubahan", name="view_change", dependencies=[Genuine])
def change(at: At, view_id: Id, name: Name = "", shared: Shared = "") -> Response:
    """Another name; the team's, or one's own."""
    view, named = at.theirs(view_id), tidy(name, _LONGEST_NAME)
    if not named:
        return at.refused(Nameless())
    was_shared = view.is_shared
    view.name, view.is_shared = named, bool(shared)
    views.keep(at.db, view)
    at.record(view, was_shared=was_shared)
    return at.back()


@router.post("/antrean/tampilan/{view_id}/urutan", name="view_order", dependencies=[Genuine])
def order(
    at: At, view_id: Id, way: Annotated[str, Form(alias="arah", max_length=10)] = "naik"
) -> Response:
    """One place up (`naik`) or down (`turun`) in the list that the colleague sees."""
    among = views.visible(at.db, at.who.id)
    views.move(at.db, at.theirs(view_id), by=1 if way == "turun" else -1, among=among)
    return at.back()


@router.post("/antrean/tampilan/{view_id}/penghapusan", name="view_removal", dependencies=[Genuine])
def remove(at: At, view_id: Id) -> Response:
    view = at.theirs(view_id)
    views.remove(at.db, view)
    at.record(view, is_removed=True)
    return at.back()


def may_change(view: SavedView, who: Staff) -> bool:
    """The owner; of the team's also a supervisor."""
    return view.owner_id == who.id or (view.is_shared and may(who.role, Permission.GOVERN))


def _page(at: _Acting, *, complaint: str = "", status: int = 200) -> Response:
    request, db = at.request, at.db
    question = asked(request.query_params, my_id=at.who.id, now=at.now).question()
    counts = _counts(request)
    shown = links(
        db,
        question,
        who=at.who,
        path=str(request.app.url_path_for("queue")),
        counted=lambda each: counts.of(db, each, my_id=at.who.id, now=at.now),
    )
    if pages.wants_fragment(request):
        return pages.fragment(request, "queue/_views.html", views=shown, question="")
    return pages.page(
        request,
        "queue/views.html",
        status=status,
        views=shown,
        question="",
        changeable={
            each.saved.id for each in shown if each.saved and may_change(each.saved, at.who)
        },
        complaint=complaint,
    )


def _counts(request: Request) -> Counts:
    """Those of this process."""
    state = request.app.state
    if not hasattr(state, "queue_counts"):
        state.queue_counts = Counts()
    found: Counts = state.queue_counts
    return found
