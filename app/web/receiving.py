"""A report from a public form: not too many from one address, and each kept once."""

import hashlib
from datetime import datetime

from fastapi import Request

from app.access import limits
from app.intake import receive
from app.intake.receive import Receipt, Submission
from app.web.deps import client_address
from app.web.site import site_of
from app.web.submitted import Submitted


def identity(token: str, sent: Submitted) -> str:
    """The same form sent again is the same; one changed after going back is another report."""
    content = hashlib.sha256()
    for name, value in sorted(sent.fields.items()):
        content.update(f"{name}\x1f{value}\x1e".encode(errors="replace"))
    for file in sent.files:
        content.update(hashlib.sha256(file.content).digest())
    return f"form:{token}:{content.hexdigest()[:12]}"


def received(request: Request, submission: Submission, *, now: datetime) -> Receipt:
    """On disk when this returns."""
    site = site_of(request)
    with site.database.write() as session:
        limits.count(session, "form", client_address(request), now=now)
        return receive.receive(
            session,
            submission,
            secret=site.secret,
            files=site.files,
            first_number=site.first_number,
            now=now,
        )


def count_work(request: Request, sent: Submitted, *, now: datetime) -> None:
    """A form that was refused counts too where files had to be looked into."""
    if sent.files:
        with site_of(request).database.write() as session:
            limits.count(session, "form", client_address(request), now=now)


def is_flooded(request: Request, *, now: datetime) -> bool:
    try:
        with site_of(request).database.read() as session:
            limits.check(session, limits.FORM_PER_ADDRESS, "form", client_address(request), now=now)
    except limits.TooManyTries:
        return True
    return False
