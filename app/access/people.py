"""Colleagues come, change and go: by link, with a reason, and never the last administrator."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.access import passwords, trail
from app.access.links import hashed
from app.access.trail import Deed
from app.kit.errors import Refusal
from app.store import invitations, letters, staff
from app.store.session import Session
from models import Invitation, Staff
from models.vocabulary import Language, StaffRole, TrailAction

VALID_FOR = timedelta(days=3)


class TakenUsername(Refusal):
    """409: another colleague signs in with that name."""

    key = "people.taken"


class BadUsername(Refusal):
    """422: no name to sign in with, or no name at all."""

    status = 422
    key = "people.bad_name"


class WeakPassword(Refusal):
    """422: shorter than the least length."""

    status = 422
    key = "people.weak"


class Unlike(Refusal):
    """422: the password and its repetition differ."""

    status = 422
    key = "people.unlike"


class UsedLink(Refusal):
    """410: used, expired, taken back, or never made."""

    status = 410
    key = "people.used_link"


class LastAdmin(Refusal):
    """409: nobody would be left to administer."""

    key = "people.last_admin"


class OwnRole(Refusal):
    """403: nobody changes their own role, nor shuts themselves out."""

    status = 403
    key = "people.own_role"


@dataclass(frozen=True, slots=True)
class Who:
    """What is set of a colleague."""

    name: str
    role: StaffRole
    language: Language = Language.ID


def invite(session: Session, username: str, of: Who, *, by: Staff, now: datetime) -> str:
    """The code of a link for someone new. Raises BadUsername, TakenUsername."""
    tidy = username.strip().lower()
    if not of.name.strip() or not tidy or any(not (c.isalnum() or c in "._-@") for c in tidy):
        raise BadUsername
    if staff.by_username(session, tidy) is not None:
        raise TakenUsername
    detail = {"role": of.role.value}
    deed = Deed(TrailAction.PERSON_INVITED, subject=tidy, detail=detail)
    trail.record(session, deed, by=by, now=now)
    return _link(session, tidy, of, staff_id=None, by=by, now=now)


def reset(session: Session, colleague: Staff, *, by: Staff, now: datetime) -> str:
    """The code of a link with which they choose another password; until then the old one holds."""
    deed = Deed(TrailAction.PASSWORD_LINK_MADE, subject=colleague.username)
    trail.record(session, deed, by=by, now=now)
    of = Who(colleague.name, colleague.role, colleague.language)
    return _link(session, colleague.username, of, staff_id=colleague.id, by=by, now=now)


def withdraw(session: Session, invitation: Invitation, *, by: Staff, now: datetime) -> None:
    """The link leads nowhere from now on."""
    invitations.forget_unused(session, invitation.username)
    deed = Deed(TrailAction.PERSON_INVITED, subject=invitation.username, reason="dicabut")
    trail.record(session, deed, by=by, now=now)


def opened(session: Session, code: str, *, now: datetime) -> Invitation:
    """Raises UsedLink."""
    return _usable(invitations.by_code(session, hashed(code)), now)


def hashed_password(password: str, again: str) -> str:
    """Takes a fifth of a second: never inside a transaction. Raises Unlike, WeakPassword."""
    if password != again:
        raise Unlike
    try:
        return passwords.hashed(password)
    except passwords.WeakPassword as error:
        raise WeakPassword(least=str(passwords.MINIMUM_LENGTH)) from error


def accept(session: Session, code: str, password_hash: str, *, now: datetime) -> Staff:
    """Whoever followed the link, with the password they chose; their open sessions end.

    Raises UsedLink, TakenUsername.
    """
    link = _usable(invitations.locked(session, hashed(code)), now)
    link.used_at = now
    session.add(link)
    colleague = staff.by_id(session, link.staff_id) if link.staff_id else None
    if colleague is not None:
        colleague.password_hash = password_hash
        staff.end_sign_ins_of(session, colleague.id)
    else:
        if staff.by_username(session, link.username) is not None:
            raise TakenUsername
        colleague = _from(link, password_hash, now)
    session.add(colleague)
    session.flush()
    is_new = link.staff_id is None
    action = TrailAction.PERSON_JOINED if is_new else TrailAction.PASSWORD_CHANGED
    trail.record(session, Deed(action, subject=colleague.username), by=colleague, now=now)
    return colleague


def change(
    session: Session, colleague: Staff, of: Who, *, by: Staff, reason: str, now: datetime
) -> None:
    """Raises OwnRole, LastAdmin, BadUsername."""
    if not of.name.strip():
        raise BadUsername
    if of.role is not colleague.role:
        if colleague.id == by.id:
            raise OwnRole
        _must_leave_an_admin(session, colleague)
    said = {"role": of.role.value, "role_before": colleague.role.value}
    colleague.name, colleague.role, colleague.language = of.name.strip(), of.role, of.language
    session.add(colleague)
    deed = Deed(TrailAction.PERSON_CHANGED, subject=colleague.username, reason=reason, detail=said)
    trail.record(session, deed, by=by, now=now)


def deactivate(
    session: Session, colleague: Staff, *, by: Staff, reason: str, now: datetime
) -> None:
    """They are out at once, and cannot come back in. Raises OwnRole, LastAdmin."""
    if colleague.id == by.id:
        raise OwnRole
    _must_leave_an_admin(session, colleague)
    colleague.is_active = False
    session.add(colleague)
    staff.end_sign_ins_of(session, colleague.id)
    invitations.forget_unused(session, colleague.username)
    letters.forget_mail(session, colleague.id)
    deed = Deed(TrailAction.PERSON_DEACTIVATED, subject=colleague.username, reason=reason)
    trail.record(session, deed, by=by, now=now)


def reactivate(
    session: Session, colleague: Staff, *, by: Staff, reason: str, now: datetime
) -> None:
    colleague.is_active = True
    session.add(colleague)
    said = {"is_active": 1}
    deed = Deed(TrailAction.PERSON_CHANGED, subject=colleague.username, reason=reason, detail=said)
    trail.record(session, deed, by=by, now=now)


def _must_leave_an_admin(session: Session, colleague: Staff) -> None:
    """Two administrators who remove each other at once must not both succeed: rows are locked."""
    admins = staff.locked_admins(session)
    if [each.id for each in admins] == [colleague.id]:
        raise LastAdmin


def _link(
    session: Session, username: str, of: Who, *, staff_id: int | None, by: Staff, now: datetime
) -> str:
    invitations.forget_unused(session, username)
    code = secrets.token_urlsafe(32)
    session.add(
        Invitation(
            code_hash=hashed(code),
            staff_id=staff_id,
            username=username,
            name=of.name.strip(),
            role=of.role,
            language=of.language,
            made_by_id=by.id,
            made_at=now,
            expires_at=now + VALID_FOR,
        )
    )
    session.flush()
    return code


def _usable(found: Invitation | None, now: datetime) -> Invitation:
    if found is None or found.used_at is not None or found.expires_at <= now:
        raise UsedLink
    return found


def _from(link: Invitation, password_hash: str, now: datetime) -> Staff:
    return Staff(
        username=link.username,
        name=link.name,
        role=link.role,
        language=link.language,
        password_hash=password_hash,
        created_at=now,
    )
