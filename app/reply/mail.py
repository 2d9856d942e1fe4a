"""Mail by SMTP, or into a folder where no server is set."""

import hashlib
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote, urlsplit

from app.reply.ports import MailRefused, MailUnavailable, Outgoing

_SUBMISSION_PORT = 587
_TLS_PORT = 465
_PLAIN_PORT = 25


class SmtpMailer:
    """Through one server: `smtp://user:password@host:587` (STARTTLS where offered), `smtps://`."""

    def __init__(self, url: str, *, sender: str, timeout: float) -> None:
        self._url = urlsplit(url)
        self._sender = sender
        self._timeout = timeout

    def send(self, mail: Outgoing) -> None:
        message = as_message(mail, sender=self._sender)
        try:
            with self._connection() as server:
                # An empty envelope sender, so that no automatic answer comes back (RFC 3834).
                server.send_message(message, from_addr="", to_addrs=[mail.to])
        except smtplib.SMTPRecipientsRefused as error:
            code, reason = next(iter(error.recipients.values()))
            raise _meaning(code, reason) from error
        except smtplib.SMTPResponseException as error:
            raise _meaning(error.smtp_code, error.smtp_error) from error
        except (smtplib.SMTPException, OSError) as error:
            raise MailUnavailable(type(error).__name__) from error

    @contextmanager
    def _connection(self) -> Iterator[smtplib.SMTP]:
        host = self._url.hostname or "localhost"
        secure = ssl.create_default_context()
        if self._url.scheme == "smtps":
            port = self._url.port or _TLS_PORT
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                host, port, timeout=self._timeout, context=secure
            )
        else:
            port = self._url.port or (_SUBMISSION_PORT if self._url.username else _PLAIN_PORT)
            server = smtplib.SMTP(host, port, timeout=self._timeout)
        with server:
            server.ehlo()
            if self._url.scheme != "smtps" and server.has_extn("starttls"):
                server.starttls(context=secure)
                server.ehlo()
            if self._url.username:
                server.login(unquote(self._url.username), unquote(self._url.password or ""))
            yield server


class FolderMailer:
    """Each mail a file; a repeat of the same mail is the same file."""

    def __init__(self, folder: Path, *, sender: str) -> None:
        self._folder = folder
        self._sender = sender

    def send(self, mail: Outgoing) -> None:
        name = hashlib.sha256(mail.mail_id.encode()).hexdigest()[:24]
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part = self._folder / f"{name}.part"
            part.write_bytes(bytes(as_message(mail, sender=self._sender)))
            part.replace(self._folder / f"{name}.eml")
        except OSError as error:
            raise MailUnavailable(type(error).__name__) from error


def as_message(mail: Outgoing, *, sender: str) -> EmailMessage:
    """The mail in MIME. Raises MailRefused for an address or subject that cannot be a header."""
    message = EmailMessage()
    try:
        message["From"] = Address("Helpdesk Akun belajar.id", addr_spec=sender)
        message["To"] = Address(addr_spec=mail.to)
        message["Subject"] = mail.subject
    # The standard library trips over some broken addresses itself.
    except (ValueError, IndexError, AttributeError, MessageError) as error:
        raise MailRefused("alamat atau perihal tidak sah") from error
    message["Message-ID"] = f"<{mail.mail_id}>"
    message["Auto-Submitted"] = "auto-replied" if mail.is_answer else "auto-generated"
    message.set_content(mail.body)
    if mail.html:
        message.add_alternative(mail.html, subtype="html")
    return message


def _meaning(code: int, reason: bytes | str) -> MailUnavailable | MailRefused:
    """5xx is for good, anything else for now."""
    text = reason.decode(errors="replace") if isinstance(reason, bytes) else reason
    # The server's sentence may name the address; its code says enough.
    first = f"{code} {text.split()[0] if text.split() else ''}".strip()
    return MailRefused(first) if 500 <= code < 600 else MailUnavailable(first)
