"""Invented accounts and a served stand-in directory with everything a test turns on it."""

import atexit
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from starlette.types import ASGIApp, Receive, Scope, Send

from app.lookup.accounts import DirectoryAccounts
from app.lookup.dossier import Account
from app.lookup.grant import READ_SCOPE, SCOPE, Grant, ServiceAccount
from app.lookup.http import Outside, Patience
from app.resolution.account_admin import DirectoryAdmin
from app.resolution.ports import AccountAdmin
from app.standin.directory import directory
from app.standin.directory_faults import Faults
from app.standin.directory_grants import Grants, KeyPair
from app.standin.directory_store import Rules, Users
from models.vocabulary import System
from tests.support.servers import serving

SERVICE_ACCOUNT = "loket@proyek.example"
ADMINISTRATOR = "pengelola@belajar.id"
RINI = "rini01@guru.sd.belajar.id"
RINI_ADMIN = "rini01@admin.sd.belajar.id"
BUDI = "budi02@guru.sd.belajar.id"
NOTED = {
    "pemutakhiran": {"tanggal_pemberitahuan": "2026-11-10", "tanggal_penghapusan": "2026-12-10"}
}
_QUICK = Patience(tries=4, first_pause=0.01, longest_pause=0.05)


@cache
def key_pair() -> KeyPair:
    """One pair for the whole run: making one takes a noticeable moment."""
    return KeyPair.fresh()


def user(user_id: str, address: str, person_id: str, **more: Any) -> dict[str, Any]:
    """An account as a row of `accounts.jsonl`; `more` replaces or adds fields."""
    return {
        "id": user_id,
        "primaryEmail": address,
        "aliases": [],
        "name": {"givenName": "Rini", "familyName": "Melati", "fullName": "Rini Melati"},
        "suspended": False,
        "archived": False,
        "agreedToTerms": True,
        "changePasswordAtNextLogin": False,
        "orgUnitPath": "/",
        "creationTime": "2024-07-01T02:00:00.000Z",
        "lastLoginTime": "2026-11-20T01:00:00.000Z",
        "externalIds": [{"type": "custom", "customType": "dapodik", "value": person_id}],
    } | more


def world() -> list[dict[str, Any]]:
    """Rini with a notice and two deleted accounts (one beyond restoring), Budi suspended."""
    return [
        user("1", RINI, "ptk-1", customSchemas=NOTED),
        user("2", BUDI, "ptk-2", suspended=True, suspensionReason="ABUSE"),
        user("3", "rini01@guru.smp.belajar.id", "ptk-1", deletionTime=_days_ago(5)),
        user("4", "rini01@guru.sma.belajar.id", "ptk-1", deletionTime=_days_ago(25)),
    ]


def present(admin: AccountAdmin, key: str) -> Account:
    """The account with that key, which the test knows to be there."""
    found = admin.state(key)
    assert found is not None
    return found


@cache
def _tls() -> ssl.SSLContext:
    """Never used on the loopback, and slow to make for each client."""
    return ssl.create_default_context()


@dataclass(frozen=True, slots=True)
class Served:
    """A running stand-in; `pauses` collects what the adapters would have slept, in seconds."""

    url: str
    users: Users
    faults: Faults
    grants: Grants
    pauses: list[float]

    def client(self, *scopes: str, timeout: float = 5.0) -> httpx.Client:
        return httpx.Client(
            base_url=self.url,
            auth=self.grant(*scopes),
            timeout=timeout,
            trust_env=False,
            verify=_tls(),
        )

    def grant(self, *scopes: str, private_key: str | None = None) -> Grant:
        account = ServiceAccount(
            client_email=SERVICE_ACCOUNT,
            private_key=private_key or key_pair().private,
            subject=ADMINISTRATOR,
            token_url=f"{self.url}/token",
            scopes=scopes or (SCOPE,),
        )
        return Grant(account, now=lambda: datetime.now(UTC))

    def admin(
        self, *, timeout: float = 5.0, sleep: Callable[[float], None] | None = None
    ) -> DirectoryAdmin:
        return DirectoryAdmin(
            self.client(SCOPE, timeout=timeout),
            patience=_QUICK,
            sleep=sleep or self.pauses.append,
        )

    def accounts(self) -> DirectoryAccounts:
        client = self.client(READ_SCOPE)
        outside = Outside(client, System.DIRECTORY, patience=_QUICK, sleep=self.pauses.append)
        return DirectoryAccounts(outside)


@contextmanager
def served(
    *accounts: Mapping[str, Any],
    rules: Rules | None = None,
    journal: Path | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Iterator[Served]:
    """A directory of its own for each test, all behind one server: starting one takes long."""
    app = directory(accounts, public_key=key_pair().public, rules=rules, journal=journal, now=now)
    switch, url = _server()
    switch.app = app
    yield Served(url, app.state.users, app.state.faults, app.state.grants, [])


class _Switch:
    """Passes each request on to the directory of the running test."""

    def __init__(self) -> None:
        self.app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.app is None:
            raise RuntimeError("no directory is served yet")
        await self.app(scope, receive, send)


@cache
def _server() -> tuple[_Switch, str]:
    switch, stack = _Switch(), ExitStack()
    url = stack.enter_context(serving(switch))
    atexit.register(stack.close)
    return switch, url


def _days_ago(days: int) -> str:
    return (datetime.now(UTC) - timedelta(days=days)).isoformat()
