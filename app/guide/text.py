"""Markdown of an article as HTML, and which of its links lead nowhere. Pure."""

import re
from collections.abc import Collection, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

# Letters of an address of our own, and of another site.
_OWN = re.compile(r"/[a-z0-9/_-]*(?:#[a-z0-9-]+)?")
_OTHER = re.compile(r"https://[^\s/]+\.[^\s/]+(?:/\S*)?")
_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3"}


def html(body: str) -> str:
    """Without any HTML of the writer's and without pictures; headings begin below the title's."""
    tokens = _markdown.parse(body)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = _HEADINGS.get(token.tag, "h3")
    return str(_markdown.renderer.render(tokens, _markdown.options, {}))


def plain(body: str) -> str:
    """The words alone, one paragraph after the other."""
    inner = (token for token in _markdown.parse(body) if token.type == "inline")
    return "\n".join(_words(token) for token in inner)


def dead_links(body: str, *, slugs: Collection[str], pages: Collection[str]) -> tuple[str, ...]:
    """Links that are no https address, no article of `slugs` and none of our public `pages`."""
    return tuple(link for link in _links(body) if not _leads_somewhere(link, slugs, pages))


def _leads_somewhere(link: str, slugs: Collection[str], pages: Collection[str]) -> bool:
    if _OTHER.fullmatch(link):
        return True
    if not _OWN.fullmatch(link):
        return False
    path = link.partition("#")[0]
    return path in pages or path.removeprefix("/panduan/") in slugs


def _links(body: str) -> Iterator[str]:
    for token in _seeing.parse(body):
        for each in token.children or ():
            if each.type == "link_open":
                yield str(each.attrs.get("href", ""))


def _words(token: Token) -> str:
    parts = (
        " " if each.type in {"softbreak", "hardbreak"} else each.content
        for each in token.children or ()
    )
    return "".join(parts)


class _Safe(MarkdownIt):
    """What leads nowhere is no link."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 a name of the library's
        return bool(_OWN.fullmatch(url) or _OTHER.fullmatch(url))


class _Seeing(MarkdownIt):
    """Sees every link, so that the bad ones can be named."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 a name of the library's
        return True


_OFF = ["image", "html_inline"]
_markdown = _Safe("commonmark", {"html": False}).enable("table").disable(_OFF)
_seeing = _Seeing("commonmark", {"html": False}).enable("table").disable(_OFF)
