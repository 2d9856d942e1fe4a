"""The paged, ordered and filtered list of users."""

from collections.abc import Callable, Mapping

from app.standin.directory_problem import Problem, invalid
from app.standin.directory_query import parsed
from app.standin.directory_resource import Resource, shown
from app.standin.directory_store import Users

_DEFAULT_PAGE, _LARGEST_PAGE = 100, 500


def listing(users: Users, query: Mapping[str, str]) -> Resource:
    """One page; `users` is absent where nobody matches, as in the real answer. Problem 400."""
    chosen = _chosen(users, query)
    start, size = _start(query), _size(query)
    page = chosen[start : start + size]
    answer: Resource = {"kind": "admin#directory#users"}
    if page:
        projection = query.get("projection", "basic")
        answer["users"] = [shown(user, projection=projection) for user in page]
    if start + size < len(chosen):
        answer["nextPageToken"] = f"p{start + size}"
    return answer


def _chosen(users: Users, query: Mapping[str, str]) -> list[Resource]:
    if not query.get("customer") and not query.get("domain"):
        raise Problem(400, "badRequest", "Bad Request")
    matches = parsed(query.get("query", ""))
    domain = query.get("domain")
    found = users.deleted() if query.get("showDeleted") == "true" else users.live()
    return sorted(
        (
            user
            for user in found
            if matches(user) and (not domain or user["primaryEmail"].endswith(f"@{domain}"))
        ),
        key=_order(query.get("orderBy", "email")),
        reverse=query.get("sortOrder") == "DESCENDING",
    )


def _order(field: str) -> Callable[[Resource], str]:
    if field == "email":
        return lambda user: str(user["primaryEmail"])
    if field not in {"familyName", "givenName"}:
        raise invalid("orderBy")
    return lambda user: str((user.get("name") or {}).get(field, "")).casefold()


def _size(query: Mapping[str, str]) -> int:
    text = query.get("maxResults", str(_DEFAULT_PAGE))
    if not text.isdecimal() or int(text) < 1:
        raise invalid("maxResults")
    return min(int(text), _LARGEST_PAGE)


def _start(query: Mapping[str, str]) -> int:
    token = query.get("pageToken") or "p0"
    if token[0] != "p" or not token[1:].isdecimal():
        raise invalid("pageToken")
    return int(token[1:])
