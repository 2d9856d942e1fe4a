"""The Zendesk client of others, zenpy, against the stand-in."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.lookup.world import World
from app.standin.zendesk import zendesk_app
from app.standin.zendesk_door import Access, Strain
from tests.clients import venvs
from tests.support.servers import serving
from tests.support.small_world import ARTICLE, write_small_world

pytestmark = pytest.mark.slow

TOKEN = "token-zendesk"

PREFACE = """
import json, sys
from zenpy import Zenpy
from zenpy.lib.api_objects import Comment, Ticket
from zenpy.lib.exception import APIException, RecordNotFoundException
desk = Zenpy(subdomain="uji", oauth_token=sys.argv[1], disable_cache=True, timeout=5)
"""

READING = (
    PREFACE
    + """
article = int(sys.argv[2])
print(json.dumps({
    "tickets": [each.id for each in desk.tickets()],
    "export": [
        [each.id, each.status, each.requester.email]
        for each in desk.tickets.incremental(start_time=1735689600)
    ],
    "comments": [each.author.name for each in desk.tickets.comments(ticket=700001)],
    "article": len(list(desk.help_center.articles.comments(article=article))),
    "fields": [each.title for each in desk.ticket_fields()],
    "statuses": len(list(desk.custom_statuses())),
    "users": [each.name for each in desk.users()],
}))
"""
)

WRITING = (
    PREFACE
    + """
made = desk.tickets.create(Ticket(subject="Baru", comment=Comment(body="Akun saya hilang")))
number = made.ticket.id
ticket = desk.tickets(id=number)
ticket.status = "pending"
ticket.comment = Comment(body="Mohon lampirkan NPSN", public=True)
changed = desk.tickets.update(ticket)
print(json.dumps({
    "number": number,
    "audited": made.audit.ticket_id == number and changed.audit.ticket_id == number,
    "status": desk.tickets(id=number).status,
    "comments": [each.body for each in desk.tickets.comments(ticket=number)],
}))
"""
)

MISSING = (
    PREFACE
    + """
try:
    desk.tickets(id=1)
except RecordNotFoundException as error:
    print("RecordNotFoundException")
"""
)

STRANGER = (
    PREFACE
    + """
try:
    list(desk.tickets())
except APIException as error:
    print(error.response.status_code)
"""
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder: Path = tmp_path_factory.mktemp("world")
    return World.load(write_small_world(folder))


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(Strain(), id="in one page"),
        pytest.param(Strain(export_page=2, busy_every=6, retry_after=1), id="busy, small pages"),
    ],
)
def address(world: World, request: pytest.FixtureRequest) -> Iterator[str]:
    app = zendesk_app(world, access=Access(TOKEN), strain=request.param)
    with serving(app) as url:
        yield url


def zenpy(address: str, script: str, *arguments: str, token: str = TOKEN) -> venvs.Ran:
    forced = {"ZENPY_FORCE_SCHEME": "http", "ZENPY_FORCE_NETLOC": address.removeprefix("http://")}
    return venvs.run("zenpy", script, token, *arguments, env=forced)


def test_zenpy_reads_everything_we_import(address: str) -> None:
    ran = zenpy(address, READING, str(ARTICLE))
    assert ran.status == 0, ran.err
    assert json.loads(ran.out) == {
        "tickets": [700001, 700002, 700003, 700004],
        "export": [
            [700000 + number, "deleted" if number == 5 else "open", "rukmini@warga.example"]
            for number in range(1, 6)
        ],
        "comments": ["Rukmini Contohwati", "Petugas Peraga"],
        "article": 63,
        "fields": ["Kategori Masalah", "NPSN"],
        "statuses": 6,
        "users": ["Rukmini Contohwati", "Petugas Peraga"],
    }


def test_zenpy_writes_a_ticket_and_answers_it(address: str) -> None:
    ran = zenpy(address, WRITING)
    assert ran.status == 0, ran.err
    assert json.loads(ran.out) == {
        "number": 700006,
        "audited": True,
        "status": "pending",
        "comments": ["Akun saya hilang", "Mohon lampirkan NPSN"],
    }


def test_zenpy_knows_a_ticket_that_is_not_there(address: str) -> None:
    assert zenpy(address, MISSING).out == "RecordNotFoundException"


def test_zenpy_is_refused_without_a_known_token(address: str) -> None:
    assert zenpy(address, STRANGER, token="salah").out == "401"
