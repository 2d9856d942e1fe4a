"""Many hands at the same thing in the same moment: one counts."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from app import desk
from app.intake.receive import Submission, receive
from app.kit.errors import Refusal
from app.store import plans, tickets
from app.store.session import Database
from app.work import sweep
from models.vocabulary import Channel, PlanState, TicketState
from tests.path.conftest import SECRET, WEDNESDAY_NOON, Story
from tests.path.test_role_change import PERSON, TEXT


def all_at_once(acts: list[Callable[[], object]]) -> list[object]:
    """What came of each, its refusal in place of its value."""

    def told(act: Callable[[], object]) -> object:
        try:
            return act()
        except Refusal as refusal:
            return refusal.key

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(told, acts))


def two_processes(database: Database) -> list[Database]:
    """Two engines know as little of each other as two processes do; SQLite has one."""
    url = database.url.render_as_string(hide_password=False)
    return [database] if database.is_sqlite else [database, Database(url)]


def test_of_twenty_yeses_one_counts(story: Story) -> None:
    number = story.arrives(TEXT, **PERSON)
    story.considers(number)
    people = [story.colleague(which=each) for each in range(4)]
    doors = two_processes(story.database)

    def yes(which: int) -> Callable[[], object]:
        def act() -> None:
            with doors[which % len(doors)].write() as session:
                ticket = tickets.by_number(session, number)
                desk.approve(session, ticket, by=people[which % 4], now=story.now)

        return act

    told = all_at_once([yes(each) for each in range(20)])
    assert Counter(told) == {None: 1, "plan.already_decided": 19}
    [plan] = story.plans(number)
    assert plan.state is PlanState.APPROVED
    with story.database.read() as session:
        assert len(plans.approvals_of(session, plan.id)) == 1
    assert story.events(number).count("approved") == 1
    for door in doors[1:]:
        door.close()


def test_of_fifty_submissions_of_one_form_one_is_kept(story: Story) -> None:
    doors = two_processes(story.database)
    written = Submission(channel=Channel.FORM, text="akun belum ada", submission="form:sama")

    def send(which: int) -> Callable[[], object]:
        def act() -> object:
            with doors[which % len(doors)].write() as session:
                return receive(
                    session, written, secret=SECRET, files=story.files,
                    first_number=700_000, now=WEDNESDAY_NOON,
                )  # fmt: skip

        return act

    receipts = all_at_once([send(each) for each in range(50)])
    assert {(each.number, each.key) for each in receipts} == {  # type: ignore[attr-defined]
        (receipts[0].number, receipts[0].key)  # type: ignore[attr-defined]
    }
    assert [each.is_new for each in receipts].count(True) == 1  # type: ignore[attr-defined]
    with story.database.read() as session:
        assert len(tickets.after(session, 0, limit=50)) == 1
    for door in doors[1:]:
        door.close()


def test_two_sweeps_at_once_wake_everything_once(story: Story) -> None:
    numbers = [story.arrives(f"{TEXT} ({each})", **PERSON) for each in range(3)]
    for number in numbers:
        story.considers(number)
        assert story.ticket(number).state is TicketState.PLANNED
    story.forward(days=3)  # the proposals rest on old records by then
    doors = two_processes(story.database) * 4
    all_at_once([lambda door=door: sweep.run(door, story.now) for door in doors])  # type: ignore[misc]
    for number in numbers:
        assert story.events(number).count("woken") == 1
        assert story.ticket(number).revision == 2
    queue = story.database.queue
    owed = Counter(each.workflow_id for each in queue.list_queued_workflows())
    assert all(owed[f"triage-{number}-2-0"] == 1 for number in numbers)
