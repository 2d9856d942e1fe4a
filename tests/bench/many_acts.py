"""What colleagues and Loket leave beside a ticket: yeses, answers, looks, marks of the trail."""

from collections.abc import Mapping
from typing import Any

from models import (
    Approval,
    Attachment,
    BulkItem,
    BulkJob,
    Distribution,
    HeldAct,
    IncidentTicket,
    LabelEvent,
    Link,
    Mention,
    Rating,
    Reply,
    Trail,
)
from models.vocabulary import (
    ActKind,
    AssignWay,
    BulkAction,
    Helped,
    ItemOutcome,
    LabelKind,
    LinkReason,
    LinkState,
    ReplyState,
    TrailAction,
)

A_JOB = 1_000
AN_INCIDENT = 2_500
Ticket = Mapping[str, Any]


def settle(add: Any, ticket: Ticket, who: int) -> None:
    """The yes, what came of it, and the answer."""
    key, at = ticket["id"], ticket["settled_at"]
    add(Approval, plan_id=key, staff_id=who, yes=True, at=at)
    add(
        LabelEvent,
        kind=LabelKind.CONFIRMED,
        ticket_id=key,
        reading_id=key,
        label=ticket["category"],
        said=ticket["category"],
        probability=0.97,
        shown="[]",
        staff_id=who,
        at=at,
    )
    add(
        Reply,
        id=key,
        ticket_id=key,
        reading_id=key,
        to=ticket["requester_email"],
        subject=f"[#{ticket['number']}] Jawaban atas pertanyaan Anda",
        body="Terima kasih telah menghubungi kami. Alamat akun sudah disesuaikan. " * 8,
        mail_id=f"tiket-{ticket['number']}.{key:016x}@loket",
        state=ReplyState.SENT,
        attempts=1,
        created_at=at,
        sent_at=at,
    )
    add(
        HeldAct,
        ticket_id=key,
        kind=ActKind.APPROVED,
        staff_id=who,
        content="{}",
        at=at,
        until=at,
        begun_at=at,
    )


def at_times(add: Any, ticket: Ticket, lot: int, who: int) -> None:
    """What every ticket has once, and some now and then."""
    key, at, number = ticket["id"], ticket["created_at"], ticket["number"]
    add(
        Trail,
        seq=key,
        at=at,
        actor="loket" if lot % 2 else f"rekan{who - 1}",
        role="" if lot % 2 else "agent",
        action=TrailAction.PEOPLE_LOOKED_UP if lot % 2 else TrailAction.TICKET_READ,
        ticket_number=number,
        detail='{"dapodik": 2}',
        previous=f"{key:064x}",
        hash=f"{key + 1:064x}",
    )
    if ticket["assigned_to_id"]:
        given = {"staff_id": ticket["assigned_to_id"], "way": AssignWay.LOAD, "by": "loket"}
        add(Distribution, ticket_id=key, **given, at=at)
    if lot < 5 and ticket["settled_at"]:
        add(Rating, ticket_id=key, reply_id=key, helped=Helped.YES, at=ticket["settled_at"])
    if lot == 7:
        told = {"message_id": key, "ticket_id": key, "staff_id": who, "at": at}
        add(Mention, **told, seen_at=None if key % 5_000 == 7 else at)
    if lot % 25 == 3 and key > 40:
        add(
            Link,
            ticket_id=key,
            earlier_id=key - 40,
            reason=LinkReason.SAME_SCHOOL,
            percent=60,
            detail="{}",
            state=LinkState.SUGGESTED,
            at=at,
        )
    if lot == 11:
        add(IncidentTicket, incident_id=(key - 1) // AN_INCIDENT + 1, ticket_id=key, at=at)
    if lot % 5 == 0:
        add(Attachment, **_attachment(ticket))
    if key % A_JOB == 0:
        _job(add, ticket, who)


def _attachment(ticket: Ticket) -> dict[str, Any]:
    return {
        "ticket_id": ticket["id"],
        "message_id": ticket["id"],
        "kind": "lainnya",
        "filename": "tangkapan-layar.png",
        "content_type": "image/png",
        "size": 90_000,
        "sha256": f"{ticket['id']:064x}",
        "stored_as": f"{ticket['id']}.png",
        "created_at": ticket["created_at"],
    }


def _job(add: Any, ticket: Ticket, who: int) -> None:
    """One act on the fifty before it; the supervisor's own are as many as anybody's."""
    key, at = ticket["id"] // A_JOB, ticket["created_at"]
    mine = who if key % 4 else 1
    done = {"staff_id": mine, "params": "{}", "created_at": at, "ended_at": at}
    add(BulkJob, id=key, token=f"borongan-{key}", action=BulkAction.ASSIGN, **done)
    for each in range(ticket["id"] - 50, ticket["id"]):
        number = ticket["number"] - ticket["id"] + each
        about = {"job_id": key, "ticket_id": each, "number": number}
        add(BulkItem, **about, outcome=ItemOutcome.DONE, at=at)
