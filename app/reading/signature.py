"""Names that stand alone at the end of a message."""

import re

from app.reading.emails import Found
from app.reading.lexicon import PARTICLES, is_ordinary
from app.reading.wordlists import NOT_A_NAME

WORD = r"[A-Za-zÀ-ÿ](?:[\w'’-]|\.(?=\w))*\.?"

_CLOSED = re.compile(
    r"(?:hormat (?:kami|saya)|salam\w*(?: hormat)?|wassalam\S*|terima ?kasih\w*|makasih\w*"
    r"|regards|thank(?:s| you)|trims"
    r"|suksma|sincerely|[.!?])[ ,.!\n🙏]*\n*[ ]*$",
    re.I,
)


def signature(text: str) -> list[Found]:
    """A name alone on one of the last lines, or alone after the last sentence."""
    lines = text.rstrip().split("\n")
    found, at = [], len(text.rstrip())
    for line in reversed(lines[-5:]):
        at -= len(line)
        tail = re.match(
            rf"\s*(?:(?:bapak|ibu|pak|bu)\.? )?({WORD}(?:"
            rf" {WORD}){{0,3}})\s*(?:[,(/\n-].{{0,40}})?$",
            line,
            re.I,
        )
        if tail and at > 0 and all_names(tail[1], alone=True):
            found.append(
                Found(
                    tail[1].strip(" ."),
                    at + tail.start(1),
                    at + tail.start(1) + len(tail[1].strip(" .")),
                )
            )
        at -= 1
    inline = re.search(rf"(?:[.!?🙏,] |\n)({WORD}(?: {WORD}){{0,3}})[ .]*$", text.rstrip())
    if (
        inline
        and _CLOSED.search(text[max(inline.start(1) - 60, 0) : inline.start(1)])
        and all_names(inline[1], alone=True)
    ):
        name = inline[1].strip(" .")
        found.append(Found(name, inline.start(1), inline.start(1) + len(name)))
    return found


def all_names(text: str, *, alone: bool) -> bool:
    parts = text.replace(".", " ").split()
    return (
        bool(parts)
        and parts[0][0].isupper()
        and all(
            part in PARTICLES or (part[0].isupper() and part.lower() not in NOT_A_NAME)
            for part in parts
        )
        and (alone or len(parts) > 1)
        and not all(is_ordinary(part.lower()) for part in parts)
        and not any(part.isupper() and len(part) > 1 for part in parts)
        and len(text) > 3
    )
