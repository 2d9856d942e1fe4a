"""Where colleagues want mail, and the letters to them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session, col, delete, select

from app.kit.errors import NotFound
from models import Staff, StaffLetter, StaffMail
from models.vocabulary import ReplyState


def mail_of(session: Session, staff_id: int) -> StaffMail | None:
    return session.get(StaffMail, staff_id)


def locked_mail(session: Session, staff_id: int) -> StaffMail | None:
    """Kept from other writers until this transaction ends."""
    query = select(StaffMail).where(StaffMail.staff_id == staff_id).with_for_update()
    return session.exec(query.execution_options(populate_existing=True)).first()


def forget_mail(session: Session, staff_id: int) -> None:
    session.exec(delete(StaffMail).where(col(StaffMail.staff_id) == staff_id))


def without(session: Session, week: date) -> Sequence[tuple[StaffMail, Staff]]:
    """Who works here, wants the weekly letter and has none of that week yet."""
    query = (
        select(StaffMail, Staff)
        .join(Staff, col(Staff.id) == StaffMail.staff_id)
        .outerjoin(
            StaffLetter,
            (col(StaffLetter.staff_id) == StaffMail.staff_id) & (col(StaffLetter.week) == week),
        )
        .where(
            col(Staff.is_active).is_(True),
            col(StaffMail.weekly_since).is_not(None),
            col(StaffLetter.id).is_(None),
        )
    )
    return session.exec(query.order_by(col(StaffMail.staff_id))).all()


def of_week(session: Session, staff_id: int, week: date) -> StaffLetter | None:
    query = select(StaffLetter).where(StaffLetter.staff_id == staff_id, StaffLetter.week == week)
    return session.exec(query).first()


def weekly_of(session: Session, staff_id: int, *, limit: int) -> Sequence[StaffLetter]:
    """That person's weekly letters, newest first."""
    query = select(StaffLetter).where(
        StaffLetter.staff_id == staff_id, col(StaffLetter.week).is_not(None)
    )
    return session.exec(query.order_by(col(StaffLetter.week).desc()).limit(limit)).all()


def question_of(session: Session, staff_id: int) -> StaffLetter | None:
    """The newest question whether an address is theirs."""
    query = select(StaffLetter).where(
        StaffLetter.staff_id == staff_id, col(StaffLetter.week).is_(None)
    )
    return session.exec(query.order_by(col(StaffLetter.id).desc()).limit(1)).first()


def by_id(session: Session, letter_id: int) -> StaffLetter:
    """Raises NotFound."""
    found = session.get(StaffLetter, letter_id)
    if found is None:
        raise NotFound
    return found


def add(session: Session, letter: StaffLetter) -> StaffLetter:
    """The letter with its id."""
    session.add(letter)
    session.flush()
    return letter


def due(session: Session, now: datetime, *, limit: int) -> Sequence[StaffLetter]:
    """Queued letters whose next try is due. Locked, without those another sweep holds."""
    query = select(StaffLetter).where(
        StaffLetter.state == ReplyState.QUEUED,
        col(StaffLetter.next_try_at).is_not(None),
        col(StaffLetter.next_try_at) <= now,
    )
    query = query.order_by(col(StaffLetter.next_try_at)).limit(limit)
    return session.exec(query.with_for_update(skip_locked=True)).all()


def forget(session: Session, *, before: datetime) -> None:
    """Letters made before then."""
    session.exec(delete(StaffLetter).where(col(StaffLetter.created_at) < before))
