"""Refusals and failures become a page, a fragment or a problem document."""

from urllib.parse import urlencode

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from app.kit.errors import Refusal
from app.web import labels, pages
from app.web.deps import NotSignedIn
from app.web.guard import SECURITY

log = structlog.get_logger(__name__)

_PLACES = 20  # named in one answer at most


def install(app: FastAPI) -> None:
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(Exception, _unexpected)


def _refused(request: Request, error: Exception) -> Response:
    refusal = error if isinstance(error, Refusal) else Refusal()
    if isinstance(refusal, NotSignedIn) and not _is_machine(request):
        return _to_sign_in(request)
    return _answer(request, refusal.status, refusal.key, **refusal.details)


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    keys = {404: "not_found", 405: "not_found", 413: "too_large"}
    answer = _answer(request, status, keys.get(status, "malformed"))
    # What belongs to the status: the methods a 405 does allow.
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


def _malformed(request: Request, error: Exception) -> Response:
    if _is_machine(request) and isinstance(error, RequestValidationError):
        places = [".".join(str(part) for part in each["loc"]) for each in error.errors()]
        return _problem(422, "malformed", "id", detail=", ".join(places[:_PLACES]))
    return _answer(request, 422, "malformed")


def _unexpected(request: Request, error: Exception) -> Response:
    log.error("unexpected", path=request.url.path, exc_info=error)
    answer = _answer(request, 500, "unexpected")
    # Made outside the guard, which adds them to all others.
    answer.headers.update(SECURITY)
    return answer


def _to_sign_in(request: Request) -> Response:
    target = str(request.app.url_path_for("signin"))
    if pages.wants_fragment(request):
        return Response(status_code=401, headers={"HX-Redirect": target})
    back = request.url.path
    if request.url.query:
        back += f"?{request.url.query}"
    return RedirectResponse(
        f"{target}?{urlencode({'lanjut': back})}" if request.method == "GET" else target,
        status_code=303,
    )


def _answer(request: Request, status: int, key: str, **details: str) -> Response:
    language = pages.language_of(request)
    if _is_machine(request):
        return _problem(status, key, language, **details)
    sentence = labels.say(key, language, **details)
    if pages.wants_fragment(request):
        answer: Response = pages.fragment(
            request, "errors/_problem.html", status=status, sentence=sentence
        )
        answer.headers["HX-Retarget"] = "#problem"
        answer.headers["HX-Reswap"] = "outerHTML"
        return answer
    return pages.page(request, "errors/problem.html", status=status, sentence=sentence, code=status)


def _problem(status: int, key: str, language: str, **details: str) -> Response:
    """RFC 9457."""
    content = {
        "type": f"about:blank#{key}",
        "title": labels.say(key, language, **details),
        "status": status,
        **details,
    }
    return JSONResponse(content, status, media_type="application/problem+json")


def _is_machine(request: Request) -> bool:
    return request.url.path.startswith("/api/")
