"""Zendesk's two ways of paging a list, and its cursor over changes."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

Item = Mapping[str, Any]

LARGEST_PAGE = 100


class WrongPage(Exception):
    """The paging parameters make no sense; Zendesk answers 400."""


def page(
    items: Sequence[Item],
    *,
    key: str,
    address: str,
    query: Mapping[str, str],
    usual: int = LARGEST_PAGE,
) -> dict[str, Any]:
    """One page under `key`: by cursor when `page[size]` is asked for, else by offset.

    `address` is that of the list without a query; `usual` the offset page size unless asked.
    """
    if "page[size]" in query or "page[after]" in query:
        return _by_cursor(items, key, address, query)
    return _by_offset(items, key, address, {"per_page": str(usual), **query})


def _by_cursor(
    items: Sequence[Item], key: str, address: str, query: Mapping[str, str]
) -> dict[str, Any]:
    size = min(positive(query.get("page[size]", str(LARGEST_PAGE))), LARGEST_PAGE)
    start = read_cursor(query["page[after]"])[0] if "page[after]" in query else 0
    shown = items[start : start + size]
    more = start + size < len(items)
    after = write_cursor(start + len(shown)) if shown else None
    following = urlencode({**query, "page[size]": size, "page[after]": after or ""})
    return {
        key: shown,
        "meta": {"has_more": more, "after_cursor": after, "before_cursor": None},
        "links": {"next": f"{address}?{following}" if more else None, "prev": None},
    }


def _by_offset(
    items: Sequence[Item], key: str, address: str, query: Mapping[str, str]
) -> dict[str, Any]:
    size = min(positive(query["per_page"]), LARGEST_PAGE)
    number = positive(query.get("page", "1"))
    start = (number - 1) * size

    def link(other: int) -> str:
        return f"{address}?{urlencode({**query, 'page': other, 'per_page': size})}"

    return {
        key: items[start : start + size],
        "count": len(items),
        "next_page": link(number + 1) if start + size < len(items) else None,
        "previous_page": link(number - 1) if number > 1 else None,
    }


def write_cursor(*numbers: int) -> str:
    """Opaque to the caller, as the real ones are."""
    return base64.urlsafe_b64encode(",".join(map(str, numbers)).encode()).decode().rstrip("=")


def read_cursor(text: str) -> tuple[int, ...]:
    """Raises WrongPage for what we never wrote."""
    try:
        padded = text + "=" * (-len(text) % 4)
        return tuple(map(int, base64.urlsafe_b64decode(padded).decode().split(",")))
    except (ValueError, binascii.Error) as error:
        raise WrongPage("invalid cursor") from error


def positive(text: str) -> int:
    """Raises WrongPage."""
    if not text.isdecimal() or int(text) < 1:
        raise WrongPage("page sizes and numbers are positive")
    return int(text)
