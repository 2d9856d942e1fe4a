"""A report of the public whose answer is out."""

from dataclasses import dataclass

from app.intake import receive
from app.store import tickets
from app.web.site import Site
from models import Reply, Ticket
from models.vocabulary import Channel, ReplyState, TicketState, WhoActs


@dataclass(frozen=True, slots=True)
class Answered:
    """A report whose answer is out."""

    number: int
    key: str
    reply_id: int

    @property
    def path(self) -> str:
        return f"/laporan/{self.number}"

    @property
    def url(self) -> str:
        return f"{self.path}?kunci={self.key}"


def answered(site: Site) -> Answered:
    now = site.clock()
    with site.database.write() as session:
        receipt = receive.receive(
            session,
            receive.Submission(
                Channel.FORM,
                "Akun saya tidak ditemukan.",
                requester_name="Sarinah Wati",
                requester_email="sarinah@surat.example",
            ),
            secret=site.secret,
            files=site.files,
            first_number=site.first_number,
            now=now,
        )
        ticket = tickets.by_number(session, receipt.number)
        ticket.state, ticket.waiting_on = TicketState.ANSWERED, WhoActs.NOBODY
        ticket.settled_at = now
        reply = a_reply(ticket)
        session.add(reply)
        session.flush()
    return Answered(receipt.number, receipt.key, reply.id)


def a_reply(ticket: Ticket, body: str = "Akun sudah ada.", *, is_notice: bool = False) -> Reply:
    return Reply(
        ticket_id=ticket.id,
        subject="Laporan",
        body=body,
        mail_id=f"<{ticket.number}-{body}@loket.example>",
        created_at=ticket.created_at,
        to="sarinah@surat.example",
        state=ReplyState.SENT,
        is_notice=is_notice,
    )
