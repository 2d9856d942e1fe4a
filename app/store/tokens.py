"""Tokens of machines."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from app.kit.errors import NotFound
from models import ApiToken


def by_hash(session: Session, token_hash: str) -> ApiToken | None:
    return session.exec(select(ApiToken).where(ApiToken.token_hash == token_hash)).first()


def by_id(session: Session, token_id: int) -> ApiToken:
    """Raises NotFound."""
    found = session.get(ApiToken, token_id)
    if found is None:
        raise NotFound
    return found


def everyone(session: Session) -> Sequence[ApiToken]:
    """Those in use first, then by name."""
    order = (col(ApiToken.revoked_at).is_not(None), col(ApiToken.name), col(ApiToken.id))
    return session.exec(select(ApiToken).order_by(*order)).all()


def add(session: Session, token: ApiToken) -> None:
    session.add(token)
    session.flush()
