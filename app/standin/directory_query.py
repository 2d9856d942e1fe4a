"""The search language of the user list: `field` operator value, joined by spaces, all must hold."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from app.standin.directory_problem import invalid

Resource = dict[str, Any]

_CLAUSE = re.compile(r"""\s*(\w+)\s*(=|:)\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\S+)""")
_TRUTH = {"true": True, "false": False}


def parsed(query: str) -> Callable[[Resource], bool]:
    """Whether a user matches every clause. Raises Problem 400 for an unknown field or operator."""
    clauses = list(_clauses(query))
    return lambda user: all(clause(user) for clause in clauses)


def _clauses(query: str) -> Iterator[Callable[[Resource], bool]]:
    at = 0
    text = query.rstrip()
    while at < len(text):
        found = _CLAUSE.match(text, at)
        if found is None:
            raise invalid("query")
        at = found.end()
        yield _clause(found[1], found[2], _unquoted(found[3]))


def _clause(field: str, operator: str, value: str) -> Callable[[Resource], bool]:
    if field in {"isSuspended", "isArchived", "isAdmin"}:
        return _flag(field, operator, value)
    texts = _TEXTS.get(field)
    if texts is None or (operator == ":" and field in {"orgUnitPath", "phone"}):
        raise invalid("query")
    wanted = value.casefold()
    if operator == "=":
        return lambda user: any(text.casefold() == wanted for text in texts(user))
    if wanted.endswith("*"):
        start = wanted[:-1]
        return lambda user: any(text.casefold().startswith(start) for text in texts(user))
    return lambda user: any(wanted in text.casefold() for text in texts(user))


def _flag(field: str, operator: str, value: str) -> Callable[[Resource], bool]:
    if operator != "=" or value.lower() not in _TRUTH:
        raise invalid("query")
    key = field if field == "isAdmin" else field.removeprefix("is").lower()
    wanted = _TRUTH[value.lower()]
    return lambda user: bool(user.get(key)) is wanted


def _unquoted(value: str) -> str:
    if value[0] in "'\"":
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    return value


def _emails(user: Resource) -> list[str]:
    return [user["primaryEmail"], *user.get("aliases", ())]


def _names(user: Resource) -> list[str]:
    name = user.get("name") or {}
    given, family = name.get("givenName", ""), name.get("familyName", "")
    return [given, family, f"{given} {family}".strip()]


def _values(key: str) -> Callable[[Resource], list[str]]:
    return lambda user: [str(each.get("value", "")) for each in user.get(key) or ()]


_TEXTS: dict[str, Callable[[Resource], list[str]]] = {
    "email": _emails,
    "givenName": lambda user: [(user.get("name") or {}).get("givenName", "")],
    "familyName": lambda user: [(user.get("name") or {}).get("familyName", "")],
    "name": _names,
    "externalId": _values("externalIds"),
    "orgUnitPath": lambda user: [user.get("orgUnitPath") or "/"],
    "phone": _values("phones"),
}
