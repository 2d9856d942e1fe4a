"""A colleague's own wish: to which address, proved by a code sent there, and whether at all."""

import hmac
from datetime import datetime, timedelta

from app.access import limits
from app.access.links import Links
from app.intake.addresses import is_mail
from app.kit.errors import Refusal
from app.reply.compose import texts, tidied
from app.store import letters, owed
from app.store.session import Session
from models import Staff, StaffLetter, StaffMail
from models.vocabulary import Language

CODE_LASTS = timedelta(days=1)
# Stands in the stored letter where the code goes; it is put in when the letter is sent.
CODE = "[kode; hanya tertera pada surat yang dikirim]"
_LETTERS = {Language.ID: "own_address.txt", Language.EN: "own_address.en.txt"}
_SUBJECTS = {
    Language.ID: "Kode konfirmasi alamat Anda di Loket",
    Language.EN: "The code that confirms your address at Loket",
}


class NoAddress(Refusal):
    """422: no address that a mail system would take."""

    status = 422
    key = "weekly.no_address"


class WrongCode(Refusal):
    """422: not the code that was sent there, or one of more than a day ago."""

    status = 422
    key = "weekly.wrong_code"


class NotConfirmed(Refusal):
    """409: nobody has confirmed that address yet."""

    key = "weekly.not_confirmed"


def ask(session: Session, who: Staff, address: str, *, now: datetime) -> StaffMail:
    """A code is sent to that address; nothing else until it came back.

    Raises NoAddress, TooManyTries.
    """
    typed = address.strip()
    if not is_mail(typed):
        raise NoAddress
    _count(session, who, now)
    mail = letters.locked_mail(session, who.id)
    mail = mail or StaffMail(staff_id=who.id, address=typed, asked_at=now)
    mail.address, mail.asked_at = typed, now
    mail.confirmed_at = mail.weekly_since = None
    session.add(mail)
    letter = StaffLetter(
        staff_id=who.id,
        to=typed,
        subject=_SUBJECTS[who.language],
        body=tidied(_texts.get_template(_LETTERS[who.language]).render(code=CODE)),
        mail_id=f"alamat-{who.id}-{now:%Y%m%d%H%M%S%f}@loket",
        created_at=now,
    )
    owed.post(session, letters.add(session, letter))
    return mail


def body_of(letter: StaffLetter, mail: StaffMail, links: Links) -> str:
    """What is sent: the code in its place."""
    return letter.body.replace(CODE, links.address_code(mail))


def confirm(session: Session, who: Staff, code: str, links: Links, *, now: datetime) -> None:
    """The address is theirs, and the weekly letter comes from now on. Raises WrongCode."""
    mail = letters.locked_mail(session, who.id)
    said = "".join(code.split()).upper().encode()
    is_open = mail is not None and now < mail.asked_at + CODE_LASTS
    if mail is None or not is_open or not hmac.compare_digest(said, _code(links, mail)):
        raise WrongCode
    mail.confirmed_at = mail.confirmed_at or now
    mail.weekly_since = mail.weekly_since or now
    session.add(mail)


def start(session: Session, who: Staff, *, now: datetime) -> None:
    """Again, to the address confirmed before. Raises NotConfirmed."""
    mail = letters.locked_mail(session, who.id)
    if mail is None or mail.confirmed_at is None:
        raise NotConfirmed
    mail.weekly_since = mail.weekly_since or now
    session.add(mail)


def stop(session: Session, who: Staff) -> None:
    """No letter any more; the address stays confirmed."""
    mail = letters.locked_mail(session, who.id)
    if mail is not None:
        mail.weekly_since = None
        session.add(mail)


def forget(session: Session, who: Staff) -> None:
    """Neither letter nor address."""
    letters.forget_mail(session, who.id)


def count_try(session: Session, who: Staff, *, now: datetime) -> None:
    """One code tried. Raises TooManyTries."""
    _count(session, who, now)


def _count(session: Session, who: Staff, now: datetime) -> None:
    limits.check(session, limits.OWN_ADDRESS, "alamat", who.username, now=now)
    limits.count(session, "alamat", who.username, now=now)


def _code(links: Links, mail: StaffMail) -> bytes:
    return links.address_code(mail).encode()


_texts = texts("letters")
