"""A stand-in for the parts of Zendesk that Loket and its clients read and write."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from app.lookup.world import World
from app.standin.desk import Changed, Desk, custom_statuses, moment, ticket_fields
from app.standin.pages import Item, WrongPage, page, positive, read_cursor, write_cursor
from app.standin.zendesk_door import Access, Door, Page, Strain, sent_object

EXPORT_LAG = timedelta(minutes=1)  # the last minute is never in an export
ARTICLE_PAGE = 30


def zendesk_app(
    world: World,
    *,
    access: Access,
    strain: Strain | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Starlette:
    """The application on its own."""
    return Starlette(routes=zendesk_routes(world, access=access, strain=strain, clock=clock))


def zendesk_routes(
    world: World,
    *,
    access: Access,
    strain: Strain | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> list[BaseRoute]:
    """`/oauth/tokens` and `/api/v2/…`; each reading page with and without `.json`."""
    desk = Desk(world, clock)
    strain = strain or Strain()
    service = _Service(desk, strain, clock)
    door = Door(access, strain)
    pages: list[tuple[str, str, Page]] = [
        ("GET", "/incremental/tickets/cursor", service.export),
        ("GET", "/tickets/{id:int}/comments", service.comments),
        ("GET", "/tickets/{id:int}", service.ticket),
        ("PUT", "/tickets/{id:int}", service.update),
        ("GET", "/tickets", service.tickets),
        ("POST", "/tickets", service.create),
        ("GET", "/users/{id:int}", service.user),
        ("GET", "/users", service.users),
        ("GET", "/ticket_fields", service.ticket_fields),
        ("GET", "/custom_statuses", service.custom_statuses),
        ("GET", "/help_center/articles/{id:int}/comments", service.article_comments),
        ("GET", "/help_center/{locale}/articles/{id:int}/comments", service.article_comments),
        ("POST", "/help_center/{locale}/articles/{id:int}/comments", service.add_article_comment),
        (
            "GET",
            "/help_center/{locale}/articles/{id:int}/comments/{comment:int}",
            service.article_comment,
        ),
    ]
    routes: list[BaseRoute] = [
        Route(f"/api/v2{path}{ending}", door.guard(page), methods=[method])
        for method, path, page in pages
        for ending in (".json", "")
    ]
    return [Route("/oauth/tokens", door.issue, methods=["POST"]), *routes]


@dataclass(frozen=True, slots=True)
class _Service:
    desk: Desk
    strain: Strain
    clock: Callable[[], datetime]

    async def tickets(self, request: Request) -> Response:
        return _listed(request, "tickets", self.desk.tickets())

    async def ticket(self, request: Request) -> Response:
        return JSONResponse({"ticket": self.desk.ticket(request.path_params["id"])})

    async def comments(self, request: Request) -> Response:
        return _listed(request, "comments", self.desk.comments(request.path_params["id"]))

    async def users(self, request: Request) -> Response:
        return _listed(request, "users", self.desk.users())

    async def user(self, request: Request) -> Response:
        return JSONResponse({"user": self.desk.user(request.path_params["id"])})

    async def ticket_fields(self, request: Request) -> Response:
        return _listed(request, "ticket_fields", ticket_fields(self.desk.tickets()))

    async def custom_statuses(self, request: Request) -> Response:
        return _listed(request, "custom_statuses", custom_statuses())

    async def article_comments(self, request: Request) -> Response:
        comments = self.desk.article_comments(request.path_params["id"])
        if request.query_params.get("sort_order") == "desc":
            comments = comments[::-1]
        return _listed(request, "comments", comments, usual=ARTICLE_PAGE)

    async def article_comment(self, request: Request) -> Response:
        article, number = request.path_params["id"], request.path_params["comment"]
        return JSONResponse({"comment": self.desk.article_comment(article, number)})

    async def add_article_comment(self, request: Request) -> Response:
        """422 without words or language, as the real one asks for both."""
        comment = (await sent_object(request)).get("comment")
        if not isinstance(comment, dict) or not (comment.get("body") and comment.get("locale")):
            error = {"error": "RecordInvalid", "description": "Record validation errors"}
            return JSONResponse(error, 422)
        made = self.desk.comment_on(request.path_params["id"], comment)
        return JSONResponse({"comment": made}, 201)

    async def create(self, request: Request) -> Response:
        return _changed(self.desk.create(await _sent_ticket(request)), 201)

    async def update(self, request: Request) -> Response:
        number = request.path_params["id"]
        return _changed(self.desk.update(number, await _sent_ticket(request)), 200)

    async def export(self, request: Request) -> Response:
        """Changes from `start_time` (seconds) or after `cursor`, the last minute left out."""
        query = request.query_params
        after = self._after(query)
        until = int((self.clock() - EXPORT_LAG).timestamp())
        left = [
            each
            for each in self.desk.changes()
            if moment(each) > after and each["generated_timestamp"] <= until
        ]
        if query.get("exclude_deleted") == "true":
            left = [each for each in left if each.get("status") != "deleted"]
        asked = positive(query.get("per_page", str(self.strain.export_page)))
        size = min(asked, self.strain.export_page)
        shown = left[:size]
        cursor = write_cursor(*(moment(shown[-1]) if shown else after))
        address = f"{request.url.scheme}://{request.url.netloc}{request.url.path}"
        return JSONResponse(
            {
                "tickets": shown,
                "after_cursor": cursor,
                "after_url": f"{address}?cursor={cursor}",
                "before_cursor": None,
                "before_url": None,
                "end_of_stream": len(left) <= size,
            }
        )

    def _after(self, query: Mapping[str, str]) -> tuple[int, int]:
        if "cursor" in query:
            second, number = (*read_cursor(query["cursor"]), 0)[:2]
            return second, number
        start = query.get("start_time", "")
        if not start.isdecimal():
            raise WrongPage("start_time or cursor is required")
        return int(start), -1


def _listed(request: Request, key: str, items: Sequence[Item], *, usual: int = 100) -> Response:
    address = f"{request.url.scheme}://{request.url.netloc}{request.url.path}"
    return JSONResponse(
        page(items, key=key, address=address, query=dict(request.query_params), usual=usual)
    )


def _changed(changed: Changed, status: int) -> Response:
    return JSONResponse({"ticket": changed.ticket, "audit": changed.audit}, status)


async def _sent_ticket(request: Request) -> dict[str, Any]:
    ticket = (await sent_object(request)).get("ticket")
    return ticket if isinstance(ticket, dict) else {}
