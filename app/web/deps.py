"""What a page function may ask for: a session, the time, who is signed in."""

from collections.abc import Callable, Iterator
from datetime import datetime
from ipaddress import IPv4Address, IPv6Network, ip_address
from typing import Annotated

from fastapi import Depends, Request

from app.access import signin
from app.access.permissions import Permission, may
from app.access.signin import SignedIn
from app.kit.clock import APART_AT_MOST
from app.kit.errors import Refusal
from app.store import mentions, slots, trail_checks
from app.store.session import Session
from app.web import pages
from app.web.site import Site, site_of

COOKIE = "loket_sesi"
MANY = 100  # unseen mentions; more are not counted


class NotSignedIn(Refusal):
    """401: rendered as a way to the sign-in page."""

    status = 401
    key = "signin.needed"


class NotAllowed(Refusal):
    """403: signed in, but this role may not."""

    status = 403
    key = "not_allowed"


class ForgedForm(Refusal):
    """403: the form's token is not this session's."""

    status = 403
    key = "forged_form"


def now(request: Request) -> datetime:
    return site_of(request).clock()


def _reading(request: Request) -> Iterator[Session]:
    with site_of(request).database.read() as session:
        yield session


def _writing(request: Request) -> Iterator[Session]:
    with site_of(request).database.write() as session:
        yield session


TheSite = Annotated[Site, Depends(site_of)]
Now = Annotated[datetime, Depends(now)]
# Committed before the answer is sent: what was acknowledged is on disk.
Write = Annotated[Session, Depends(_writing, scope="function")]
Read = Annotated[Session, Depends(_reading, scope="function")]


def client_address(request: Request) -> str:
    """Whose tries are counted together: an IPv4 address, or the /64 a line is given of IPv6."""
    host = request.client.host if request.client else "unknown"
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv4Address):
        return host
    mapped = address.ipv4_mapped
    return str(mapped or IPv6Network((address.packed, 64), strict=False))


def signed_in(request: Request) -> SignedIn | None:
    """The open session of this browser; touched at most every five minutes."""
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    site = site_of(request)
    instant = site.clock()
    with site.database.read() as session:
        who = signin.who(session, token, now=instant)
        if who is not None and not pages.wants_fragment(request):  # which has no bar to show them
            request.state.mentioned = mentions.unseen(session, who.staff.id, at_most=MANY)
            may_audit = may(who.staff.role, Permission.AUDIT)
            request.state.is_trail_broken = may_audit and trail_checks.is_broken(session)
            request.state.clocks_ahead = slots.ahead(session, by=APART_AT_MOST) if may_audit else {}
    if who is not None and who.is_due(instant):
        with site.database.write() as session:
            signin.touch(session, token, now=instant)
    request.state.signed_in = who
    return who


def requires(permission: Permission) -> Callable[..., SignedIn]:
    """A dependency: the signed-in colleague who may do that, else 401 or 403."""

    def allowed(who: Annotated[SignedIn | None, Depends(signed_in)]) -> SignedIn:
        if who is None:
            raise NotSignedIn
        if not may(who.staff.role, permission):
            raise NotAllowed
        return who

    return allowed


Viewer = Annotated[SignedIn, Depends(requires(Permission.SEE_TICKETS))]
Decider = Annotated[SignedIn, Depends(requires(Permission.DECIDE))]
Teacher = Annotated[SignedIn, Depends(requires(Permission.TEACH))]
Governor = Annotated[SignedIn, Depends(requires(Permission.GOVERN))]
Arranger = Annotated[SignedIn, Depends(requires(Permission.ARRANGE))]
Auditor = Annotated[SignedIn, Depends(requires(Permission.AUDIT))]
Administrator = Annotated[SignedIn, Depends(requires(Permission.ADMINISTER))]
Counter = Annotated[SignedIn, Depends(requires(Permission.SEE_FIGURES))]


async def genuine(request: Request, who: Annotated[SignedIn | None, Depends(signed_in)]) -> None:
    """For each form of the staff: its `csrf` field or X-CSRF header must be this session's."""
    if who is None:
        raise NotSignedIn
    token = request.headers.get("X-CSRF") or str((await request.form()).get("csrf", ""))
    if not signin.same_token(token, who.csrf):
        raise ForgedForm


Genuine = Depends(genuine)
