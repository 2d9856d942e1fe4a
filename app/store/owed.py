"""Work that is owed, put into the queue in the transaction that makes it due."""

from app.store.session import Session, owe
from models import Plan, Reply, Ticket

TRIAGE = "triage"
CARRY_OUT = "carry_out"
DELIVER = "deliver"
QUEUES = (TRIAGE, CARRY_OUT, DELIVER)


def triage(session: Session, ticket: Ticket) -> None:
    """The ticket is to be read, looked up and judged; once per revision and try."""
    session.flush()
    key = f"triage-{ticket.number}-{ticket.revision}-{ticket.tries}"
    owe(session, TRIAGE, _id(ticket.id), key=key, queue=TRIAGE)


def carry_out(session: Session, plan: Plan) -> None:
    """The approved plan is to be carried out; once per try."""
    session.flush()
    plan_id = _id(plan.id)
    owe(session, CARRY_OUT, plan_id, key=f"carry-out-{plan_id}-{plan.tries}", queue=CARRY_OUT)


def deliver(session: Session, reply: Reply) -> None:
    """The answer is to be sent; once per try."""
    session.flush()
    reply_id = _id(reply.id)
    owe(session, DELIVER, reply_id, key=f"deliver-{reply_id}-{reply.attempts}", queue=DELIVER)


def _id(row_id: int | None) -> int:
    if row_id is None:
        raise ValueError("the row was not flushed")
    return row_id
