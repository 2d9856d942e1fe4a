"""Help articles and their versions."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from app.kit.errors import NotFound
from models import Article, ArticleVersion
from models.vocabulary import ArticleAct

_PUBLIC_ACTS = (ArticleAct.PUBLISHED, ArticleAct.WITHDRAWN)


def published(session: Session) -> Sequence[tuple[Article, ArticleVersion]]:
    """What the public sees, by title."""
    newest = (
        select(func.max(col(ArticleVersion.id)))
        .where(col(ArticleVersion.act).in_(_PUBLIC_ACTS))
        .group_by(col(ArticleVersion.article_id))
    )
    query = select(Article, ArticleVersion).where(
        Article.id == ArticleVersion.article_id,
        col(ArticleVersion.id).in_(newest),
        ArticleVersion.act == ArticleAct.PUBLISHED,
    )
    return session.exec(query.order_by(col(ArticleVersion.title))).all()


def newest(session: Session) -> Sequence[tuple[Article, ArticleVersion]]:
    """Each article with its newest version, whatever that did; the last changed first."""
    last = select(func.max(col(ArticleVersion.id))).group_by(col(ArticleVersion.article_id))
    query = select(Article, ArticleVersion).where(
        Article.id == ArticleVersion.article_id, col(ArticleVersion.id).in_(last)
    )
    return session.exec(query.order_by(col(ArticleVersion.id).desc())).all()


def by_slug(session: Session, slug: str) -> Article:
    """Raises NotFound."""
    found = with_slug(session, slug)
    if found is None:
        raise NotFound
    return found


def with_slug(session: Session, slug: str) -> Article | None:
    return session.exec(select(Article).where(Article.slug == slug)).first()


def locked(session: Session, article: Article) -> Article:
    """Of two who write at once the second sees what the first did."""
    query = select(Article).where(Article.id == article.id).with_for_update()
    return session.exec(query).one()


def versions(session: Session, article_id: int, *, limit: int) -> Sequence[ArticleVersion]:
    """The newest first."""
    query = select(ArticleVersion).where(ArticleVersion.article_id == article_id)
    return session.exec(query.order_by(col(ArticleVersion.id).desc()).limit(limit)).all()


def version(session: Session, article_id: int, version_id: int) -> ArticleVersion:
    """Raises NotFound."""
    found = session.get(ArticleVersion, version_id)
    if found is None or found.article_id != article_id:
        raise NotFound
    return found


def public_slugs(session: Session) -> frozenset[str]:
    return frozenset(article.slug for article, _ in published(session))
