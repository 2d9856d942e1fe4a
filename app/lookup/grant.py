"""Sign in to the account directory as a service account: a signed grant for a bearer token."""

import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

import httpx
from google.auth import crypt, jwt

GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer"
SCOPE = "https://www.googleapis.com/auth/admin.directory.user"
READ_SCOPE = f"{SCOPE}.readonly"
GRANT_LIFE = timedelta(hours=1)
SPARE = timedelta(minutes=5)


class GrantRefused(httpx.RequestError):
    """The token endpoint gave no token; an httpx error, so that adapters catch it with the rest."""


@dataclass(frozen=True, slots=True)
class ServiceAccount:
    """Who signs, with which RSA key (PEM), for which administrator, and where it is exchanged."""

    client_email: str
    private_key: str = field(repr=False)
    subject: str
    token_url: str
    scopes: tuple[str, ...]


@cache
def _signer(private_key: str) -> crypt.RSASigner:
    """Once for each key: proving that it is one takes longer than to sign with it."""
    signer: crypt.RSASigner = crypt.RSASigner.from_string(private_key)  # type: ignore[no-untyped-call]
    return signer


class Grant(httpx.Auth):
    """Adds the bearer token to each request; one token serves all threads until it runs out.

    `now` gives the aware wall-clock time; ValueError at once for a key that cannot sign.
    """

    def __init__(self, account: ServiceAccount, *, now: Callable[[], datetime]) -> None:
        self._account = account
        self._now = now
        self._signer = _signer(account.private_key)
        self._lock = threading.Lock()
        self._token = ""
        self._until: datetime | None = None

    def sync_auth_flow(
        self, request: httpx.Request
    ) -> Generator[httpx.Request, httpx.Response, None]:
        token = self._valid_token() or (yield from self._exchanged(request))
        response = yield _with(request, token)
        if response.status_code == httpx.codes.UNAUTHORIZED:
            # The directory may forget a token before its time.
            response.read()
            yield _with(request, (yield from self._exchanged(request)))

    def _valid_token(self) -> str:
        """ "" when there is none, or too little of its time is left."""
        with self._lock:
            fresh = self._until is not None and self._now() < self._until
            return self._token if fresh else ""

    def _exchanged(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, str]:
        """Two threads may exchange at once; both tokens are good. Raises GrantRefused."""
        asked_at = self._now()
        response = yield httpx.Request(
            "POST",
            self._account.token_url,
            data={"grant_type": GRANT_TYPE, "assertion": self._assertion(asked_at)},
            # Set on the request because one made by hand knows nothing of its client's limits.
            extensions={"timeout": request.extensions.get("timeout", {})},
        )
        response.read()
        try:
            answer = response.raise_for_status().json()
            token, life = str(answer["access_token"]), timedelta(seconds=int(answer["expires_in"]))
        except (httpx.HTTPStatusError, ValueError, KeyError, TypeError) as error:
            reason = f"no token: status {response.status_code}"
            raise GrantRefused(reason, request=request) from error
        with self._lock:
            self._token, self._until = token, asked_at + max(life - SPARE, life / 2)
        return token

    def _assertion(self, now: datetime) -> str:
        issued = int(now.timestamp())
        claims = {
            "iss": self._account.client_email,
            "sub": self._account.subject,
            "scope": " ".join(self._account.scopes),
            "aud": self._account.token_url,
            "iat": issued,
            "exp": issued + int(GRANT_LIFE.total_seconds()),
        }
        signed: bytes = jwt.encode(self._signer, claims)  # type: ignore[no-untyped-call]
        return signed.decode()


def _with(request: httpx.Request, token: str) -> httpx.Request:
    request.headers["Authorization"] = f"Bearer {token}"
    return request
