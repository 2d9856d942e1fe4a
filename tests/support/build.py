"""Tickets at any point of their path, put straight into the database. Everything is invented."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.kit.clock import at_wib
from app.lookup import keep as kept_lookups
from app.lookup.dossier import Account, Dossier, Match, Person, Placement, Requester, School
from app.reading import keep as kept_readings
from app.reading.facts import Facets, Facts, Likelihood, Mention, Understanding, Words
from app.resolution import keep as kept_plans
from app.resolution.policy.sources import source
from app.resolution.verdict import PlannedStep, UsedFact, Verdict
from app.search import index
from app.store import incidents
from app.store.session import Session
from models import Attachment, Incident, Link, Message, Plan, Reply, Ticket
from models.values import AccountAddress, Npsn
from models.vocabulary import (
    Author,
    Automation,
    Category,
    Channel,
    Decision,
    IncidentKind,
    Jenjang,
    LinkReason,
    MatchStatus,
    Peran,
    PersonKind,
    Relation,
    Remedy,
    ReplyState,
    StepAction,
    System,
    TicketState,
    WhoActs,
)

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)  # Wednesday, 12.00 WIB
NPSN = Npsn("69900011")
OLD_ADDRESS = AccountAddress("sekarlestari@guru.smp.belajar.id")
NEW_ADDRESS = AccountAddress("sekarlestari@admin.smp.belajar.id")
NIK = "3399014507880123"
BODY = (
    "Saya baru diangkat menjadi kepala sekolah, NIK 3399014507880123, "
    "balas ke sekar.pribadi@surat.example atau 0812 3456 7890."
)
_serial = itertools.count(1)


def ticket(session: Session, **changes: Any) -> Ticket:
    """A head of school who asks for a role change, received an hour ago, with one message."""
    given: dict[str, Any] = {
        "number": 710_000 + next(_serial),
        "key_hash": "",
        "channel": Channel.FORM,
        "state": TicketState.MANUAL,
        "subject": "Ubah akun guru ke admin",
        "category": Category.ROLE_CHANGE,
        "requester_name": "Sekar Lestari",
        "requester_email": "sekar.pribadi@surat.example",
        "account_address": str(OLD_ADDRESS),
        "school_name": "SMP Negeri 3 Tirta",
        "npsn": str(NPSN),
        "created_at": NOON - timedelta(hours=1),
        "updated_at": NOON - timedelta(hours=1),
    }
    body = changes.pop("body", BODY)
    made = Ticket(**{**given, **changes})
    session.add(made)
    session.flush()
    session.add(
        Message(
            ticket_id=made.id,
            author=Author.REQUESTER,
            author_name=made.requester_name,
            channel=made.channel,
            body=body,
            created_at=made.created_at,
        )
    )
    index.put(session, made)
    return made


def message(session: Session, made: Ticket, **changes: Any) -> Message:
    """A further message of the requester, written at noon; the search index knows it."""
    given: dict[str, Any] = {"author": Author.REQUESTER, "author_name": made.requester_name}
    given |= {"body": "Apakah sudah ada kabar?", "created_at": NOON}
    written = Message(**{**given, **changes}, ticket_id=made.id, channel=made.channel)
    session.add(written)
    session.flush()
    index.put(session, made)
    return written


def planned(session: Session, *, steps: Sequence[PlannedStep] = (), **changes: Any) -> Ticket:
    """A ticket that was read, looked up and judged, and now waits for a yes."""
    made = ticket(session, state=TicketState.PLANNED, **changes)
    propose(session, made, verdict(steps=tuple(steps) or (rename(),)))
    return made


def propose(
    session: Session, made: Ticket, judged: Verdict, *, found: Dossier | None = None
) -> Plan:
    """The kept reading, look-up and plan of that verdict; the plan."""
    reading = kept_readings.keep(session, made, understanding(), now=NOON)
    lookup = kept_lookups.keep(session, found or dossier(), reading=reading, subject_no=0, now=NOON)
    return kept_plans.keep(session, judged, lookup, now=NOON)


def understanding(**changes: Any) -> Understanding:
    read = Understanding(
        facts=Facts(
            npsn=(str(NPSN),),
            nik=(NIK,),
            phones=("081234567890",),
            emails=("sekar.pribadi@surat.example",),
            to_role=Peran.ADMIN,
        ),
        facets=Facets(),
        mentions=(Mention(as_written="Sekar Lestari", name="Sekar Lestari"),),
        category=Category.ROLE_CHANGE,
        probability=0.97,
        decision=Decision.AUTO,
        alternatives=(Likelihood(Category.TRANSFER_SAME_LEVEL, 0.02),),
        because=(Words("diangkat menjadi", 2.5), Words("kepala sekolah", 1.5)),
        instead=(Words("akun hilang", 0.5),),
        classifier="uji-1",
    )
    return replace(read, **changes)


def person(**changes: Any) -> Person:
    placed = Placement(NPSN, Jenjang.SMP, Peran.ADMIN, since=date(2026, 11, 1), sent=True)
    base = Person(
        "5f3d0c1e-0000-4000-8000-000000000011",
        PersonKind.STAFF,
        "Sekar Lestari",
        birth_date=date(1988, 7, 5),
        nik=NIK,
        nuptk="1037766667300012",
        placements=(placed,),
    )
    return replace(base, **changes)


def account(**changes: Any) -> Account:
    base = Account(
        "akun-11",
        OLD_ADDRESS,
        person_id=person().person_id,
        npsn=NPSN,
        name="Sekar Lestari",
        recovery_email="sekar.pribadi@surat.example",
        recovery_phone="+6281234567890",
        noticed_on=date(2026, 11, 5),
    )
    return replace(base, **changes)


def dossier(**changes: Any) -> Dossier:
    base = Dossier(
        as_written="Sekar Lestari",
        match=Match(MatchStatus.MATCHED, person=person(), because=("nama sama persis",)),
        read_at=NOON,
        dapodik_as_of=NOON - timedelta(hours=5),
        accounts=(account(),),
        schools=(School(NPSN, "SMP Negeri 3 Tirta", Jenjang.SMP),),
        requester=Requester("sekar.pribadi@surat.example", Relation.OWNER, verified=True),
    )
    return replace(base, **changes)


def rename(**changes: Any) -> PlannedStep:
    base = PlannedStep(
        StepAction.RENAME_ACCOUNT,
        str(OLD_ADDRESS),
        {"primary_email": str(OLD_ADDRESS), "exists": True},
        {"primary_email": str(NEW_ADDRESS), "exists": True},
        automation=Automation.APPROVE,
        undo="Kembalikan alamat lama.",
    )
    return replace(base, **changes)


def verdict(**changes: Any) -> Verdict:
    base = Verdict(
        Remedy.RENAME_ACCOUNT,
        "role_change.due",
        2,
        source("sync.role_change"),
        WhoActs.HELPDESK,
        facts=(UsedFact("peran di Dapodik", "admin", System.DAPODIK, NOON),),
        promised_at=at_wib(date(2026, 12, 9), 9).astimezone(UTC),
        steps=(rename(),),
    )
    return replace(base, **changes)


def reply(session: Session, made: Ticket, **changes: Any) -> Reply:
    given: dict[str, Any] = {
        "ticket_id": made.id,
        "to": made.requester_email,
        "subject": f"[#{made.number}] Alamat akun disesuaikan",
        "body": "Alamat akun telah disesuaikan.\nhttp://loket.example/laporan/1?kunci=A",
        "mail_id": f"uji-{next(_serial)}@loket",
        "state": ReplyState.SENT,
        "attempts": 1,
        "created_at": NOON,
        "sent_at": NOON,
    }
    row = Reply(**{**given, **changes})
    session.add(row)
    session.flush()
    return row


def link(session: Session, later: Ticket, earlier: Ticket, **changes: Any) -> Link:
    given: dict[str, Any] = {
        "reason": LinkReason.SAME_PERSON,
        "percent": 64,
        "detail": {"same_problem": True},
        "at": NOON,
    }
    row = Link(ticket_id=later.id, earlier_id=earlier.id, **{**given, **changes})
    session.add(row)
    session.flush()
    return row


def incident(session: Session, tickets: Sequence[Ticket], **changes: Any) -> Incident:
    """Of one school, with those tickets."""
    given: dict[str, Any] = {
        "kind": IncidentKind.SCHOOL,
        "key": str(NPSN),
        "category": Category.ROLE_CHANGE,
        "expected": 0.25,
        "opened_at": NOON,
        "newest_at": NOON,
    }
    row = Incident(**{**given, **changes})
    session.add(row)
    session.flush()
    incidents.attach(session, row, [each.id for each in tickets], NOON)
    return row


def attachment(session: Session, made: Ticket, **changes: Any) -> Attachment:
    """The row alone; the file is the test's."""
    message = Message(
        ticket_id=made.id,
        author=Author.REQUESTER,
        channel=made.channel,
        body="Terlampir.",
        created_at=NOON,
    )
    session.add(message)
    session.flush()
    given: dict[str, Any] = {
        "ticket_id": made.id,
        "message_id": message.id,
        "kind": "login_screenshot",
        "filename": "layar masuk.png",
        "content_type": "image/png",
        "size": 2048,
        "sha256": "0" * 64,
        "stored_as": "berkas-uji",
        "created_at": NOON,
    }
    row = Attachment(**{**given, **changes})
    session.add(row)
    session.flush()
    return row
