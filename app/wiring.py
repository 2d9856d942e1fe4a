"""Adapters, built from settings: the only place that picks what is behind a port."""

import secrets
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path

import httpx

from app.access.links import Links
from app.intake import keys
from app.intake.imap import ImapMailbox
from app.intake.letterbox import Letterbox
from app.kit import working_hours
from app.kit.pace import Pace
from app.learning import apart, blind
from app.linking.marks import sealer
from app.lookup.accounts import USERS, DirectoryAccounts
from app.lookup.dapodik import WebServiceDapodik
from app.lookup.date_heard import DateHeard
from app.lookup.grant import READ_SCOPE, SCOPE, Grant, ServiceAccount
from app.lookup.http import CONNECT_SECONDS, Patience, open_outside, trusted
from app.lookup.http import Outside as Line
from app.lookup.once import ForLists
from app.lookup.ports import Accounts, Dapodik, Sources
from app.outside import Outside
from app.reading.facts import Incoming, Understanding
from app.reading.reader import Latest
from app.register.layered import LayeredDapodik
from app.register.snapshot import SnapshotAccounts, SnapshotDapodik
from app.reply.help_centre import ZendeskThread
from app.reply.mail import FolderMailer, SmtpMailer
from app.reply.ports import Mailer
from app.resolution.account_admin import DirectoryAdmin
from app.resolution.automatic import Watch, is_drawn
from app.resolution.earned import Terms
from app.settings import Settings, WrongSetting
from app.store.session import Database
from models.vocabulary import System

_SECRET_BYTES = 32
# Nobody listens there: a system whose address is not set is simply away, and work waits for it.
_NOWHERE = "http://127.0.0.1:9"
_NOBODY = "tidak-ada@guru.sd.belajar.id"


def outside(
    settings: Settings,
    *,
    clock: Callable[[], datetime],
    reader: Callable[[Incoming], Understanding] | None = None,
    database: Database | None = None,
) -> Outside:
    """Every port, as the settings ask. Raises WrongSetting for a key that cannot sign.

    `reader` is one loaded already: loading and proving a classifier takes a second. `database`
    holds the register's extracts; without it only live systems answer.
    """
    secret = secret_of(settings)
    clients = ExitStack()

    def kept(client: httpx.Client) -> httpx.Client:
        return clients.enter_context(client)

    def tracking_url(number: int) -> str:
        return f"{settings.public_url}/laporan/{number}?kunci={keys.key_for(number, secret)}"

    lines = _dapodik_lines(settings)
    for line in lines:
        kept(line.client)
    pace = _pace(settings)
    date = DateHeard(lambda: asking_the_time.get(f"{USERS}/{_NOBODY}"))
    reading, writing = (
        kept(_directory(settings, each, clock, pace=pace, date=date))
        for each in (READ_SCOPE, SCOPE)
    )
    directory = Line(reading, System.DIRECTORY)
    # With a breaker of its own: by a wrong clock each try fails, and tells the time all the same.
    asking_the_time = Line(reading, System.DIRECTORY, Patience(tries=1))
    kept_records = SnapshotDapodik(database) if database is not None else None
    layered = partial(_dapodik, settings, kept=kept_records)
    usual = Sources(_live(settings, lines, clock), _accounts(settings, directory, database))
    wait = _pace_of_lists(settings).wait
    slow = Sources(
        _live(settings, [replace(line, before=wait) for line in lines], clock),
        _accounts(settings, replace(directory, before=wait), database),
    )
    return Outside(
        read=reader or Latest(settings.classifier),
        dapodik=layered(usual.dapodik),
        accounts=usual.accounts,
        admin=DirectoryAdmin(writing, customer=settings.directory_customer),
        mailer=mailer(settings),
        tracking_url=tracking_url,
        seal=sealer(secret),
        links=Links(secret, settings.public_url),
        close=clients.close,
        hours=working_hours.parse(settings.hours),
        draws_blind=lambda number: blind.is_drawn(
            number, share=settings.blind_share, secret=secret
        ),
        fit=lambda training_id: apart.fit(settings, training_id),
        watch=watch(settings),
        stuck_after=timedelta(hours=settings.stuck_after_hours),
        help_centre=_help_centre(settings, kept) if has_help_centre(settings) else None,
        lists=ForLists(slow=slow, usual=usual, layered=layered, clock=clock),
        date=date if settings.directory_url else None,
        letterbox=letterbox(settings),
    )


def has_help_centre(settings: Settings) -> bool:
    """Whether public replies are sent by us; else they are copied by hand."""
    return bool(settings.zendesk_url and settings.zendesk_article)


def _help_centre(settings: Settings, kept: Callable[[httpx.Client], httpx.Client]) -> ZendeskThread:
    seconds = settings.outside_timeout
    client = httpx.Client(
        base_url=settings.zendesk_url,
        headers={"Authorization": f"Bearer {settings.zendesk_token.get_secret_value()}"},
        timeout=httpx.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS)),
        verify=trusted(),
    )
    return ZendeskThread(kept(client), settings.zendesk_article, settings.zendesk_locale)


def watch(settings: Settings) -> Watch:
    """How rules that act by themselves are watched."""
    secret = secret_of(settings)
    return Watch(
        is_allowed=settings.automation,
        terms=Terms(bar=settings.automation_bar, least=settings.automation_least),
        draws=lambda number: is_drawn(number, share=settings.audit_share, secret=secret),
    )


def reader(settings: Settings) -> Callable[[Incoming], Understanding]:
    """The champion of the shelf, loaded when something is first read."""
    latest = cache(Latest)

    def read(incoming: Incoming) -> Understanding:
        return latest(settings.classifier)(incoming)

    return read


def mailer(settings: Settings) -> Mailer:
    """SMTP where it is set, else files in a folder."""
    url = settings.smtp_url.get_secret_value()
    if url:
        return SmtpMailer(url, sender=settings.mail_from, timeout=settings.outside_timeout)
    return FolderMailer(outbox(settings), sender=settings.mail_from)


def letterbox(settings: Settings) -> Letterbox | None:
    """Where mail comes in; None where none is read."""
    url = settings.imap_url.get_secret_value()
    if not url:
        return None
    return Letterbox(
        ImapMailbox(url, timeout=settings.outside_timeout),
        ours=frozenset({settings.mail_from.lower()}),
        files=settings.data_dir / "attachments",
        first_number=settings.first_number,
        attachment_limit=settings.attachment_limit,
        attachments=settings.attachments_per_message,
    )


def outbox(settings: Settings) -> Path:
    return settings.data_dir / "outbox"


def secret_of(settings: Settings) -> bytes:
    """The set secret, else one made once and kept in the data folder.

    Several machines on one database must be given the same by setting.
    """
    if chosen := settings.secret_key.get_secret_value():
        return chosen.encode()
    path = settings.data_dir / "secret"
    if not path.exists():
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{secrets.token_hex(4)}")
        part.touch(mode=0o600)
        part.write_text(secrets.token_hex(_SECRET_BYTES), encoding="ascii")
        try:
            # Of two processes starting at once, the first to link wins, and both read its secret.
            path.hardlink_to(part)
        except FileExistsError:
            pass
        finally:
            part.unlink()
    return path.read_text(encoding="ascii").strip().encode()


def _dapodik_lines(settings: Settings) -> list[Line]:
    """The WebService, then the national search where there is one."""
    addresses = [settings.dapodik_url or _NOWHERE, *filter(None, [settings.portal_url])]
    return [
        open_outside(address, System.DAPODIK, timeout=settings.outside_timeout)
        for address in addresses
    ]


def _live(
    settings: Settings, lines: Sequence[Line], clock: Callable[[], datetime]
) -> WebServiceDapodik:
    service, *search = lines
    token = settings.dapodik_token.get_secret_value()
    return WebServiceDapodik(service, token, clock=clock, search=search[0] if search else None)


def _dapodik(settings: Settings, live: Dapodik, kept: Dapodik | None) -> Dapodik:
    """The WebService on top of the extract in force; each alone where the other is not there."""
    if kept is None:
        return live
    return LayeredDapodik(live, kept) if settings.dapodik_url else kept


def _accounts(settings: Settings, line: Line, database: Database | None) -> Accounts:
    """The live directory where it is set: an account's state of last night decides nothing."""
    if database is not None and not settings.directory_url:
        return SnapshotAccounts(database)
    return DirectoryAccounts(line, customer=settings.directory_customer)


def _pace(settings: Settings) -> Pace:
    """This process's part of what the directory may be asked, for looking and changing alike."""
    return Pace(per_second=settings.directory_per_second / settings.directory_processes)


def _pace_of_lists(settings: Settings) -> Pace:
    """Of all lists together, for one part of one list is looked up at a time (`owed.LISTS`).

    Half of what this process may ask the directory is left to single tickets whatever is set.
    """
    left = settings.directory_per_second / settings.directory_processes / 2
    return Pace(per_second=min(settings.list_per_second, left))


def _directory(
    settings: Settings, scope: str, clock: Callable[[], datetime], *, pace: Pace, date: DateHeard
) -> httpx.Client:
    """Every request keeps to `pace`, tokens too; every answer tells the `date`."""
    seconds = settings.outside_timeout
    timeout = httpx.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS))
    if not settings.directory_url:
        return httpx.Client(base_url=_NOWHERE, timeout=timeout, verify=trusted())
    account = ServiceAccount(
        client_email=settings.directory_client_email,
        private_key=_pem(settings.directory_private_key.get_secret_value()),
        subject=settings.directory_subject,
        token_url=settings.directory_token_url or f"{settings.directory_url}/token",
        scopes=(scope,),
    )
    try:
        grant = Grant(account, now=clock)
    except ValueError as error:
        raise WrongSetting(
            "Setting LOKET_DIRECTORY_PRIVATE_KEY is wrong: it is no RSA key in PEM form."
        ) from error
    return httpx.Client(
        base_url=settings.directory_url,
        auth=grant,
        timeout=timeout,
        verify=trusted(),
        event_hooks={
            "request": [lambda _request: pace.wait()],
            "response": [lambda response: date.hear(response.headers)],
        },
    )


def _pem(text: str) -> str:
    """The key itself, or what the file of that path holds."""
    if text.lstrip().startswith("-----BEGIN") or not text:
        return text
    try:
        return Path(text).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSetting(
            "Setting LOKET_DIRECTORY_PRIVATE_KEY is wrong: it names no readable file."
        ) from error
