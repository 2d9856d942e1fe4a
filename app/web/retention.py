"""How long things are kept: in force, proposed with what would go now, and what is held."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from app.retention import rules
from app.retention.rules import PARTS, Days
from app.store import retention as rows
from app.store import staff
from app.store.session import Session
from app.web import managing, pages
from app.web.deps import Genuine
from app.web.managing import REASON, Managing, Refused
from app.web.site import site_of
from app.web.typed import Id, tidy
from models import Retention
from models.vocabulary import EditionState

router = APIRouter()

At = Annotated[Managing, managing.GOVERNOR]
Reason = Annotated[str, Form(alias="alasan", max_length=20_000)]
Number = Annotated[int, Form(alias="laporan", ge=0, lt=2**63)]
_PAST, COUNTED = 40, 10_000
_FIELDS = {"messages": "pesan", "attachments": "lampiran", "dossiers": "berkas", "trail": "jejak"}


@dataclass(frozen=True, slots=True)
class ProposalView:
    """`parts` are (part, days or None, how many tickets or rows would go now)."""

    row: Retention
    parts: tuple[tuple[str, int | None, int], ...]
    is_mine: bool


@router.get("/penyimpanan", name="retention")
def index(at: At) -> Response:
    return _shown(at)


@router.post("/penyimpanan", name="retention_proposed", dependencies=[Genuine])
async def propose(request: Request, at: At) -> Response:
    """A proposal; nothing is removed by it."""
    sent = await request.form()
    typed = {part: str(sent.get(name, ""))[:20] for part, name in _FIELDS.items()}
    note = tidy(str(sent.get("alasan", "")), REASON)

    def act(session: Session) -> None:
        rules.propose(session, rules.days(typed), note, by=at.who, now=at.now)

    return _do(at, act, typed=typed, note=note)


@router.post(
    "/penyimpanan/{retention_id}/penetapan", name="retention_adopted", dependencies=[Genuine]
)
def adopt(at: At, retention_id: Id) -> Response:
    """By somebody else than who proposed it."""
    return _do(at, lambda session: rules.adopt(session, retention_id, by=at.who, now=at.now))


@router.post(
    "/penyimpanan/{retention_id}/penarikan", name="retention_withdrawn", dependencies=[Genuine]
)
def withdraw(at: At, retention_id: Id) -> Response:
    return _do(at, lambda session: rules.withdraw(session, retention_id, by=at.who, now=at.now))


@router.post("/penyimpanan/penahanan", name="hold_set", dependencies=[Genuine])
def hold(at: At, number: Number, reason: Reason = "") -> Response:
    """Nothing of that report is removed until the hold is lifted."""

    def act(session: Session) -> None:
        rules.hold(session, number, tidy(reason, REASON), by=at.who, now=at.now)

    return _do(at, act)


@router.post("/penyimpanan/pencabutan", name="hold_lifted", dependencies=[Genuine])
def lift(at: At, number: Number) -> Response:
    return _do(at, lambda session: rules.lift(session, number, by=at.who, now=at.now))


def _do(
    at: Managing, act: managing.Act, *, typed: dict[str, str] | None = None, note: str = ""
) -> Response:
    back = at.request.app.url_path_for("retention")
    return at.do(
        act, back=back, show=lambda refused: _shown(at, typed=typed, note=note, refused=refused)
    )


def _shown(
    at: Managing,
    *,
    typed: dict[str, str] | None = None,
    note: str = "",
    refused: Refused | None = None,
) -> Response:
    with site_of(at.request).database.read() as session:
        listed = rows.listed(session, limit=_PAST)
        current = rows.in_force(session)
        open_ones = [each for each in listed if each.state is EditionState.DRAFT]
        proposals = [_proposal(session, each, at) for each in open_ones]
        held, names = rows.holds(session), staff.names(session)
    of = rules.days_of(current)
    return pages.page(
        at.request,
        "retention/index.html",
        status=(refused or Refused()).status,
        current=current,
        days={part: getattr(of, part) for part in PARTS},
        fields=_FIELDS,
        proposals=proposals,
        past=[each for each in listed if each.state is not EditionState.DRAFT],
        held=held,
        names=names,
        counted=COUNTED,
        typed=typed or {part: str(getattr(of, part) or "") for part in PARTS},
        note=note,
        complaint=(refused or Refused()).sentence,
        is_saved=managing.is_saved(at.request),
    )


def _proposal(session: Session, row: Retention, at: Managing) -> ProposalView:
    of: Days = rules.days_of(row)
    parts = []
    for part in PARTS:
        days: int | None = getattr(of, part)
        parts.append((part, days, _count(session, part, days, at)))
    return ProposalView(row, tuple(parts), row.by_id == at.who.id)


def _count(session: Session, part: str, days: int | None, at: Managing) -> int:
    """Never counted beyond one more than COUNTED."""
    if days is None:
        return 0
    before, at_most = at.now - timedelta(days=days), COUNTED + 1
    if part == "trail":
        return rows.count_trail(session, before, at_most=at_most)
    return rows.count(session, part, before, at_most=at_most)
