"""A report by e-mail: its From proposes as a typed address does, and disposes of nothing."""

from dataclasses import replace
from email.message import EmailMessage

import pytest
from pydantic import SecretStr

from app import mailed, wiring
from app.demo.letter import letters
from app.intake import mail
from app.intake.mail import Letter
from app.proving.gate import AwaitsConfirmation
from app.store import tickets
from models.vocabulary import Channel, Relation
from tests.path.conftest import Story
from tests.path.mailbox import confirms

SUBJECT = "Akun terhapus padahal masih aktif"
DELETED = "anggrahenitejawulan36@guru.sma.belajar.id"
OWNER = "anggraheni@pos.example"


@pytest.fixture
def by_mail(story: Story) -> Story:
    """The story's desk with a mailbox; nothing is fetched from it here."""
    set_up = story.settings.model_copy(update={"imap_url": SecretStr("imap://a:b@127.0.0.1")})
    story.outside = replace(story.outside, letterbox=wiring.letterbox(set_up))
    return story


def mails(story: Story, text: str, *, by: str, subject: str = SUBJECT) -> int:
    """Somebody sends that, and says to be `by`; the number of the newest report."""
    written = EmailMessage()
    written["From"], written["Subject"] = by, subject
    written.set_content(text)
    letterbox = story.outside.letterbox
    assert letterbox is not None
    letter = mail.read(written.as_bytes(), ours=letterbox.ours)
    assert isinstance(letter, Letter)
    assert mailed.take(story.database, story.outside, letterbox, letter, now=story.now) is None
    with story.database.read() as session:
        return tickets.after(session, 0, limit=100)[-1].number


def test_a_from_that_fits_the_records_hands_nothing_over(by_mail: Story) -> None:
    said = [each.submission for each in letters(by_mail.now)]
    text = next(each.text for each in said if each.subject == SUBJECT)
    number = mails(by_mail, text, by=f"Anggraheni Tejawulan <{OWNER}>")
    assert by_mail.ticket(number).channel is Channel.EMAIL
    by_mail.considers(number)
    asker = by_mail.dossier(number).requester
    assert (asker.relation, asker.verified, asker.confirmed) == (Relation.OWNER, True, False)
    with pytest.raises(AwaitsConfirmation):
        by_mail.says_yes(number)

    # More words in the owner's name are no yes either; the link in their mailbox is.
    again = mails(by_mail, "Ya, itu saya.", by=OWNER, subject=f"Re: [#{number}] {SUBJECT}")
    assert again == number
    by_mail.considers(number)
    with pytest.raises(AwaitsConfirmation):
        by_mail.says_yes(number)
    assert by_mail.systems.changes == []
    confirms(by_mail, number)
    by_mail.says_yes(number)
    by_mail.carries_out(number)
    assert by_mail.outside.admin.state(DELETED) is not None
