"""A stand-in for the Dapodik WebService, with its oddities, and for a national search.

The WebService part speaks as the desktop application does: JSON called text/html, transport
status 200 for errors, a status line inside the body, paging that pages nothing. The search part
(`/pencarian/…`) stands in for the ministry's national service, of which nothing is published;
its form is ours.
"""

import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from app.lookup.world import World
from app.standin.dapodik_rows import METHODS, Method
from app.standin.fields import Profile, Row
from app.standin.search import people_rows, school_rows

AS_OF_HEADER = "X-Data-Per"
_DENIED = "Access denied - You are not authorized to access this page. #1"


def dapodik_app(world: World, *, token: str, profile: Profile = Profile.OF_2026) -> Starlette:
    """The application on its own; `token` is what callers must bear."""
    return Starlette(routes=dapodik_routes(world, token=token, profile=profile))


def dapodik_routes(
    world: World, *, token: str, profile: Profile = Profile.OF_2026
) -> list[BaseRoute]:
    """`/WebService/…` in the release of `profile`, `/2021/…` and `/2026/WebService/…` in theirs."""
    service = _WebService(world, token, profile)
    search = _Search(world, token)
    return [
        Route("/WebService/{method}", service.answer),
        Route("/{profile:str}/WebService/{method}", service.answer),
        Route("/pencarian/orang", search.people),
        Route("/pencarian/sekolah", search.schools),
    ]


@dataclass(frozen=True, slots=True)
class _WebService:
    world: World
    token: str
    profile: Profile

    def answer(self, request: Request) -> Response:
        """One call, refused in the order the real service refuses."""
        if not _bears(request, self.token):
            return _text(_DENIED, self.world)
        method = METHODS.get(request.path_params["method"])
        asked = request.path_params.get("profile", self.profile.value)
        if method is None or asked not in set(Profile):
            return _refusal(HTTPStatus.NOT_FOUND, "Halaman tidak ditemukan", self.world)
        npsn = request.query_params.get("npsn", "")
        if not npsn:
            return _refusal(HTTPStatus.FORBIDDEN, "Parameter NPSN harap diisi", self.world)
        school = next((row for row in self.world.sekolah if row["npsn"] == npsn), None)
        if school is None:
            return _refusal(HTTPStatus.FORBIDDEN, "Sekolah tidak ditemukan", self.world)
        rows = [
            method.fields.fit(row, Profile(asked))
            for row in method.rows(self.world, school)
            if _of_semester(row, request.query_params.get("semester_id"))
        ]
        return self._listed(method, rows)

    def _listed(self, method: Method, rows: Sequence[Row]) -> Response:
        envelope = {
            "results": len(rows),
            "id": method.key,
            "start": 0,
            "limit": 20,
            "rows": rows[0] if method.one else rows,
        }
        return _text(json.dumps(envelope, ensure_ascii=False), self.world)


@dataclass(frozen=True, slots=True)
class _Search:
    world: World
    token: str

    def people(self, request: Request) -> Response:
        """Rows of everyone with the identifier `kunci`, with any row at the school `npsn`, or with
        a name like `nama` and born on the day `lahir`."""
        if not _bears(request, self.token):
            return JSONResponse({"pesan": "Tidak berhak"}, HTTPStatus.UNAUTHORIZED)
        found = people_rows(
            self.world,
            key=request.query_params.get("kunci", ""),
            npsn=request.query_params.get("npsn", ""),
            name=request.query_params.get("nama", ""),
            born=request.query_params.get("lahir", ""),
        )
        return self._json(found)

    def schools(self, request: Request) -> Response:
        """Rows of schools named like `nama`, best first, or of the school `npsn`."""
        if not _bears(request, self.token):
            return JSONResponse({"pesan": "Tidak berhak"}, HTTPStatus.UNAUTHORIZED)
        found = school_rows(
            self.world,
            name=request.query_params.get("nama", ""),
            npsn=request.query_params.get("npsn", ""),
        )
        return self._json({"sekolah": found})

    def _json(self, content: Mapping[str, Sequence[Row]]) -> Response:
        return JSONResponse(content, headers={AS_OF_HEADER: self.world.extracted_at.isoformat()})


def _of_semester(row: Row, semester: str | None) -> bool:
    """Only classes and enrolments belong to a semester."""
    return not semester or row.get("semester_id", semester) == semester


def _bears(request: Request, token: str) -> bool:
    given = request.headers.get("authorization", "")
    return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())


def _refusal(status: HTTPStatus, message: str, world: World) -> Response:
    """The real service writes a whole second answer, headers and all, into the body of a 200."""
    content = json.dumps({"success": False, "http_code": status.value, "message": message})
    inner = f"HTTP/1.0 {status.value} {status.phrase}\r\nContent-Type: application/json\r\n\r\n"
    return _text(inner + content, world)


def _text(body: str, world: World) -> Response:
    return Response(
        body,
        media_type="text/html; charset=UTF-8",
        headers={AS_OF_HEADER: world.extracted_at.isoformat()},
    )
