"""What colleagues do to a ticket; each form works with and without scripts."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form
from fastapi.responses import Response

from app import desk
from app.intake import keys
from app.kit.errors import Refusal
from app.resolution.approve import AlreadyDecided
from app.store import casework, drafts
from app.store import plans as stored_plans
from app.store.session import Session
from app.teamwork import answers, merging, noting, splitting
from app.teamwork.canned import unfilled
from app.teamwork.merging import Wish
from app.teamwork.noting import Note
from app.teamwork.splitting import Numbers
from app.web import housekeeping
from app.web.acting import Acting, At
from app.web.deps import Genuine
from app.web.ticket_view import named
from app.web.typed import tidy
from models import Ticket
from models.vocabulary import Category, DraftKind

router = APIRouter(dependencies=[Genuine])

_LONGEST = 20_000
Plans = Annotated[str, Form(alias="usulan", max_length=2000)]
Text = Annotated[str, Form(alias="teks", max_length=_LONGEST)]
Reason = Annotated[str, Form(alias="alasan", max_length=_LONGEST)]

Other = Annotated[int, Form(alias="laporan", ge=0, lt=2**63)]


class Incomplete(Refusal):
    """422: a field that must say something says nothing."""

    status = 422
    key = "decision.incomplete"


class AnsweredMeanwhile(Refusal):
    """409: a colleague's or the system's answer went out since the page was opened."""

    key = "decision.answered_meanwhile"


class Unfilled(Refusal):
    """422: a variable of a prepared answer still stands in the text."""

    status = 422
    key = "canned.unfilled"


@router.post("/tiket/{number}/persetujuan", name="approval")
def approval(at: At, plans: Plans = "") -> Response:
    """A yes to the very proposal that was shown."""

    def act(session: Session, ticket: Ticket) -> None:
        _must_be_shown(session, ticket, plans)
        desk.approve(session, ticket, by=at.who, now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/penolakan", name="rejection")
def rejection(at: At, plans: Plans = "", reason: Reason = "") -> Response:
    """A no with its reason."""

    def act(session: Session, ticket: Ticket) -> None:
        _must_say(reason)
        _must_be_shown(session, ticket, plans)
        desk.reject(session, ticket, by=at.who, reason=tidy(reason, _LONGEST), now=at.now)

    return at.do(act, typed={"alasan": reason})


@router.post("/tiket/{number}/pembatalan", name="undo")
def undo(
    at: At, plan_id: Annotated[int, Form(alias="usulan", ge=0, lt=2**63)], reason: Reason = ""
) -> Response:
    """A wish to take a change back: a proposal of its own, with its reason."""

    def act(session: Session, ticket: Ticket) -> None:
        _must_say(reason)
        why, plan = tidy(reason, _LONGEST), stored_plans.by_id(session, plan_id)
        desk.undo(session, ticket, plan, by=at.who, reason=why, now=at.now)

    return at.do(act, typed={"pembatalan": reason})


@router.post("/tiket/{number}/percobaan", name="another_try")
def another_try(at: At) -> Response:
    """What failed is carried out again, its cause being mended."""

    def act(session: Session, ticket: Ticket) -> None:
        desk.try_again(session, ticket, by=at.who, now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/kategori", name="category")
def category(at: At, chosen: Annotated[Category, Form(alias="kategori")]) -> Response:
    def act(session: Session, ticket: Ticket) -> None:
        desk.correct(session, ticket, chosen, by=at.who, now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/kategori-tanpa-saran", name="blind_word")
def blind_word(at: At, chosen: Annotated[Category, Form(alias="kategori")]) -> Response:
    """The category from the text alone; then everything is shown."""

    def act(session: Session, ticket: Ticket) -> None:
        desk.name_blindly(session, ticket, chosen, by=at.who, now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/jawaban", name="answer")
def answer(
    at: At,
    text: Text = "",
    known: Annotated[int, Form(alias="jawaban_terlihat")] = 0,
    prepared: Annotated[str, Form(alias="siap", max_length=20)] = "",
) -> Response:
    """The colleague's own words; `known` is how many answers they saw when they began."""

    def act(session: Session, ticket: Ticket) -> None:
        _must_say(text)
        if casework.answers_count(session, ticket.id) != known:
            raise AnsweredMeanwhile
        gaps = unfilled(text)
        if gaps:
            raise Unfilled(names=", ".join(gaps))
        url = _tracking_url(at)
        desk.answer_by_hand(
            session, ticket, tidy(text, _LONGEST), by=at.who, tracking_url=url, now=at.now
        )
        answers.used(session, ticket, prepared, by=at.who, now=at.now)
        drafts.drop(session, ticket.id, at.who.id, DraftKind.ANSWER)

    return at.do(act, typed={"teks": text, "siap": prepared})


@router.post("/tiket/{number}/pemeriksaan", name="another_look")
def another_look(at: At) -> Response:
    def act(session: Session, ticket: Ticket) -> None:
        desk.reconsider(session, ticket, by=at.who.username, kind="looked_again", now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/penutupan", name="closing")
def closing(at: At) -> Response:
    def act(session: Session, ticket: Ticket) -> None:
        desk.close(session, ticket, by=at.who, now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/penugasan", name="assignment")
def assign(at: At, lets_go: Annotated[str, Form(alias="lepas", max_length=10)] = "") -> Response:
    """The colleague takes the ticket; with `lepas` lets it go, for browsers without scripts."""

    def act(session: Session, ticket: Ticket) -> None:
        if lets_go:
            housekeeping.let_go(session, ticket, by=at.who, now=at.now)
        else:
            housekeeping.take(session, ticket, by=at.who, now=at.now)

    return at.do(act)


@router.delete("/tiket/{number}/penugasan")
def unassign(at: At) -> Response:
    def act(session: Session, ticket: Ticket) -> None:
        housekeeping.let_go(session, ticket, by=at.who, now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/kaitan", name="link")
def link(at: At, other: Other) -> Response:
    """A yes: this report and that earlier one are the same."""

    def act(session: Session, ticket: Ticket) -> None:
        desk.link(session, ticket, other, by=at.who, now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/bukan-kaitan", name="no_link")
def no_link(at: At, other: Other) -> Response:
    """A no, also in place of an earlier yes."""

    def act(session: Session, ticket: Ticket) -> None:
        desk.unlink(session, ticket, other, by=at.who, now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/penggabungan", name="merge")
def merge(
    at: At,
    other: Other,
    reason: Reason = "",
    confirmed: Annotated[str, Form(alias="beda_orang", max_length=10)] = "",
) -> Response:
    """This report is handled under that one."""
    wish = Wish(other, tidy(reason, 500), confirmed=bool(confirmed))

    def act(session: Session, ticket: Ticket) -> None:
        _must_say(reason)
        merging.merge(session, ticket, wish, by=at.who, now=at.now)

    return at.do(act, typed={"laporan": str(other), "sebab": reason})


@router.post("/tiket/{number}/pemisahan", name="split")
def split(
    at: At,
    once: Annotated[str, Form(alias="sekali", max_length=60)],
    messages: Annotated[tuple[int, ...], Form(alias="pesan")] = (),
    part: Annotated[str, Form(alias="bagian", max_length=_LONGEST)] = "",
) -> Response:
    """Some messages, or a part of one, become a report with its own number."""
    wish = splitting.Wish(frozenset(messages), tidy(part, _LONGEST), tidy(once, 60))
    site = at.site
    numbers = Numbers(site.secret, site.first_number, site.public_url)

    def act(session: Session, ticket: Ticket) -> None:
        splitting.split(session, ticket, wish, numbers=numbers, by=at.who, now=at.now)

    return at.do(act, typed={"bagian": part})


@router.post("/tiket/{number}/pelepasan", name="unmerge")
def unmerge(at: At) -> Response:
    """It is handled by itself again, as it stood before."""

    def act(session: Session, ticket: Ticket) -> None:
        merging.unmerge(session, ticket, by=at.who, now=at.now)

    return at.do(act)


@router.post("/tiket/{number}/catatan", name="note")
def note(
    at: At,
    once: Annotated[str, Form(alias="sekali", max_length=60)],
    text: Text = "",
    mentions: Annotated[str, Form(alias="sebut", max_length=500)] = "",
) -> Response:
    """Kept once, however often the same form is sent; whoever is named in it sees it."""

    def act(session: Session, ticket: Ticket) -> None:
        _must_say(text)
        said = Note(tidy(text, _LONGEST), tidy(mentions, 500), tidy(once, 60))
        noting.note(session, ticket, said, by=at.who, now=at.now)
        drafts.drop(session, ticket.id, at.who.id, DraftKind.NOTE)

    return at.do(act, typed={"catatan": text, "sebut": mentions})


def _must_say(text: str) -> None:
    if not tidy(text, _LONGEST):
        raise Incomplete


def _must_be_shown(session: Session, ticket: Ticket, plans: str) -> None:
    """Nobody decides a proposal they have not seen: what waits is what the page showed."""
    if named(casework.proposed_ids(session, ticket.id)) != plans:
        raise AlreadyDecided


def _tracking_url(at: Acting) -> str:
    path = at.request.app.url_path_for("tracking", number=at.number)
    key = urlencode({"kunci": keys.key_for(at.number, at.site.secret)})
    return f"{at.site.public_url.rstrip('/')}{path}?{key}"
