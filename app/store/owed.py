"""Work that is owed, put into the queue in the transaction that makes it due."""

from app.store import lines
from app.store.session import Session, owe
from models import (
    BulkJob,
    Plan,
    Reply,
    StaffLetter,
    ThreadReply,
    Ticket,
    TrailCheck,
    Training,
    WhatIf,
)

TRIAGE = "triage"
CARRY_OUT = "carry_out"
DELIVER = "deliver"
CLOSE_THREAD = "utas"
POST = "surat"
LEARN = "latih"
SIMULATE = "simulasi"
CHECK_TRAIL = "periksa_jejak"
BULK = "borongan"
BULK_UNDO = "borongan_batal"
# A queue and no duty: lists are triaged like others, but one part of one list at a time, of all
# workers together. Their pace rests on that, and no list takes the place of a single ticket.
LISTS = "daftar"
# Another queue alone: the mailbox is looked into by one worker at a time.
MAILBOX = "kotak_surat"
# Duties that have no queue of their own.
BESIDE = (BULK_UNDO, POST)
QUEUES = (TRIAGE, CARRY_OUT, DELIVER, CLOSE_THREAD, BULK)
AFTER_OTHERS = 10  # in its queue, of whatever age; 0 is the usual


def triage(session: Session, ticket: Ticket) -> None:
    """The ticket is to be read, looked up and judged; once per revision and try."""
    session.flush()
    key = f"triage-{ticket.number}-{ticket.revision}-{ticket.tries}"
    queue = LISTS if lines.is_list(session, ticket.id) else TRIAGE
    owe(session, TRIAGE, ticket.id, key=key, queue=queue)


def more_lines(session: Session, ticket: Ticket, done: int) -> None:
    """The next lines of a list are to be looked up; once per revision, try and lines `done`."""
    session.flush()
    key = f"triage-{ticket.number}-{ticket.revision}-{ticket.tries}-{done}"
    owe(session, TRIAGE, ticket.id, key=key, queue=LISTS)


def carry_out(session: Session, plan: Plan) -> None:
    """The approved plan is to be carried out; once per try. Lines of a list stand back."""
    session.flush()
    key = f"carry-out-{plan.id}-{plan.tries}"
    rank = AFTER_OTHERS if lines.is_list(session, plan.ticket_id) else 0
    owe(session, CARRY_OUT, plan.id, key=key, queue=CARRY_OUT, rank=rank)


def deliver(session: Session, reply: Reply) -> None:
    """The answer is to be sent; once per try."""
    session.flush()
    owe(session, DELIVER, reply.id, key=f"deliver-{reply.id}-{reply.attempts}", queue=DELIVER)


def post(session: Session, letter: StaffLetter) -> None:
    """The letter to a colleague is to be sent; once per try."""
    session.flush()
    key = f"surat-{letter.mail_id}-{letter.attempts}"
    owe(session, POST, letter.id, key=key, queue=DELIVER)


def close_thread(session: Session, reply: ThreadReply) -> None:
    """The public reply is to be sent, or looked for; once per try."""
    session.flush()
    key = f"utas-{reply.id}-{reply.attempts}-{reply.created_at.timestamp()}"
    owe(session, CLOSE_THREAD, reply.id, key=key, queue=CLOSE_THREAD)


def learn(session: Session, training: Training) -> None:
    """A classifier is to be fitted and judged; one at a time."""
    session.flush()
    owe(session, LEARN, training.id, key=f"latih-{training.id}", queue=LEARN)


def simulate(session: Session, whatif: WhatIf) -> None:
    """An edition's numbers are to be tried on the recorded cases; one at a time."""
    session.flush()
    # SQLite gives the id of a deleted row again.
    key = f"simulasi-{whatif.id}-{whatif.started_at.timestamp()}"
    owe(session, SIMULATE, whatif.id, key=key, queue=SIMULATE)


def check_trail(session: Session, check: TrailCheck) -> None:
    """The chain of the audit trail is to be gone along; one walk at a time."""
    session.flush()
    owe(session, CHECK_TRAIL, check.id, key=f"periksa-jejak-{check.id}", queue=CHECK_TRAIL)


def bulk(session: Session, job: BulkJob) -> None:
    """A colleague's act is to be done to many tickets; once."""
    session.flush()
    owe(session, BULK, job.id, key=f"borongan-{job.id}", queue=BULK)


def bulk_undo(session: Session, job: BulkJob) -> None:
    """What was done to them is to be taken back; once."""
    session.flush()
    owe(session, BULK_UNDO, job.id, key=f"borongan-batal-{job.id}", queue=BULK)
