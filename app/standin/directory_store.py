"""The users of the stand-in directory, with the published behaviour of every change."""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from app.standin.directory_problem import Problem, duplicate, invalid, not_found
from app.standin.directory_resource import (
    ALIAS_LIMIT,
    Resource,
    apply,
    checked_address,
    instant,
    moment,
    new_user,
)

RESTORABLE = timedelta(days=20)
_FIRST_ID = 100_000_000_000_000_000_001


@dataclass(frozen=True, slots=True)
class Rules:
    """How slow or full the directory is.

    `creation`: how long a new user cannot be read by id and answers writes with 412. `rename`:
    how long further writes answer 409 after a change of address. `user_limit`: None is no limit.
    """

    creation: timedelta = timedelta(0)
    rename: timedelta = timedelta(0)
    user_limit: int | None = None


class Users:
    """Live and deleted users in memory. `kept` is told of each user as it is after a change."""

    def __init__(
        self,
        accounts: Iterable[Mapping[str, Any]],
        *,
        now: Callable[[], datetime],
        rules: Rules | None = None,
        kept: Callable[[Resource], None] = lambda _: None,
    ) -> None:
        self._now = now
        self._rules = rules or Rules()
        self._kept = kept
        self._serial = count(_FIRST_ID)
        self._users: dict[str, Resource] = {}
        self._names: dict[str, str] = {}
        self._unfinished: dict[str, datetime] = {}
        self._renamed: dict[str, datetime] = {}
        self._earlier: dict[str, Resource] = {}
        for account in accounts:
            self._seed(deepcopy(dict(account)))
        for user in self._users.values():
            self._claim(user)

    # Reading

    def get(self, key: str) -> Resource:
        """The live user with that id, address or alias. Raises Problem 404."""
        user = self._live(key)
        if user["id"] == key and self._within(self._unfinished, user, self._rules.creation):
            raise not_found()
        return user

    def live(self) -> list[Resource]:
        return [user for user in self._users.values() if "deletionTime" not in user]

    def deleted(self) -> list[Resource]:
        """Those that can still be restored."""
        since = self._now() - RESTORABLE
        return [
            user
            for user in self._users.values()
            if "deletionTime" in user and moment(user["deletionTime"]) > since
        ]

    def earlier(self, key: str) -> Resource:
        """The user with that key as it was before its last change. Raises Problem 404."""
        for user in self._earlier.values():
            if key.lower() in (user["id"], *_addresses(user)) and "deletionTime" not in user:
                return user
        raise not_found()

    # Changing

    def spoil(self, user_id: str, what: str) -> None:
        """The last change was carried out by half; see Fault."""
        user = self._users[user_id]
        if what == "suspended":
            user |= {"suspended": True, "suspensionReason": "ADMIN"}
            return
        for alias in user.get("aliases", ()) if what == "aliases" else ():
            self._names.pop(alias, None)
        user[what] = []

    def insert(self, body: Resource) -> Resource:
        address = checked_address(body.get("primaryEmail"))
        if address in self._names:
            raise duplicate()
        limit = self._rules.user_limit
        if limit is not None and len(self.live()) + len(self.deleted()) >= limit:
            raise Problem(412, "limitExceeded", "Domain user limit reached")
        user = new_user(self._fresh_id(), address, body, now=self._now())
        self._users[user["id"]] = user
        self._earlier.pop(user["id"], None)
        self._unfinished[user["id"]] = self._now()
        return self._changed(user)

    def patch(self, key: str, body: Resource) -> Resource:
        """PUT has patch semantics too."""
        user = self._writable(key)
        address = user["primaryEmail"]
        if "primaryEmail" in body:
            address = checked_address(body["primaryEmail"])
            if self._names.get(address, user["id"]) != user["id"]:
                raise duplicate()
        changed = apply(user, body, now=self._now())
        user.clear()
        user.update(changed)
        if address != user["primaryEmail"]:
            self._rename(user, address)
        return self._changed(user)

    def delete(self, key: str) -> None:
        user = self._writable(key)
        self._release(user)
        user["deletionTime"] = instant(self._now())
        self._kept(user)

    def undelete(self, user_id: str, body: Resource) -> None:
        """Only by the immutable id. Raises Problem 409 where the name has a new owner."""
        user = next((each for each in self.deleted() if each["id"] == user_id), None)
        if user is None:
            raise not_found()
        if any(name in self._names for name in _addresses(user)):
            raise duplicate()
        self._earlier[user["id"]] = deepcopy(user)
        del user["deletionTime"]
        user["orgUnitPath"] = body.get("orgUnitPath") or "/"
        self._changed(user)

    def add_alias(self, key: str, body: Resource) -> Resource:
        user = self._writable(key)
        alias = checked_address(body.get("alias"))
        if alias in self._names:
            raise duplicate()
        if len(user.get("aliases", ())) >= ALIAS_LIMIT:
            raise Problem(412, "limitExceeded", "Alias limit reached")
        user.setdefault("aliases", []).append(alias)
        self._changed(user)
        return as_alias(user, alias)

    def remove_alias(self, key: str, alias: str) -> None:
        user = self._writable(key)
        if alias.lower() not in user.get("aliases", ()):
            raise not_found("alias")
        user["aliases"].remove(alias.lower())
        del self._names[alias.lower()]
        self._changed(user)

    def make_admin(self, key: str, body: Resource) -> None:
        user = self._writable(key)
        if not isinstance(body.get("status"), bool):
            raise invalid("status")
        user["isAdmin"] = body["status"]
        self._changed(user)

    def sign_out(self, key: str) -> None:
        self._live(key)

    # What the changes share

    def _seed(self, user: Resource) -> None:
        """An account of the world; a later one with the same id replaces an earlier one."""
        user["id"] = str(user.get("id") or self._fresh_id())
        user["primaryEmail"] = str(user["primaryEmail"]).lower()
        user["aliases"] = [str(alias).lower() for alias in user.get("aliases") or ()]
        if not user.get("deletionTime"):
            user.pop("deletionTime", None)
        self._users[user["id"]] = user

    def _fresh_id(self) -> str:
        return next(text for text in map(str, self._serial) if text not in self._users)

    def _live(self, key: str) -> Resource:
        user = self._users.get(key) or self._users.get(self._names.get(key.lower(), ""))
        if user is None or "deletionTime" in user:
            raise not_found()
        return user

    def _writable(self, key: str) -> Resource:
        user = self._live(key)
        if self._within(self._unfinished, user, self._rules.creation):
            raise Problem(412, "conditionNotMet", "User creation is not complete.")
        if self._within(self._renamed, user, self._rules.rename):
            raise Problem(409, "conflict", "Conflict: the user is being updated.")
        self._earlier[user["id"]] = deepcopy(user)
        return user

    def _within(self, since: dict[str, datetime], user: Resource, window: timedelta) -> bool:
        start = since.get(user["id"])
        return start is not None and self._now() < start + window

    def _rename(self, user: Resource, address: str) -> None:
        """The old address stays as an alias, so that nobody else can have it."""
        old = user["primaryEmail"]
        aliases = [each for each in user.get("aliases", ()) if each not in (old, address)]
        user["primaryEmail"] = address
        user["aliases"] = [*aliases, old]
        self._renamed[user["id"]] = self._now()

    def _changed(self, user: Resource) -> Resource:
        self._claim(user)
        self._kept(user)
        return user

    def _claim(self, user: Resource) -> None:
        if "deletionTime" not in user:
            for name in _addresses(user):
                self._names[name] = user["id"]

    def _release(self, user: Resource) -> None:
        for name in _addresses(user):
            self._names.pop(name, None)


def as_alias(user: Resource, alias: str) -> Resource:
    return {
        "kind": "admin#directory#alias",
        "id": user["id"],
        "primaryEmail": user["primaryEmail"],
        "alias": alias,
    }


def _addresses(user: Resource) -> list[str]:
    return [user["primaryEmail"], *user.get("aliases", ())]
