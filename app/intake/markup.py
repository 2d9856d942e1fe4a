"""The words of an HTML comment, with its paragraphs."""

import html
import re
from html.parser import HTMLParser

_BREAKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "table", "blockquote", "h1", "h2", "h3", "h4", "pre"}
)
_SILENT = frozenset({"script", "style", "template"})
_TAG = re.compile(r"<(/?[A-Za-z][A-Za-z0-9]{0,20})(?![A-Za-z0-9])[^<>]*>")
_DECLARED = re.compile(r"<[!?][^<>]*>")
_STRAY = re.compile(r"<(?!/?[A-Za-z][A-Za-z0-9]{0,20}>)")


def text_of_html(body: str) -> str:
    """Plain text; paragraphs parted by a blank line. Text without a tag keeps its lines."""
    if not re.search(r"<[A-Za-z/!]", body):
        return _tidy(html.unescape(body).splitlines())
    reader = _Reader()
    reader.feed(_bare(body))
    reader.close()
    return _tidy("".join(reader.parts).split("\n"))


def _bare(body: str) -> str:
    """The tags by their names alone. What is left open takes the standard library minutes."""
    named = _TAG.sub(r"<\1>", _DECLARED.sub("", _without_comments(body)))
    return _STRAY.sub("&lt;", named)


def _without_comments(body: str) -> str:
    kept, at = [], 0
    while (begin := body.find("<!--", at)) >= 0 and (end := body.find("-->", begin)) >= 0:
        kept.append(body[at:begin])
        at = end + 3
    return "".join([*kept, body[at:]])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BREAKS:
            self.parts.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BREAKS and tag != "br":
            self.parts.append("\n\n" if tag == "p" else "\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def _tidy(lines: list[str]) -> str:
    joined = "\n".join(" ".join(line.split()) for line in lines)
    return re.sub(r"\n{3,}", "\n\n", joined).strip()
