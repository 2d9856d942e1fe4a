"""The page behind a mailed link: opening it changes nothing, answering it does, once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Path, Request
from fastapi.responses import RedirectResponse, Response

from app.access import limits
from app.kit.errors import Refusal
from app.proving import answer
from app.proving.subject import of_person
from app.proving.vouching import vouchee
from app.reply import letters
from app.resolution import need
from app.store import tickets, vouches
from app.store.session import Session
from app.web import pages
from app.web.deps import Now, client_address
from app.web.site import Site, site_of
from models import Proof
from models.vocabulary import ProofKind, Remedy

router = APIRouter()

Code = Annotated[str, Path(max_length=200)]
_NO_STORE = {"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


class NoAnswer(Refusal):
    """422: neither of the two answers was chosen."""

    status = 422
    key = "confirm.choose"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page shows: addresses masked; a name only to the school that is asked for it."""

    proof: Proof
    number: int
    what: str
    account: str
    by: str
    name: str
    school: str
    ripe_at: datetime | None
    is_over: bool


@router.get("/konfirmasi/{code}", name="confirmation")
def show(request: Request, code: Code, now: Now) -> Response:
    """The question, or what was answered. Mail programs open links: this changes nothing."""
    with site_of(request).database.read() as session:
        _must_not_guess(session, request, now)
    asked = _found(request, code, now)
    page = pages.page(request, "confirmation/show.html", asked=asked, code=code)
    page.headers.update(_NO_STORE)
    return page


@router.post("/konfirmasi/{code}", name="confirmation_answer")
def say(
    request: Request,
    code: Code,
    now: Now,
    said: Annotated[str, Form(alias="jawaban", max_length=10)] = "",
) -> Response:
    """303 to the page, which says what was answered; a second answer changes nothing."""
    site = site_of(request)
    with site.database.read() as session:
        _must_not_guess(session, request, now)
    _found(request, code, now)
    if said not in ("ya", "tidak"):
        raise NoAnswer
    with site.database.write() as session:
        answer.give(session, code, yes=said == "ya", links=site.links, now=now)
    return RedirectResponse(request.app.url_path_for("confirmation", code=code), status_code=303)


def _must_not_guess(session: Session, request: Request, now: datetime) -> None:
    limits.check(session, limits.CODE_PER_ADDRESS, "code", client_address(request), now=now)


def _found(request: Request, code: str, now: datetime) -> Asked:
    """Raises NoSuchLink, which is counted."""
    site = site_of(request)
    try:
        with site.database.read() as session:
            return _asked(session, answer.find(session, code), now)
    except answer.NoSuchLink:
        _count(site, request, now)
        raise


def _count(site: Site, request: Request, now: datetime) -> None:
    with site.database.write() as session:
        limits.count(session, "code", client_address(request), now=now)


def _asked(session: Session, proof: Proof, now: datetime) -> Asked:
    ticket = tickets.by_id(session, proof.ticket_id)
    subject = of_person(session, ticket.id, proof.person_id)
    vouch = vouches.by_id(session, proof.vouch_id) if proof.vouch_id is not None else None
    is_of_school = proof.kind is ProofKind.VOUCH and vouch is not None and subject is not None
    whom = vouchee(subject, vouch) if is_of_school and subject and vouch else None
    account = need.account_at_issue(subject.verdict, subject.dossier) if subject else None
    remedy = need.remedy_in_question(subject.verdict, account) if subject else Remedy.MANUAL_REVIEW
    return Asked(
        proof=proof,
        number=ticket.number,
        what=letters.asked(remedy),
        account="" if is_of_school else letters.shown(proof.account_address),
        by="" if is_of_school else letters.shown(ticket.requester_email),
        name=whom.name if whom else "",
        school=whom.school if whom else "",
        ripe_at=vouch.ripe_at if vouch else None,
        is_over=proof.answer is None and proof.expires_at <= now,
    )
