"""A world with hundreds of pupils, a list of them, and a Loket that asks nobody over the wire."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app import triage
from app.access.links import Links
from app.demo.build import Builder, digits
from app.intake import people
from app.intake.receive import Submission, receive
from app.linking.marks import sealer
from app.listing import acts
from app.lookup.dossier import Person
from app.lookup.world import World, WorldAccounts, WorldDapodik
from app.outside import Outside
from app.reading.reader import Reader
from app.reply.ports import Outgoing
from app.resolution.ports import AccountAdmin
from app.store import lines, replies, tickets
from app.store.lines import Wanted
from app.store.session import Database
from models import Plan, Reply, Staff, Ticket
from models.vocabulary import Category, Channel, PlanState, Remedy, TicketState
from tests.support.people import colleague

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)  # Wednesday, 12.00 WIB
HERE, THERE = "69950001", "69950002"
OPERATOR, ELSEWHERE = "operator@sduji.example", "operator@sdlain.example"
MOVED = "Pindahwati Gurunya"
SECRET = b"rahasia untuk uji saja"


def pupil(kind: str, n: int) -> str:
    """A name of its own for each, unlike all others."""
    letters = "".join(chr(97 + int(each)) for each in digits(6, "nama", kind, str(n)))
    return f"{kind.title()} {letters.title()} {letters[::-1].title()}na"


def nisn(name: str) -> str:
    return f"0{digits(9, 'nisn', name)}"


def listed(**of: int) -> str:
    """The CSV of so many pupils of each kind."""
    names = [pupil(kind, n) for kind, number in of.items() for n in range(number)]
    return "nama;nisn\n" + "".join(f"{name};{nisn(name)}\n" for name in names)


def world(folder: Path, **of: int) -> World:
    """Two schools. `baru` have no account, `lama` have one, `kini` came yesterday, `asing` belong
    to the other school; anybody else listed is unknown. A teacher moved there three weeks ago.
    """
    build = Builder(NOON)
    for npsn, name, mail in ((HERE, "Opera Ujinya", OPERATOR), (THERE, "Opera Lain", ELSEWHERE)):
        build.school(npsn, f"SD Negeri {name}", 5, "Kab. Contoh, Prov. Contoh")
        build.staff(name, npsn, "11")
        build.user(name, npsn, "Operator Sekolah", mail)
    for n in range(of.get("baru", 0)):
        build.pupil(pupil("baru", n), HERE, 1 + n % 6)
    for n in range(of.get("lama", 0)):
        person = build.pupil(pupil("lama", n), HERE, 1 + n % 6)
        build.account(f"lama{n}@sd.belajar.id", person, pupil("lama", n), npsn=HERE)
    for n in range(of.get("kini", 0)):
        build.pupil(pupil("kini", n), HERE, 1 + n % 6, since=1)
    for n in range(of.get("asing", 0)):
        build.pupil(pupil("asing", n), THERE, 1 + n % 6)
    build.staff(MOVED, HERE, left=20)
    build.staff(MOVED, THERE, since=19)
    build.write(folder, extracted_at=NOON - timedelta(hours=5))
    return World.load(folder)


@dataclass
class Post:
    """Keeps what was sent."""

    sent: list[Outgoing] = field(default_factory=list)

    def send(self, mail: Outgoing) -> None:
        self.sent.append(mail)


@dataclass
class Desk:
    """The path of a list driven by hand, each call one turn of the work."""

    database: Database
    outside: Outside
    files: Path
    now: datetime = NOON
    colleagues: list[Staff] = field(default_factory=list)

    def arrives(self, text: str, **more: Any) -> int:
        """The operator sends that list; the nomor laporan."""
        given: dict[str, Any] = {
            "channel": Channel.FORM,
            "text": "Daftar orang.",
            "subject": "Daftar orang",
            "self_category": Category.NO_ACCOUNT_STUDENT,
            "requester_name": "Opera Ujinya",
            "requester_email": OPERATOR,
            "npsn": HERE,
            "people": people.parse(text).entries,
        }
        with self.database.write() as session:
            return receive(
                session,
                Submission(**{**given, **more}),
                secret=SECRET,
                files=self.files,
                first_number=700_000,
                now=self.now,
            ).number

    def ticket(self, number: int) -> Ticket:
        with self.database.read() as session:
            return tickets.by_number(session, number)

    def considers(self, number: int, outside: Outside | None = None) -> None:
        """One part."""
        triage.consider(
            self.database, self.ticket(number).id, outside=outside or self.outside, now=self.now
        )

    def considers_all(self, number: int) -> int:
        """Part after part; how many there were."""
        parts = 0
        while self.ticket(number).state is TicketState.RECEIVED and parts < 60:
            self.considers(number)
            parts += 1
        return parts

    def plans(self, number: int, **wanted: Any) -> list[Plan]:
        with self.database.read() as session:
            return list(lines.plans(session, self.ticket(number).id, Wanted(**wanted)))

    def counts(self, number: int) -> dict[tuple[Remedy | None, PlanState | None], int]:
        found: dict[tuple[Remedy | None, PlanState | None], int] = {}
        with self.database.read() as session:
            for each in lines.counts(session, self.ticket(number).id):
                key = (each.remedy, each.state)
                found[key] = found.get(key, 0) + each.number
        return found

    def colleague(self, which: int = 0) -> Staff:
        while len(self.colleagues) <= which:
            name = f"petugas-{len(self.colleagues)}"
            with self.database.write() as session:
                self.colleagues.append(colleague(session, name, now=self.now))
        return self.colleagues[which]

    def says_yes(self, number: int, *, who: int = 0, **wanted: Any) -> None:
        """To every proposal of that kind."""
        ids = [each.id for each in self.plans(number, state=PlanState.PROPOSED, **wanted)]
        by = self.colleague(who)
        with self.database.write() as session:
            ticket = tickets.by_number(session, number)
            acts.approve(session, ticket, ids, by=by, now=self.now)

    def says_no(self, number: int, ids: list[int]) -> None:
        by = self.colleague()
        with self.database.write() as session:
            acts.reject(
                session,
                tickets.by_number(session, number),
                ids,
                by=by,
                reason="bukan murid kami",
                tracking_url=self.outside.tracking_url(number),
                now=self.now,
            )

    def tries_again(self, number: int, ids: list[int]) -> None:
        by = self.colleague()
        with self.database.write() as session:
            ticket = tickets.by_number(session, number)
            acts.try_again(session, ticket, ids, by=by, now=self.now)

    def carries_out(self, number: int, outside: Outside | None = None) -> None:
        for plan in self.plans(number, state=PlanState.APPROVED):
            triage.carry_out(
                self.database, plan.id, outside=outside or self.outside, clock=lambda: self.now
            )

    def answers(self, number: int) -> list[Reply]:
        with self.database.read() as session:
            found = replies.of_ticket(session, self.ticket(number).id)
        return [each for each in found if not each.is_notice]


def outside(world: World, admin: AccountAdmin) -> Outside:
    """The records of that world, in memory; the text above a list is not classified."""
    return Outside(
        read=Reader(),
        dapodik=WorldDapodik(world),
        accounts=WorldAccounts(world),
        admin=admin,
        mailer=Post(),
        tracking_url=lambda number: f"http://loket.example/laporan/{number}?kunci=ABC",
        seal=sealer(SECRET),
        links=Links(SECRET, "http://loket.example"),
    )


class Watched:
    """Dapodik that says who was asked for, and at one question does what it is told."""

    def __init__(self, desk: Desk, trouble: Callable[[], None], *, at: int) -> None:
        self._dapodik = desk.outside.dapodik
        self._trouble, self._at = trouble, at
        self.asked: list[str] = []

    def people_with(self, identifier: str) -> list[Person]:
        if identifier.startswith("0"):  # a NISN: one for each line
            self.asked.append(identifier)
            if len(self.asked) == self._at:
                self._trouble()
        return list(self._dapodik.people_with(identifier))

    def __getattr__(self, name: str) -> object:
        return getattr(self._dapodik, name)


def watched(desk: Desk, trouble: Callable[[], None], *, at: int) -> Watched:
    seen = Watched(desk, trouble, at=at)
    desk.outside = replace(desk.outside, dapodik=seen)  # type: ignore[arg-type]
    return seen
