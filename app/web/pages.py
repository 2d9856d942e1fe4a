"""The Jinja environment; a whole page or a fragment of one."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from app.kit import tanggal
from app.web import destinations, labels
from app.web.site import site_of

_ROOT = Path(__file__).parents[2]
STATIC = _ROOT / "static"


def page(request: Request, name: str, *, status: int = 200, **context: object) -> HTMLResponse:
    """A whole page in the reader's language."""
    return _answer(request, name, status, context)


def fragment(request: Request, name: str, *, status: int = 200, **context: object) -> HTMLResponse:
    """A part of a page, for htmx."""
    answer = _answer(request, name, status, context)
    answer.headers["Vary"] = "HX-Request"
    return answer


def wants_fragment(request: Request) -> bool:
    """Whether htmx asks for a part; going back and boosted links want the whole page."""
    headers = request.headers
    return (
        headers.get("HX-Request") == "true"
        and headers.get("HX-Boosted") != "true"
        and headers.get("HX-History-Restore-Request") != "true"
    )


def language_of(request: Request) -> str:
    """`en` where asked for by address, by the colleague's setting or by cookie; else `id`."""
    who = getattr(request.state, "signed_in", None)
    chosen = request.query_params.get("bahasa") or request.cookies.get("loket_bahasa")
    if chosen in {"id", "en"}:
        return chosen
    return str(who.staff.language.value) if who is not None else "id"


def _answer(request: Request, name: str, status: int, context: dict[str, object]) -> HTMLResponse:
    who = getattr(request.state, "signed_in", None)
    text = _pages.get_template(name).render(
        request=request,
        site=site_of(request),
        who=who.staff if who is not None else None,
        csrf=who.csrf if who is not None else "",
        mentioned=getattr(request.state, "mentioned", 0),
        is_trail_broken=getattr(request.state, "is_trail_broken", False),
        clocks_ahead=getattr(request.state, "clocks_ahead", {}),
        bahasa=language_of(request),
        now=site_of(request).clock(),
        **context,
    )
    # Pages hold personal data: no cache but the reader's own eyes.
    return HTMLResponse(text, status_code=status, headers={"Cache-Control": "no-store"})


@pass_context
def _url_for(context: Context, name: str, /, **path: Any) -> str:
    request: Request = context["request"]
    return str(request.app.url_path_for(name, **path))


@lru_cache
def asset(name: str) -> str:
    """The address of a static file with a part of its hash, so that it may be kept for good."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"


@pass_context
def _say(context: Context, key: str, /, **details: object) -> str:
    """The sentence of that key in the page's language, its gaps filled."""
    return labels.say(key, str(context["bahasa"]), **details)


@pass_context
def _label(context: Context, word: object, /) -> str:
    """The label of a vocabulary word in the page's language."""
    return labels.label(word, str(context["bahasa"]))


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"url_for": _url_for, "asset": asset, "say": _say, "label": _label}
    environment.globals |= {"bar_ways": destinations.bar, "all_ways": destinations.everywhere}
    environment.filters |= {
        "hari": tanggal.long_day,
        "saat": tanggal.long_instant,
        "waktu": tanggal.short_instant,
    }
    return environment


_pages = _environment()
