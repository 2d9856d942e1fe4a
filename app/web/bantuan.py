"""The first page and the report form."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.web import pages

router = APIRouter()

_A_YEAR = 365 * 24 * 3600


@router.get("/", name="home")
def home(request: Request) -> Response:
    return pages.page(request, "public/home.html")


@router.get("/bahasa/{choice}", name="language")
def language(
    choice: Literal["id", "en"], kembali: Annotated[str, Query(max_length=2000)] = "/"
) -> Response:
    """Remember the reader's language; back to a page of our own."""
    is_ours = kembali.startswith("/") and not kembali.startswith(("//", "/\\"))
    answer = RedirectResponse(kembali if is_ours else "/", status_code=303)
    answer.set_cookie("loket_bahasa", choice, max_age=_A_YEAR, httponly=True, samesite="lax")
    return answer


@router.get("/bantuan", name="bantuan")
def bantuan(request: Request) -> Response:
    return pages.page(request, "public/home.html")
