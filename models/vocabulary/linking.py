"""What tickets have in common, and what was learned from people's words. Standard library only."""

from enum import StrEnum


class MarkKind(StrEnum):
    """What a ticket may have in common with another; see Mark."""

    PERSON = "person"  # the record that was matched
    ACCOUNT = "account"
    MAIL = "mail"
    IDENTIFIER = "identifier"  # NIK, NISN, NUPTK, NIP
    PHONE = "phone"
    SCHOOL = "school"
    NAME = "name"  # a person's name as written, folded
    AUTHOR = "author"  # who signs it, in a form or in a thread
    CELL = "cell"  # where a burst would be seen: a school, region or change with a category


class LinkReason(StrEnum):
    """Why two reports seem to belong together, strongest first."""

    REPORT_NAMED = "report_named"
    SAME_PERSON = "same_person"
    SAME_ACCOUNT = "same_account"
    SAME_MAIL = "same_mail"
    SAME_PHONE = "same_phone"
    SAME_NAME_AND_SCHOOL = "same_name_and_school"
    SAME_NAME = "same_name"  # and of one of them no school is known
    SAME_SCHOOL = "same_school"
    SPLIT = "split"  # a colleague made one report of a part of the other


class LinkState(StrEnum):
    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class IncidentKind(StrEnum):
    """What the tickets of an incident share beside their category."""

    SCHOOL = "school"
    REGION = "region"
    CHANGE = "change"  # the same change everywhere: a jenjang, a peran


class IncidentState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    DISMISSED = "dismissed"  # a person said it was none


class LabelKind(StrEnum):
    """How a person's word on a category came about; see LabelEvent."""

    CONFIRMED = "confirmed"  # the proposal was approved as it stood
    CORRECTED = "corrected"
    BLIND = "blind"  # said before anything was shown
    EXAMPLE = "example"  # a supervisor's example of an added category
    WITHDRAWN = "withdrawn"  # an earlier word that no longer counts


class TrainingOutcome(StrEnum):
    RUNNING = "running"
    PROMOTED = "promoted"
    REFUSED = "refused"
    ROLLED_BACK = "rolled_back"
    FAILED = "failed"
