"""The whole of Loket for all situations at once: the site, the worker, stand-ins, a moved clock."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from pydantic import SecretStr

from app import wiring
from app.lookup import keep as kept_lookups
from app.reading import keep as kept_readings
from app.reading.reader import Reader
from app.resolution import keep as kept_plans
from app.resolution import rows
from app.settings import Settings
from app.standin.directory import directory
from app.standin.everything import CLIENT_EMAIL, SUBJECT, kept_keys
from app.store import plans, readings, tickets
from app.store.session import Database
from app.web import preview
from app.web.serving import serving
from app.web.site import Site
from app.work.run import working
from app.work.workflows import Workshop
from models import Plan
from models.vocabulary import TicketState
from tests.path.systems import EXTRACT_AGE, Systems
from tests.scenarios import world
from tests.scenarios.situation import STRANGER, Situation, the_world
from tests.support.browser import TestClient
from tests.support.installation import wait_for
from tests.support.pages import pages_of
from tests.support.pictures import picture
from tests.web.conftest import API_TOKEN

SUBJECT_LINE = "Kendala akun"
_SECRET = b"rahasia-untuk-uji-saja-32-byte!!"
_RECEIVED = TicketState.RECEIVED
_EVERY_YEAR = "0 0 1 1 *"
_EARLIER = "Akun belajar.id kami tidak ditemukan, mohon bantuannya"


@dataclass(slots=True)
class Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of one situation: as read, as decided, as the answer would say it."""

    number: int
    category: str | None
    subjects: list[dict[str, Any]]
    plans: tuple[Plan, ...]
    letter: str


@dataclass
class Desk:
    database: Database
    site: Site
    clock: Clock
    systems: Systems
    app: FastAPI
    count: int = 0

    def takes(self, situations: Sequence[Situation]) -> dict[str, int]:
        """All of them in the order of their instants, each triaged; the nomor laporan of each."""
        numbers: dict[str, int] = {}

        def when(each: Situation) -> tuple[datetime, datetime]:
            return each.now, each.extracted_at

        for (now, extracted_at), group in groupby(sorted(situations, key=when), key=when):
            self.clock.now = now.astimezone(UTC)
            self.systems.extracts(extracted_at.astimezone(UTC) + EXTRACT_AGE)
            for each in group:
                if each.history:
                    self._written(replace(each, text=_EARLIER, id=f"{each.id}-before"))
                numbers[each.id] = self._written(each)
            self._wait(numbers.values())
        return numbers

    def seen(self, number: int) -> Seen:
        with self.database.read() as session:
            ticket = tickets.by_number(session, number)
            reading = readings.latest(session, ticket.id)
            assert reading is not None
            found = list(plans.of_reading(session, reading.id))
            dossiers = [
                kept_lookups.recall(readings.lookup(session, each.lookup_id)) for each in found
            ]
            verdicts = [kept_plans.recall(each) for each in found]
            return Seen(
                number,
                kept_readings.recall(reading).category,
                [rows.subject(*each) for each in zip(dossiers, verdicts, strict=True)],
                tuple(found),
                preview.letter(session, ticket, found, now=self.clock.now),
            )

    def _written(self, situation: Situation) -> int:
        """By the form, each from an address of its own; by the API what no form would take."""
        self.count += 1
        sender = (f"10.0.{self.count // 250}.{self.count % 250 + 1}", 50_000)
        client = TestClient(self.app, follow_redirects=False, client=sender)
        if situation.email.endswith("belajar.id"):
            sent = client.post(
                "/api/v1/tickets",
                json=_of_api(situation),
                headers={"Authorization": f"Bearer {API_TOKEN}"},
            )
            assert sent.status_code == 201, sent.text
            return int(sent.json()["number"])
        answer = client.post(
            "/bantuan",
            data=_of_form(situation),
            files={
                f"lampiran_{kind}": ("bukti.png", picture(), "image/png")
                for kind in situation.attachments
            }
            or None,
        )
        assert answer.status_code == 303, f"{situation.id}: {answer.status_code}"
        return int(answer.headers["location"].split("?")[0].rsplit("/", 1)[1])

    def _wait(self, numbers: Iterable[int]) -> None:
        waiting = list(numbers)

        def triaged() -> bool:
            """Looks at no ticket again that is done: looking takes time from the worker."""
            with self.database.read() as session:
                while waiting and tickets.by_number(session, waiting[-1]).state is not _RECEIVED:
                    waiting.pop()
            return not waiting

        wait_for(triaged, "triage of all", seconds=240)


def as_sent(situation: Situation) -> Situation:
    """The situation with what the form makes everybody say; strangers are different people."""
    email = situation.email
    if email == STRANGER:
        email = f"{situation.id}@surat.example"
    # Who signs has given a name.
    missing = tuple(each for each in situation.expected.missing if each != "name")
    return replace(
        situation,
        email=email,
        name=situation.name or _name(situation),
        expected=replace(situation.expected, missing=missing),
    )


@contextmanager
def opened(database: Database, reader: Reader, folder: Path, *, start: datetime) -> Iterator[Desk]:
    """The worker runs while the block does."""
    clock = Clock(start.astimezone(UTC))
    keys = kept_keys(folder / "kunci")
    found = the_world(start)
    accounts = directory(found.accounts, public_key=keys.pair.public, now=clock)
    systems = Systems(found, directory=accounts, dapodik_token=keys.dapodik_token)
    with serving(systems) as url:
        settings = _settings(folder, url, keys.pair.private, keys.dapodik_token)
        with closing(wiring.outside(settings, clock=clock, reader=reader)) as outside:
            shop = Workshop(database, outside, clock=clock)
            with working(shop, slot="situasi", sweep_at=_EVERY_YEAR):
                site = _site(database, folder, clock)
                yield Desk(database, site, clock, systems, pages_of(site))


def _settings(folder: Path, url: str, private_key: str, token: str) -> Settings:
    return Settings(
        data_dir=folder,
        blind_share=0,
        secret_key=SecretStr(_SECRET.decode()),
        public_url="http://loket.example",
        dapodik_url=url,
        dapodik_token=SecretStr(token),
        portal_url=url,
        directory_url=url,
        directory_token_url=f"{url}/token",
        directory_client_email=CLIENT_EMAIL,
        directory_subject=SUBJECT,
        directory_private_key=SecretStr(private_key),
        directory_per_second=40,
    )


def _site(database: Database, folder: Path, clock: Callable[[], datetime]) -> Site:
    return Site(
        database=database,
        secret=_SECRET,
        files=folder / "lampiran",
        public_url="http://testserver",
        first_number=700_000,
        attachment_limit=2_000_000,
        attachments_per_message=4,
        api_tokens=(API_TOKEN,),
        clock=clock,
    )


def _of_form(situation: Situation) -> dict[str, str]:
    return {
        "perihal": SUBJECT_LINE,
        "kategori": situation.category,
        "uraian": situation.text,
        "email": situation.email,
        "nama": situation.name,
        "tipe_pengguna": "lainnya",
        "npsn": situation.npsn,
    }


def _of_api(situation: Situation) -> dict[str, str]:
    told = {
        "text": situation.text,
        "subject": SUBJECT_LINE,
        "self_category": situation.category,
        "name": situation.name,
        "requester_email": situation.email,
        "npsn": situation.npsn,
    }
    return {key: value for key, value in told.items() if value}


def _name(situation: Situation) -> str:
    """Whose the mail is; a stranger signs as anybody might."""
    staff = [each for each in world.base() if "user" in each]
    office = {each["email"]: each["user"] for each in staff}
    people = [each.get("staff", each.get("pupil")) for each in situation.records]
    own = {world.personal_mail(name): name for name in people if name}
    return str(office.get(situation.email) or own.get(situation.email) or "Warga Pelapor")
