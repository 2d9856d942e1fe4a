"""Writing help articles: draft, preview, publish, withdraw, put an old version back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from markupsafe import Markup

from app.access import trail
from app.access.trail import Deed
from app.guide import shelf, text
from app.guide.shelf import Draft, WrittenMeanwhile
from app.intake.tidy import one_line
from app.store import articles, staff
from app.store.session import Session
from app.web import pages
from app.web.deps import Genuine, Governor, Now, Read
from app.web.form_view import groups
from app.web.site import site_of
from app.web.typed import tidy
from models import ArticleVersion, Staff
from models.vocabulary import ArticleAct, Category, TrailAction

router = APIRouter()

_ACTS = {"draf": ArticleAct.DRAFTED, "terbit": ArticleAct.PUBLISHED, "tarik": ArticleAct.WITHDRAWN}
_VERSIONS = 30
_NUMBER_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Typed:
    """What the form asked for: the article, what to do with it, the version to put back."""

    draft: Draft
    does: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class Back:
    """Why the form is shown again; `preview` whether the text is shown as the public would."""

    complaints: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    refusal: str = ""
    preview: bool = False
    status: int = 200


async def _typed(request: Request) -> Typed:
    form = await request.form()

    def line(name: str, longest: int) -> str:
        return one_line(str(form.get(name, "")))[:longest]

    def number(name: str) -> int:
        digits = str(form.get(name, ""))
        is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _NUMBER_DIGITS
        return int(digits) if is_number else 0

    chosen = {str(each) for each in form.getlist("kategori")}
    draft = Draft(
        slug=line("slug", 200).lower(),
        title=line("judul", shelf.LONGEST_TITLE),
        body=tidy(str(form.get("isi", "")), shelf.LONGEST_BODY),
        title_en=line("judul_en", shelf.LONGEST_TITLE),
        body_en=tidy(str(form.get("isi_en", "")), shelf.LONGEST_BODY),
        categories=tuple(each for each in Category if each.value in chosen),
        why=line("sebab", shelf.LONGEST_WHY),
        seen=number("dari"),
    )
    return Typed(draft, line("tindakan", 20), number("versi"))


Sent = Annotated[Typed, Depends(_typed)]


@router.get("/panduan/kelola", name="guide_desk")
def index(request: Request, db: Read, who: Governor) -> Response:
    """Every article with its newest version, drafts and withdrawn ones too."""
    return pages.page(
        request,
        "guide/desk.html",
        rows=articles.newest(db),
        public=articles.public_slugs(db),
        names=staff.names(db),
    )


@router.get("/panduan/kelola/baru", name="guide_new")
def new(request: Request, who: Governor) -> Response:
    return _form(request, Draft("", "", ""), Back())


@router.get("/panduan/kelola/{slug}", name="guide_edit")
def edit(request: Request, slug: str, db: Read, who: Governor) -> Response:
    """The newest version, to be changed; what was before, below it."""
    article = articles.by_slug(db, slug)
    newest = articles.versions(db, article.id, limit=1)[0]
    return _form(request, shelf.as_draft(article, newest, seen=newest.id), Back())


@router.post("/panduan/kelola", name="guide_write", dependencies=[Genuine])
def write(request: Request, who: Governor, now: Now, sent: Sent) -> Response:
    """303 to the article's form, or the form with what is wrong; a preview keeps nothing."""
    draft = sent.draft
    with site_of(request).database.read() as session:
        if sent.does == "kembali":
            draft = _put_back(session, sent)
        wrong = shelf.complaints(session, draft)
    if sent.does == "pratinjau":
        return _form(request, draft, Back(preview=True))
    if wrong or (sent.does not in _ACTS and sent.does != "kembali"):
        return _form(request, draft, Back(wrong, status=422))
    act = _ACTS.get(sent.does, ArticleAct.PUBLISHED)
    return _written(request, draft, act, by=who.staff, now=now)


def _written(
    request: Request, draft: Draft, act: ArticleAct, *, by: Staff, now: datetime
) -> Response:
    try:
        with site_of(request).database.write() as session:
            shelf.write(session, draft, act, by=by, now=now)
            said = {"act": act.value}
            deed = Deed(
                TrailAction.ARTICLE_CHANGED, subject=draft.slug, reason=draft.why, detail=said
            )
            trail.record(session, deed, by=by, now=now)
    except WrittenMeanwhile as refusal:
        return _form(request, draft, Back(refusal=refusal.key, status=refusal.status))
    target = request.app.url_path_for("guide_edit", slug=draft.slug)
    return RedirectResponse(target, status_code=303)


def _put_back(session: Session, sent: Typed) -> Draft:
    """The text of an old version on top of the one that was seen. Raises NotFound."""
    article = articles.by_slug(session, sent.draft.slug)
    old = articles.version(session, article.id, sent.version)
    return shelf.as_draft(article, old, why=sent.draft.why, seen=sent.draft.seen)


def _form(request: Request, draft: Draft, back: Back) -> Response:
    with site_of(request).database.read() as session:
        article = articles.with_slug(session, draft.slug) if draft.seen else None
        versions: list[ArticleVersion] = []
        if article is not None:
            versions = list(articles.versions(session, article.id, limit=_VERSIONS))
        is_public = draft.slug in articles.public_slugs(session)
        names = staff.names(session)
    return pages.page(
        request,
        "guide/form.html",
        status=back.status,
        draft=replace(draft, why=draft.why if back.status != 200 or back.preview else ""),
        back=back,
        groups=groups(),
        versions=versions,
        is_public=is_public,
        names=names,
        preview=Markup(text.html(draft.body)) if back.preview else "",  # noqa: S704
    )
