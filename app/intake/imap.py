"""A mailbox by IMAP: `imaps://user:password@host:993/INBOX`, `imap://` on this machine only.

A letter that was dealt with is moved, not marked: a colleague who opens one in webmail marks it.
"""

import imaplib
import re
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from urllib.parse import unquote, urlsplit

from imap_tools import MailBox, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError, MailboxLoginError
from imap_tools.mailbox import BaseMailBox

from app.intake.letterbox import Aside, MailboxAway, Waiting

_TLS_PORT, _PLAIN_PORT = 993, 143
_SIZE = re.compile(rb"(?=.*\bUID (\d+))(?=.*\bRFC822\.SIZE (\d+))")


class ImapMailbox:
    """One folder of one account. `timeout` is seconds for each answer."""

    def __init__(self, url: str, *, timeout: float, trust: ssl.SSLContext | None = None) -> None:
        self._url = urlsplit(url)
        self._timeout = timeout
        self._trust = trust

    @contextmanager
    def opened(self) -> Iterator["ImapFolder"]:
        with _asking():
            box = self._box()
        try:
            with _asking():
                self._enter(box)
            yield ImapFolder(box)
        finally:
            # What was asked of it is done, or has failed already.
            with suppress(ImapToolsError, imaplib.IMAP4.error, OSError):
                box.logout()

    def _box(self) -> BaseMailBox:
        host = self._url.hostname or "localhost"
        if self._url.scheme == "imap":
            return MailBoxUnencrypted(host, self._url.port or _PLAIN_PORT, timeout=self._timeout)
        trust = self._trust or ssl.create_default_context()
        port = self._url.port or _TLS_PORT
        return MailBox(host, port, timeout=self._timeout, ssl_context=trust)

    def _enter(self, box: BaseMailBox) -> None:
        user, password = unquote(self._url.username or ""), unquote(self._url.password or "")
        box.login(user, password, initial_folder=unquote(self._url.path.strip("/")) or "INBOX")
        # Many servers say only now that they can move.
        _, said = box.client.capability()
        box.client.capabilities = tuple(said[0].decode().upper().split())


class ImapFolder:
    def __init__(self, box: BaseMailBox) -> None:
        self._box = box
        self._known: set[Aside] = set()

    def waiting(self, *, limit: int) -> Sequence[Waiting]:
        with _asking():
            uids = sorted(self._box.uids("UNDELETED"), key=int)[:limit]
            if not uids:
                return ()
            _, rows = self._box.client.uid("FETCH", ",".join(uids), "(UID RFC822.SIZE)")
        found = [_SIZE.match(row) for row in rows if isinstance(row, bytes)]
        sizes = {match[1].decode(): int(match[2]) for match in found if match}
        return [Waiting(uid, sizes[uid]) for uid in uids if uid in sizes]

    def content(self, uid: str) -> bytes:
        with _asking():
            _, rows = self._box.client.uid("FETCH", uid, "(BODY.PEEK[])")
        return next((bytes(row[1]) for row in rows if isinstance(row, tuple)), b"")

    def put(self, uid: str, aside: Aside) -> None:
        with _asking():
            if aside not in self._known and not self._box.folder.exists(aside.value):
                self._box.folder.create(aside.value)
            self._known.add(aside)
            self._box.move(uid, aside.value)

    def count(self, aside: Aside) -> int:
        with _asking():
            if not self._box.folder.exists(aside.value):
                return 0
            return int(self._box.folder.status(aside.value, ["MESSAGES"])["MESSAGES"])


@contextmanager
def _asking() -> Iterator[None]:
    """The libraries' many words for one thing: not now. The server's own may name people."""
    try:
        yield
    except MailboxLoginError as error:
        raise MailboxAway("nama atau kata sandi ditolak") from error
    except ssl.SSLError as error:
        raise MailboxAway("sertifikat atau sambungan TLS ditolak") from error
    except OSError as error:
        raise MailboxAway(f"tidak terjangkau ({type(error).__name__})") from error
    except (ImapToolsError, imaplib.IMAP4.error) as error:
        raise MailboxAway(f"tidak melayani ({type(error).__name__})") from error
