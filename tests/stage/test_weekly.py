"""The weekly letter: one for each person and week, late within it, never for an old one."""

import email
import email.policy
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage

import pytest
from sqlmodel import select

from app.access import people
from app.access.links import Links
from app.kit.clock import at_wib
from app.reply.ports import MailUnavailable, Outgoing
from app.report import mailing, weekly, wishes
from app.store import calendars, letters
from app.store import staff as colleagues
from app.store.session import Database, Session
from models import Calendar, Staff, StaffLetter
from models.vocabulary import Language, ReplyState, StaffRole
from tests.stage.test_worker import at_work, now
from tests.support import build
from tests.support.installation import Installation, wait_for
from tests.support.postbox import served
from tests.support.worked import colleague

MONDAY = date(2026, 11, 30)
LINKS = Links(b"rahasia-untuk-uji-saja-32-byte!!", "https://loket.example")
BEFORE = at_wib(MONDAY - timedelta(days=3), 9).astimezone(UTC)
DUE = at_wib(MONDAY, 7).astimezone(UTC)


@dataclass(slots=True)
class Postbox:
    """A mailer that keeps what it is given, or is away."""

    is_away: bool = False
    mails: list[Outgoing] = field(default_factory=list)

    def send(self, mail: Outgoing) -> None:
        if self.is_away:
            raise MailUnavailable("421")
        self.mails.append(mail)


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


def _taker(
    database: Database, name: str = "hardi", role: StaffRole = StaffRole.SUPERVISOR
) -> Staff:
    """A colleague who confirmed an address and wants the letter since before the weekend."""
    with database.write() as session:
        who = Staff(username=name, name=name, role=role, password_hash="", created_at=BEFORE)
        session.add(who)
        session.flush()
        mail = wishes.ask(session, who, f"{name}@kantor.example", now=BEFORE)
        wishes.confirm(session, who, LINKS.address_code(mail).lower(), LINKS, now=BEFORE)
    return who


def _letters(database: Database) -> Sequence[StaffLetter]:
    """The weekly ones."""
    with database.read() as session:
        query = select(StaffLetter).order_by(StaffLetter.id)  # type: ignore[arg-type]
        return [each for each in session.exec(query) if each.week]


def _run(database: Database, now: datetime, postbox: Postbox) -> None:
    """What a minute's sweep does, and the duties it owes."""
    mailing.run(database, LINKS, now=now)
    for letter in _letters(database):
        if letter.next_try_at is None:
            mailing.deliver(database, letter.id, mailer=postbox, links=LINKS, now=now)


def test_nothing_is_made_before_the_morning_of_the_first_working_day(
    database: Database, postbox: Postbox
) -> None:
    _taker(database)
    with database.write() as session:
        calendars.add(session, _calendar(closed=MONDAY))
    _run(database, DUE, postbox)
    _run(database, DUE + timedelta(hours=23, minutes=59), postbox)
    assert not postbox.mails
    _run(database, DUE + timedelta(days=1), postbox)
    assert [mail.to for mail in postbox.mails] == ["hardi@kantor.example"]


def test_a_person_gets_one_letter_a_week_however_often_the_work_is_repeated(
    database: Database, postbox: Postbox
) -> None:
    _taker(database)
    for minute in range(3):
        _run(database, DUE + timedelta(minutes=minute), postbox)
    assert len(postbox.mails) == 1
    assert postbox.mails[0].mail_id.startswith("mingguan-2026-11-30-")
    _run(database, DUE + timedelta(days=7), postbox)
    assert len({mail.mail_id for mail in postbox.mails}) == len(postbox.mails) == 2


def test_a_letter_is_made_up_for_within_its_week_and_not_after(
    database: Database, postbox: Postbox
) -> None:
    _taker(database)
    _run(database, DUE + timedelta(days=6, hours=16), postbox)  # Sunday 23.00
    assert [letter.week for letter in _letters(database)] == [MONDAY]
    _run(database, at_wib(MONDAY + timedelta(days=21), 8).astimezone(UTC), postbox)
    weeks = [letter.week for letter in _letters(database)]
    assert weeks == [MONDAY, MONDAY + timedelta(days=21)]


def test_a_letter_that_could_not_leave_is_tried_again_and_let_go_when_its_week_is_over(
    database: Database, postbox: Postbox
) -> None:
    _taker(database)
    postbox.is_away = True
    _run(database, DUE, postbox)
    (letter,) = _letters(database)
    assert (letter.state, letter.attempts) == (ReplyState.QUEUED, 1)
    assert letter.next_try_at is not None
    postbox.is_away = False
    _run(database, letter.next_try_at, postbox)
    assert _letters(database)[0].state is ReplyState.SENT
    with database.write() as session:
        late = letters.by_id(session, letter.id)
        late.state, late.next_try_at = ReplyState.QUEUED, None
        session.add(late)
    over = at_wib(MONDAY + timedelta(days=7)).astimezone(UTC)
    mailing.deliver(database, letter.id, mailer=postbox, links=LINKS, now=over)
    assert _letters(database)[0].state is ReplyState.WITHDRAWN
    assert len(postbox.mails) == 1


def test_only_who_works_here_counts_figures_and_asked_in_time_is_written_to(
    database: Database, postbox: Postbox
) -> None:
    stopped, left = _taker(database, "stop"), _taker(database, "pergi")
    _taker(database, "laksmi", StaffRole.AGENT)
    with database.write() as session:
        wishes.stop(session, stopped)
        admin = Staff(
            username="admin", name="A", role=StaffRole.ADMIN, password_hash="", created_at=BEFORE
        )
        session.add(admin)
        session.flush()
        gone = colleagues.found(session, left.id)
        people.deactivate(session, gone, by=admin, reason="pindah", now=BEFORE)
        wishes.ask(session, admin, "admin@kantor.example", now=BEFORE)  # never confirmed
    _run(database, DUE, postbox)
    assert not postbox.mails
    with database.write() as session:
        wishes.start(session, stopped, now=DUE + timedelta(minutes=1))
        assert letters.mail_of(session, left.id) is None
    _run(database, DUE + timedelta(minutes=2), postbox)
    assert not postbox.mails  # asked for after this week's


def test_a_letter_on_its_way_is_not_sent_to_who_stopped_it(
    database: Database, postbox: Postbox
) -> None:
    who = _taker(database)
    mailing.run(database, LINKS, now=DUE)
    with database.write() as session:
        wishes.stop(session, who)
    mailing.deliver(database, _letters(database)[0].id, mailer=postbox, links=LINKS, now=DUE)
    assert not postbox.mails
    assert _letters(database)[0].state is ReplyState.WITHDRAWN


def test_a_code_is_good_for_its_address_and_day_alone(database: Database, postbox: Postbox) -> None:
    who = _taker(database)
    with database.write() as session:
        mail = letters.mail_of(session, who.id)
        assert mail is not None
        former = LINKS.address_code(mail)
        mail = wishes.ask(session, who, "baru@kantor.example", now=DUE)
        assert mail.weekly_since is None
        with pytest.raises(wishes.WrongCode):
            wishes.confirm(session, who, former, LINKS, now=DUE)
        late = DUE + wishes.CODE_LASTS
        with pytest.raises(wishes.WrongCode):
            wishes.confirm(session, who, LINKS.address_code(mail), LINKS, now=late)
        with pytest.raises(wishes.NoAddress):
            wishes.ask(session, who, "bukan alamat", now=DUE)
        question = letters.question_of(session, who.id)
        assert question is not None
    code = LINKS.address_code(mail)
    assert code not in question.body
    mailing.deliver(database, question.id, mailer=postbox, links=LINKS, now=DUE)
    assert postbox.mails[0].to == "baru@kantor.example"
    assert code in postbox.mails[0].body
    assert "Kode konfirmasi: " in postbox.mails[0].body


def test_what_got_worse_stands_first_and_no_person_is_named(
    database: Database, postbox: Postbox
) -> None:
    _taker(database)
    with database.write() as session:
        _answered(session)
    _run(database, DUE, postbox)
    mail = postbox.mails[0]
    assert mail.subject == "Angka layanan 23 November 2026 sampai 29 November 2026"
    worse, rest = mail.body.split("VOLUME")
    assert "- Jawaban pertama, median (jam kerja): 3 jam (sebelumnya 1 jam)" in worse
    assert "Jawaban pertama, median" not in rest
    assert "- Laporan masuk: 1 (sebelumnya 1)" in rest
    link = "https://loket.example/angka/laporan?dari=2026-11-23&sampai=2026-11-29&angka="
    assert f"{link}first_answer_working_median" in worse
    assert f'{link.replace("&", "&amp;")}received"' in mail.html
    for secret in ("Sekar", "SMP Negeri 3", build.NIK, "hardi", "surat.example"):
        assert secret not in mail.subject + mail.body + mail.html


def test_the_letter_leaves_as_text_and_as_html_by_smtp(database: Database) -> None:
    _taker(database)
    with served() as (server, mailer):
        mailing.run(database, LINKS, now=DUE)
        (made,) = _letters(database)
        mailing.deliver(database, made.id, mailer=mailer, links=LINKS, now=DUE)
    (envelope,) = server.mails
    assert isinstance(envelope.content, bytes)
    message = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert envelope.rcpt_tos == ["hardi@kantor.example"]
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"] == f"<{made.mail_id}>"
    assert isinstance(message, EmailMessage)
    text, html = message.get_body(["plain"]), message.get_body(["html"])
    assert text is not None
    assert html is not None
    assert "MEMBURUK" in text.get_content()
    assert "<h2" in html.get_content()


@pytest.mark.slow
def test_the_worker_sends_what_is_owed(installation: Installation) -> None:
    with installation.database.write() as session:
        who = colleague(session, "hardi")
        wishes.ask(session, who, "hardi@kantor.example", now=now())
    with at_work(installation):
        wait_for(lambda: _question(installation, who).state is ReplyState.SENT, "the letter")


def _question(here: Installation, who: Staff) -> StaffLetter:
    with here.database.read() as session:
        found = letters.question_of(session, who.id)
    assert found is not None
    return found


def test_a_colleague_who_reads_english_is_written_to_in_english(database: Database) -> None:
    with database.read() as session:
        told = mailing.this_week(session, LINKS.public_url, Language.EN, now=DUE)
    written = weekly.compose(told)
    assert "No figure got worse." in written.body
    assert "23 Nov 2026" in written.subject
    assert '<html lang="en">' in written.html


def test_a_week_without_a_working_day_has_no_letter() -> None:
    hours = calendars.hours_of(_calendar(closed=MONDAY))
    whole = tuple(MONDAY + timedelta(days=each) for each in range(5))
    assert weekly.due_at(MONDAY, hours) == at_wib(MONDAY + timedelta(days=1), 7)
    rows = _calendar(closed=MONDAY)
    rows.closed = calendars.kept([(day, "Libur") for day in whole])
    assert weekly.due_at(MONDAY, calendars.hours_of(rows)) is None


def _answered(session: Session) -> None:
    """A report answered within an hour the week before, and one in three hours since."""
    for since, hours in ((BEFORE - timedelta(days=7), 1), (BEFORE, 3)):
        answered = since + timedelta(hours=hours)
        build.ticket(session, created_at=since, first_answered_at=answered)


def _calendar(*, closed: date) -> Calendar:
    return Calendar(
        name="Uji",
        zone="WIB",
        week="Mon-Fri 09:00-17:00",
        closed=calendars.kept([(closed, "Libur desk")]),
        opened=[],
        settled=[],
        valid_from=calendars.EVER,
        by="uji",
        created_at=BEFORE,
    )
