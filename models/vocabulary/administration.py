"""What is written down about those who work here. Standard library only."""

from enum import StrEnum


class AssignMode(StrEnum):
    """How tickets that nobody holds are given out."""

    OFF = "off"
    ROUND_ROBIN = "round_robin"
    LOAD = "load"


class AssignWay(StrEnum):
    """How a ticket came to whom it was given."""

    HAND = "hand"
    ROUND_ROBIN = "round_robin"
    LOAD = "load"
    RETURNED = "returned"  # back to all: the holder's shift ended before they had begun


class TokenScope(StrEnum):
    """What a machine's token is for."""

    CREATE = "create"
    READ = "read"


class TrailAction(StrEnum):
    """What a colleague, a machine or Loket did that somebody may have to answer for."""

    SIGNED_IN = "signed_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGNED_OUT = "signed_out"
    SESSIONS_ENDED = "sessions_ended"
    TICKET_READ = "ticket_read"
    ATTACHMENT_READ = "attachment_read"
    PEOPLE_LOOKED_UP = "people_looked_up"
    EXPORTED = "exported"
    NUMBERS_EXPLAINED = "numbers_explained"
    PERSON_INVITED = "person_invited"
    PERSON_JOINED = "person_joined"
    PERSON_CHANGED = "person_changed"
    PERSON_DEACTIVATED = "person_deactivated"
    PASSWORD_LINK_MADE = "password_link_made"
    PASSWORD_CHANGED = "password_changed"
    TOKEN_MADE = "token_made"
    TOKEN_REVOKED = "token_revoked"
    RULE_SWITCHED = "rule_switched"
    EDITION_DRAFTED = "edition_drafted"
    EDITION_ADOPTED = "edition_adopted"
    EDITION_WITHDRAWN = "edition_withdrawn"
    CATEGORY_ADDED = "category_added"
    SHIFTS_CHANGED = "shifts_changed"
    ASSIGNING_CHANGED = "assigning_changed"
    FORM_CHANGED = "form_changed"
    RETENTION_PROPOSED = "retention_proposed"
    RETENTION_ADOPTED = "retention_adopted"
    RETENTION_APPLIED = "retention_applied"
    HOLD_SET = "hold_set"
    HOLD_LIFTED = "hold_lifted"
    CALENDAR_CHANGED = "calendar_changed"
    TARGET_CHANGED = "target_changed"
    VIEW_SHARED = "view_shared"
    ARTICLE_CHANGED = "article_changed"
    CANNED_CHANGED = "canned_changed"
