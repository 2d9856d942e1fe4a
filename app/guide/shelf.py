"""Writing, publishing and withdrawing an article, and what of them the public may read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.guide.find import Guide
from app.guide.text import dead_links
from app.kit.errors import NotFound, Refusal
from app.store import articles
from app.store.session import Session
from models import Article, ArticleVersion, Staff
from models.vocabulary import ArticleAct, Category

LONGEST_TITLE, LONGEST_BODY, LONGEST_WHY = 120, 20_000, 500
# Paths of ours below /panduan.
RESERVED = frozenset({"kelola", "manfaat"})
PAGES = frozenset({"/", "/bantuan", "/laporan", "/panduan", "/daftar"})
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_SLUG = 80


class WrittenMeanwhile(Refusal):
    """409: a colleague saved a newer version; what was typed is kept on the page."""

    status = 409
    key = "guide.meanwhile"


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as typed. `seen` is the id of the version it was written on, 0 for a new one."""

    slug: str
    title: str
    body: str
    title_en: str = ""
    body_en: str = ""
    categories: tuple[Category, ...] = ()
    why: str = ""
    seen: int = 0


def complaints(session: Session, draft: Draft) -> Mapping[str, tuple[str, str]]:
    """By field: the key of a sentence and its hint. Empty where it may be kept."""
    found = {} if draft.seen else dict(_of_slug(session, draft.slug))
    for name, text in (("judul", draft.title), ("isi", draft.body), ("sebab", draft.why)):
        if not text:
            found[name] = ("guide.missing", "")
    if bool(draft.title_en) != bool(draft.body_en):
        found["isi_en"] = ("guide.half_english", "")
    slugs = articles.public_slugs(session) | {draft.slug}
    for name, body in (("isi", draft.body), ("isi_en", draft.body_en)):
        dead = dead_links(body, slugs=slugs, pages=PAGES)
        if dead:
            found[name] = ("guide.dead_link", dead[0])
    return found


def _of_slug(session: Session, slug: str) -> Mapping[str, tuple[str, str]]:
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST_SLUG:
        return {"slug": ("guide.bad_slug", "")}
    is_taken = slug in RESERVED or articles.with_slug(session, slug) is not None
    return {"slug": ("guide.slug_taken", "")} if is_taken else {}


def write(
    session: Session, draft: Draft, act: ArticleAct, *, by: Staff, now: datetime
) -> ArticleVersion:
    """A new version of a draft without complaints. Raises NotFound, WrittenMeanwhile."""
    if draft.seen:
        article = articles.locked(session, articles.by_slug(session, draft.slug))
        if articles.versions(session, article.id, limit=1)[0].id != draft.seen:
            raise WrittenMeanwhile
    else:
        article = Article(slug=draft.slug, created_at=now)
        session.add(article)
        session.flush()
    version = ArticleVersion(
        article_id=article.id,
        act=act,
        title=draft.title,
        body=draft.body,
        title_en=draft.title_en,
        body_en=draft.body_en,
        categories=[each.value for each in draft.categories],
        why=draft.why,
        by_id=by.id,
        at=now,
    )
    session.add(version)
    session.flush()
    return version


def as_draft(article: Article, version: ArticleVersion, *, why: str = "", seen: int) -> Draft:
    """A version to be changed or put back, on top of the version `seen`."""
    return Draft(
        slug=article.slug,
        title=version.title,
        body=version.body,
        title_en=version.title_en,
        body_en=version.body_en,
        categories=_categories(version),
        why=why,
        seen=seen,
    )


def public(session: Session, language: str) -> Sequence[Guide]:
    """Every published article in that language, or in Indonesian where it has no English."""
    return [_guide(*each, language) for each in articles.published(session)]


def one(session: Session, slug: str, language: str) -> tuple[Guide, datetime]:
    """A published article and since when it reads so. Raises NotFound, also for a draft."""
    for article, version in articles.published(session):
        if article.slug == slug:
            return _guide(article, version, language), version.at
    raise NotFound


def _guide(article: Article, version: ArticleVersion, language: str) -> Guide:
    is_english = language == "en" and bool(version.body_en)
    return Guide(
        slug=article.slug,
        title=version.title_en if is_english else version.title,
        body=version.body_en if is_english else version.body,
        categories=_categories(version),
    )


def _categories(version: ArticleVersion) -> tuple[Category, ...]:
    kept = version.categories if isinstance(version.categories, list) else []
    return tuple(each for each in Category if each.value in kept)
