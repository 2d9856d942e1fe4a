"""What Loket asks of the mail."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class MailUnavailable(Exception):
    """The mail server is away or busy; the same mail is tried again later."""


class MailRefused(Exception):
    """This mail will never be taken; the text says why, without the address."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One mail. `mail_id` is its Message-ID without brackets, the same at every try.

    `html` says the same as `body`; "" for a mail of text alone. `is_answer`: somebody wrote first.
    """

    to: str
    subject: str
    body: str
    mail_id: str
    html: str = ""
    is_answer: bool = True


class Mailer(Protocol):
    def send(self, mail: Outgoing) -> None:
        """Returns when the server has taken it. Raises MailUnavailable or MailRefused."""
        ...


class ThreadUnavailable(Exception):
    """The help centre is away or busy, and surely took nothing; tried again later."""


class ThreadUncertain(Exception):
    """No answer came: the reply may stand there, or may not."""


class ThreadRefused(Exception):
    """This reply will never be taken; the text says why in a word."""


class HelpCentre(Protocol):
    """The comments below one article. Each raises ThreadUnavailable or ThreadRefused."""

    def post(self, body: str) -> str:
        """The number of the new comment. Raises ThreadUncertain where no answer came."""
        ...

    def find(self, body: str, since: datetime) -> str:
        """The number of a comment with these words, written then or later; "" for none."""
        ...

    def shows(self, comment_id: str, body: str) -> bool:
        """Whether that comment stands there with these words."""
        ...
