"""What a machine sends and is told over /api/v1, and how it proves that it may."""

import hmac
from collections.abc import Callable, Coroutine
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from starlette.types import Message, Receive

from app.access import tokens
from app.access.limits import TooManyTries
from app.access.tokens import OutOfScope
from app.intake.addresses import is_mail
from app.intake.form import LONGEST, belajar_address
from app.intake.listed import MOST, Entry, Listed
from app.intake.people import once
from app.intake.receive import Submission
from app.intake.tidy import is_visible
from app.kit.clock import wib_day
from app.store import tokens as stored_tokens
from app.web import labels, pages
from app.web.site import Site, site_of
from models.values import MalformedAddress, MalformedNpsn, Npsn
from models.vocabulary import (
    Category,
    Channel,
    Jenjang,
    Language,
    TicketState,
    TokenScope,
    UserType,
    WhoActs,
)

_BODY_BYTES = 1_000_000  # of one request
_DIGITS = 15  # of a length worth reading


class UnknownToken(Exception):
    """401."""


class MachineRoute(APIRoute):
    """Tells who comes without a token how to come again (RFC 6750), as a problem document."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            length = request.headers.get("content-length", "")
            if length.isdecimal() and int(length[:_DIGITS]) > _BODY_BYTES:
                raise HTTPException(413)
            try:
                return await handler(Request(request.scope, _bounded(request.receive)))
            except UnknownToken:
                return _unauthorised(request)

        return guarded


def _bounded(receive: Receive) -> Receive:
    """The same for a body whose length nobody stated: 413 once it is too long."""
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > _BODY_BYTES:
            raise HTTPException(413)
        return message

    return bounded


def known(
    request: Request,
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))],
) -> str:
    """A short name of the machine, by its token. A GET needs the scope to read, else to create.

    Raises UnknownToken, OutOfScope, TooManyTries.
    """
    site = site_of(request)
    typed = given.credentials if given else ""
    scope = TokenScope.READ if request.method == "GET" else TokenScope.CREATE
    if not typed or not (_is_set(site, typed) or _is_made(site, typed, scope)):
        raise UnknownToken
    machine = tokens.hashed(typed)[:8]
    if not site.rate.allows(machine, site.clock()):
        raise TooManyTries
    return machine


def _is_set(site: Site, typed: str) -> bool:
    """Whether it is one of the settings' tokens, in constant time."""
    given = typed.encode()
    return any(hmac.compare_digest(given, each.encode()) for each in site.api_tokens)


def _is_made(site: Site, typed: str, scope: TokenScope) -> bool:
    """Whether it is one of the administrator's; the day of its use is noted. OutOfScope."""
    now = site.clock()
    with site.database.read() as session:
        row = tokens.usable(session, typed, now=now)
    if row is None:
        return False
    if not tokens.may(row, scope):
        raise OutOfScope
    if tokens.is_first_use(row, now):
        with site.database.write() as session:
            kept = stored_tokens.by_id(session, row.id)
            kept.last_used_on = wib_day(now)
            session.add(kept)
    return True


class NewPerson(BaseModel):
    """One person of a list: a name, or an identifier in digits, or the account's address."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    name: str | None = Field(default=None, min_length=2, max_length=120)
    birth_date: date | None = None
    nisn: str | None = Field(default=None, pattern=r"^\d{10}$")
    nuptk: str | None = Field(default=None, pattern=r"^\d{16}$")
    nik: str | None = Field(default=None, pattern=r"^\d{16}$")
    nip: str | None = Field(default=None, pattern=r"^\d{18}$")
    account_address: str | None = None
    grade: str | None = Field(default=None, max_length=40)
    npsn: str | None = None

    @field_validator("account_address")
    @classmethod
    def _account(cls, typed: str | None) -> str | None:
        return _belajar(typed)

    @field_validator("npsn")
    @classmethod
    def _npsn(cls, typed: str | None) -> str | None:
        return _school_number(typed)

    @model_validator(mode="after")
    def _names_someone(self) -> "NewPerson":
        if not any((self.name, self.nisn, self.nuptk, self.nik, self.nip, self.account_address)):
            raise ValueError("neither a name nor an identifier")
        return self

    def entry(self, line: int) -> Entry:
        """As the line of that number says it."""
        numbers = (self.nisn, self.nuptk, self.nik, self.nip)
        said = [each for each in (self.name, *numbers, self.account_address) if each]
        person = Listed(
            as_written=said[0],
            name=self.name,
            birth_date=self.birth_date,
            npsn=self.npsn,
            emails=(self.account_address,) if self.account_address else (),
            nik=self.nik,
            nuptk=self.nuptk,
            nip=self.nip,
            nisn=self.nisn,
            grade=self.grade,
        )
        return Entry(line, "; ".join(said), person)


class NewTicket(BaseModel):
    """A report from another system. Texts as the person wrote them."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    text: str = Field(min_length=1, max_length=LONGEST)
    subject: str = Field(default="", max_length=200)
    self_category: Category | None = None
    user_type: UserType | None = None
    language: Language = Language.ID
    name: str = Field(default="", max_length=120)
    requester_email: str | None = None
    account_address: str | None = None
    school_name: str = Field(default="", max_length=160)
    npsn: str | None = None
    jenjang: Jenjang | None = None
    province: str = Field(default="", max_length=60)
    regency: str = Field(default="", max_length=60)
    people: list[NewPerson] = Field(
        default_factory=list,
        max_length=MOST,
        description="Everyone the report is about. The same person twice is one.",
    )

    @field_validator("text")
    @classmethod
    def _text(cls, typed: str) -> str:
        if not is_visible(typed):
            raise ValueError("nothing to be seen")
        return typed

    @field_validator("requester_email")
    @classmethod
    def _mail(cls, typed: str | None) -> str | None:
        if typed and not is_mail(typed):
            raise ValueError("not a mail address")
        return typed.lower() if typed else None

    @field_validator("account_address")
    @classmethod
    def _account(cls, typed: str | None) -> str | None:
        return _belajar(typed)

    @field_validator("npsn")
    @classmethod
    def _npsn(cls, typed: str | None) -> str | None:
        return _school_number(typed)

    def submission(self, machine: str, idempotency_key: str | None) -> Submission:
        """The same key of the same machine, sent again, makes no second ticket."""
        return Submission(
            channel=Channel.API,
            text=self.text,
            subject=self.subject,
            self_category=self.self_category,
            user_type=self.user_type,
            language=self.language,
            requester_name=self.name,
            requester_email=self.requester_email,
            account_address=self.account_address,
            school_name=self.school_name,
            npsn=self.npsn,
            jenjang=self.jenjang,
            province=self.province,
            regency=self.regency,
            submission=f"api:{machine}:{idempotency_key}" if idempotency_key else None,
            people=once([each.entry(line) for line, each in enumerate(self.people, 1)])[0],
        )


class Accepted(BaseModel):
    """The receipt. `tracking_url` opens the requester's own page."""

    number: int
    key: str
    state: TicketState
    tracking_url: str


class Standing(BaseModel):
    """Where a report stands; instants are UTC. `promised_at` is null when nothing is promised.

    A report that is handled under another is `closed` itself; `merged_into` is that other's number,
    which says where the matter stands.
    """

    number: int
    state: TicketState
    waiting_on: WhoActs
    category: Category | None
    channel: Channel
    created_at: datetime
    updated_at: datetime
    promised_at: datetime | None
    first_answered_at: datetime | None
    settled_at: datetime | None
    merged_into: int | None = Field(description="Number of the report under which it is handled")
    tracking_url: str


class Listing(BaseModel):
    """In order of number. `next` is what `after` should be for more; null at the end."""

    tickets: list[Standing]
    next: int | None


def _belajar(typed: str | None) -> str | None:
    try:
        return belajar_address(typed) if typed else None
    except MalformedAddress:
        raise ValueError("not a belajar.id address") from None


def _school_number(typed: str | None) -> str | None:
    try:
        return str(Npsn.parse(typed)) if typed else None
    except MalformedNpsn:
        raise ValueError("not an NPSN") from None


def _unauthorised(request: Request) -> Response:
    title = labels.say("api.unauthorised", pages.language_of(request))
    return JSONResponse(
        {"type": "about:blank#api.unauthorised", "title": title, "status": 401},
        401,
        headers={"WWW-Authenticate": 'Bearer realm="loket"'},
        media_type="application/problem+json",
    )
