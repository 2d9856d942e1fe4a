"""JSON as exports come: one answer, an array, lines, or several answers one after another."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from pydantic import JsonValue

JsonObject = dict[str, JsonValue]


class WrongFile(ValueError):
    """The file is not of the kind it was said to be; the text is one Indonesian sentence."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row left out: its line in the file, counted from 1, and why, in Indonesian."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the line it begins on."""

    line: int
    value: JsonValue


def text_of(content: bytes) -> str:
    """UTF-8 with or without a mark, or UTF-16 with one. Raises WrongFile."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise WrongFile("Berkas bukan teks UTF-8.") from error


def is_json(text: str) -> bool:
    """Whether it begins as JSON does."""
    return text.lstrip()[:1] in {"{", "["}


def values(text: str) -> Iterator[Found | BadRow]:
    """Every value, arrays at the top taken apart; what follows a broken one is still found."""
    decoder = json.JSONDecoder()
    at = _next_value(text, 0)
    line, counted = 1, 0
    while at < len(text):
        line, counted = line + text.count("\n", counted, at), at
        try:
            value, after = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield BadRow(line, "bukan JSON yang sah")
            after = _beyond(text, at)
        else:
            yield Found(line, value)
        at = _next_value(text, after)


def text_in(row: JsonObject, name: str) -> str:
    """The text of a field; empty for a missing one and for anything but text and integers."""
    value = row.get(name)
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, int):
        return ""
    return str(value)


def objects_in(row: JsonObject, name: str) -> list[JsonObject]:
    """The objects of a list field; empty when it is none."""
    value = row.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def instant(text: str, zone: tzinfo = UTC) -> datetime | None:
    """An ISO instant in UTC, read in `zone` where it names none; None when it is none."""
    try:
        parsed = datetime.fromisoformat(text)
        return parsed.replace(tzinfo=parsed.tzinfo or zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _next_value(text: str, at: int) -> int:
    # Brackets count as blank: so the elements of an array are met one by one, with their lines.
    while at < len(text) and text[at] in " \t\r\n,[]":
        at += 1
    return at


def _beyond(text: str, at: int) -> int:
    """Where the next value could begin: a line set in as far as the broken one."""
    begin = text.rfind("\n", 0, at) + 1
    inset = text[begin:at] if text[begin:at].isspace() else ""
    found = re.compile(rf"\n{inset}(?=[^\s\]}}])").search(text, at)
    return found.end() if found else len(text)
