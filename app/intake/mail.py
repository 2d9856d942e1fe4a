"""One e-mail as its bytes (RFC 5322, MIME): a letter for the desk, or why it is none.

Whoever stands in its From is a claim, as an address typed into the form is (DECISIONS 23).
"""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from enum import StrEnum
from typing import cast

from app.intake import mail_parts
from app.intake.mail_parts import Enclosed
from app.intake.mail_sender import WrongSender, sender_of
from app.intake.tidy import clipped, is_visible, one_line

LONGEST = 8000  # characters kept of the words; as of a form's description
_CUT = "\n[...]"
_OURS = re.compile(r"<\s*(tiket-\d{1,18}\.[A-Za-z0-9_-]{1,80}@loket)\s*>")
_NUMBER = re.compile(
    r"(?:\[#|(?:nomor|nomer|no)\.?\s*(?:laporan|tiket)[\s.:#]*)(\d{5,9})(?!\d)", re.I
)
_BEFORE = re.compile(r"^\s*(?:(?:re|bls|balas|trs|fwd?)\s*:|\[#\d{5,9}\])\s*", re.I)
# What is beyond takes the standard library minutes, in the time of everybody else's mail.
_LONGEST_HEADER = 2000  # characters
_MOST_SEAMS = 10_000  # lines that may part one part from the next
_MOST_NAMED = 20  # letters of ours that one mail may name
_MACHINES = ("mailer-daemon", "postmaster")
_FOR_MANY = frozenset({"bulk", "junk", "list", "auto_reply"})


class Why(StrEnum):
    """Why a mail becomes no message of a report."""

    AUTOMATIC = "automatic"  # a machine answers, or writes to many
    OURS = "ours"
    UNREADABLE = "unreadable"
    SENDER = "sender"  # not one plain address
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"  # of one sender within an hour
    FAILED = "failed"  # for a reason the log has


@dataclass(frozen=True, slots=True)
class NoLetter:
    """`is_expected`: nobody need look at it."""

    why: Why

    @property
    def is_expected(self) -> bool:
        return self.why in (Why.AUTOMATIC, Why.OURS)


@dataclass(frozen=True, slots=True)
class Letter:
    """What somebody wrote. `identity` is the same for the same mail, whatever way it came.

    `sender` is in small letters and unproven, `name` what it calls itself, "" where that is none.
    `text` are all the words, `own` those without what they answer to. `names` are letters of ours
    it answers, nearest first (Message-IDs without brackets); `number` is a nomor laporan of the
    subject. `wants_receipt` is False where the sender asks for no automatic answers.
    """

    identity: str
    sender: str
    name: str
    subject: str
    text: str
    own: str
    files: tuple[Enclosed, ...] = ()
    names: tuple[str, ...] = ()
    number: int | None = None
    wants_receipt: bool = True


class _Bounded(EmailPolicy):
    """No header is longer than anybody's mail needs. The newest references stand last."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        is_trail = name.lower() == "references"
        return name, value[-_LONGEST_HEADER:] if is_trail else value[:_LONGEST_HEADER]


_POLICY = _Bounded()


def read(content: bytes, *, ours: Collection[str]) -> Letter | NoLetter:
    """Never raises. `ours` are the addresses we write from, in small letters."""
    try:
        if content.count(b"\n--") > _MOST_SEAMS:
            return NoLetter(Why.UNREADABLE)
        # Any policy of this kind makes messages of the newer class.
        message = message_from_bytes(content, policy=cast("EmailPolicy[EmailMessage]", _POLICY))
        return _read(message, ours)
    except WrongSender:
        return NoLetter(Why.SENDER)
    # The standard library trips over broken headers and nesting in many ways.
    except Exception:
        return NoLetter(Why.UNREADABLE)


def _read(message: EmailMessage, ours: Collection[str]) -> Letter | NoLetter:
    if _is_automatic(message):
        return NoLetter(Why.AUTOMATIC)
    sender, name = sender_of(message)
    if sender in ours:
        return NoLetter(Why.OURS)
    if sender.partition("@")[0] in _MACHINES:
        return NoLetter(Why.AUTOMATIC)
    words, files = mail_parts.of(message)
    subject = _header(message, "Subject")
    own = mail_parts.without_quotes(words)
    about = _about(subject)
    if not is_visible(words) and not files and not is_visible(about):
        return NoLetter(Why.EMPTY)
    return Letter(
        identity=_identity(message, sender, words, files),
        sender=sender,
        name=name,
        subject=clipped(about, 200),
        text=_fitting(mail_parts.without_marks(words)),
        own=_fitting(own),
        files=files,
        names=_names(message),
        number=_number(subject),
        wants_receipt=not _header(message, "X-Auto-Response-Suppress"),
    )


def _is_automatic(message: EmailMessage) -> bool:
    """RFC 3834, and what is usual beside it."""
    submitted = _header(message, "Auto-Submitted").lower().partition(";")[0].strip()
    return (
        submitted not in ("", "no")
        or _header(message, "Precedence").lower() in _FOR_MANY
        or any(name in message for name in ("X-Autoreply", "X-Autorespond", "List-Id"))
        or _header(message, "Return-Path") == "<>"
        or message.get_content_type() == "multipart/report"
    )


def _header(message: EmailMessage, name: str) -> str:
    """Its first value in one line; "" where it is missing or cannot be read."""
    try:
        return one_line(str(message.get(name, "")))
    # The standard library trips over some broken headers itself.
    except Exception:
        return ""


def _names(message: EmailMessage) -> tuple[str, ...]:
    answered = _OURS.findall(_header(message, "In-Reply-To"))
    earlier = _OURS.findall(_header(message, "References"))
    return tuple(dict.fromkeys([*answered, *reversed(earlier)]))[:_MOST_NAMED]


def _number(subject: str) -> int | None:
    found = _NUMBER.search(subject)
    return int(found[1]) if found else None


def _about(subject: str) -> str:
    """Without the marks of answering and passing on."""
    subject = subject[:1000]
    while found := _BEFORE.match(subject):
        subject = subject[found.end() :]
    return subject.strip()


def _fitting(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - len(_CUT)].rstrip() + _CUT


def _identity(message: EmailMessage, sender: str, words: str, files: tuple[Enclosed, ...]) -> str:
    """Of what was sent, not of the Message-ID alone: anybody may use another's again."""
    said = [_header(message, name) for name in ("Message-ID", "Date", "Subject")]
    whole = hashlib.sha256()
    for part in (*said, sender, words):
        whole.update(f"{part}\x1f".encode(errors="replace"))
    for file in files:
        whole.update(hashlib.sha256(file.content).digest())
    return f"surel:{whole.hexdigest()}"
