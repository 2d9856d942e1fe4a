"""The queue: what waits, for whom, oldest and most urgent first."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.permissions import Permission, may
from app.store import queue, staff
from app.web import category_list, labels, masks, pages
from app.web.deps import Read, Viewer
from app.web.queue_address import MINE, NOBODYS, REFINING, VIEWS, Asked, asked, written
from models.vocabulary import Channel, TicketState, WhoActs

router = APIRouter()

_PAGE = 40


@router.get("/antrean", name="queue")
def index(request: Request, db: Read, who: Viewer) -> Response:
    """The list as its address asks for; the list alone for htmx."""
    question = asked(request.query_params, my_id=who.staff.id)
    rows = queue.listed(db, question.filter, limit=_PAGE + 1)
    by_state = queue.counts(db)
    path = str(request.app.url_path_for("queue"))
    sees_all = may(who.staff.role, Permission.UNMASK)
    context: dict[str, Any] = {
        "rows": rows[:_PAGE],
        "names": staff.names(db),
        "views": _views(question, path, by_state),
        "typed": question.typed,
        "is_narrowed": any(question.typed[name] for name in question.typed if name != "tampilan"),
        "everything": question.address(path, **_blank(question)),
        "everywhere": question.address(path, tampilan=VIEWS[-1].key),
        "next_page": _next(question, path, rows),
        "is_later_page": question.filter.after is not None,
        "first_page": question.address(path),
        "mail": str if sees_all else masks.mail,
        "text": str if sees_all else masks.in_text,
    }
    if pages.wants_fragment(request):
        answer = pages.fragment(request, "queue/_list.html", **context)
        # Without the empty fields that a form sends along.
        answer.headers["HX-Push-Url"] = question.address(path)
        return answer
    language = pages.language_of(request)
    return pages.page(
        request,
        "queue/show.html",
        categories=[
            (word.value, labels.label(word, language)) for word in category_list.in_use(db)
        ],
        channels=_options(Channel, language),
        holders=_options(WhoActs, language),
        whose=[(each, labels.say(f"queue.whose_{each}", language)) for each in (MINE, NOBODYS)],
        is_refined=any(question.typed[name] for name in REFINING),
        **context,
    )


def _views(
    question: Asked, path: str, by_state: Mapping[TicketState, int]
) -> list[tuple[str, str, int, bool]]:
    """Each view's key, address, number of tickets, and whether it is open."""
    return [
        (
            view.key,
            question.address(path, tampilan=view.key),
            sum(by_state.get(state, 0) for state in view.states or tuple(TicketState)),
            view is question.view,
        )
        for view in VIEWS
    ]


def _next(question: Asked, path: str, rows: Sequence[queue.Row]) -> str | None:
    """The address of the next page; None on the last."""
    if len(rows) <= _PAGE:
        return None
    return question.address(path, sesudah=written(rows[_PAGE - 1].cursor))


def _options(vocabulary: type[StrEnum], language: str) -> list[tuple[str, str]]:
    """Each word with its label."""
    return [(word.value, labels.label(word, language)) for word in vocabulary]


def _blank(question: Asked) -> dict[str, str]:
    return {name: "" for name in question.typed if name != "tampilan"}
