"""What each role of the staff may do."""

from enum import StrEnum

from models.vocabulary import StaffRole


class Permission(StrEnum):
    SEE_TICKETS = "see_tickets"
    DECIDE = "decide"
    UNMASK = "unmask"
    SEE_FIGURES = "see_figures"
    TEACH = "teach"
    ARRANGE = "arrange"  # shifts, absences, who is given which tickets
    AUDIT = "audit"  # who did what
    GOVERN = "govern"  # the rules: their numbers, and which may act by themselves
    ADMINISTER = "administer"


_AGENT = frozenset({Permission.SEE_TICKETS, Permission.DECIDE})
_SUPERVISOR = _AGENT | {
    Permission.UNMASK,
    Permission.SEE_FIGURES,
    Permission.TEACH,
    Permission.ARRANGE,
    Permission.AUDIT,
    Permission.GOVERN,
}
_ADMIN = _SUPERVISOR | {Permission.ADMINISTER}

_GRANTED: dict[StaffRole, frozenset[Permission]] = {
    StaffRole.AGENT: _AGENT,
    StaffRole.SUPERVISOR: _SUPERVISOR,
    StaffRole.ADMIN: _ADMIN,
}


def may(role: StaffRole, permission: Permission) -> bool:
    return permission in _GRANTED[role]
