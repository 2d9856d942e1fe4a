"""What the public form asks for: changed, looked at before, put back."""

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.datastructures import FormData

from app.intake import asked, asking, form
from app.intake.asked import CHOSEN, LONGEST_HINT, Asked, AskedForm
from app.store import forms, staff
from app.store.session import Session
from app.web import form_view, managing, pages
from app.web.deps import Genuine
from app.web.managing import REASON, Managing, Refused
from app.web.site import site_of
from app.web.typed import Id, number, tidy
from models.vocabulary import Category, UserType

router = APIRouter()

At = Annotated[Managing, managing.GOVERNOR]
_PAST = 40
_LAST_PLACE = 99


@router.get("/formulir", name="asked")
def index(at: At) -> Response:
    """The version in force, to be changed, and those before it."""
    return _shown(at)


@router.post("/formulir", name="asked_kept", dependencies=[Genuine])
async def keep(request: Request, at: At) -> Response:
    """Looked at first with `tindakan=pratinjau`; otherwise in force from now on."""
    sent = await request.form()
    drafted, note = _drafted(sent), tidy(str(sent.get("catatan", "")), REASON)
    seen = str(sent.get("versi", ""))
    if sent.get("tindakan") == "pratinjau":
        return _shown(at, draft=drafted, note=note, is_preview=True)

    def act(session: Session) -> None:
        version = number(seen)
        seen_version = -1 if version is None else version
        asking.keep(session, drafted, note, seen=seen_version, by=at.who, now=at.now)

    return at.do(
        act,
        back=request.app.url_path_for("asked"),
        show=lambda refused: _shown(at, draft=drafted, note=note, refused=refused),
    )


@router.post("/formulir/{version_id}/pemulihan", name="asked_put_back", dependencies=[Genuine])
def put_back(at: At, version_id: Id) -> Response:
    """An earlier version, as a new one; 0 is the form as it was delivered."""

    def act(session: Session) -> None:
        row = forms.by_id(session, version_id) if version_id else None
        seen = asking.in_force(session).version
        back = asking.form_of(row) if row else asked.USUAL
        note = f"Versi {version_id} dipulihkan."
        asking.keep(session, back, note, seen=seen, by=at.who, now=at.now)

    back = at.request.app.url_path_for("asked")
    return at.do(act, back=back, show=lambda refused: _shown(at, refused=refused))


def _drafted(sent: FormData) -> AskedForm:
    """What was typed, in the order that was typed; what makes no sense is left out."""
    places = {name: _place(str(sent.get(f"urut_{name}", ""))) for name in CHOSEN}
    return AskedForm(
        fields=tuple(_field(sent, name) for name in sorted(CHOSEN, key=lambda name: places[name])),
        help_id=tidy(str(sent.get("bantuan_id", "")), REASON),
        help_en=tidy(str(sent.get("bantuan_en", "")), REASON),
    )


def _field(sent: FormData, name: str) -> Asked:
    types, categories = set(sent.getlist(f"tipe_{name}")), set(sent.getlist(f"kategori_{name}"))
    return Asked(
        name=name,
        is_shown=f"tampil_{name}" in sent,
        is_required=f"wajib_{name}" in sent,
        user_types=tuple(each for each in UserType if each.value in types),
        categories=tuple(each for each in Category if each.value in categories),
        hint_id=tidy(str(sent.get(f"petunjuk_id_{name}", "")), LONGEST_HINT),
        hint_en=tidy(str(sent.get(f"petunjuk_en_{name}", "")), LONGEST_HINT),
    )


def _place(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 3 else _LAST_PLACE


def _shown(
    at: Managing,
    *,
    draft: AskedForm | None = None,
    note: str = "",
    is_preview: bool = False,
    refused: Refused | None = None,
) -> Response:
    with site_of(at.request).database.read() as session:
        current = asking.in_force(session)
        versions, names = forms.listed(session, limit=_PAST), staff.names(session)
    chosen = draft or current.form
    language = pages.language_of(at.request)
    return pages.page(
        at.request,
        "asked/index.html",
        status=(refused or Refused()).status,
        chosen=chosen,
        version=current.version,
        versions=versions,
        names=names,
        note=note,
        user_types=tuple(UserType),
        categories=tuple(Category),
        form=form_view.view(form.blank().typed, {}, asked=chosen, language=language),
        is_preview=is_preview,
        complaint=(refused or Refused()).sentence,
        is_saved=managing.is_saved(at.request),
    )
