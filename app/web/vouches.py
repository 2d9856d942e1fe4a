"""Who vouched for whom in the last thirty days, and what is unusual about it."""

from datetime import datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.permissions import Permission, may
from app.proving import tally
from app.proving.tally import Word
from app.resolution import editions
from app.store import proofs, vouches
from app.web import masks, pages
from app.web.deps import Counter, Now, Read
from models import Vouch
from models.vocabulary import VouchState

router = APIRouter()

_WINDOW = timedelta(days=30)
_AT_MOST = 2000
_SHOWN = 200
_GIVEN = frozenset({VouchState.GIVEN, VouchState.OBJECTED, VouchState.SPENT})


@router.get("/jaminan", name="vouches")
def index(request: Request, db: Read, who: Counter, now: Now) -> Response:
    """Unusual officers first; then each vouch, and what was denied."""
    since = now - _WINDOW
    rows = vouches.recent(db, since=since, limit=_AT_MOST)
    return pages.page(
        request,
        "vouch/index.html",
        officers=tally.by_officer(_word(vouch, since) for vouch, _ in rows),
        rows=rows[:_SHOWN],
        denied=proofs.denied(db, since=since, limit=_SHOWN),
        cap=editions.in_force(db, now).terms.vouches_per_operator_in_30_days,
        many=tally.MANY_IN_A_DAY,
        mail=str if may(who.staff.role, Permission.UNMASK) else masks.mail,
    )


def _word(vouch: Vouch, since: datetime) -> Word:
    decided = vouch.decided_at is not None and vouch.decided_at >= since
    return Word(
        officer=vouch.operator_mail,
        name=vouch.operator_name,
        npsn=vouch.npsn,
        given=vouch.state in _GIVEN if decided else None,
        objected=vouch.state is VouchState.OBJECTED,
        at=vouch.decided_at,
    )
