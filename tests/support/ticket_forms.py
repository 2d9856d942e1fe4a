"""The forms of a ticket's page, filled in and sent as a browser without scripts does."""

import re
from typing import Any

from httpx import Response

from app.store import tickets
from app.web.site import Site
from models import Ticket
from tests.support import build
from tests.support.browser import TestClient


def planned(site: Site, **changes: Any) -> Ticket:
    with site.database.write() as session:
        return build.planned(session, **changes)


def ticket_of(site: Site, number: int) -> Ticket:
    """As it is now."""
    with site.database.read() as session:
        return tickets.by_number(session, number)


def hidden_of(browser: TestClient, number: int, act: str) -> dict[str, str]:
    """The hidden fields of that form as the page gives them."""
    page = browser.get(f"/tiket/{number}").text
    form = re.search(rf'<form [^>]*action="/tiket/{number}/{act}".*?</form>', page, re.DOTALL)
    assert form, act
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form[0]))


def send(
    browser: TestClient,
    number: int,
    act: str,
    fields: dict[str, str],
    headers: dict[str, str] | None = None,
) -> Response:
    answer: Response = browser.post(f"/tiket/{number}/{act}", data=fields, headers=headers)
    return answer
