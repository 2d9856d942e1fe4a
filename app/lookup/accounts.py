"""The account directory, read only: by key to decide, by search only to find."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from app.lookup import cells, wire
from app.lookup.cells import MalformedRow, Row
from app.lookup.dossier import Account, deletion_instant
from app.lookup.http import Answer, Outside
from app.lookup.ports import LookupUnavailable
from models.values import AccountAddress
from models.vocabulary import System

USERS = "/admin/directory/v1/users"
LARGEST_PAGE = 500
MOST_PAGES = 20


class DirectoryAccounts:
    """Implements `Accounts` over the Directory API; `outside` carries base address and grant."""

    def __init__(self, outside: Outside, *, customer: str = "my_customer") -> None:
        self._outside = outside
        self._customer = customer

    def by_address(self, address: AccountAddress) -> Account | None:
        live = self._live(address.text)
        if live is not None:
            return live
        query = f"email={_quoted(address.text)}"
        gone = (_account(user) for user in self._search(query, showDeleted="true"))
        deleted = [each for each in gone if each and not each.is_live]
        return max(deleted, key=deletion_instant, default=None)

    def of_person(self, person_id: str) -> Sequence[Account]:
        """Found by search, which may lag by hours; each live one is then read by its key.

        An account that the search has not caught up with is missing here.
        """
        query = f"externalId={_quoted(person_id)}"
        found = [self._live(str(user["id"])) for user in self._search(query)]
        live = [account for account in found if account is not None]
        known = {account.account_id for account in live}
        gone = (_account(user) for user in self._search(query, showDeleted="true"))
        deleted = [account for account in gone if account and account.account_id not in known]
        return tuple(each for each in (*live, *deleted) if each.person_id == person_id)

    def _live(self, key: str) -> Account | None:
        path = f"{USERS}/{quote(key, safe='')}"
        answer = self._outside.get(path, params={"projection": "full"})
        return None if _says_not_found(answer) else _account(_object(answer))

    def _search(self, query: str, **more: str) -> Iterator[Row]:
        params = {
            "customer": self._customer,
            "query": query,
            "projection": "full",
            "maxResults": str(LARGEST_PAGE),
            **more,
        }
        for _ in range(MOST_PAGES):
            page = _object(self._outside.get(USERS, params=params))
            users = page.get("users") or []
            yield from users if isinstance(users, list) else ()
            token = page.get("nextPageToken")
            if not token:
                return
            params["pageToken"] = str(token)
        raise LookupUnavailable(System.DIRECTORY, "more pages than a search can have")


def _account(user: Row) -> Account | None:
    """None for a user outside belajar.id. What cannot be read must not pass for absent."""
    try:
        return wire.account(user)
    except MalformedRow as error:
        raise LookupUnavailable(System.DIRECTORY, str(error)) from error


def _says_not_found(answer: Answer) -> bool:
    """The directory's own word. A 404 of a proxy, or of a wrong base address, is no absence."""
    if answer.status != 404:
        return False
    try:
        errors = cells.parts(cells.part(_parsed(answer), "error"), "errors")
    except MalformedRow:
        return False
    return any(each.get("reason") == "notFound" for each in errors)


def _object(answer: Answer) -> Row:
    """The JSON object of a good answer. Raises LookupUnavailable for every other answer."""
    if answer.status != 200:
        raise LookupUnavailable(System.DIRECTORY, f"status {answer.status}")
    return _parsed(answer)


def _parsed(answer: Answer) -> Row:
    try:
        body = answer.json()
    except ValueError as error:
        raise LookupUnavailable(System.DIRECTORY, "the answer is not JSON") from error
    if not isinstance(body, dict):
        raise LookupUnavailable(System.DIRECTORY, "the answer is not an object")
    return body


def _quoted(value: str) -> str:
    """As the search language wants it: quoted, with quotes inside escaped."""
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
