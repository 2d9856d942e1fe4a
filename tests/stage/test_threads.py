"""A public reply is put into its thread once, and read back there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from app import held, threads
from app.held import Hold
from app.lookup.world import World
from app.reply.help_centre import ZendeskThread
from app.standin.zendesk import zendesk_app
from app.standin.zendesk_door import Access
from app.store import events, thread_replies, tickets
from app.store.session import Database, Session
from app.work import sweep
from models import HeldAct, Staff, ThreadReply, Ticket
from models.vocabulary import ActKind, Channel, ThreadState, TicketState
from tests.support import build
from tests.support import small_world as small
from tests.support.servers import serving
from tests.support.worked import colleague

TOKEN = "token-zendesk"
ARTICLE = str(small.ARTICLE)
LINE = f"/api/v2/help_center/id/articles/{ARTICLE}/comments"


@dataclass
class Line(httpx.BaseTransport):
    """To the stand-in; `breaks` are what befalls the next questions: before or after it acted."""

    breaks: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    inner: httpx.HTTPTransport = field(default_factory=httpx.HTTPTransport)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.method)
        fault = self.breaks.pop(0) if self.breaks else ""
        if fault == "away":
            raise httpx.ConnectError("away", request=request)
        if fault.isdigit():
            return httpx.Response(int(fault), request=request)
        answer = self.inner.handle_request(request)
        if fault == "lost":
            answer.close()
            raise httpx.ReadTimeout("lost", request=request)
        return answer


@dataclass
class Story:
    database: Database
    line: Line
    thread: ZendeskThread
    reply_id: int
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def tries(self) -> ThreadReply:
        threads.deliver(self.database, self.reply_id, help_centre=self.thread, now=self.now)
        self.now += timedelta(hours=3)
        with self.database.read() as session:
            return thread_replies.by_id(session, self.reply_id)

    def there(self) -> int:
        """How often the reply stands in the thread."""
        page = self.thread.client.get(f"{LINE}.json", params={"per_page": "100"}).json()
        return sum("sudah kami tangani" in each["body"] for each in page["comments"])

    def kinds(self) -> list[str]:
        with self.database.read() as session:
            ticket_id = thread_replies.by_id(session, self.reply_id).ticket_id
            return [each.kind for each in events.of_ticket(session, ticket_id)]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder: Path = tmp_path_factory.mktemp("world")
    return World.load(small.write_small_world(folder))


@pytest.fixture
def story(database: Database, world: World) -> Iterator[Story]:
    now = datetime.now(UTC)
    with database.write() as session:
        by = colleague(session, "petugas")
        ticket = build.ticket(session, channel=Channel.COMMENT, state=TicketState.ANSWERED)
        body = threads.proposed(session, ticket, now=now)
        reply = threads.publish(session, ticket, body, by=by, is_connected=True, now=now)
        session.flush()
        reply_id = reply.id
    line = Line()
    app = zendesk_app(world, access=Access(TOKEN), clock=lambda: datetime.now(UTC))
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with (
        serving(app) as url,
        httpx.Client(base_url=url, transport=line, headers=headers, timeout=5) as client,
    ):
        yield Story(database, line, ZendeskThread(client, ARTICLE, "id"), reply_id)


def test_it_is_sent_and_read_back(story: Story) -> None:
    reply = story.tries()
    assert reply.state is ThreadState.POSTED
    assert reply.remote_id
    assert reply.posted_at is not None
    assert story.line.asked == ["POST", "GET"]
    assert story.there() == 1
    assert story.kinds()[-1] == "thread_posted"
    story.tries()
    assert story.there() == 1


def test_a_lost_answer_is_looked_for_and_nothing_is_sent_twice(story: Story) -> None:
    story.line.breaks = ["lost"]
    assert story.tries().state is ThreadState.QUEUED
    reply = story.tries()
    assert reply.state is ThreadState.POSTED
    assert story.line.asked.count("POST") == 1
    assert story.there() == 1


def test_what_surely_was_not_taken_is_sent_again(story: Story) -> None:
    story.line.breaks = ["away"]
    first = story.tries()
    assert (first.state, first.begun_at) == (ThreadState.QUEUED, None)
    assert first.next_try_at is not None
    story.line.breaks = ["429"]
    story.tries()
    assert story.tries().state is ThreadState.POSTED
    assert story.there() == 1


def test_what_is_never_seen_goes_to_a_person_and_is_not_sent_again(story: Story) -> None:
    story.line.breaks = ["500"]
    states = [story.tries().state for _ in range(6)]
    assert states == [*[ThreadState.QUEUED] * 5, ThreadState.UNSEEN]
    assert story.line.asked.count("POST") == 1
    assert story.there() == 0
    assert story.kinds()[-1] == "thread_unseen"


def test_a_refusal_is_told_and_another_text_may_follow(story: Story) -> None:
    story.line.breaks = ["422"]
    reply = story.tries()
    assert (reply.state, reply.error) == (ThreadState.REFUSED, "422")
    with story.database.write() as session:
        ticket = tickets.by_id(session, reply.ticket_id)
        by = colleague(session, "lain")
        body = "Laporan ini sudah kami tangani."
        threads.publish(session, ticket, body, by=by, is_connected=True, now=story.now)
    assert story.tries().state is ThreadState.POSTED


def test_the_sweep_owes_it_again(story: Story) -> None:
    story.line.breaks = ["away"]
    due = story.tries().next_try_at
    assert due is not None
    sweep.run(story.database, due)
    with story.database.read() as session:
        assert thread_replies.by_id(session, story.reply_id).next_try_at is None
    assert any(
        each.name == "utas" for each in story.database.queue.list_workflows(load_input=False)
    )


def _held(story: Story, body: str, by: Staff) -> HeldAct:
    """A reply, to be taken back for ten seconds, in place of one that was refused."""
    with story.database.write() as session:
        ticket = tickets.by_id(session, thread_replies.by_id(session, story.reply_id).ticket_id)

        def act(session: Session, ticket: Ticket) -> None:
            threads.publish(session, ticket, body, by=by, is_connected=True, now=story.now)

        how = Hold(ActKind.PUBLISHED, by, story.now, timedelta(seconds=10), {"balasan": body})
        done = held.hold(session, ticket, how, act)
    assert done is not None
    return done


def test_while_it_can_be_taken_back_nothing_is_sent_and_then_it_is(story: Story) -> None:
    story.line.breaks = ["422"]
    story.tries()
    with story.database.write() as session:
        by = colleague(session, "lain")
    _held(story, "Laporan ini sudah kami tangani.", by)
    asked = len(story.line.asked)
    threads.deliver(story.database, story.reply_id, help_centre=story.thread, now=story.now)
    assert len(story.line.asked) == asked
    story.now += timedelta(seconds=10)
    assert story.tries().state is ThreadState.POSTED
    assert story.there() == 1


def test_taken_back_it_is_as_before_and_never_sent(story: Story) -> None:
    story.line.breaks = ["422"]
    refused = story.tries()
    with story.database.write() as session:
        by = colleague(session, "lain")
    done = _held(story, "Laporan ini sudah kami tangani.", by)
    with story.database.write() as session:
        held.undo(session, done.id, by=by, now=story.now + timedelta(seconds=9))
    story.now += timedelta(seconds=11)
    again = story.tries()
    assert (again.state, again.body) == (ThreadState.REFUSED, refused.body)
    assert story.there() == 0
    assert story.kinds()[-1] == "taken_back_published"


def test_a_published_one_is_the_last_word(story: Story) -> None:
    reply = story.tries()
    with story.database.write() as session:
        ticket, by = tickets.by_id(session, reply.ticket_id), colleague(session, "lain")
        with pytest.raises(threads.AlreadySaid):
            threads.publish(session, ticket, "Lagi.", by=by, is_connected=True, now=story.now)
