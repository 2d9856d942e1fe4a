"""Registers that behave worse than the real one: never an empty school instead of an error."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from app.lookup.dapodik import WebServiceDapodik
from app.lookup.http import Breaker, Patience, open_outside
from app.lookup.ports import LookupUnavailable
from models.values import Npsn
from models.vocabulary import System
from tests.support.servers import free_port, serving

NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
SD = Npsn.parse("69900001")


def register(address: str, *, timeout: float = 5.0) -> WebServiceDapodik:
    outside = open_outside(address, System.DAPODIK, timeout=timeout)
    impatient = replace(outside, patience=Patience(tries=1))
    return WebServiceDapodik(impatient, "token-peraga", clock=lambda: NOW)


HEAD = json.dumps({"rows": {"npsn": SD.text, "nama": "SD NEGERI CONTOH SATU"}})
NOTHING = json.dumps({"rows": []})
DENIED = json.dumps({"success": False, "message": "Sekolah tidak ditemukan"})


def service(
    head: str, rest: str = NOTHING, *, status: int = 200, dated: str | None = None
) -> Starlette:
    """Answers `head` to getSekolah and `rest` to everything else."""

    def answer(request: Request) -> Response:
        text = head if request.path_params["method"] == "getSekolah" else rest
        return PlainTextResponse(text, status, {"X-Data-Per": dated} if dated else {})

    return Starlette(routes=[Route("/WebService/{method}", answer)])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("<html>masuk</html>", "no JSON", id="a sign-in page"),
        pytest.param("[]", "no object", id="a bare list"),
        pytest.param('{"rows": null}', "no rows", id="no rows"),
        pytest.param('{"rows": ["x"]}', "no rows", id="rows that are none"),
        pytest.param('{"success": false}', "without a reason", id="a refusal without a word"),
        pytest.param('{"success": false, "message": "Sibuk"}', "Sibuk", id="a refusal"),
        pytest.param('{"rows": {"npsn": "69900002"}}', "another school", id="another school"),
        pytest.param('{"rows": {"npsn": "69900001"}}', "malformed field nama", id="no name"),
        pytest.param("HTTP/1.0 500 Error\n\n", "no JSON", id="a header block and no more"),
        pytest.param("", "no JSON", id="nothing"),
    ],
)
def test_what_cannot_be_read_is_no_empty_school(text: str, reason: str) -> None:
    with serving(service(text)) as url, pytest.raises(LookupUnavailable, match=reason):
        register(url).school(SD)


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        pytest.param(DENIED, "denies a school", id="a school known and unknown at once"),
        pytest.param('{"rows": [{"ptk_id": "x"}]}', "malformed field", id="someone without a name"),
        pytest.param('{"rows": [{"username": []}]}', "malformed field", id="a misshapen user"),
    ],
)
def test_half_a_school_is_no_school(rest: str, reason: str) -> None:
    with serving(service(HEAD, rest)) as url, pytest.raises(LookupUnavailable, match=reason):
        register(url).school(SD)


@pytest.mark.parametrize(
    ("status", "reason"), [(403, "access denied"), (404, "status 404"), (302, "status 302")]
)
def test_an_honest_status_is_believed_too(status: int, reason: str) -> None:
    with (
        serving(service(HEAD, status=status)) as url,
        pytest.raises(LookupUnavailable, match=reason),
    ):
        register(url).school(SD)


@pytest.mark.parametrize(
    ("dated", "as_of"),
    [
        pytest.param("2026-11-23T02:10:00+07:00", NOW - timedelta(hours=33, minutes=50), id="WIB"),
        pytest.param("2026-11-23T02:10:00", NOW, id="without a zone"),
        pytest.param("kemarin", NOW, id="not a date"),
        pytest.param("2031-01-01T00:00:00+07:00", NOW, id="of years to come"),
        pytest.param(None, NOW, id="undated, as the real one"),
    ],
)
def test_records_without_a_certain_date_count_from_the_call(
    dated: str | None, as_of: datetime
) -> None:
    with serving(service(HEAD, dated=dated)) as url:
        records = register(url).school(SD)
    assert records is not None
    assert records.as_of == as_of


def test_a_slow_server_is_given_up_in_time() -> None:
    async def never(request: Request) -> Response:
        await asyncio.sleep(30)
        return PlainTextResponse("")

    app = Starlette(routes=[Route("/WebService/{method}", never)])
    with serving(app) as url:
        dapodik = register(url, timeout=0.2)
        with pytest.raises(LookupUnavailable, match="no answer in time"):
            dapodik.school(SD)


def test_a_server_that_is_away_is_soon_left_alone() -> None:
    away = register(f"http://127.0.0.1:{free_port()}")
    dapodik = replace(away, outside=replace(away.outside, breaker=Breaker(failures=2)))
    reasons = [_reason(lambda: dapodik.school(SD)) for _ in range(3)]
    assert reasons[:2] == ["dapodik: no connection"] * 2
    assert reasons[2] == "dapodik: resting after repeated failures"


def _reason(ask: Callable[[], object]) -> str:
    with pytest.raises(LookupUnavailable) as raised:
        ask()
    return str(raised.value)
