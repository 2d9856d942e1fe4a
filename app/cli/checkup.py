"""What `loket doctor` finds: settings with their origin, and the health of each system."""

import re
import time
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from pydantic import SecretStr

from app import wiring
from app.access.chain import signed
from app.cli import WrongCall
from app.cli.database import is_missing, opened, reason
from app.cli.extracts import age
from app.intake.letterbox import Aside, Mailbox, MailboxAway
from app.kit import tanggal
from app.kit.clock import APART_AT_MOST, lead
from app.lookup.dossier import STALE_AFTER
from app.lookup.ports import LookupUnavailable
from app.outside import Outside
from app.reading.classifier import ClassifierMismatch
from app.reading.shelf import Shelf
from app.resolution.ports import AdminRefused, AdminUnavailable
from app.settings import PREFIX, Settings, origin_of
from app.store import extracts, instants, slots, trail
from app.store.schema import is_current
from models import Extract
from models.values import Npsn

# In an address: what follows the user's name, up to the last at sign; or a parameter.
_PASSWORD = re.compile(r"(?<=://)([^:/@]*:).*(?=@)|(password=)[^&]+")
_MEANWHILE = "Yang menunggu tanggal ditahan sampai jam-jam itu cocok lagi"
_COUNTED = 100  # letters; more are not waited for
_NOBODY = "tidak-ada@guru.sd.belajar.id"
_NO_SCHOOL = Npsn.parse("69999999")


def listed(settings: Settings) -> Iterator[str]:
    """One line for each setting: name, value (secrets masked), where it came from, meaning."""
    for name, field in Settings.model_fields.items():
        variable, value = f"{PREFIX}{name.upper()}", getattr(settings, name)
        origin = origin_of(settings, name)
        yield f"{variable} = {_shown(value)}  ({origin}; {field.description})"


def checks(settings: Settings, *, now: datetime) -> Iterator[tuple[str, str]]:
    """Each system with its trouble in one sentence; "" where it is well."""
    begun = time.monotonic()
    yield "basis data", _database(settings)
    yield "pengklasifikasi", _classifier(settings)
    trouble, words = _trail(settings)
    yield words, trouble
    extract = _extract(settings)
    yield (f"ekstrak Dapodik ({_aged(extract, now)})"), _too_old(extract, now)
    outside = wiring.outside(settings, clock=lambda: now)
    unset = "" if extract else "belum diatur, dan belum ada ekstrak (loket snapshot load)"
    yield (
        "Dapodik",
        _dapodik(outside) if settings.dapodik_url else unset and f"LOKET_DAPODIK_URL {unset}",
    )
    yield (
        "direktori akun",
        _directory(outside) if settings.directory_url else unset and f"LOKET_DIRECTORY_URL {unset}",
    )
    # What is away was waited for, perhaps for minutes.
    yield "jam", _clock(settings, outside, now + timedelta(seconds=time.monotonic() - begun))
    if outside.letterbox is not None:
        trouble, words = _mailbox(outside.letterbox.mailbox)
        yield f"surat masuk (IMAP{words})", trouble
    outside.close()
    surat = settings.smtp_url.get_secret_value()
    yield ("surat (SMTP)" if surat else f"surat (folder {wiring.outbox(settings)})"), ""


def _trail(settings: Settings) -> tuple[str, str]:
    """Trouble with the head of the audit trail, and the head itself, to be noted elsewhere."""
    try:
        with opened(settings) as database:
            if is_missing(database) or not is_current(database):
                return "", "jejak audit (belum ada)"
            with database.read() as session:
                head = trail.newest_anchor(session)
    except Exception:
        return "", "jejak audit (basis data tidak terbaca)"
    if head is None:
        return "", "jejak audit (belum ada)"
    made = signed(head.day, head.seq, head.hash, wiring.secret_of(settings), is_cut=head.is_cut)
    is_ours = made.signature == head.signature
    trouble = "" if is_ours else "kepala rantai tidak bertanda tangan kami (loket trail verify)"
    return trouble, f"jejak audit (baris {head.seq}, {head.hash[:16]})"


def _classifier(settings: Settings) -> str:
    try:
        Shelf(settings.classifier).load()
    except FileNotFoundError:
        return "belum dilatih (loket train)"
    except ClassifierMismatch as error:
        return f"tidak dapat dipakai: {error}"
    return ""


def _database(settings: Settings) -> str:
    try:
        with opened(settings) as database:
            if is_missing(database) or not is_current(database):
                return "skema belum yang terbaru (loket migrate)"
    except WrongCall as error:
        return str(error)
    except Exception as error:  # whatever is wrong with it is the finding
        return reason(error)
    return ""


def _extract(settings: Settings) -> Extract | None:
    """None also where the database cannot be asked; `_database` says why."""
    try:
        with opened(settings) as database:
            if is_missing(database) or not is_current(database):
                return None
            with database.read() as session:
                return extracts.in_force(session)
    except Exception:
        return None


def _aged(extract: Extract | None, now: datetime) -> str:
    if extract is None:
        return "belum ada"
    return f"{tanggal.short_instant(extract.extracted_at)}, {age(extract, now)}"


def _too_old(extract: Extract | None, now: datetime) -> str:
    if extract is None or now - extract.extracted_at <= STALE_AFTER:
        return ""
    return "lebih dari 48 jam, perubahan akun ditahan; muat ekstrak baru (loket snapshot load)"


def _dapodik(outside: Outside) -> str:
    try:
        outside.dapodik.school(_NO_SCHOOL)
    except LookupUnavailable as error:
        return str(error)
    return ""


def _directory(outside: Outside) -> str:
    try:
        outside.admin.state(_NOBODY)
    except (AdminUnavailable, AdminRefused) as error:
        return str(error)
    return ""


def _mailbox(mailbox: Mailbox) -> tuple[str, str]:
    """Trouble, and what lies there: what waits is looked for each minute by a worker."""
    try:
        with mailbox.opened() as box:
            waiting = len(box.waiting(limit=_COUNTED))
            refused = box.count(Aside.REFUSED)
    except MailboxAway as error:
        return f"{error}; surat menunggu di sana", ""
    more = "+" if waiting == _COUNTED else ""
    return "", f"; {waiting}{more} menunggu, {refused} perlu dilihat di {Aside.REFUSED.value}"


def _clock(settings: Settings, outside: Outside, now: datetime) -> str:
    """Ours beside the database server's and the directory's, which has just answered; then those
    of the workers. A database that cannot be asked says so in its own line."""
    told = [("direktori akun", outside.date.now() if outside.date else None)]
    workers: Mapping[str, timedelta] = {}
    try:
        with opened(settings) as database:
            if not is_missing(database) and is_current(database):
                told.append(("basis data", instants.of_server(database)))
                with database.read() as session:
                    workers = slots.ahead(session, by=APART_AT_MOST)
    except Exception:
        workers = {}
    found = [f"jam komputer ini {_led(by, whose)}" for whose, at in told if (by := lead(now, at))]
    found += [f"jam pekerja {name} {_led(by, 'basis data')}" for name, by in workers.items()]
    return f"{'; '.join(found)}. {_MEANWHILE}" if found else ""


def _led(by: timedelta, whose: str) -> str:
    minutes = abs(by) // timedelta(minutes=1)
    span = f"{minutes} menit" if minutes < 120 else f"{minutes // 60} jam"
    return f"{span} lebih {'cepat' if by > timedelta(0) else 'lambat'} daripada jam {whose}"


def _shown(value: object) -> str:
    if isinstance(value, SecretStr):
        return "********" if value.get_secret_value() else "(kosong)"
    if isinstance(value, tuple):
        return f"{len(value)} buah" if value else "(kosong)"
    return _PASSWORD.sub(r"\1\2********", str(value)) or "(kosong)"
