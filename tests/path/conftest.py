"""The whole of Loket for a story: a world behind stand-ins, a database, a clock that is moved."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from pathlib import Path

import pytest
from pydantic import SecretStr

from app import desk, triage, wiring
from app.demo import people_change, people_missing, schools
from app.demo.build import Builder
from app.demo.letter import letters
from app.intake.receive import Receipt, Submission, Upload, add_message, receive
from app.lookup import keep as kept_lookups
from app.lookup.dossier import Dossier
from app.lookup.world import World
from app.outside import Outside
from app.proving import delivery
from app.reading.reader import Reader
from app.reply.letters import proof_of
from app.resolution import keep as kept_plans
from app.resolution.verdict import Verdict
from app.settings import Settings
from app.standin.directory import directory
from app.standin.everything import CLIENT_EMAIL, SUBJECT, Keys, kept_keys
from app.store import events, plans, readings, replies, tickets
from app.store.session import Database
from app.web.serving import serving
from app.work import sweep
from models import Plan, Reply, Staff, Step, Ticket
from models.vocabulary import AttemptOutcome, Channel, PlanState, ReplyState, StaffRole, StepAction
from tests.path.systems import EXTRACT_AGE, Systems
from tests.support.people import colleague
from tests.support.untraced import untraced

WEDNESDAY_NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)  # 12.00 WIB
FAST = 40  # requests of the directory; at the usual pace stories would mostly wait
SECRET = b"rahasia untuk uji saja"


@dataclass
class Story:
    """Drives the path by hand, in place of the worker: each call is one turn of the work."""

    database: Database
    outside: Outside
    systems: Systems
    files: Path
    now: datetime = WEDNESDAY_NOON
    staff: dict[StaffRole, list[Staff]] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)

    def clock(self) -> datetime:
        return self.now

    def arrives(self, text: str, **more: object) -> int:
        """Somebody writes; the nomor laporan."""
        return self._receive(Submission(**{"channel": Channel.FORM, **more}, text=text))  # type: ignore[arg-type]

    def hears(self, subject: str, **more: object) -> int:
        """The demo's letter of that subject arrives now; the nomor laporan."""
        written = next(
            letter.submission
            for letter in letters(self.now)
            if letter.submission.subject == subject
        )
        return self._receive(replace(written, submission=None, **more))  # type: ignore[arg-type]

    def _receive(self, submission: Submission) -> int:
        with self.database.write() as session:
            receipt: Receipt = receive(
                session,
                submission,
                secret=SECRET,
                files=self.files,
                first_number=700_000,
                now=self.now,
            )
        return receipt.number

    def adds(self, number: int, text: str, *, uploads: tuple[Upload, ...] = ()) -> None:
        """The requester writes again on the tracking page."""
        with self.database.write() as session:
            ticket = tickets.by_number(session, number)
            add_message(
                session,
                ticket,
                text,
                uploads=uploads,
                author_name=ticket.requester_name,
                files=self.files,
                now=self.now,
            )
            desk.reconsider(session, ticket, by="pelapor", kind="message_added", now=self.now)

    def considers(self, number: int) -> None:
        triage.consider(self.database, self.ticket(number).id, outside=self.outside, now=self.now)

    def says_yes(self, number: int, *, who: int = 0, role: StaffRole = StaffRole.AGENT) -> None:
        colleague = self.colleague(role, who)
        with self.database.write() as session:
            desk.approve(session, tickets.by_number(session, number), by=colleague, now=self.now)

    def carries_out(self, number: int) -> None:
        """Every approved plan, then every answer in the outbox."""
        for plan in self.plans(number):
            if plan.state is PlanState.APPROVED:
                triage.carry_out(self.database, plan.id, outside=self.outside, clock=self.clock)
        for reply in self.replies(number):
            if reply.state is ReplyState.QUEUED:
                self.delivers(reply)

    def delivers(self, reply: Reply) -> None:
        outside = self.outside
        delivery.deliver(
            self.database, reply.id, mailer=outside.mailer, links=outside.links, now=self.now
        )

    def sweeps(self) -> None:
        sweep.run(self.database, self.now)

    def forward(self, **by: float) -> None:
        """Time passes; the records of Dapodik grow old with it."""
        self.now += timedelta(**by)

    def forward_with_extract(self, **by: float) -> None:
        """Time passes, and the nightly extract was made."""
        self.forward(**by)
        self.systems.extracts(self.now)

    def ticket(self, number: int) -> Ticket:
        with self.database.read() as session:
            return tickets.by_number(session, number)

    def plans(self, number: int) -> list[Plan]:
        """Those of the newest reading."""
        with self.database.read() as session:
            ticket = tickets.by_number(session, number)
            reading = readings.latest(session, ticket.id)
            return list(plans.of_reading(session, reading.id)) if reading else []

    def verdict(self, number: int) -> Verdict:
        return kept_plans.recall(self.plans(number)[0])

    def dossier(self, number: int) -> Dossier:
        """Of the first subject."""
        with self.database.read() as session:
            reading = readings.latest(session, tickets.by_number(session, number).id)
            assert reading is not None
            return kept_lookups.recall(readings.lookups_of(session, reading.id)[0])

    def steps(self, number: int) -> list[Step]:
        with self.database.read() as session:
            return [
                step for plan in self.plans(number) for step in plans.steps_of(session, plan.id)
            ]

    def step(self, number: int, action: StepAction) -> Step:
        return next(step for step in self.steps(number) if step.action is action)

    def actions(self, number: int) -> list[StepAction]:
        return [step.action for step in self.steps(number)]

    def proofs(self, number: int, action: StepAction) -> list[tuple[AttemptOutcome, bool | None]]:
        """Every attempt at the step of that kind, with what its read-back said."""
        step_id = self.step(number, action).id
        with self.database.read() as session:
            seen = [each.agrees for each in plans.verifications_of(session, step_id)]
            outcomes = [each.outcome for each in plans.attempts_of(session, step_id)]
        return list(zip_longest(outcomes, seen))

    def answers(self, number: int) -> list[Reply]:
        """To the requester, oldest first."""
        return [reply for reply in self.replies(number) if not reply.is_notice]

    def notices(self, number: int) -> list[Reply]:
        """To the owner of a changed account; letters that ask something aside."""
        told = [reply for reply in self.replies(number) if reply.is_notice]
        return [reply for reply in told if proof_of(reply.mail_id) is None]

    def replies(self, number: int) -> list[Reply]:
        with self.database.read() as session:
            return list(replies.of_ticket(session, tickets.by_number(session, number).id))

    def events(self, number: int) -> list[str]:
        with self.database.read() as session:
            ticket = tickets.by_number(session, number)
            return [event.kind for event in events.of_ticket(session, ticket.id)]

    def colleague(self, role: StaffRole = StaffRole.AGENT, which: int = 0) -> Staff:
        known = self.staff.setdefault(role, [])
        while len(known) <= which:
            name = f"{role.value}-{len(known)}"
            with self.database.write() as session:
                known.append(colleague(session, name, role=role, now=self.now))
        return known[which]


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    """Making a key pair takes longer than most stories."""
    return kept_keys(tmp_path_factory.mktemp("kunci"))


@pytest.fixture
def demo_world(tmp_path: Path) -> World:
    """The demo's people, with an extract of five hours ago."""
    build = Builder(WEDNESDAY_NOON)
    schools.found(build)
    people_change.enter(build)
    people_missing.enter(build)
    build.write(tmp_path / "world", extracted_at=WEDNESDAY_NOON - EXTRACT_AGE)
    return World.load(tmp_path / "world")


@pytest.fixture(scope="session")
def reader(classifier: Path) -> Reader:
    """Loaded once: it holds nothing of a message."""
    return Reader.load(classifier)


@pytest.fixture
def story(
    database: Database,
    demo_world: World,
    classifier: Path,
    reader: Reader,
    keys: Keys,
    tmp_path: Path,
) -> Iterator[Story]:
    story = Story(database, None, None, files=tmp_path / "attachments")  # type: ignore[arg-type]
    accounts = directory(demo_world.accounts, public_key=keys.pair.public, now=story.clock)
    story.systems = Systems(demo_world, directory=accounts, dapodik_token=keys.dapodik_token)
    with serving(story.systems) as url:
        settings = Settings(
            data_dir=tmp_path,
            classifier_dir=classifier,
            blind_share=0,
            secret_key=SecretStr(SECRET.decode()),
            public_url="http://loket.example",
            dapodik_url=url,
            dapodik_token=SecretStr(keys.dapodik_token),
            portal_url=url,
            directory_url=url,
            directory_token_url=f"{url}/token",
            directory_client_email=CLIENT_EMAIL,
            directory_subject=SUBJECT,
            directory_private_key=SecretStr(keys.pair.private),
            directory_per_second=FAST,
        )
        story.settings, story.outside = (
            settings,
            wiring.outside(settings, clock=story.clock, reader=reader),
        )
        yield story
        story.outside.close()


@pytest.fixture(autouse=True)
def not_traced() -> Iterator[None]:
    """What whole stories cover, the tests of the steps cover in a fraction of the time."""
    with untraced():
        yield
