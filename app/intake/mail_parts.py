"""The words and files of an e-mail, from its parts; and the words without what they answer to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage, Message

from app.intake.markup import text_of_html
from app.intake.tidy import plain_lines

_MOST_PARTS, _DEEPEST = 100, 10
_MOST_TEXT = 100_000  # characters of a part that are looked at, markup with them
_SMALLEST_PICTURE = 8_000  # bytes; what is smaller within the words is a logo or a counter
# Signatures of mail programs, which nobody meant to send as a file.
_SEALS = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
)
# Of the codecs Python knows, those that are writing. `idna` and its like are none.
_WRITING = re.compile(r"(utf|iso|windows|cp|us-ascii|ascii|latin|koi8|gb|big5|shift|euc|mac)", re.I)

_HEAD = re.compile(r"\W*(?:pada|on)\b.{4,250}\b(?:menulis|wrote)\s*:", re.I)
_ORIGINAL = re.compile(r"\W*-{2,}\s*(?:pesan asli|original message)\b", re.I)
_FROM = re.compile(r"\W*(?:dari|from)\s*:\s*\S", re.I)
_BESIDE = re.compile(
    r"\W*(?:dikirim|sent|kepada|to|tanggal|date|perihal|subje[ck]t?)\s*:\s*\S", re.I
)
_PROGRAM = re.compile(
    r"(?:dikirim|terkirim) dari |sent from (?:my|outlook) |get outlook for ", re.I
)
_HEAD_LINES = 3  # over which mail programs wrap "Pada ... menulis:"
_BLOCK_LINES = 6


class TooNested(Exception):
    """More parts, or deeper ones, than anybody's mail has."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file as it came; nobody has looked into it."""

    filename: str
    content: bytes


def of(message: EmailMessage) -> tuple[str, tuple[Enclosed, ...]]:
    """The words, and the files: attached ones first. Raises TooNested."""
    if sum(1 for _ in message.walk()) > _MOST_PARTS:
        raise TooNested
    words: list[str] = []
    attached: list[Enclosed] = []
    within: list[Enclosed] = []
    for part in _leaves(message, 0):
        if part.get_content_type() in _SEALS:
            continue
        if _is_text(part):
            words.append(_words(part))
        elif (
            part.get_content_disposition() == "attachment" or part.get_content_maintype() != "image"
        ):
            attached.append(_enclosed(part))
        elif len((picture := _enclosed(part)).content) >= _SMALLEST_PICTURE:
            within.append(picture)
    return "\n\n".join(filter(None, words)), (*attached, *within)


def without_quotes(words: str) -> str:
    """What was written anew: no earlier letter below, no quoted lines, no mark of the program."""
    lines = words.split("\n")
    begins = next((place for place in range(len(lines)) if _begins_quote(lines, place)), len(lines))
    below = lines[begins:]
    head = _head_length(below)
    marked = head > 0 and any(line.startswith(">") for line in below)
    # Who answers between quoted lines, or below them, wrote what is not marked.
    own = [*lines[:begins], *(below[head:] if marked else [])]
    own = [line for line in own if not line.startswith(">")]
    end = next((place for place, line in enumerate(own) if _ends(line)), len(own))
    return "\n".join(own[:end]).strip()


def without_marks(words: str) -> str:
    """Without the lines mail programs put below: whoever reads on takes them for the end of all
    that was written, of later messages too."""
    lines = [line for line in words.split("\n") if not _PROGRAM.match(line)]
    return "\n".join(lines).strip()


def _ends(line: str) -> bool:
    return line.rstrip() == "--" or _PROGRAM.match(line) is not None


def _leaves(part: Message, depth: int) -> Iterator[EmailMessage]:
    """Of alternatives one, plain words first; a mail within the mail stays whole."""
    if depth > _DEEPEST:
        raise TooNested
    assert isinstance(part, EmailMessage)  # noqa: S101 of policy.default
    inner = part.get_payload() if part.is_multipart() else None
    if part.get_content_maintype() != "multipart" or not isinstance(inner, list):
        yield part
        return
    parts = [each for each in inner if isinstance(each, EmailMessage)]
    if part.get_content_subtype() == "alternative":
        parts = _best(parts)
    for each in parts:
        yield from _leaves(each, depth + 1)


def _best(parts: Sequence[EmailMessage]) -> list[EmailMessage]:
    """Plain words where they say anything; else the last, which is the richest."""
    plain = [each for each in parts if each.get_content_type() == "text/plain"]
    pick = next((each for each in plain if _words(each)), None)
    return [pick] if pick is not None else list(parts[-1:])


def _is_text(part: EmailMessage) -> bool:
    is_file = part.get_content_disposition() == "attachment" or part.get_filename()
    return part.get_content_type() in ("text/plain", "text/html") and not is_file


def _words(part: EmailMessage) -> str:
    text = _decoded(_bytes(part), part.get_content_charset("us-ascii"))[:_MOST_TEXT]
    if part.get_content_subtype() == "html":
        return text_of_html(text)
    return "\n".join(plain_lines(text)).strip()


def _decoded(content: bytes, named: str) -> str:
    """In the charset it names, else as UTF-8, else as what Windows writes; never fails."""
    for charset in (named if _WRITING.match(named) else "utf-8", "utf-8"):
        try:
            return content.decode(charset)
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", errors="replace")


def _enclosed(part: EmailMessage) -> Enclosed:
    return Enclosed(part.get_filename() or "", _bytes(part))


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _begins_quote(lines: Sequence[str], place: int) -> bool:
    return (
        _head_length(lines[place : place + _HEAD_LINES]) > 0
        or _ORIGINAL.match(lines[place]) is not None
        or _is_block(lines, place)
    )


def _head_length(lines: Sequence[str]) -> int:
    """How many lines "Pada ... menulis:" takes; 0 where it does not stand here."""
    for count in range(1, min(_HEAD_LINES, len(lines)) + 1):
        if _HEAD.fullmatch(" ".join(lines[:count]).strip()):
            return count
    return 0


def _is_block(lines: Sequence[str], place: int) -> bool:
    """The head of an earlier letter as Outlook copies it."""
    if not _FROM.match(lines[place]):
        return False
    block = lines[place + 1 : place + _BLOCK_LINES]
    return sum(1 for line in block if _BESIDE.match(line)) >= 2
