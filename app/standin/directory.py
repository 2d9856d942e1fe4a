"""The stand-in account directory over HTTP: `POST /token` and `/admin/directory/v1/users…`."""

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.standin.directory_faults import Faults
from app.standin.directory_grants import GrantProblem, Grants
from app.standin.directory_journal import Journal
from app.standin.directory_listing import listing
from app.standin.directory_problem import Problem
from app.standin.directory_resource import Resource, shown
from app.standin.directory_store import Rules, Users, as_alias

BASE = "/admin/directory/v1"
_SCOPE = "https://www.googleapis.com/auth/admin.directory.user"
_WRITE = frozenset({_SCOPE})
_READ = _WRITE | {f"{_SCOPE}.readonly"}
_ALIAS = _WRITE | {f"{_SCOPE}.alias"}
_SECURITY = frozenset({f"{_SCOPE}.security"})


@dataclass(frozen=True, slots=True)
class _Call:
    key: str
    alias: str
    query: Mapping[str, str]
    body: Resource = field(default_factory=dict)

    @property
    def projection(self) -> str:
        return self.query.get("projection", "basic")


_Act = Callable[[Users, _Call], Resource | None]


def directory(
    accounts: Iterable[Mapping[str, Any]],
    *,
    public_key: str,
    journal: Path | None = None,
    rules: Rules | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Starlette:
    """The whole service, seeded from the rows of `accounts.jsonl`.

    `public_key` (PEM) is the service account's. With `journal`, a JSON-lines file, changes
    outlive a restart. `app.state` has `users`, `grants` and `faults` (trouble on demand).
    """
    kept = Journal(journal) if journal else None
    seeds = [*accounts, *(kept.users() if kept else ())]
    users = Users(seeds, now=now, rules=rules, kept=kept.keep if kept else lambda _: None)
    app = Starlette(routes=[Route("/token", _token, methods=["POST"]), *_routes()])
    app.state.users = users
    app.state.grants = Grants(public_key, now=now)
    app.state.faults = Faults()
    return app


async def _token(request: Request) -> Response:
    async with request.form() as form:
        try:
            return JSONResponse(request.app.state.grants.issue(dict(form)))
        except GrantProblem as error:
            refusal = {"error": "invalid_grant", "error_description": str(error)}
            return JSONResponse(refusal, status_code=400)


def _routes() -> list[Route]:
    return [
        Route(f"{BASE}{path}", _endpoint(act, scopes), methods=[method])
        for method, path, act, scopes in (
            ("GET", "/users", lambda users, call: listing(users, call.query), _READ),
            ("POST", "/users", _insert, _WRITE),
            ("GET", "/users/{key}", _get, _READ),
            ("PATCH", "/users/{key}", _patch, _WRITE),
            ("PUT", "/users/{key}", _patch, _WRITE),
            ("DELETE", "/users/{key}", lambda users, call: users.delete(call.key), _WRITE),
            ("POST", "/users/{key}/undelete", _undelete, _WRITE),
            ("GET", "/users/{key}/aliases", _aliases, _READ | _ALIAS),
            ("POST", "/users/{key}/aliases", _add_alias, _ALIAS),
            ("DELETE", "/users/{key}/aliases/{alias}", _remove_alias, _ALIAS),
            ("POST", "/users/{key}/makeAdmin", _make_admin, _WRITE),
            (
                "POST",
                "/users/{key}/signOut",
                lambda users, call: users.sign_out(call.key),
                _SECURITY,
            ),
        )
    ]


def _endpoint(act: _Act, scopes: frozenset[str]) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        try:
            _authorise(request, scopes)
            return await _answer(request, act)
        except Problem as problem:
            return JSONResponse(problem.body(), status_code=problem.status, headers=problem.headers)

    return endpoint


def _authorise(request: Request, scopes: frozenset[str]) -> None:
    held = request.app.state.grants.scopes(request.headers.get("authorization"))
    if held.isdisjoint(scopes):
        raise Problem(403, "forbidden", "Not Authorized to access this resource/api")


async def _answer(request: Request, act: _Act) -> Response:
    fault = request.app.state.faults.take(request.method, request.url.path)
    call, users = await _call(request), request.app.state.users
    if fault and fault.is_stale:
        return JSONResponse(shown(users.earlier(call.key), projection="full"))
    if fault and not (fault.done_first or fault.spoils):
        await asyncio.sleep(fault.silence)
        raise fault.problem()
    result = act(users, call)
    if fault and fault.spoils:
        users.spoil(str(result["id"]) if result else call.key, fault.spoils)
    elif fault:
        await asyncio.sleep(fault.silence)
        raise fault.problem()
    return Response(status_code=204) if result is None else JSONResponse(result)


async def _call(request: Request) -> _Call:
    raw = await request.body()
    try:
        body = json.loads(raw) if raw else {}
    except ValueError as error:
        raise Problem(400, "parseError", "Parse Error") from error
    if not isinstance(body, dict):
        raise Problem(400, "parseError", "Parse Error")
    params = request.path_params
    return _Call(params.get("key", ""), params.get("alias", ""), request.query_params, body)


def _insert(users: Users, call: _Call) -> Resource:
    return shown(users.insert(call.body), projection="full")


def _get(users: Users, call: _Call) -> Resource:
    return shown(users.get(call.key), projection=call.projection)


def _patch(users: Users, call: _Call) -> Resource:
    return shown(users.patch(call.key, call.body), projection="full")


def _undelete(users: Users, call: _Call) -> None:
    users.undelete(call.key, call.body)


def _aliases(users: Users, call: _Call) -> Resource:
    user = users.get(call.key)
    aliases = [as_alias(user, alias) for alias in user.get("aliases", ())]
    return {"kind": "admin#directory#aliases"} | ({"aliases": aliases} if aliases else {})


def _add_alias(users: Users, call: _Call) -> Resource:
    return users.add_alias(call.key, call.body)


def _remove_alias(users: Users, call: _Call) -> None:
    users.remove_alias(call.key, call.alias)


def _make_admin(users: Users, call: _Call) -> None:
    users.make_admin(call.key, call.body)
