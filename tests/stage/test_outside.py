"""How patiently, and how considerately, Loket asks outside systems."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import httpx
import pytest

from app.lookup.http import Answer, Breaker, Outside, Patience, open_outside
from app.lookup.ports import LookupUnavailable
from models.vocabulary import System
from tests.support.servers import free_port


@dataclass
class Scripted:
    """Gives one answer after another, the last one for ever, and notes pauses."""

    answers: list[httpx.Response | Exception]
    calls: int = 0
    pauses: list[float] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        answer = self.answers[min(self.calls, len(self.answers) - 1)]
        self.calls += 1
        if isinstance(answer, Exception):
            raise answer
        return answer

    def outside(self, **more: object) -> Outside:
        client = httpx.Client(transport=httpx.MockTransport(self), base_url="http://uji.example")
        return Outside(client, System.DAPODIK, sleep=self.pauses.append, **more)  # type: ignore[arg-type]


FINE = httpx.Response(200, text="{}")


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(httpx.Response(503), id="a 503"),
        pytest.param(httpx.ConnectError("away"), id="no connection"),
        pytest.param(httpx.ReadTimeout("slow"), id="no answer in time"),
        pytest.param(httpx.Response(429), id="busy"),
    ],
)
def test_a_passing_failure_is_tried_again(first: httpx.Response | Exception) -> None:
    server = Scripted([first, FINE])
    assert server.outside().get("/x").status == 200
    assert server.calls == 2
    assert len(server.pauses) == 1


def test_every_try_waits_for_its_turn() -> None:
    server = Scripted([httpx.Response(503), FINE])
    seen: list[int] = []
    outside = server.outside(before=lambda: seen.append(server.calls))
    outside.get("/x")
    outside.get("/y")
    assert seen == [0, 1, 2]


def test_a_lasting_failure_is_reported_with_its_reason() -> None:
    server = Scripted([httpx.Response(503)])
    with pytest.raises(LookupUnavailable, match="dapodik: status 503"):
        server.outside().get("/x")
    assert server.calls == 3


def test_the_address_asked_for_never_shows_in_the_reason() -> None:
    server = Scripted([httpx.ConnectError("http://uji.example/?nik=3399010403850001")])
    with pytest.raises(LookupUnavailable) as raised:
        server.outside().get("/x", params={"nik": "3399010403850001"})
    assert "3399" not in str(raised.value)


def test_pauses_grow_and_stay_within_their_bounds() -> None:
    server = Scripted([httpx.Response(503)])
    patience = Patience(tries=6, first_pause=1.0, longest_pause=4.0)
    with pytest.raises(LookupUnavailable):
        server.outside(patience=patience, breaker=Breaker(failures=99)).get("/x")
    bounds = [(0.5, 1), (1, 2), (2, 4), (2, 4), (2, 4)]
    assert all(
        low <= pause <= high for pause, (low, high) in zip(server.pauses, bounds, strict=True)
    )


@pytest.mark.parametrize(
    ("asked", "calls", "pauses"),
    [
        pytest.param("3", 2, [3.0], id="a wait within reason is waited out"),
        pytest.param("3600", 1, [], id="an hour is not waited for"),
    ],
)
def test_retry_after_is_honoured_within_reason(asked: str, calls: int, pauses: list[float]) -> None:
    server = Scripted([httpx.Response(429, headers={"Retry-After": asked}), FINE])
    with suppress(LookupUnavailable):
        server.outside().get("/x")
    assert (server.calls, server.pauses) == (calls, pauses)


@pytest.mark.parametrize(
    ("failure", "calls"),
    [
        pytest.param(httpx.ReadTimeout("slow"), 1, id="perhaps carried out"),
        pytest.param(httpx.Response(500), 1, id="perhaps carried out, then failed"),
        pytest.param(httpx.ConnectError("away"), 3, id="never arrived"),
        pytest.param(httpx.Response(429), 3, id="turned away"),
    ],
)
def test_a_change_is_sent_again_only_when_it_surely_did_not_happen(
    failure: httpx.Response | Exception, calls: int
) -> None:
    server = Scripted([failure])
    outside = server.outside()
    with pytest.raises(LookupUnavailable):
        outside.send(outside.client.build_request("POST", "/x"))
    assert server.calls == calls


def test_other_refusals_are_for_the_caller_to_read() -> None:
    assert Scripted([httpx.Response(404, text="no")]).outside().get("/x").status == 404


def test_a_redirect_is_not_followed() -> None:
    server = Scripted([httpx.Response(302, headers={"Location": "http://lain.example/"}), FINE])
    assert server.outside().get("/x").status == 302
    assert server.calls == 1


class Watch:
    """A monotonic clock that stands still until told."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_broken_system_is_left_alone_and_then_tried_once() -> None:
    watch = Watch()
    breaker = Breaker(failures=3, pause=30.0, clock=watch)
    server = Scripted([httpx.Response(500)])
    outside = server.outside(breaker=breaker)
    for _ in range(3):
        with pytest.raises(LookupUnavailable):
            outside.get("/x")
    assert server.calls == 3, "the breaker ends the second and third question early"

    watch.seconds = 31.0
    with pytest.raises(LookupUnavailable, match="resting"):
        outside.get("/x")
    assert server.calls == 4, "one probe, and its failure opens the breaker again"

    watch.seconds = 62.0
    server.answers = [FINE]
    assert outside.get("/x").status == 200
    assert outside.get("/x").status == 200


def test_only_one_of_many_probes_a_resting_system() -> None:
    watch = Watch()
    breaker = Breaker(failures=1, pause=30.0, clock=watch)
    breaker.failed()
    watch.seconds = 31.0
    assert [breaker.admits() for _ in range(3)] == [True, False, False]


def test_being_busy_does_not_count_as_being_broken() -> None:
    server = Scripted([httpx.Response(429)])
    outside = server.outside(breaker=Breaker(failures=1))
    for _ in range(2):
        with pytest.raises(LookupUnavailable, match="busy"):
            outside.get("/x")


def test_an_answer_that_drips_is_given_up() -> None:
    watch = Watch()

    def drip() -> Iterator[bytes]:
        for _ in range(100):
            watch.seconds += 10.0
            yield b"."

    server = Scripted([httpx.Response(200, content=drip())])
    with pytest.raises(LookupUnavailable, match="too slow"):
        server.outside(clock=watch, patience=Patience(tries=1)).get("/x")


def test_nobody_listening_is_no_connection() -> None:
    outside = open_outside(f"http://127.0.0.1:{free_port()}", System.DIRECTORY, timeout=1.0)
    patient = Outside(outside.client, outside.system, Patience(tries=1))
    with pytest.raises(LookupUnavailable, match="directory: no connection"):
        patient.get("/x")


def test_an_answer_reads_its_json() -> None:
    assert Answer(200, {}, '{"a": 1}').json() == {"a": 1}
