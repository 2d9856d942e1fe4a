"""What colleagues do to learn who asks: a link to the registered address, a word of the school."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from app.kit.errors import NotFound
from app.proving import ask, vouching
from app.proving.post import Handling
from app.proving.subject import Subject, numbered
from app.resolution import editions
from app.store.session import Session
from app.web.acting import At
from app.web.deps import Genuine
from models import Ticket
from models.vocabulary import Relation

router = APIRouter(dependencies=[Genuine])

Number = Annotated[int, Form(alias="subjek", ge=1, lt=2**31)]
Office = Annotated[str, Form(alias="jabatan", max_length=20)]


@router.post("/tiket/{number}/konfirmasi", name="ask_owner")
def ask_owner(at: At, subject_no: Number = 1) -> Response:
    """The link once more, to an address of the records."""

    def act(session: Session, ticket: Ticket) -> None:
        handling = Handling(session, ticket, at.site.links, at.now)
        ask.again(handling, _subject(session, ticket, subject_no), by=at.who)

    return at.do(act)


@router.post("/tiket/{number}/jaminan", name="ask_school")
def ask_school(at: At, subject_no: Number = 1, office: Office = "") -> Response:
    """The operator or head of the person's school is asked to vouch."""

    def act(session: Session, ticket: Ticket) -> None:
        wanted = Relation(office) if office in set(Relation) else Relation.OPERATOR
        terms = editions.in_force(session, at.now).terms
        handling = Handling(session, ticket, at.site.links, at.now, terms)
        vouching.ask(handling, _subject(session, ticket, subject_no), wanted, by=at.who)

    return at.do(act)


def _subject(session: Session, ticket: Ticket, number: int) -> Subject:
    """Raises NotFound before anything was judged."""
    found = numbered(session, ticket.id, number - 1)
    if found is None:
        raise NotFound
    return found
