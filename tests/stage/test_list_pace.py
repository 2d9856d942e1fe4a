"""A list spares the systems it asks, and single tickets do not wait for it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from starlette.types import Receive, Scope, Send

from app import states, wiring
from app.intake import people
from app.intake.receive import Submission, receive
from app.reading.reader import Reader
from app.settings import Settings
from app.standin.everything import Keys, everything, kept_keys, settings_for
from app.store import lines, owed, readings, tickets
from app.store.session import Database
from app.work.run import working
from app.work.workflows import Workshop
from models.vocabulary import Category, Channel, PlanState, Remedy, TicketState
from tests.stage.test_worker import EVERY_YEAR, QUICK, now
from tests.support import extract, listed
from tests.support.installation import Installation, wait_for
from tests.support.listed import NOON, Desk
from tests.support.servers import serving

UNKNOWN = 24


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return kept_keys(tmp_path_factory.mktemp("kunci") / "kunci")


@contextmanager
def counted(database: Database, folder: Path, keys: Keys) -> Iterator[tuple[Desk, Counter[str]]]:
    """A desk wired to the stand-ins with an extract below, and how often each page was asked."""
    world = listed.world(folder / "dunia", baru=4)
    extract.loaded(database, folder / "dunia", now=NOON)
    asked: Counter[str] = Counter()
    app = everything(world, keys, journal=None, clock=lambda: NOON)

    async def counting(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            asked[scope["path"]] += 1
        await app(scope, receive, send)

    with serving(counting) as url:
        given = dict(each.split("=", 1) for each in settings_for(url, folder / "kunci"))
        named = {name.removeprefix("LOKET_").lower(): value for name, value in given.items()}
        pace = {"directory_per_second": 40, "list_per_second": 20}
        private = {"directory_private_key": keys.pair.private, "data_dir": folder}
        settings = Settings.model_validate({**named, **private, **pace})
        outside = wiring.outside(settings, clock=lambda: NOON, reader=Reader(), database=database)
        with closing(outside):
            yield Desk(database, outside, folder), asked


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_list_asks_its_school_once_and_so_do_a_new_look_and_its_changes(
    database: Database, tmp_path: Path, keys: Keys
) -> None:
    def of_the_school() -> list[int]:
        names = ("getSekolah", "getGtk", "getPesertaDidik", "getPengguna")
        return [asked[f"/WebService/{name}"] for name in names]

    with counted(database, tmp_path, keys) as (desk, asked):
        number = desk.arrives(listed.listed(gaib=UNKNOWN, baru=4))
        assert desk.considers_all(number) == 2
        assert desk.ticket(number).state is TicketState.PLANNED
        assert of_the_school() == [1, 1, 1, 1]
        with database.write() as session:
            ticket = tickets.by_number(session, number)
            states.received_again(session, ticket, by="agen", kind="looked_again", now=NOON)
        desk.considers_all(number)
        assert of_the_school() == [2, 2, 2, 2]
        desk.says_yes(number)
        desk.says_yes(number, who=1)
        desk.carries_out(number)
        assert desk.counts(number)[Remedy.ISSUE_ACCOUNT, PlanState.DONE] == 4
        assert of_the_school() == [3, 3, 3, 3]


def test_what_is_owed_for_a_list_stands_back(desk: Desk) -> None:
    """Its look-ups in a queue of their own, its changes behind those of single tickets."""
    number = desk.arrives(listed.listed(baru=26))
    desk.considers_all(number)
    desk.says_yes(number)
    desk.says_yes(number, who=1)
    queue = desk.database.queue
    looked = queue.list_queued_workflows(queue_name=owed.LISTS)
    assert len(looked) == 2
    assert queue.list_queued_workflows(queue_name=owed.TRIAGE) == []
    changes = queue.list_queued_workflows(queue_name=owed.CARRY_OUT)
    assert {each.priority for each in changes} == {owed.AFTER_OTHERS}


def listed_by_hand(installation: Installation, number: int) -> int:
    """A list of so many people nobody knows; the ticket's id."""
    submission = Submission(
        channel=Channel.FORM,
        text="Daftar orang.",
        subject="Daftar orang",
        self_category=Category.NO_ACCOUNT_STUDENT,
        requester_name="Opera Ujinya",
        requester_email="operator@sd.example",
        npsn="69900001",
        people=people.parse(listed.listed(gaib=number)).entries,
    )
    with installation.database.write() as session:
        receipt = receive(
            session, submission, secret=listed.SECRET, files=installation.folder / "lampiran",
            first_number=700_000, now=now(),
        )  # fmt: skip
        return tickets.by_number(session, receipt.number).id


def test_a_single_ticket_is_decided_before_a_list_that_came_first(
    installation: Installation,
) -> None:
    """The list needs a request for each line and may ask eight in a second."""
    installation.environment["LOKET_LIST_PER_SECOND"] = "8"
    list_id = listed_by_hand(installation, UNKNOWN + 4)
    with closing(wiring.outside(installation.settings(), clock=now)) as outside:
        shop = Workshop(installation.database, outside, clock=now)
        with working(shop, slot="uji-laju", at_once=1, pulse=QUICK, sweep_at=EVERY_YEAR):
            wait_for(lambda: reading_of(installation, list_id) is not None, "the list's beginning")
            [single_id] = installation.receives()
            installation.wait_until_triaged([single_id])
            assert installation.ticket(list_id).state is TicketState.RECEIVED
            installation.wait_until_triaged([list_id], seconds=40)
    reading_id = reading_of(installation, list_id)
    assert reading_id is not None
    with installation.database.read() as session:
        assert len(lines.looked_up(session, reading_id)) == UNKNOWN + 4


def reading_of(installation: Installation, ticket_id: int) -> int | None:
    with installation.database.read() as session:
        found = readings.latest(session, ticket_id)
        return found.id if found else None
