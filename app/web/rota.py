"""This week's shifts, who works now, and how tickets are given out among them."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from app.access.permissions import Permission, may
from app.kit.clock import ZONES, wib_day
from app.staffing import distribute, roster
from app.store import assigned, staff, staffing
from app.store.session import Session
from app.web import category_list, managing, pages
from app.web.deps import Genuine
from app.web.managing import Managing, Refused
from app.web.rota_view import grid, person_week
from app.web.site import site_of
from app.web.typed import Id
from models.vocabulary import AssignMode, Category

router = APIRouter()

_DAYS = 7
_WEEK = timedelta(days=_DAYS)
Looking = Annotated[Managing, managing.VIEWER]
Arranging = Annotated[Managing, managing.ARRANGER]
Codes = Annotated[list[Category], Form(alias="kategori", max_length=60)]


@router.get("/giliran", name="rota")
def index(at: Looking) -> Response:
    """Everyone's week, who works now, and what Loket gave to whom, by name."""
    return _index(at)


@router.post("/giliran/cara", name="rota_rule", dependencies=[Genuine])
def rule(
    at: Arranging,
    mode: Annotated[AssignMode, Form(alias="cara")],
    cap: Annotated[str, Form(alias="batas", max_length=20)] = "",
) -> Response:
    """How tickets are given out from now on."""

    def act(session: Session) -> None:
        roster.set_rule(session, mode, cap, by=at.who, now=at.now)

    back = at.request.app.url_path_for("rota")
    return at.do(act, back=back, show=lambda refused: _index(at, refused=refused, cap=cap))


@router.get("/giliran/{staff_id}", name="rota_person")
def show(at: Arranging, staff_id: Id) -> Response:
    return _one(at, staff_id)


@router.post("/giliran/{staff_id}/jadwal", name="rota_week", dependencies=[Genuine])
async def week(request: Request, at: Arranging, staff_id: Id) -> Response:
    """The seven days, each with its hours or without."""
    sent = await request.form()
    typed = [
        (str(sent.get(f"mulai{n}", "")), str(sent.get(f"selesai{n}", ""))) for n in range(_DAYS)
    ]
    zone = str(sent.get("zona", ""))

    def act(session: Session) -> None:
        days = roster.week(typed, zone)
        colleague = staff.found(session, staff_id)
        roster.set_week(session, colleague, days, zone, by=at.who, now=at.now)

    return _do(at, staff_id, act, typed=typed)


@router.post("/giliran/{staff_id}/absen", name="rota_absence", dependencies=[Genuine])
def absence(
    at: Arranging,
    staff_id: Id,
    first: Annotated[str, Form(alias="dari", max_length=20)] = "",
    last: Annotated[str, Form(alias="sampai", max_length=20)] = "",
) -> Response:
    """Days on which they do not work."""

    def act(session: Session) -> None:
        colleague = staff.found(session, staff_id)
        roster.add_absence(session, colleague, first, last, by=at.who, now=at.now)

    return _do(at, staff_id, act)


@router.post("/giliran/{staff_id}/absen/{absence_id}", name="rota_present", dependencies=[Genuine])
def present(at: Arranging, staff_id: Id, absence_id: Id) -> Response:
    """That absence is taken back."""

    def act(session: Session) -> None:
        colleague = staff.found(session, staff_id)
        roster.remove_absence(session, colleague, absence_id, by=at.who, now=at.now)

    return _do(at, staff_id, act)


@router.post("/giliran/{staff_id}/kategori", name="rota_skills", dependencies=[Genuine])
def skills(at: Arranging, staff_id: Id, codes: Codes = []) -> Response:  # noqa: B006 FastAPI copies it
    """The categories they are given; none means all."""

    def act(session: Session) -> None:
        colleague = staff.found(session, staff_id)
        roster.set_skills(session, colleague, codes, by=at.who, now=at.now)

    return _do(at, staff_id, act)


def _do(
    at: Managing, staff_id: int, act: managing.Act, typed: list[tuple[str, str]] | None = None
) -> Response:
    back = at.request.app.url_path_for("rota_person", staff_id=staff_id)
    return at.do(
        act, back=back, show=lambda refused: _one(at, staff_id, refused=refused, typed=typed)
    )


def _index(at: Managing, *, refused: Refused | None = None, cap: str = "") -> Response:
    with site_of(at.request).database.read() as session:
        known = distribute.rota(session, today=wib_day(at.now))
        rule_now = staffing.rule(session)
        people = [each.id for each in known.people]
        loads = assigned.loads(session, people)
        given = staffing.given_since(session, people, at.now - _WEEK)
    return pages.page(
        at.request,
        "rota/index.html",
        status=(refused or Refused()).status,
        rows=grid(known, at.now, loads=loads, given=given),
        rule=rule_now,
        cap=cap or (rule_now.cap if rule_now else roster.USUAL_CAP),
        modes=tuple(AssignMode),
        may_arrange=may(at.who.role, Permission.ARRANGE),
        complaint=(refused or Refused()).sentence,
        is_saved=managing.is_saved(at.request),
    )


def _one(
    at: Managing,
    staff_id: int,
    *,
    refused: Refused | None = None,
    typed: list[tuple[str, str]] | None = None,
) -> Response:
    today = wib_day(at.now)
    with site_of(at.request).database.read() as session:
        colleague = staff.found(session, staff_id)
        shifts = [each for each in staffing.shifts(session) if each.staff_id == staff_id]
        away = [
            each for each in staffing.absences(session, since=today) if each.staff_id == staff_id
        ]
        chosen = distribute.skills_of(staffing.rule(session)).get(staff_id, frozenset())
        categories = category_list.in_use(session)
    return pages.page(
        at.request,
        "rota/person.html",
        status=(refused or Refused()).status,
        person=colleague,
        week=typed or person_week(shifts),
        zone=shifts[0].zone if shifts else "WIB",
        zones=tuple(ZONES),
        away=away,
        chosen=chosen,
        categories=categories,
        complaint=(refused or Refused()).sentence,
        is_saved=managing.is_saved(at.request),
    )
