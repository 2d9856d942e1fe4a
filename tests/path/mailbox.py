"""What those who read the registered mailboxes get and do; links are only ever in the mail."""

import hashlib
import re
from email import message_from_bytes, policy

from app.proving import answer
from models import Proof
from models.vocabulary import ReplyState
from tests.path.conftest import Story


def letters(story: Story, number: int) -> list[tuple[str, str]]:
    """Every mail that was sent of that report, as (to, text), oldest first."""
    folder = story.settings.data_dir / "outbox"
    found = []
    for reply in story.replies(number):
        if reply.state is ReplyState.QUEUED:
            story.delivers(reply)
        path = folder / f"{hashlib.sha256(reply.mail_id.encode()).hexdigest()[:24]}.eml"
        if path.exists():
            mail = message_from_bytes(path.read_bytes(), policy=policy.default)
            found.append((str(mail["To"]), str(mail.get_content())))
    return found


def codes(story: Story, number: int, to: str | None = None) -> list[str]:
    """The codes of the links that were mailed, to that address if one is given."""
    return [
        code
        for address, text in letters(story, number)
        if to in (None, address)
        for code in re.findall(r"/konfirmasi/([\w-]+)", text)
    ]


def says(story: Story, code: str, *, yes: bool = True) -> Proof:
    """Whoever reads that mailbox follows the link and answers."""
    with story.database.write() as session:
        return answer.give(session, code, yes=yes, links=story.outside.links, now=story.now)


def confirms(story: Story, number: int) -> None:
    """The newest link is answered with yes, and the report is considered again."""
    says(story, codes(story, number)[-1])
    story.considers(number)
