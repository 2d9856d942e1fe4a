"""Letters of the mailbox become reports, or messages of reports that are there already.

A letter is committed first and moved afterwards: whatever stops us in between, the next look finds
it once more, and knows it again.
"""

from collections.abc import Sequence
from datetime import datetime

import structlog

from app import further, states
from app.access import limits
from app.intake import mail, receive
from app.intake.attachments import Unacceptable, accept
from app.intake.evidence import Upload
from app.intake.letterbox import Aside, Letterbox, MailboxAway, OpenMailbox, Waiting
from app.intake.mail import Letter, NoLetter, Why
from app.intake.mail_parts import Enclosed
from app.intake.receive import Submission
from app.outside import Outside
from app.reply import letters, receipt
from app.store import replies, tickets
from app.store.session import Database, DatabaseAway, Session
from models import Ticket
from models.vocabulary import Channel

_AT_ONCE = 100  # letters of one look; what is left waits a minute
_OTHER_FILE = "other"
_WORDLESS = "(surel tanpa kata-kata)"

log = structlog.get_logger(__name__)


def look(database: Database, outside: Outside, *, now: datetime) -> None:
    """Every letter that waits is taken in, or put aside with the reason in the log.

    A mailbox that is away, and a full disk, leave it there for the next look. Raises DatabaseAway.
    """
    letterbox = outside.letterbox
    if letterbox is None:
        return
    try:
        with letterbox.mailbox.opened() as box:
            for waiting in box.waiting(limit=_AT_ONCE):
                letter = _letter(letterbox, box, waiting)
                if letter is None:
                    continue
                why = _taken(database, outside, letterbox, letter, now=now)
                box.put(waiting.uid, _aside(why, waiting))
    except MailboxAway as error:
        log.warning("mailbox away", reason=str(error))
    except OSError as error:
        log.warning("letters not stored", error=type(error).__name__)


def take(
    database: Database, outside: Outside, letterbox: Letterbox, letter: Letter, *, now: datetime
) -> Why | None:
    """On disk when this returns None; else why it is not. The same letter again changes nothing."""
    with database.read() as session:
        if _is_known(session, letter):
            return None
        try:
            limits.check(session, limits.MAIL_PER_SENDER, "surel", letter.sender, now=now)
        except limits.TooManyTries:
            return Why.TOO_MANY
    uploads = _fit(letter.files, letterbox)
    with database.write() as session:
        limits.count(session, "surel", letter.sender, now=now)
        ticket = _belongs_to(session, letter)
        if ticket is None:
            ticket = _reported(session, outside, letterbox, letter, uploads, now=now)
        elif not letter.own and not uploads:
            return Why.EMPTY
        else:
            ticket = _added(session, letterbox, ticket, letter, uploads, now=now)
        refused = len(letter.files) - len(uploads)
        if ticket is not None and refused:
            states.happened(session, ticket, "files_refused", states.LOKET, now, files=refused)
    return None


def _letter(letterbox: Letterbox, box: OpenMailbox, waiting: Waiting) -> Letter | NoLetter | None:
    """None where somebody took it away meanwhile."""
    if waiting.size > letterbox.largest:
        return NoLetter(Why.TOO_LARGE)
    content = box.content(waiting.uid)
    return mail.read(content, ours=letterbox.ours) if content else None


def _taken(
    database: Database,
    outside: Outside,
    letterbox: Letterbox,
    letter: Letter | NoLetter,
    *,
    now: datetime,
) -> Why | None:
    if isinstance(letter, NoLetter):
        return letter.why
    try:
        return take(database, outside, letterbox, letter, now=now)
    except (DatabaseAway, OSError):
        # Nothing of the letter's making: it stays where it is.
        raise
    except Exception:
        # One letter must not hold back all that come after it.
        log.exception("letter failed")
        return Why.FAILED


def _aside(why: Why | None, waiting: Waiting) -> Aside:
    if why is None:
        return Aside.TAKEN
    if NoLetter(why).is_expected:
        log.info("letter skipped", why=why.value, uid=waiting.uid)
        return Aside.SKIPPED
    log.warning("letter refused", why=why.value, uid=waiting.uid, bytes=waiting.size)
    return Aside.REFUSED


def _is_known(session: Session, letter: Letter) -> bool:
    return (
        tickets.by_submission(session, letter.identity) is not None
        or tickets.came_by(session, Channel.EMAIL, letter.identity) is not None
    )


def _belongs_to(session: Session, letter: Letter) -> Ticket | None:
    """The report it speaks of: by a letter of ours that only its reader can name, else by what
    anybody could write, where it also says to come from that report's requester."""
    for name in letter.names:
        reply = replies.by_mail_id(session, name)
        if reply is None:
            continue
        ticket = tickets.by_id(session, reply.ticket_id)
        if letters.is_unguessable(name) or letter.sender == ticket.requester_email == reply.to:
            return ticket
    found = tickets.with_number(session, letter.number) if letter.number else None
    return found if found is not None and found.requester_email == letter.sender else None


def _reported(
    session: Session,
    outside: Outside,
    letterbox: Letterbox,
    letter: Letter,
    uploads: Sequence[Upload],
    *,
    now: datetime,
) -> Ticket | None:
    """A new report and its receipt; None where another worker was first."""
    given = receive.receive(
        session,
        Submission(
            channel=Channel.EMAIL,
            text=letter.text or letter.subject or _WORDLESS,
            subject=letter.subject,
            requester_name=letter.name,
            requester_email=letter.sender,
            submission=letter.identity,
            uploads=tuple(uploads),
        ),
        secret=outside.links.secret,
        files=letterbox.files,
        first_number=letterbox.first_number,
        now=now,
    )
    if not given.is_new:
        return None
    ticket = tickets.by_number(session, given.number)
    if letter.wants_receipt and _may_have_receipt(session, letter.sender, now=now):
        receipt.queue(
            session,
            ticket,
            tracking_url=outside.tracking_url(ticket.number),
            refused=len(letter.files) - len(uploads),
            files=letterbox.attachments,
            now=now,
        )
    return ticket


def _may_have_receipt(session: Session, sender: str, *, now: datetime) -> bool:
    """Not where it had many today: nobody may fill a mailbox by writing in its name."""
    try:
        limits.check(session, limits.RECEIPTS_PER_SENDER, "surat_terima", sender, now=now)
    except limits.TooManyTries:
        return False
    limits.count(session, "surat_terima", sender, now=now)
    return True


def _added(
    session: Session,
    letterbox: Letterbox,
    ticket: Ticket,
    letter: Letter,
    uploads: Sequence[Upload],
    *,
    now: datetime,
) -> Ticket | None:
    """The report with one message more; None where another worker was first."""
    ticket = tickets.locked(session, ticket.id)
    if _is_known(session, letter):
        return None
    receive.add_message(
        session,
        ticket,
        letter.own,
        uploads=uploads,
        author_name=letter.name or ticket.requester_name,
        files=letterbox.files,
        now=now,
        channel=Channel.EMAIL,
        external_id=letter.identity,
    )
    further.heard(session, ticket, now=now)
    return ticket


def _fit(files: Sequence[Enclosed], letterbox: Letterbox) -> list[Upload]:
    """Those that may be kept; of the others only the number is told."""
    fit: list[Upload] = []
    for file in files:
        if len(fit) == letterbox.attachments:
            break
        try:
            fit.append(
                accept(
                    file.filename,
                    file.content,
                    kind=_OTHER_FILE,
                    limit=letterbox.attachment_limit,
                )
            )
        except Unacceptable:
            continue
    return fit
