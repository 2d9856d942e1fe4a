"""What is found when everything came to its end, in a form that two ends can be compared in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

from sqlmodel import Session, col, select

from app.store import events, owed, plans, replies, tickets
from app.store.session import Database
from models import Attempt, Plan, Reply, Step, Ticket, Verification
from models.vocabulary import AttemptOutcome, ReplyState, StepState
from tests.support.kills.world import Memory

_LIVING = ["ENQUEUED", "PENDING", "DELAYED"]
_DEAD = ["ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """Each field sorted, so that only what matters is compared."""

    tickets: tuple[Line, ...]
    history: tuple[tuple[Line, int], ...]
    plans: tuple[Line, ...]
    steps: tuple[Line, ...]
    approvals: int
    letters: tuple[Line, ...]
    changes: tuple[str, ...]
    messages: int
    mailed: tuple[str, ...]

    def differences(self, other: "Ending") -> list[str]:
        return [
            f"{each.name}: {getattr(other, each.name)} instead of {getattr(self, each.name)}"
            for each in fields(self)
            if getattr(self, each.name) != getattr(other, each.name)
        ]


def ending(database: Database, memory: Memory) -> Ending:
    with database.read() as session:
        found = tickets.after(session, 0, limit=50)
        planned = list(session.exec(select(Plan)))
        steps = list(session.exec(select(Step)))
        letters = [each for ticket in found for each in replies.of_ticket(session, ticket.id)]
        return Ending(
            tickets=tuple(sorted(map(_ticket, found))),
            history=_history(session, found),
            plans=tuple(sorted((str(each.remedy), str(each.state)) for each in planned)),
            steps=tuple(sorted((str(each.action), each.target, str(each.state)) for each in steps)),
            approvals=sum(len(plans.approvals_of(session, each.id)) for each in planned),
            letters=tuple(sorted((str(each.to), str(each.state)) for each in letters)),
            changes=tuple(sorted(memory.changes)),
            messages=sum(len(tickets.messages_of(session, each.id)) for each in found),
            mailed=tuple(sorted(str(each.to) for each in letters if each.to)),
        )


def contradictions(database: Database, memory: Memory) -> list[str]:
    """What must never be found, whatever the story."""
    with database.read() as session:
        found = tickets.after(session, 0, limit=50)
        return [
            *_numbers(found, memory),
            *_untrue_steps(session),
            *_mails(list(session.exec(select(Reply))), memory),
            *_duties(database),
        ]


def lost(database: Database, memory: Memory) -> list[str]:
    """Numbers people were told that are not on disk."""
    with database.read() as session:
        return [
            f"{number} was acknowledged and is lost"
            for number in memory.promised
            if tickets.with_number(session, number) is None
        ]


def _ticket(ticket: Ticket) -> Line:
    return (str(ticket.number), str(ticket.state), str(ticket.waiting_on), str(ticket.category))


def _history(session: Session, found: Sequence[Ticket]) -> tuple[tuple[Line, int], ...]:
    told = Counter(
        (str(ticket.number), each.kind)
        for ticket in found
        for each in events.of_ticket(session, ticket.id)
    )
    return tuple(sorted(told.items()))


def _numbers(found: Sequence[Ticket], memory: Memory) -> list[str]:
    numbers = [each.number for each in found]
    gaps = numbers != list(range(min(numbers), min(numbers) + len(numbers))) if numbers else False
    return ["numbers repeat or have gaps: " + str(numbers)] if gaps else []


def _untrue_steps(session: Session) -> list[str]:
    """Done without an act and an agreeing read-back, or done more than once."""
    untrue = []
    for step in session.exec(select(Step).where(Step.state == StepState.DONE)):
        acts = session.exec(select(Attempt).where(Attempt.step_id == step.id)).all()
        seen = session.exec(select(Verification).where(Verification.step_id == step.id)).all()
        ended = [each for each in acts if each.outcome is not AttemptOutcome.RETRY]
        changes = bool(acts) or bool(seen)
        if changes and (len(ended) != 1 or not seen or not all(each.agrees for each in seen)):
            untrue.append(f"{step.action} is called done by {ended} and {seen}")
    return untrue


def _mails(letters: Sequence[Reply], memory: Memory) -> list[str]:
    """Each sent letter arrived; nothing else did. A repeat bears the same Message-ID."""
    expected = {each.mail_id for each in letters if each.to and each.state is ReplyState.SENT}
    arrived = set(memory.mails)
    wrong = [f"never arrived: {each}" for each in expected - arrived]
    wrong += [f"arrived unknown: {each}" for each in arrived - expected]
    if len({each.mail_id for each in letters}) != len(letters):
        wrong.append("two letters of one Message-ID")
    return wrong


def _duties(database: Database) -> list[str]:
    living = database.queue.list_workflows(status=_LIVING, name=list(owed.QUEUES))
    dead = database.queue.list_workflows(status=_DEAD)
    with database.read() as session:
        open_plans = session.exec(
            select(Plan).where(col(Plan.state) == "approved", col(Plan.next_try_at).is_(None))
        ).all()
    return [
        *(f"owed for ever: {each.workflow_id}" for each in living),
        *(f"given up: {each.workflow_id}" for each in dead),
        *(f"plan {each.id} is approved and nobody owes it" for each in open_plans if not living),
    ]
