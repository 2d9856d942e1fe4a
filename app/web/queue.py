"""The queue: what waits, for whom, oldest and most urgent first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.permissions import Permission, may
from app.search import find, terms
from app.store import queue, search, staff, tickets
from app.store.session import Session
from app.web import category_list, labels, masks, pages
from app.web.deps import Read, Viewer
from app.web.queue_address import MINE, NOBODYS, REFINING, VIEWS, Asked, asked, written
from models.vocabulary import Channel, TicketState, WhoActs

router = APIRouter()

_PAGE = 40
COUNTED = 1000  # beyond that "more than" is said


@router.get("/antrean", name="queue")
def index(request: Request, db: Read, who: Viewer) -> Response:
    """The list as its address asks for; the list alone for htmx."""
    question = asked(request.query_params, my_id=who.staff.id)
    path = str(request.app.url_path_for("queue"))
    rows, next_page = _page(db, question, path)
    by_state = queue.counts(db)
    sees_all = may(who.staff.role, Permission.UNMASK)
    context: dict[str, Any] = {
        "rows": rows,
        "names": staff.names(db),
        "views": _views(question, path, by_state),
        "typed": question.typed,
        "is_narrowed": any(question.typed[name] for name in question.typed if name != "tampilan"),
        "everything": question.address(path, **_blank(question)),
        "everywhere": question.address(path, tampilan=VIEWS[-1].key),
        "next_page": next_page,
        "search": _search(db, question, path) if question.typed["cari"] else None,
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


def _page(db: Session, question: Asked, path: str) -> tuple[Sequence[queue.Row], str | None]:
    """The rows, and the address of the page after them; None on the last."""
    if question.typed["cari"] and not question.filter.words:
        return (), None
    if question.filter.words:
        found = queue.searched(db, question.filter, limit=_PAGE)
        rows = found.rows
        last = queue.Cursor.of_id(found.after) if found.after else None
    else:
        rows = queue.listed(db, question.filter, limit=_PAGE + 1)
        last = rows[_PAGE - 1].cursor if len(rows) > _PAGE else None
    return rows[:_PAGE], question.address(path, sesudah=written(last)) if last else None


@dataclass(frozen=True, slots=True)
class _Search:
    """What a search found in all reports, whatever the filters.

    `found` is at most COUNTED + 1. `direct` is the report whose number was typed; `meant` the
    words that were probably meant, with the address that looks for them.
    """

    found: int
    direct: int | None = None
    meant: str = ""
    address: str = ""


def _search(db: Session, question: Asked, path: str) -> _Search:
    asked_for = terms.question(question.typed["cari"])
    direct = tickets.with_number(db, asked_for.number) if asked_for.number else None
    number = direct.number if direct else None
    words = find.pairs(asked_for)
    found = search.count(db, words, at_most=COUNTED + 1) if words else 0
    better = find.meant(db, asked_for) if words and not found else None
    if better is None:
        return _Search(found, number)
    meant = " ".join(each.prefix for each in better.words)
    return _Search(found, number, meant, question.address(path, cari=meant))


def _options(vocabulary: type[StrEnum], language: str) -> list[tuple[str, str]]:
    """Each word with its label."""
    return [(word.value, labels.label(word, language)) for word in vocabulary]


def _blank(question: Asked) -> dict[str, str]:
    return {name: "" for name in question.typed if name != "tampilan"}
