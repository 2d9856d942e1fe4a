"""Whatever goes wrong with a change: never a false done, never twice, always an end."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from app.lookup.grant import SCOPE, Grant, ServiceAccount
from app.lookup.http import Patience
from app.resolution.account_admin import DirectoryAdmin
from app.resolution.execute import Performed, perform
from app.resolution.ports import AdminUnavailable, NotYetSeen
from app.resolution.promise import differences, promised
from app.resolution.shown import seen
from app.standin.directory import directory
from app.standin.directory_grants import Grants
from models import Step
from models.vocabulary import StepState
from tests.support.directory import ADMINISTRATOR, SERVICE_ACCOUNT, key_pair, world
from tests.support.steps import STEPS
from tests.support.trouble import FAULTS, Fault, InProcess, Position, Troubled, cells

_DECIDED = datetime(2026, 11, 24, tzinfo=UTC)
_URL = "http://direktori.example"
_TRIES = 8


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a step: `performed` None where it came to no end, `effects` real changes,
    `is_true` whether the promise holds in the directory itself."""

    performed: Performed | None
    effects: int
    is_true: bool


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    running = asyncio.new_event_loop()
    yield running
    running.close()


@dataclass(frozen=True, slots=True)
class Bench:
    """Makes a directory for each cell; the key pair and what it opened are made once."""

    loop: asyncio.AbstractEventLoop
    grants: Grants
    grant: Grant

    def carries_out(
        self, step: Step, fault: Fault, position: Position, times: int, *, stale_reads: int = 0
    ) -> Came:
        """As the worker does: tried again later as long as nobody knows."""
        app = directory(world(), public_key=key_pair().public)
        app.state.grants = self.grants
        inner = InProcess(app, self.loop)
        way = Troubled(inner, fault, position, times, stale_reads=stale_reads)
        step, now = Step(**step.model_dump()), datetime.now(UTC)
        performed: Performed | None = None
        for _ in range(_TRIES):
            try:
                performed = perform(
                    step, self._admin(way), now=now, since=_DECIDED, rest=lambda _seconds: None
                )
                break
            except NotYetSeen:
                step.accepted_at = step.accepted_at or now
            except AdminUnavailable:
                pass
            way.times, now = 0, now + timedelta(minutes=1)
        after = promised(step.after)
        truth = seen(after, self._admin(inner).state(step.target))
        return Came(performed, way.effects, differences(after, truth) == ())

    def _admin(self, way: httpx.BaseTransport) -> DirectoryAdmin:
        return DirectoryAdmin(
            httpx.Client(base_url=_URL, auth=self.grant, transport=way),
            patience=Patience(tries=3, first_pause=0.01, longest_pause=0.05),
            sleep=lambda _seconds: None,
        )


@pytest.fixture(scope="module")
def bench(loop: asyncio.AbstractEventLoop) -> Bench:
    account = ServiceAccount(
        client_email=SERVICE_ACCOUNT,
        private_key=key_pair().private,
        subject=ADMINISTRATOR,
        token_url=f"{_URL}/token",
        scopes=(SCOPE,),
    )
    grants = Grants(key_pair().public, now=lambda: datetime.now(UTC))
    return Bench(loop, grants, Grant(account, now=lambda: datetime.now(UTC)))


def wrongs(came: Came) -> Iterator[str]:
    """What must not be."""
    if came.effects > 1:
        yield f"changed {came.effects} times"
    if came.performed is None:
        yield "no end"
        return
    is_done = came.performed.state is StepState.DONE
    if is_done and not came.is_true:
        yield "called done and is not"
    if came.performed.state is StepState.REFUSED and came.effects:
        yield "called refused and was done"
    if not is_done and not came.performed.detail.endswith("."):
        yield f"no sentence for a person: {came.performed.detail!r}"


@pytest.mark.parametrize("position", ["look", "act", "again"])
@pytest.mark.parametrize("action", STEPS)
def test_no_fault_makes_a_step_false_double_or_endless(
    bench: Bench, action: str, position: Position
) -> None:
    found = {
        (name, times): list(wrongs(bench.carries_out(STEPS[action], FAULTS[name], at, times)))
        for name, at, times in cells()
        if at == position
    }
    assert {cell: wrong for cell, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("reads", [1, 3, 40])
@pytest.mark.parametrize("action", STEPS)
def test_old_answers_after_a_change_are_never_called_done_nor_changed_twice(
    bench: Bench, action: str, reads: int
) -> None:
    came = bench.carries_out(STEPS[action], FAULTS["500"], "act", 0, stale_reads=reads)
    assert list(wrongs(came)) == []
    assert came.is_true
