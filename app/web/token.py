"""Tokens of machines: listed, made and shown once, revoked."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from app.access import tokens
from app.kit.errors import Refusal
from app.store import staff
from app.store import tokens as rows
from app.store.session import Session
from app.web import managing, pages
from app.web.deps import Genuine
from app.web.managing import Managing, Refused
from app.web.site import site_of
from app.web.typed import Id, tidy
from models.vocabulary import TokenScope

router = APIRouter()

At = Annotated[Managing, managing.ADMINISTRATOR]
_BLANK: dict[str, object] = {"nama": "", "cakupan": [], "sampai": ""}


@router.get("/token", name="tokens")
def index(at: At) -> Response:
    return _shown(at)


@router.post("/token", name="token_made", dependencies=[Genuine])
def make(
    at: At,
    name: Annotated[str, Form(alias="nama", max_length=2000)] = "",
    scopes: Annotated[list[TokenScope], Form(alias="cakupan", max_length=9)] = [],  # noqa: B006 FastAPI copies it
    last_day: Annotated[str, Form(alias="sampai", max_length=20)] = "",
) -> Response:
    """The token is shown this once."""
    typed: dict[str, object] = {"nama": name, "cakupan": scopes, "sampai": last_day}
    try:
        with site_of(at.request).database.write() as session:
            made = tokens.make(session, tidy(name, 80), scopes, last_day, by=at.who, now=at.now)
    except Refusal as refusal:
        return _shown(at, refused=at.refused(refusal), typed=typed)
    return _shown(at, made=made)


@router.post("/token/{token_id}/pencabutan", name="token_revoked", dependencies=[Genuine])
def revoke(at: At, token_id: Id) -> Response:
    def act(session: Session) -> None:
        tokens.revoke(session, rows.by_id(session, token_id), by=at.who, now=at.now)

    back = at.request.app.url_path_for("tokens")
    return at.do(act, back=back, show=lambda refused: _shown(at, refused=refused))


def _shown(
    at: Managing,
    *,
    refused: Refused | None = None,
    typed: dict[str, object] | None = None,
    made: str = "",
) -> Response:
    site = site_of(at.request)
    with site.database.read() as session:
        listed, names = rows.everyone(session), staff.names(session)
    return pages.page(
        at.request,
        "token/index.html",
        status=(refused or Refused()).status,
        tokens=listed,
        names=names,
        last_days={each.id: tokens.last_day(each) for each in listed},
        from_settings=len(site.api_tokens),
        scopes=tuple(TokenScope),
        limit=tokens.PER_TOKEN.tries,
        typed=typed or _BLANK,
        made=made,
        complaint=(refused or Refused()).sentence,
        is_saved=managing.is_saved(at.request),
    )
