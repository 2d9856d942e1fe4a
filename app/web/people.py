"""Colleagues: invited, changed, sent a link to a new password, and let go."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from app.access import people
from app.access.people import Who
from app.kit.errors import Refusal
from app.staffing import hand
from app.store import assigned, invitations, staff
from app.store.session import Session
from app.web import managing, pages
from app.web.deps import Administrator, Genuine, Now
from app.web.managing import REASON, Managing, Refused, SayWhy
from app.web.site import site_of
from app.web.typed import Id, tidy
from models import Staff
from models.vocabulary import Language, StaffRole

router = APIRouter()

_NAME = 120
Username = Annotated[str, Form(alias="nama_pengguna", max_length=2000)]
Name = Annotated[str, Form(alias="nama", max_length=2000)]
Role = Annotated[StaffRole, Form(alias="peran")]
Tongue = Annotated[Language, Form(alias="bahasa")]
Reason = Annotated[str, Form(alias="alasan", max_length=20_000)]


@router.get("/petugas", name="people")
def index(request: Request, who: Administrator, now: Now) -> Response:
    """Everyone, and the links that nobody has used yet."""
    return _index(Managing(request, who.staff, now))


@router.post("/petugas/undangan", name="people_invite", dependencies=[Genuine])
def invite(
    request: Request,
    who: Administrator,
    now: Now,
    username: Username = "",
    name: Name = "",
    role: Role = StaffRole.AGENT,
) -> Response:
    """The link is shown once, to be handed over; only its hash is kept."""
    at = Managing(request, who.staff, now)
    typed = {"nama_pengguna": username, "nama": name, "peran": role.value}
    try:
        with site_of(request).database.write() as session:
            of = Who(tidy(name, _NAME), role)
            code = people.invite(session, tidy(username, _NAME), of, by=who.staff, now=now)
    except Refusal as refusal:
        return _index(at, refused=at.refused(refusal), typed=typed)
    return _index(at, made=(tidy(username, _NAME).lower(), _address(request, code)))


@router.post(
    "/petugas/undangan/{invitation_id}/pencabutan", name="people_withdraw", dependencies=[Genuine]
)
def withdraw(request: Request, invitation_id: Id, who: Administrator, now: Now) -> Response:
    """The link leads nowhere from now on."""
    at = Managing(request, who.staff, now)

    def act(session: Session) -> None:
        link = invitations.by_id(session, invitation_id)
        people.withdraw(session, link, by=who.staff, now=now)

    back = request.app.url_path_for("people")
    return at.do(act, back=back, show=lambda refused: _index(at, refused=refused))


@router.get("/petugas/{staff_id}", name="person")
def show(request: Request, staff_id: Id, who: Administrator, now: Now) -> Response:
    return _one(Managing(request, who.staff, now), staff_id)


@router.post("/petugas/{staff_id}", name="person_change", dependencies=[Genuine])
def change(
    at: Annotated[Managing, managing.ADMINISTRATOR],
    staff_id: Id,
    name: Name,
    role: Role,
    language: Tongue,
    reason: Reason = "",
) -> Response:
    """Name, role and language, with the reason."""

    def act(session: Session) -> None:
        of = Who(tidy(name, _NAME), role, language)
        colleague = staff.found(session, staff_id)
        people.change(session, colleague, of, by=at.who, reason=_why(reason), now=at.now)

    return _do(at, staff_id, act, reason)


@router.post("/petugas/{staff_id}/penonaktifan", name="person_leaves", dependencies=[Genuine])
def leave(
    at: Annotated[Managing, managing.ADMINISTRATOR],
    staff_id: Id,
    heir: Annotated[int, Form(alias="pengganti", ge=0, lt=2**63)] = 0,
    reason: Reason = "",
) -> Response:
    """Out at once; their open tickets go to a colleague or back to all."""

    def act(session: Session) -> None:
        colleague = staff.found(session, staff_id)
        people.deactivate(session, colleague, by=at.who, reason=_why(reason), now=at.now)
        to = staff.found(session, heir) if heir else None
        hand.hand_over(session, colleague, to, by=at.who.username, now=at.now)

    return _do(at, staff_id, act, reason)


@router.post("/petugas/{staff_id}/pengaktifan", name="person_returns", dependencies=[Genuine])
def come_back(
    at: Annotated[Managing, managing.ADMINISTRATOR], staff_id: Id, reason: Reason = ""
) -> Response:
    def act(session: Session) -> None:
        colleague = staff.found(session, staff_id)
        people.reactivate(session, colleague, by=at.who, reason=_why(reason), now=at.now)

    return _do(at, staff_id, act, reason)


@router.post("/petugas/{staff_id}/tautan-sandi", name="person_link", dependencies=[Genuine])
def link(at: Annotated[Managing, managing.ADMINISTRATOR], staff_id: Id) -> Response:
    """A link to a new password, shown once."""
    with site_of(at.request).database.write() as session:
        colleague = staff.found(session, staff_id)
        code = people.reset(session, colleague, by=at.who, now=at.now)
    return _one(at, staff_id, made=_address(at.request, code))


def _why(reason: str) -> str:
    """Raises SayWhy."""
    why = tidy(reason, REASON)
    if not why:
        raise SayWhy
    return why


def _do(at: Managing, staff_id: int, act: managing.Act, reason: str) -> Response:
    back = at.request.app.url_path_for("person", staff_id=staff_id)
    return at.do(
        act, back=back, show=lambda refused: _one(at, staff_id, refused=refused, reason=reason)
    )


def _address(request: Request, code: str) -> str:
    path = request.app.url_path_for("invitation", code=code)
    return f"{site_of(request).public_url.rstrip('/')}{path}"


def _index(
    at: Managing,
    *,
    refused: Refused | None = None,
    typed: dict[str, str] | None = None,
    made: tuple[str, str] | None = None,
) -> Response:
    with site_of(at.request).database.read() as session:
        everyone = sorted(staff.everyone(session), key=lambda each: (not each.is_active, each.name))
        loads = assigned.loads(session, [each.id for each in everyone])
        waiting = invitations.waiting(session, at.now)
        names = staff.names(session)
    return pages.page(
        at.request,
        "people/index.html",
        status=(refused or Refused()).status,
        people=everyone,
        loads=loads,
        waiting=waiting,
        names=names,
        roles=tuple(StaffRole),
        typed=typed or {"nama_pengguna": "", "nama": "", "peran": StaffRole.AGENT.value},
        complaint=(refused or Refused()).sentence,
        made=made,
        is_saved=managing.is_saved(at.request),
    )


def _one(
    at: Managing, staff_id: int, *, refused: Refused | None = None, reason: str = "", made: str = ""
) -> Response:
    with site_of(at.request).database.read() as session:
        colleague = staff.found(session, staff_id)
        heirs: list[Staff] = [each for each in staff.active(session) if each.id != staff_id]
        load = assigned.loads(session, [staff_id])[staff_id]
        open_sessions = len(staff.sign_ins_of(session, staff_id, at.now))
    return pages.page(
        at.request,
        "people/show.html",
        status=(refused or Refused()).status,
        person=colleague,
        heirs=heirs,
        load=load,
        open_sessions=open_sessions,
        roles=tuple(StaffRole),
        languages=tuple(Language),
        reason=reason,
        complaint=(refused or Refused()).sentence,
        made=made,
        is_saved=managing.is_saved(at.request),
        is_me=colleague.id == at.who.id,
    )
