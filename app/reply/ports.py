"""What Loket asks of the mail."""

from dataclasses import dataclass
from typing import Protocol


class MailUnavailable(Exception):
    """The mail server is away or busy; the same mail is tried again later."""


class MailRefused(Exception):
    """This mail will never be taken; the text says why, without the address."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One mail. `mail_id` is its Message-ID without brackets, the same at every try."""

    to: str
    subject: str
    body: str
    mail_id: str


class Mailer(Protocol):
    def send(self, mail: Outgoing) -> None:
        """Returns when the server has taken it. Raises MailUnavailable or MailRefused."""
        ...
