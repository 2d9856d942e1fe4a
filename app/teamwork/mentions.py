"""Which colleagues a note names. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Not inside a mail address: nothing of a word before the sign.
_NAMED = re.compile(r"(?<![\w.+-])@([A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]|[A-Za-z0-9])")
_BETWEEN = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class Named:
    """Ids of colleagues, each once, and what was asked for by name and names nobody."""

    ids: tuple[int, ...]
    unknown: tuple[str, ...]


def named(text: str, chosen: str, colleagues: Mapping[str, int]) -> Named:
    """Who is meant by `@name` in the text or by the names of the field `chosen`.

    `colleagues` are the ids of those who still work here, by user name. In the text an `@word`
    may be anything (a service, a handle); in the field it must be a colleague.
    """
    written = [each.lower() for each in _NAMED.findall(text)]
    asked = [each.lower().lstrip("@") for each in _BETWEEN.split(chosen) if each.strip("@")]
    found = [colleagues[each] for each in (*asked, *written) if each in colleagues]
    return Named(
        ids=tuple(dict.fromkeys(found)),
        unknown=tuple(dict.fromkeys(each for each in asked if each not in colleagues)),
    )
