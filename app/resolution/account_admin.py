"""The write side of the account directory, over the Directory API."""

import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

import httpx

from app.lookup import wire
from app.lookup.cells import MalformedRow
from app.lookup.dossier import Account
from app.lookup.grant import GrantRefused
from app.lookup.http import Patience
from app.lookup.resource import OURS
from app.resolution.directory_errors import Refused, Uncertain, judged
from app.resolution.ports import AdminRefused, AdminUnavailable, NewAccount
from models.values import AccountAddress

USERS = "/admin/directory/v1/users"
LARGEST_PAGE = 500
MOST_PAGES = 20
SCHEMA, DELETION_DAY = "pemutakhiran", "tanggal_penghapusan"
_PATIENCE = Patience(tries=4, first_pause=0.5, longest_pause=8.0)
_jitter = secrets.SystemRandom()


class DirectoryAdmin:
    """Implements `AccountAdmin`; `client` carries base address, time limits and the write grant.

    What is busy is asked again within `patience` (seconds), after as long as it asks for; what
    gives no answer in time is AdminUnavailable at once, because it may have been carried out.
    Passwords are made here, sent once and kept nowhere.
    """

    def __init__(
        self,
        client: httpx.Client,
        *,
        customer: str = "my_customer",
        patience: Patience = _PATIENCE,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client = client
        self._customer = customer
        self._patience = patience
        self._sleep = sleep

    def state(self, key: str) -> Account | None:
        live = self._user(key)
        if live is not None:
            return _account(live)
        deleted = [user for user in self._deleted(key) if key in _names(user)]
        # The same address may have been deleted more than once: the last holder counts.
        last = max(deleted, key=lambda user: str(user.get("deletionTime", "")), default=None)
        return _account(last) if last else None

    def create(self, new: NewAccount) -> None:
        """Returns once the new account can be read by its id."""
        body: dict[str, Any] = {
            "primaryEmail": new.address.text,
            "name": {"givenName": new.given_name, "familyName": new.family_name},
            "externalIds": [*_owner(new.person_id), *_ours(new.key)],
            "orgUnitPath": new.org_unit,
            **_fresh_password(),
        }
        if new.recovery_email:
            body["recoveryEmail"] = new.recovery_email
        created = _json(self._send("POST", USERS, body=body, claims_address=True))
        self._await(str(created.get("id", "")))

    def rename(self, account_id: str, address: AccountAddress) -> None:
        self._patch(account_id, {"primaryEmail": address.text}, claims_address=True)

    def add_alias(self, account_id: str, address: AccountAddress) -> None:
        path = f"{_path(account_id)}/aliases"
        self._send("POST", path, body={"alias": address.text}, claims_address=True)

    def remove_alias(self, account_id: str, address: AccountAddress) -> None:
        self._send("DELETE", f"{_path(account_id)}/aliases/{quote(address.text, safe='')}")

    def set_owner(self, account_id: str, person_id: str) -> None:
        self._patch(account_id, {"externalIds": _owner(person_id)})

    def suspend(self, account_id: str) -> None:
        self._patch(account_id, {"suspended": True})

    def unsuspend(self, account_id: str) -> None:
        self._patch(account_id, {"suspended": False})

    def delete(self, account_id: str) -> None:
        self._send("DELETE", _path(account_id))

    def undelete(self, account_id: str, org_unit: str) -> None:
        path = f"{_path(account_id)}/undelete"
        self._send("POST", path, body={"orgUnitPath": org_unit}, claims_address=True)

    def cancel_deletion(self, account_id: str) -> None:
        self._patch(account_id, {"customSchemas": {SCHEMA: {DELETION_DAY: None}}})

    def note_deletion(self, account_id: str, day: date) -> None:
        self._patch(account_id, {"customSchemas": {SCHEMA: {DELETION_DAY: day.isoformat()}}})

    def reset_password(self, account_id: str) -> None:
        self._patch(account_id, _fresh_password())

    def _patch(
        self, account_id: str, body: Mapping[str, Any], *, claims_address: bool = False
    ) -> None:
        self._send("PATCH", _path(account_id), body=body, claims_address=claims_address)

    def _user(self, key: str) -> Mapping[str, Any] | None:
        try:
            return _json(self._send("GET", _path(key), params={"projection": "full"}))
        except Refused as refusal:
            if refusal.status == httpx.codes.NOT_FOUND:
                return None
            raise

    def _deleted(self, key: str) -> Iterator[Mapping[str, Any]]:
        """Deleted users who may be meant. An id cannot be searched for: then all of them."""
        params = {
            "customer": self._customer,
            "showDeleted": "true",
            "projection": "full",
            "maxResults": str(LARGEST_PAGE),
        }
        if "@" in key:
            params["query"] = f"email={key}"
        for _ in range(MOST_PAGES):
            page = _json(self._send("GET", USERS, params=params))
            yield from page.get("users") or ()
            if not page.get("nextPageToken"):
                return
            params["pageToken"] = str(page["nextPageToken"])
        raise AdminUnavailable("Daftar akun terhapus di direktori terlalu panjang untuk dicari.")

    def _await(self, account_id: str) -> None:
        """A new account may not be readable for some seconds."""
        for attempt in range(1, self._patience.tries + 1):
            if self._user(account_id) is not None:
                return
            self._rest(attempt)
        raise AdminUnavailable("Direktori belum selesai membuat akun.")

    def _send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
        claims_address: bool = False,
    ) -> httpx.Response:
        """A good answer. Raises AdminUnavailable, or Refused (an AdminRefused)."""
        request = self._client.build_request(method, path, params=params, json=body)
        last = Uncertain("")
        for attempt in range(1, self._patience.tries + 1):
            try:
                return self._once(request, claims_address=claims_address)
            except Uncertain as error:
                last = error
            if last.may_be_done and method != "GET":
                # Sent again unseen it could be done twice: the step looks first, later.
                break
            if attempt == self._patience.tries or self._is_too_long(last.retry_after):
                break
            self._rest(attempt, at_least=last.retry_after or 0.0)
        raise AdminUnavailable(str(last), retry_after=last.retry_after)

    def _once(self, request: httpx.Request, *, claims_address: bool) -> httpx.Response:
        try:
            response = self._client.send(request)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise Uncertain("Direktori akun tidak dapat dihubungi.") from error
        except httpx.TimeoutException as error:
            raise AdminUnavailable("Direktori akun tidak menjawab pada waktunya.") from error
        except GrantRefused as error:
            raise AdminUnavailable("Direktori tidak menerima akun layanan Loket.") from error
        except httpx.HTTPError as error:
            raise AdminUnavailable("Hubungan dengan direktori akun terputus.") from error
        if not response.is_success:
            raise judged(
                response.status_code,
                response.text,
                claims_address=claims_address,
                retry_after=response.headers.get("retry-after"),
            )
        return response

    def _is_too_long(self, seconds: float | None) -> bool:
        """A thread does not wait for that: the work comes back later."""
        return seconds is not None and seconds > self._patience.longest_pause

    def _rest(self, attempt: int, *, at_least: float = 0.0) -> None:
        doubled = self._patience.first_pause * 2.0 ** (attempt - 1)
        pause = min(doubled, self._patience.longest_pause) * _jitter.uniform(0.5, 1.0)
        self._sleep(max(pause, at_least))


def _fresh_password() -> dict[str, Any]:
    return {"password": secrets.token_urlsafe(32), "changePasswordAtNextLogin": True}


def _owner(person_id: str) -> list[dict[str, str]]:
    return [{"type": "custom", "customType": "dapodik", "value": person_id}]


def _ours(key: str | None) -> list[dict[str, str]]:
    return [{"type": "custom", "customType": OURS, "value": key}] if key else []


def _path(key: str) -> str:
    return f"{USERS}/{quote(key, safe='')}"


def _names(user: Mapping[str, Any]) -> list[str]:
    return [user.get("id", ""), user.get("primaryEmail", ""), *user.get("aliases", ())]


def _account(user: Mapping[str, Any]) -> Account:
    try:
        account = wire.account(user)
    except MalformedRow as error:
        raise AdminUnavailable("Jawaban direktori akun tidak terbaca.") from error
    if account is None:
        raise AdminRefused("Alamat itu bukan akun belajar.id.")
    return account


def _json(response: httpx.Response) -> Mapping[str, Any]:
    try:
        body = response.json()
    except ValueError as error:
        raise AdminUnavailable("Jawaban direktori akun tidak terbaca.") from error
    if not isinstance(body, dict):
        raise AdminUnavailable("Jawaban direktori akun tidak terbaca.")
    return body
