"""A colleague's own weekly letter: to which address, whether at all, and what it says this week."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from app.report import mailing, wishes
from app.store import letters
from app.web import managing, pages
from app.web.deps import Genuine
from app.web.managing import Managing, Refused
from app.web.site import site_of
from models.vocabulary import Language

router = APIRouter()

_LISTED = 8
Me = Annotated[Managing, managing.COUNTER]


@router.get("/surat-mingguan", name="weekly")
def show(at: Me) -> Response:
    """The wish, the letters so far, and this week's as it would be sent now."""
    return _shown(at)


@router.post("/surat-mingguan/alamat", name="weekly_ask", dependencies=[Genuine])
def ask(at: Me, address: Annotated[str, Form(alias="alamat", max_length=2000)] = "") -> Response:
    """A code is sent there."""
    return _do(at, lambda session: wishes.ask(session, at.who, address, now=at.now), typed=address)


@router.post("/surat-mingguan/kode", name="weekly_confirm", dependencies=[Genuine])
def confirm(at: Me, code: Annotated[str, Form(alias="kode", max_length=200)] = "") -> Response:
    """The code that came there; each try counts, also one that fails."""
    links = site_of(at.request).links
    answer = _do(at, lambda session: wishes.count_try(session, at.who, now=at.now))
    if answer.status_code != 303:
        return answer
    return _do(at, lambda session: wishes.confirm(session, at.who, code, links, now=at.now))


@router.post("/surat-mingguan/mulai", name="weekly_start", dependencies=[Genuine])
def start(at: Me) -> Response:
    return _do(at, lambda session: wishes.start(session, at.who, now=at.now))


@router.post("/surat-mingguan/henti", name="weekly_stop", dependencies=[Genuine])
def stop(at: Me) -> Response:
    return _do(at, lambda session: wishes.stop(session, at.who))


@router.post("/surat-mingguan/hapus", name="weekly_forget", dependencies=[Genuine])
def forget(at: Me) -> Response:
    """The address too."""
    return _do(at, lambda session: wishes.forget(session, at.who))


def _do(at: Managing, act: managing.Act, *, typed: str = "") -> Response:
    back = at.request.app.url_path_for("weekly")
    return at.do(act, back=back, show=lambda refused: _shown(at, refused=refused, typed=typed))


def _shown(at: Managing, *, refused: Refused | None = None, typed: str = "") -> Response:
    site = site_of(at.request)
    with site.database.read() as session:
        mail = letters.mail_of(session, at.who.id)
        sent = letters.weekly_of(session, at.who.id, limit=_LISTED)
        language = Language(pages.language_of(at.request))
        told = mailing.this_week(session, "", language, now=at.now)
    return pages.page(
        at.request,
        "weekly/show.html",
        status=(refused or Refused()).status,
        mail=mail,
        is_waiting=mail is not None and mail.confirmed_at is None,
        code=site.links.address_code(mail) if site.is_demo and mail else "",
        letters=sent,
        told=told,
        typed=typed,
        complaint=(refused or Refused()).sentence,
        is_saved=managing.is_saved(at.request),
    )
