"""Comments below one article of a Zendesk Help Center."""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import httpx

from app.intake.markup import text_of_html
from app.reply.ports import ThreadRefused, ThreadUnavailable, ThreadUncertain

_PAGE = 100
_PAGES_AT_MOST = 5
# Their clock may be behind ours.
_SKEW = timedelta(minutes=5)
_ABSENT = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class ZendeskThread:
    """Implements `HelpCentre`; `client` carries base address, time limits and the token."""

    client: httpx.Client
    article: str
    locale: str

    def post(self, body: str) -> str:
        comment = {"body": _html(body), "locale": self.locale}
        sent = {"comment": comment, "notify_subscribers": False}
        answer = self._ask("POST", f"{self._comments}.json", json=sent)
        try:
            return str(answer.json()["comment"]["id"])
        except (ValueError, KeyError, TypeError) as error:
            raise ThreadUncertain("unreadable") from error

    def find(self, body: str, since: datetime) -> str:
        for number in range(1, _PAGES_AT_MOST + 1):
            page = self._page(number)
            for each in page:
                if _instant(each) < since - _SKEW:
                    return ""
                if _same(each, body):
                    return str(each["id"])
            if len(page) < _PAGE:
                return ""
        return ""

    def shows(self, comment_id: str, body: str) -> bool:
        try:
            answer = self._read(f"{self._comments}/{comment_id}.json")
        except ThreadRefused as refused:
            if refused.args and refused.args[0] in {str(each) for each in _ABSENT}:
                return False
            raise
        return _same(answer.get("comment", {}), body)

    @property
    def _comments(self) -> str:
        return f"/api/v2/help_center/{self.locale}/articles/{self.article}/comments"

    def _page(self, number: int) -> list[Mapping[str, Any]]:
        """The newest first."""
        order = {"sort_by": "created_at", "sort_order": "desc"}
        query = {**order, "per_page": str(_PAGE), "page": str(number)}
        answer = self._read(f"{self._comments}.json", params=query)
        return list(answer.get("comments", ()))

    def _read(self, path: str, **more: Any) -> Mapping[str, Any]:
        """Reading changes nothing, so no answer is as good as away."""
        try:
            read = self._ask("GET", path, **more).json()
        except ThreadUncertain as error:
            raise ThreadUnavailable(*error.args) from error
        except ValueError as error:
            raise ThreadUnavailable("unreadable") from error
        return read if isinstance(read, dict) else {}

    def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """An answer of 2xx. Raises one of the three, with one word and without the address."""
        try:
            answer = self.client.request(method, path, **more)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise ThreadUnavailable("no connection") from error
        except httpx.HTTPError as error:
            raise ThreadUncertain("no answer") from error
        status = answer.status_code
        if status == 429:
            raise ThreadUnavailable(str(status))
        if status >= 500:
            raise ThreadUncertain(str(status))
        if not answer.is_success:
            raise ThreadRefused(str(status))
        return answer


def _html(body: str) -> str:
    paragraphs = html.escape(body, quote=False).split("\n\n")
    return "".join(f"<p>{each.replace(chr(10), '<br>')}</p>" for each in paragraphs)


def _same(comment: Mapping[str, Any], body: str) -> bool:
    """Their editor may tidy spaces and tags; the words must be the same."""
    return text_of_html(str(comment.get("body", ""))).split() == body.split()


def _instant(comment: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(str(comment["created_at"]).replace("Z", "+00:00"))
