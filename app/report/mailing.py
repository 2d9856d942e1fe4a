"""Weekly letters: made once for each person and week, sent, tried again, and let go when late."""

from collections.abc import Sequence
from datetime import date, datetime

from app.access.links import Links
from app.access.permissions import Permission, may
from app.kit.working_hours import OFFICE, Hours
from app.reply import send
from app.reply.ports import Mailer, Outgoing
from app.reply.send import Sent
from app.report import board, weekly, wishes
from app.report.weekly import Letter, Told
from app.store import calendars, letters, owed, staff
from app.store.session import Database, Session
from models import Staff, StaffLetter, StaffMail
from models.vocabulary import Language, ReplyState

_AT_ONCE = 200


def run(database: Database, links: Links, *, now: datetime, hours: Hours = OFFICE) -> None:
    """Make and owe what is due in this week; what was missed in an earlier one stays missed.

    `hours` are the desk's before the first calendar.
    """
    monday = weekly.monday_of(now)
    with database.write() as session:
        for letter in letters.due(session, now, limit=_AT_ONCE):
            letter.next_try_at = None
            owed.post(session, letter)
    with database.read() as session:
        takers = _takers(session, monday, hours, now)
        if not takers:
            return
        written = {
            language: weekly.compose(this_week(session, links.public_url, language, now=now))
            for language in {who.language for who in takers}
        }
    with database.write() as session:
        for who in takers:
            _put(session, who, monday, written[who.language], now)


def this_week(session: Session, base: str, language: Language, *, now: datetime) -> Told:
    """What the letter of this week tells when it is written now, with links below `base`."""
    monday = weekly.monday_of(now)
    scope = board.scope_of(weekly.period(monday), now=now)
    tiles = board.compared(session, weekly.FIGURES_TOLD, scope)
    return weekly.told(tiles, monday, base=base.rstrip("/"), language=language)


def deliver(
    database: Database, letter_id: int, *, mailer: Mailer, links: Links, now: datetime
) -> None:
    """One letter sent, or its next try set, or let go: its week is over, nobody wants it now."""
    with database.read() as session:
        letter = letters.by_id(session, letter_id)
        mail = _outgoing(session, letter, links, now)
    if letter.state is not ReplyState.QUEUED:
        return
    sent = send.post(mailer, mail) if mail else Sent(ReplyState.WITHDRAWN)
    _note(database, letter_id, sent, now)


def try_later(database: Database, letter_id: int, *, now: datetime) -> None:
    """Its duty failed for good: it is tried anew."""
    _note(database, letter_id, Sent(ReplyState.QUEUED, "failed"), now)


def _note(database: Database, letter_id: int, sent: Sent, now: datetime) -> None:
    with database.write() as session:
        letter = letters.by_id(session, letter_id)
        if letter.state is ReplyState.QUEUED:
            send.note(letter, sent, now=now)
            session.add(letter)


def _takers(session: Session, monday: date, hours: Hours, now: datetime) -> Sequence[Staff]:
    """Who is owed this week's letter; nobody before its morning.

    Who asked for it later than that gets the next one: this one stands on their page.
    """
    found = letters.without(session, monday)
    if not found:
        return ()
    due = weekly.due_at(monday, calendars.hours_at(session, now, first=hours))
    if due is None or now < due:
        return ()
    return [who for mail, who in found if _wants(mail, who, due)]


def _wants(mail: StaffMail | None, who: Staff, due: datetime | None = None) -> bool:
    if mail is None or mail.confirmed_at is None or mail.weekly_since is None:
        return False
    is_in_time = due is None or mail.weekly_since <= due
    return is_in_time and who.is_active and may(who.role, Permission.SEE_FIGURES)


def _put(session: Session, who: Staff, monday: date, written: Letter, now: datetime) -> None:
    """Asked once more under the lock of their address: another worker may have been here."""
    mail = letters.locked_mail(session, who.id)
    if mail is None or not _wants(mail, who) or letters.of_week(session, who.id, monday):
        return
    letter = StaffLetter(
        staff_id=who.id,
        week=monday,
        to=mail.address,
        subject=written.subject,
        body=written.body,
        html=written.html,
        mail_id=f"mingguan-{monday}-{who.id}@loket",
        created_at=now,
    )
    owed.post(session, letters.add(session, letter))


def _outgoing(
    session: Session, letter: StaffLetter, links: Links, now: datetime
) -> Outgoing | None:
    """None where it should not go out any more."""
    mail = letters.mail_of(session, letter.staff_id)
    if mail is None or letter.to != mail.address:
        return None
    body = letter.body
    if letter.week is None:
        body = wishes.body_of(letter, mail, links)
    elif weekly.is_over(letter.week, now) or not _wants(
        mail, staff.found(session, letter.staff_id)
    ):
        return None
    return Outgoing(
        mail.address, letter.subject, body, letter.mail_id, html=letter.html, is_answer=False
    )
