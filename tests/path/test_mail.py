"""An answer whose mail is away: kept, tried again, sent once."""

from dataclasses import dataclass, field, replace

import pytest

from app.reply.ports import MailRefused, MailUnavailable, Outgoing
from models.vocabulary import ReplyState, TicketState
from tests.path.conftest import Story


@dataclass
class Post:
    """A mail server that can be away, or refuse for good."""

    away: bool = False
    refuses: bool = False
    sent: list[Outgoing] = field(default_factory=list)

    def send(self, mail: Outgoing) -> None:
        if self.away:
            raise MailUnavailable("ConnectionRefusedError")
        if self.refuses:
            raise MailRefused("alamat tidak dikenal")
        self.sent.append(mail)


@pytest.fixture
def post(story: Story) -> Post:
    post = Post()
    story.outside = replace(story.outside, mailer=post)
    return post


def answered(story: Story) -> int:
    number = story.hears("lupa kata sandi")
    story.considers(number)
    story.says_yes(number)
    story.carries_out(number)
    return number


def test_an_answer_waits_for_the_mail_and_is_sent_once(story: Story, post: Post) -> None:
    post.away = True
    number = answered(story)
    [answer] = story.answers(number)
    assert answer.state is ReplyState.QUEUED
    assert answer.next_try_at is not None
    assert story.ticket(number).first_answered_at is None
    assert story.ticket(number).state is TicketState.ANSWERED

    post.away = False
    story.now = answer.next_try_at
    story.sweeps()
    story.carries_out(number)
    story.carries_out(number)
    assert [mail.mail_id for mail in post.sent] == [answer.mail_id]
    assert story.answers(number)[0].state is ReplyState.SENT
    assert story.ticket(number).first_answered_at == story.now


def test_an_answer_nobody_takes_is_known_as_undeliverable(story: Story, post: Post) -> None:
    post.refuses = True
    number = answered(story)
    [answer] = story.answers(number)
    assert answer.state is ReplyState.UNDELIVERABLE
    assert answer.next_try_at is None
    assert "delivery_failed" in story.events(number)
