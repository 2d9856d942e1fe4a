"""What Loket asks of the mailbox that letters come into."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

_ENCODED = 4 / 3  # what base64 makes of a file
_BESIDE = 1_000_000  # bytes: words, markup, heads


class MailboxAway(Exception):
    """Not reached, or it would not; everything in it is still there. The text says why."""


class Aside(StrEnum):
    """Folders of the mailbox: where a letter lies once it was dealt with."""

    TAKEN = "Loket-Diterima"
    SKIPPED = "Loket-Dilewati"  # of machines, and our own
    REFUSED = "Loket-Ditolak"  # a person must look at it


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter nobody has dealt with; `size` is bytes as sent."""

    uid: str
    size: int


class OpenMailbox(Protocol):
    """Each raises MailboxAway."""

    def waiting(self, *, limit: int) -> Sequence[Waiting]:
        """Oldest first, read by somebody or not."""
        ...

    def content(self, uid: str) -> bytes:
        """As it came; the mailbox notes nothing of it. Empty for one that is gone."""
        ...

    def put(self, uid: str, aside: Aside) -> None: ...

    def count(self, aside: Aside) -> int:
        """How many lie there; 0 for a folder that is not there yet."""
        ...


class Mailbox(Protocol):
    def opened(self) -> AbstractContextManager[OpenMailbox]:
        """Raises MailboxAway."""
        ...


@dataclass(frozen=True, slots=True)
class Letterbox:
    """The mailbox, and what is taken from it. `ours` are addresses we write from; `files` is the
    folder of attachments, of which a message has at most `attachments`, each of at most
    `attachment_limit` bytes. Numbers are issued above `first_number`."""

    mailbox: Mailbox
    ours: frozenset[str]
    files: Path
    first_number: int
    attachment_limit: int
    attachments: int

    @property
    def largest(self) -> int:
        """Bytes of a whole letter that are read; one file more than is kept still fits."""
        return int((self.attachments + 1) * self.attachment_limit * _ENCODED) + _BESIDE
