"""A proposal on the accounts of `support.directory.world`, decided and carried out by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from app import desk, triage
from app.access.links import Links
from app.lookup.dossier import Person
from app.outside import Outside
from app.resolution.verdict import PlannedStep
from app.store import events, plans, tickets
from app.store.session import Database, Session
from models import Plan, Staff, Step, Ticket
from models.vocabulary import PlanState, StaffRole
from tests.support import build
from tests.support.directory import Served


@dataclass
class Desk:
    """One database, one served directory, two colleagues; `now` is moved by the test."""

    database: Database
    directory: Served
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    colleagues: list[Staff] = field(default_factory=list)

    def __post_init__(self) -> None:
        with self.database.write() as session:
            for name in ("satu", "dua"):
                self.colleagues.append(colleague(session, name, now=self.now))

    @property
    def outside(self) -> Outside:
        """Only the directory is real; in Dapodik everybody has left, so that accounts may go."""
        nobody = _Nobody()
        return Outside(
            read=nobody,
            dapodik=_Left(),
            accounts=self.directory.accounts(),
            admin=self.directory.admin(),
            mailer=nobody,
            tracking_url=lambda _number: None,
            seal=nobody,
            links=Links(b"rahasia-untuk-uji-saja-32-byte!!", "http://testserver"),
        )

    def proposes(self, *steps: PlannedStep) -> int:
        """The ticket's number; its proposal waits."""
        with self.database.write() as session:
            made = build.planned(session, steps=steps)
            for plan in plans.proposed(session, made.id):
                plan.created_at = self.now - timedelta(hours=1)
                session.add(plan)
        return made.number

    def says_yes(self, number: int, *, who: int = 0) -> None:
        with self.database.write() as session:
            by = self.colleagues[who]
            desk.approve(session, tickets.by_number(session, number), by=by, now=build.NOON)

    def carries_out(self, number: int) -> None:
        for plan in self.plans(number):
            if plan.state is PlanState.APPROVED:
                triage.carry_out(
                    self.database, plan.id, outside=self.outside, clock=lambda: self.now
                )

    def undoes(self, number: int, *, reason: str = "Salah orang.") -> Plan:
        """The last plan that is no undo is asked to be taken back."""
        [*_, plan] = [each for each in self.plans(number) if each.undoes_id is None]
        with self.database.write() as session:
            ticket, by = tickets.by_number(session, number), self.colleagues[0]
            return desk.undo(session, ticket, plan, by=by, reason=reason, now=self.now)

    def tries_again(self, number: int) -> None:
        with self.database.write() as session:
            ticket, by = tickets.by_number(session, number), self.colleagues[0]
            desk.try_again(session, ticket, by=by, now=build.NOON)

    def ticket(self, number: int) -> Ticket:
        with self.database.read() as session:
            return tickets.by_number(session, number)

    def plans(self, number: int) -> Sequence[Plan]:
        with self.database.read() as session:
            return plans.of_ticket(session, tickets.by_number(session, number).id)

    def steps(self, plan: Plan) -> Sequence[Step]:
        with self.database.read() as session:
            return plans.steps_of(session, plan.id)

    def events(self, number: int) -> list[str]:
        with self.database.read() as session:
            ticket = tickets.by_number(session, number)
            return [each.kind for each in events.of_ticket(session, ticket.id)]


def colleague(session: Session, username: str, *, now: datetime = build.NOON) -> Staff:
    """An agent who never signs in."""
    made = Staff(
        username=username,
        name=username.title(),
        role=StaffRole.AGENT,
        password_hash="",
        created_at=now,
    )
    session.add(made)
    session.flush()
    return made


class _Left:
    """Dapodik, as it knows people who have left every school."""

    def people_with(self, identifier: str) -> Sequence[Person]:
        return [build.person(person_id=identifier, placements=())]

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} was asked for")


class _Nobody:
    """A system that these stories never ask."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} was asked for")

    def __call__(self, *_: object) -> Any:
        raise AssertionError("asked")
