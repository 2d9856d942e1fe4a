"""A colleague's own page: name, language, password, and where they are signed in."""

import hashlib
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from app.access import limits, people, signin, trail
from app.access.signin import WrongSignIn
from app.access.trail import Deed
from app.kit.errors import Refusal
from app.store import staff
from app.store.session import Session
from app.web import managing, pages
from app.web.deps import COOKIE, Genuine
from app.web.managing import Managing, Refused
from app.web.site import site_of
from app.web.typed import tidy
from models.vocabulary import Language, TrailAction

router = APIRouter()

_LONGEST = 1000
Me = Annotated[Managing, managing.VIEWER]


class WrongPassword(Refusal):
    """422: the password so far is not theirs."""

    status = 422
    key = "profile.wrong_password"


@router.get("/profil", name="profile")
def show(at: Me) -> Response:
    return _shown(at)


@router.post("/profil", name="profile_change", dependencies=[Genuine])
def change(
    at: Me,
    name: Annotated[str, Form(alias="nama", max_length=2000)],
    language: Annotated[Language, Form(alias="bahasa")],
) -> Response:
    """Name and language are one's own; the role is not."""

    def act(session: Session) -> None:
        me = staff.found(session, at.who.id)
        of = people.Who(tidy(name, 120), me.role, language)
        people.change(session, me, of, by=at.who, reason="", now=at.now)

    return _do(at, act)


@router.post("/profil/sandi", name="profile_password", dependencies=[Genuine])
def password(
    at: Me,
    former: Annotated[str, Form(alias="kata_sandi_lama", max_length=_LONGEST)] = "",
    chosen: Annotated[str, Form(alias="kata_sandi", max_length=_LONGEST)] = "",
    again: Annotated[str, Form(alias="ulangi", max_length=_LONGEST)] = "",
) -> Response:
    """Every other session ends."""
    try:
        _must_be_theirs(at, former)
        made = people.hashed_password(chosen, again)
    except Refusal as refusal:
        return _shown(at, refused=at.refused(refusal))

    def act(session: Session) -> None:
        me = staff.found(session, at.who.id)
        me.password_hash = made
        session.add(me)
        staff.end_sign_ins_of(session, me.id, but=_this(at.request))
        trail.record(session, Deed(TrailAction.PASSWORD_CHANGED), by=me, now=at.now)

    return _do(at, act)


@router.post("/profil/sesi", name="profile_sessions", dependencies=[Genuine])
def end_others(at: Me) -> Response:
    """Everywhere but here."""

    def act(session: Session) -> None:
        staff.end_sign_ins_of(session, at.who.id, but=_this(at.request))
        trail.record(session, Deed(TrailAction.SESSIONS_ENDED), by=at.who, now=at.now)

    return _do(at, act)


def _must_be_theirs(at: Managing, password: str) -> None:
    """Raises WrongPassword, TooManyTries."""
    site, name = site_of(at.request), at.who.username
    with site.database.read() as session:
        limits.check(session, limits.SIGN_IN_PER_NAME, "sandi", name, now=at.now)
    try:
        signin.prove(at.who, password)
    except WrongSignIn as error:
        with site.database.write() as session:
            limits.count(session, "sandi", name, now=at.now)
        raise WrongPassword from error


def _this(request: Request) -> str:
    """The token hash of the session the page was asked in."""
    return hashlib.sha256(request.cookies.get(COOKIE, "").encode()).hexdigest()


def _do(at: Managing, act: managing.Act) -> Response:
    back = at.request.app.url_path_for("profile")
    return at.do(act, back=back, show=lambda refused: _shown(at, refused=refused))


def _shown(at: Managing, *, refused: Refused | None = None) -> Response:
    with site_of(at.request).database.read() as session:
        me = staff.found(session, at.who.id)
        sessions = staff.sign_ins_of(session, at.who.id, at.now)
    return pages.page(
        at.request,
        "profile/show.html",
        status=(refused or Refused()).status,
        me=me,
        sessions=sessions,
        this=_this(at.request),
        languages=tuple(Language),
        complaint=(refused or Refused()).sentence,
        is_saved=managing.is_saved(at.request),
    )
