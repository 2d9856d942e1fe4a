"""A real SMTP server that keeps what comes in, or answers with a status of its own."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from app.reply.mail import SmtpMailer


class Postbox:
    """What came in, and the server's word on the next."""

    def __init__(self) -> None:
        self.status = "250 OK"
        self.mails: list[Envelope] = []

    async def handle_RCPT(  # noqa: N802 the library's name and shape
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.status.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.status

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.mails.append(envelope)
        return "250 OK"


@contextmanager
def served() -> Iterator[tuple[Postbox, SmtpMailer]]:
    """The server and our way to it."""
    postbox = Postbox()
    controller = Controller(postbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    url = f"smtp://127.0.0.1:{controller.port}"
    try:
        yield postbox, SmtpMailer(url, sender="bantuan@loket.example", timeout=5)
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
