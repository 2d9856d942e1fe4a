"""A real IMAP server with one mailbox, in memory, and what a test puts into it."""

import imaplib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from app.intake.letterbox import Aside
from tests.support.postbox import free_port

USER, PASSWORD = "bantuan@loket.example", "kata:sandi@/1"
_SERVE = "import sys; from pymap.main import main; sys.exit(main())"
_STARTS_WITHIN = 20.0  # seconds


@dataclass(frozen=True, slots=True)
class MailServer:
    """Each call is a connection of its own, as another program's would be."""

    port: int

    @property
    def url(self) -> str:
        return f"imap://{quote(USER, safe='')}:{quote(PASSWORD, safe='')}@127.0.0.1:{self.port}"

    def receives(self, *mails: bytes) -> None:
        with self._open() as box:
            for mail in mails:
                box.append("INBOX", "", "", mail)

    def lying(self, folder: str | Aside = "INBOX") -> int:
        """How many mails lie there."""
        with self._open() as box:
            answer, count = box.select(f'"{folder}"')
            return int(count[0] or 0) if answer == "OK" else 0

    def empty(self) -> None:
        with self._open() as box:
            for folder in ("INBOX", *Aside):
                if box.select(folder)[0] == "OK":
                    box.store("1:*", "+FLAGS", r"(\Deleted)")
                    box.expunge()

    @contextmanager
    def _open(self) -> Iterator[imaplib.IMAP4]:
        box = imaplib.IMAP4("127.0.0.1", self.port, timeout=5)
        box.login(USER, PASSWORD)
        try:
            yield box
        finally:
            box.logout()


@contextmanager
def served() -> Iterator[MailServer]:
    """The server, empty; it ends with the block."""
    server = MailServer(free_port())
    command = [sys.executable, "-c", _SERVE, "--host", "127.0.0.1", "--port", str(server.port)]
    account = ["--demo-data", "--demo-user", USER, "--demo-password", PASSWORD]
    with subprocess.Popen(
        [*command, "--no-tls", "dict", *account],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _until_up(server)
            yield server
        finally:
            process.terminate()


def _until_up(server: MailServer) -> None:
    deadline = time.monotonic() + _STARTS_WITHIN
    while True:
        try:
            server.empty()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
