"""A prepared answer into the field of a ticket's own answer; nothing is sent by it."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from app.kit.errors import Refusal
from app.store import canned, tickets
from app.teamwork import answers
from app.teamwork.canned import fill, fitting
from app.web import labels, pages
from app.web.acting import Acting, At
from app.web.deps import Genuine
from app.web.kept import Draft
from app.web.ticket import ticket_page
from app.web.typed import tidy

router = APIRouter(dependencies=[Genuine])

_LONGEST = 20_000
_NAMED = 8  # titles in one sentence


class NoneFits(Refusal):
    """422: no prepared answer has such a title."""

    status = 422
    key = "canned.none_fits"


class SeveralFit(Refusal):
    """422: more than one has these letters in its title."""

    status = 422
    key = "canned.several_fit"


@router.post("/tiket/{number}/jawaban-siap", name="canned_insert")
def insert(
    at: At,
    choice: Annotated[str, Form(alias="pilihan", max_length=200)] = "",
    text: Annotated[str, Form(alias="teks", max_length=_LONGEST)] = "",
) -> Response:
    """The page, or for htmx the answer's form, with the text filled in below what was typed."""
    typed = tidy(text, _LONGEST)
    try:
        draft = _filled(at, choice, typed)
    except Refusal as refusal:
        sentence = labels.say(refusal.key, pages.language_of(at.request), **refusal.details)
        fields = {"teks": typed, "pilihan": choice, "keluhan": sentence}
        draft = Draft(fields, status=refusal.status, part="ticket/_answer.html")
    return ticket_page(at.request, at.number, who=at.who, now=at.now, draft=draft)


def _filled(at: Acting, choice: str, typed: str) -> Draft:
    with at.site.database.read() as session:
        ticket = tickets.by_number(session, at.number)
        rows = {each.title: each for each in canned.present(session)}
        found = fitting(rows, choice)
        if not found:
            raise NoneFits
        if len(found) > 1:
            raise SeveralFit(titles="; ".join(found[:_NAMED]))
        row = rows[found[0]]
        category = labels.label(ticket.category, row.language) if ticket.category else ""
        values = answers.values(ticket, by=at.who, category=category, now=at.now)
    filled = fill(row.body, values)
    fields = {
        "teks": f"{typed}\n\n{filled.text}".strip(),
        "siap": str(row.series),
        "belum": ", ".join(filled.missing),
    }
    return Draft(fields, part="ticket/_answer.html")
