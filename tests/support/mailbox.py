"""A real IMAP server with one mailbox, in memory, and what a test puts into it."""

import imaplib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from app.intake.letterbox import Aside
from tests.support.postbox import free_port

USER, PASSWORD = "bantuan@loket.example", "kata:sandi@/1"
_SERVE = "import sys; from pymap.main import main; sys.exit(main())"
_STARTS_WITHIN = 20.0  # seconds


class MailServer:
    """The server as another program sees it, over one connection: signing in takes it long."""

    def __init__(self, port: int) -> None:
        account = f"{quote(USER, safe='')}:{quote(PASSWORD, safe='')}"
        self.url = f"imap://{account}@127.0.0.1:{port}"
        self._box = _until_up(port)
        self._box.login(USER, PASSWORD)

    def receives(self, *mails: bytes) -> None:
        for mail in mails:
            self._box.append("INBOX", "", "", mail)

    def lying(self, folder: str | Aside = "INBOX") -> int:
        """How many mails lie there."""
        answer, count = self._box.select(folder)
        return int(count[0] or 0) if answer == "OK" else 0

    def empty(self) -> None:
        for folder in ("INBOX", *Aside):
            if self.lying(folder):
                self._box.store("1:*", "+FLAGS", r"(\Deleted)")
                self._box.expunge()

    def leave(self) -> None:
        self._box.logout()


@contextmanager
def served() -> Iterator[MailServer]:
    """The server, empty; it ends with the block."""
    port = free_port()
    command = [sys.executable, "-c", _SERVE, "--host", "127.0.0.1", "--port", str(port), "--no-tls"]
    account = ["dict", "--demo-data", "--demo-user", USER, "--demo-password", PASSWORD]
    with subprocess.Popen(
        [*command, *account], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            server = MailServer(port)
            server.empty()
            yield server
            server.leave()
        finally:
            process.terminate()


def _until_up(port: int) -> imaplib.IMAP4:
    deadline = time.monotonic() + _STARTS_WITHIN
    while True:
        try:
            return imaplib.IMAP4("127.0.0.1", port, timeout=5)
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
