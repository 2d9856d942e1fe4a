"""The queue: what waits, for whom, in the order and as narrow as its address asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.search import find, terms
from app.store import queue, queue_order, search, staff, tickets
from app.store.queue_order import Cursor, Order
from app.store.session import Session
from app.web import category_list, pages, queue_rows
from app.web.deps import Now, Read, Viewer
from app.web.queue_address import (
    MINE,
    NOBODYS,
    REFINING,
    VIEWS,
    Asked,
    asked,
    instant_of,
    microseconds,
    written,
)
from app.web.queue_chips import chips
from app.web.queue_views import links
from app.web.reader import Reader, reader_of
from models.vocabulary import BulkAction, Channel, Jenjang, WhoActs

router = APIRouter()

_PAGE = 40
_NEW_AT_MOST = 100
COUNTED = 1000  # beyond that "more than" is said


@router.get("/antrean", name="queue")
def index(request: Request, db: Read, who: Viewer, now: Now) -> Response:
    """Views, list and the place for a ticket; for htmx the list, or what comes after its end."""
    question = asked(request.query_params, my_id=who.staff.id, now=now)
    path = str(request.app.url_path_for("queue"))
    reader = reader_of(request, db, who.staff)
    rows, next_page = _page(db, question, path)
    context: dict[str, Any] = {
        "rows": queue_rows.shown(db, rows, reader=reader, now=now),
        "next_page": next_page,
        "many_states": len(question.view.states) != 1,
        "part": written(question.filter.after) if question.filter.after else "0",
    }
    if pages.wants_fragment(request) and request.headers.get("HX-Target") == "queue-more":
        return pages.fragment(request, "queue/_rows.html", **context)
    context |= _around(request, db, question, path, reader)
    if pages.wants_fragment(request):
        answer = pages.fragment(request, "queue/_list.html", **context)
        # Without the empty fields that a form sends along.
        answer.headers["HX-Push-Url"] = question.address(path)
        return answer
    views = links(db, question.question(), who=who.staff, path=path, counted=None)
    return pages.page(
        request,
        "queue/show.html",
        views=views,
        question=question.question(),
        is_refined=any(question.typed[name] for name in REFINING),
        **_choices(db, reader),
        **context,
    )


@router.get("/antrean/baru", name="queue_arrivals")
def arrivals(request: Request, db: Read, who: Viewer, now: Now) -> Response:
    """How many came since the list was shown (`sejak`, microseconds), in words.

    304 while that is what the browser knows; 204 while there are none.
    """
    question = asked(request.query_params, my_id=who.staff.id, now=now)
    since = instant_of(request.query_params.get("sejak", ""))
    wanted = queue.arrived_after(question.filter, since) if since else None
    number = queue.count(db, wanted, at_most=_NEW_AT_MOST) if wanted else 0
    tag = f'"{number}"'
    if request.headers.get("If-None-Match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    if not number:
        return Response(status_code=204, headers={"ETag": tag})
    address = question.address(str(request.app.url_path_for("queue")))
    answer = pages.fragment(request, "queue/_arrivals.html", number=number, address=address)
    answer.headers["ETag"] = tag
    return answer


def _around(
    request: Request, db: Session, question: Asked, path: str, reader: Reader
) -> dict[str, Any]:
    """What stands around the rows of the list."""
    narrowed = question.narrowing
    newest = queue.newest(db, question.filter.states)
    since = str(microseconds(newest) if newest else 0)
    arrivals_path = str(request.app.url_path_for("queue_arrivals"))
    is_fixed = question.filter.after is not None or bool(question.typed["cari"])
    return {
        "typed": question.typed,
        "asked_for": question.question(),
        "chips": chips(question, path, reader),
        "is_narrowed": bool(narrowed),
        "everything": question.address(path, **dict.fromkeys(narrowed, "")),
        "everywhere": question.address(path, tampilan=VIEWS[-1].key, urut=""),
        "search": _search(db, question, path) if question.typed["cari"] else None,
        "orders": [
            (each.value, question.address(path, urut=each.value), each is question.filter.order)
            for each in ([] if question.typed["cari"] else Order)
        ],
        "is_later_page": question.filter.after is not None,
        "first_page": question.address(path),
        "arrivals": "" if is_fixed else question.address(arrivals_path, sejak=since),
        "actions": tuple(BulkAction),
    }


def _choices(db: Session, reader: Reader) -> dict[str, Any]:
    """What the filters offer."""
    names = [
        (str(key), name) for key, name in sorted(staff.names(db).items(), key=lambda one: one[1])
    ]
    whose = [(each, reader.say(f"queue.whose_{each}")) for each in (MINE, NOBODYS)]
    return {
        "categories": [(word.value, reader.label(word)) for word in category_list.in_use(db)],
        "channels": [(word.value, reader.label(word)) for word in Channel],
        "holders": [(word.value, reader.label(word)) for word in WhoActs],
        "levels": [(word.value, reader.label(word)) for word in Jenjang],
        "whose": whose + [(key, name) for name, key in names],
    }


def _page(db: Session, question: Asked, path: str) -> tuple[Sequence[queue.Row], str | None]:
    """The rows, and the address of the page after them; None on the last."""
    if question.typed["cari"] and not question.filter.words:
        return (), None
    if question.filter.words:
        found = queue.searched(db, question.filter, limit=_PAGE)
        rows = found.rows
        last = Cursor.of_id(found.after) if found.after else None
    else:
        wanted = question.filter
        rows = queue.listed(db, wanted, limit=_PAGE + 1)
        is_more = len(rows) > _PAGE
        last = (
            queue_order.cursor(rows[_PAGE - 1], wanted.order, wanted.late_at) if is_more else None
        )
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
