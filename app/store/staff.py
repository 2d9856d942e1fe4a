"""Colleagues and their open sessions."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, func, select

from app.kit.errors import NotFound
from models import CountedTry, SignIn, Staff
from models.vocabulary import StaffRole


def by_username(session: Session, username: str) -> Staff | None:
    """User names are kept in lower case."""
    return session.exec(select(Staff).where(Staff.username == username.strip().lower())).first()


def by_id(session: Session, staff_id: int) -> Staff | None:
    return session.get(Staff, staff_id)


def names(session: Session) -> dict[int, str]:
    """Every colleague's name by id, former ones included."""
    return dict(session.exec(select(Staff.id, Staff.name)).all())


def usernames(session: Session) -> dict[str, str]:
    """Every colleague's name by what they sign in with."""
    return dict(session.exec(select(Staff.username, Staff.name)).all())


def active_ids(session: Session) -> dict[str, int]:
    """The id of each colleague who works here now, by user name."""
    found = session.exec(select(Staff.username, Staff.id).where(Staff.is_active))
    return dict(found.all())


def everyone(session: Session) -> Sequence[Staff]:
    return session.exec(select(Staff).order_by(Staff.username)).all()


def sign_in(session: Session, token_hash: str) -> tuple[SignIn, Staff] | None:
    """The open session with that token and its owner; None when there is none."""
    query = select(SignIn, Staff).where(
        SignIn.token_hash == token_hash, SignIn.staff_id == Staff.id
    )
    return session.exec(query).first()


def end_sign_in(session: Session, token_hash: str) -> None:
    session.exec(delete(SignIn).where(col(SignIn.token_hash) == token_hash))


def end_expired(session: Session, now: datetime) -> None:
    session.exec(delete(SignIn).where(col(SignIn.expires_at) < now))


def count_tries(session: Session, bucket: str, *, since: datetime) -> int:
    query = select(func.count()).select_from(CountedTry)
    return session.exec(query.where(CountedTry.bucket == bucket, col(CountedTry.at) >= since)).one()


def add_try(session: Session, bucket: str, at: datetime) -> None:
    session.add(CountedTry(bucket=bucket, at=at))


def forget_tries(session: Session, *, before: datetime) -> None:
    session.exec(delete(CountedTry).where(col(CountedTry.at) < before))


def end_sign_ins_of(session: Session, staff_id: int, *, but: str = "") -> None:
    """Every open session of that colleague, save the one with the token hash `but`."""
    mine = col(SignIn.staff_id) == staff_id
    session.exec(delete(SignIn).where(mine, col(SignIn.token_hash) != but))


def sign_ins_of(session: Session, staff_id: int, now: datetime) -> Sequence[SignIn]:
    """Open sessions, the one used last first."""
    query = select(SignIn).where(SignIn.staff_id == staff_id, col(SignIn.expires_at) > now)
    return session.exec(query.order_by(col(SignIn.seen_at).desc())).all()


def locked_admins(session: Session) -> Sequence[Staff]:
    """Every active administrator, kept from other writers until this transaction ends."""
    query = select(Staff).where(Staff.role == StaffRole.ADMIN, col(Staff.is_active).is_(True))
    locked = query.order_by(col(Staff.id)).with_for_update()
    return session.exec(locked.execution_options(populate_existing=True)).all()


def found(session: Session, staff_id: int) -> Staff:
    """Raises NotFound."""
    colleague = session.get(Staff, staff_id)
    if colleague is None:
        raise NotFound
    return colleague


def active(session: Session) -> Sequence[Staff]:
    """By name."""
    query = select(Staff).where(col(Staff.is_active).is_(True))
    return session.exec(query.order_by(col(Staff.name))).all()
