"""Many patterns tried in one pass: which of them can match a text at all.

Python tries a pattern of many alternatives letter by letter; a set of them costs a hundred times
what one pass of an automaton does. RE2 has no look-around, so each pattern is widened first: the
pass says where a match is impossible, the pattern itself still decides.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

import re2

_LOOK = re.compile(r"\(\?<?[=!]")
_MANY = re.compile(r"\{\d+,(?:\d{2,})?\}")
_BACKREFERENCE = re.compile(r"\\[1-9]")
_MEMORY = 64 << 20  # bytes the automaton may take; it takes a small part of that


class Together:
    """Patterns that are asked for one after the other, of the same text."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self._at = {pattern: at for at, pattern in enumerate(patterns)}
        options = re2.Options()
        options.max_mem = _MEMORY
        options.log_errors = False
        self._set = re2.Set.SearchSet(options)
        for pattern in self._at:
            self._set.Add(widened(pattern))
        self._set.Compile()

    def look(self, text: str) -> "Possible":
        """What may be found in `text`."""
        return Possible(text, self._at, frozenset(self._set.Match(_folded(text)) or ()))


class Possible:
    """One text, after the pass: asks a pattern only where it can match."""

    __slots__ = ("_at", "_found", "_text")

    def __init__(self, text: str, at: dict[re.Pattern[str], int], found: frozenset[int]) -> None:
        self._text, self._at, self._found = text, at, found

    def may(self, pattern: re.Pattern[str]) -> bool:
        return self._at[pattern] in self._found

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self._text) if self.may(pattern) else None

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return pattern.finditer(self._text) if self.may(pattern) else iter(())


def widened(pattern: re.Pattern[str]) -> str:
    """The pattern for RE2, matching wherever the original does and perhaps elsewhere."""
    source = _MANY.sub("*", _without_looks(pattern.pattern))
    source = _BACKREFERENCE.sub(".*", source)
    flags = "".join(
        letter
        for letter, flag in (("i", re.IGNORECASE), ("s", re.DOTALL), ("m", re.MULTILINE))
        if pattern.flags & flag
    )
    return f"(?{flags}){source}" if flags else source


def _without_looks(source: str) -> str:
    """Look-ahead and look-behind taken out, whatever stands in their brackets."""
    kept, at = [], 0
    while look := _LOOK.search(source, at):
        kept.append(source[at : look.start()])
        at = _closing(source, look.start()) + 1
    return "".join([*kept, source[at:]])


def _closing(source: str, opening: int) -> int:
    """Where the bracket opened there closes; those in a class or escaped do not count."""
    depth, in_class, at = 0, False, opening
    while True:
        letter = source[at]
        if letter == "\\":
            at += 1
        elif in_class:
            in_class = letter != "]" or source[at - 1] == "["
        elif letter == "[":
            in_class = True
        else:
            depth += (letter == "(") - (letter == ")")
            if depth == 0:
                return at
        at += 1


def _folded(text: str) -> str:
    """Letters with marks as plain ones: RE2 knows word boundaries of ASCII only."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
