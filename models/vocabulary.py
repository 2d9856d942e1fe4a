"""Closed word lists. Standard library only: the pure core speaks these words and nothing else.

Stored and sent words are the values; labels for people live in `app/web/labels.py`.
"""

import re
from enum import StrEnum
from typing import Self


class CategoryGroup(StrEnum):
    MISSING = "missing"
    REMOVED = "removed"
    CHANGE = "change"
    SIGN_IN = "sign_in"
    DATA = "data"
    OTHER = "other"


_ADDED = re.compile(r"x_[a-z][a-z0-9_]{1,36}")


class Category(StrEnum):
    """The problem a message is about; version 1 of the list.

    A supervisor may add more: any well-formed code beginning with `x_` is a category too, the
    same object each time, though iterating gives only the first list. No rule knows an added one,
    so its tickets go to a person.
    """

    ACCOUNT_NOT_FOUND = "account_not_found"
    NO_ACCOUNT_STAFF = "no_account_staff"
    NO_ACCOUNT_STUDENT = "no_account_student"
    ACCOUNT_DELETED = "account_deleted"
    DELETION_NOTICE = "deletion_notice"
    ACCOUNT_SUSPENDED = "account_suspended"
    ROLE_CHANGE = "role_change"
    TRANSFER_SAME_LEVEL = "transfer_same_level"
    TRANSFER_OTHER_LEVEL = "transfer_other_level"
    PASSWORD_RESET = "password_reset"
    ACTIVATION = "activation"
    DATA_CORRECTION = "data_correction"
    DATA_MIGRATION = "data_migration"
    PLATFORM_ACCESS = "platform_access"
    SYNC_STATUS = "sync_status"
    FOLLOW_UP = "follow_up"
    OUT_OF_SCOPE = "out_of_scope"

    @property
    def is_added(self) -> bool:
        return self.value.startswith("x_")

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str) or not _ADDED.fullmatch(value):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        known: dict[str, Self] = cls._value2member_map_  # type: ignore[assignment]
        return known.setdefault(value, member)


GROUP_OF: dict[Category, CategoryGroup] = {
    Category.ACCOUNT_NOT_FOUND: CategoryGroup.MISSING,
    Category.NO_ACCOUNT_STAFF: CategoryGroup.MISSING,
    Category.NO_ACCOUNT_STUDENT: CategoryGroup.MISSING,
    Category.ACCOUNT_DELETED: CategoryGroup.REMOVED,
    Category.DELETION_NOTICE: CategoryGroup.REMOVED,
    Category.ACCOUNT_SUSPENDED: CategoryGroup.REMOVED,
    Category.ROLE_CHANGE: CategoryGroup.CHANGE,
    Category.TRANSFER_SAME_LEVEL: CategoryGroup.CHANGE,
    Category.TRANSFER_OTHER_LEVEL: CategoryGroup.CHANGE,
    Category.PASSWORD_RESET: CategoryGroup.SIGN_IN,
    Category.ACTIVATION: CategoryGroup.SIGN_IN,
    Category.DATA_CORRECTION: CategoryGroup.DATA,
    Category.DATA_MIGRATION: CategoryGroup.DATA,
    Category.PLATFORM_ACCESS: CategoryGroup.OTHER,
    Category.SYNC_STATUS: CategoryGroup.OTHER,
    Category.FOLLOW_UP: CategoryGroup.OTHER,
    Category.OUT_OF_SCOPE: CategoryGroup.OTHER,
}


class Remedy(StrEnum):
    """What a verdict can say."""

    ASK_REQUESTER = "ask_requester"
    WAIT_FOR_SYNC = "wait_for_sync"
    FIX_DAPODIK = "fix_dapodik"
    FIX_VERVAL = "fix_verval"
    ISSUE_ACCOUNT = "issue_account"
    RENAME_ACCOUNT = "rename_account"
    KEEP_ACCOUNT = "keep_account"
    REPLACE_ACCOUNT = "replace_account"
    RETIRE_ACCOUNT = "retire_account"
    CANCEL_RETIREMENT = "cancel_retirement"
    RESTORE_ACCOUNT = "restore_account"
    UNSUSPEND_ACCOUNT = "unsuspend_account"
    RESET_PASSWORD = "reset_password"
    SELF_SERVICE = "self_service"
    INFORM = "inform"
    REFER_OUT = "refer_out"
    LINK_REPORT = "link_report"
    MANUAL_REVIEW = "manual_review"


class StepAction(StrEnum):
    """One planned act. The first eight change an account, the others do not."""

    CREATE_ACCOUNT = "create_account"
    RENAME_ACCOUNT = "rename_account"
    SUSPEND_ACCOUNT = "suspend_account"
    UNSUSPEND_ACCOUNT = "unsuspend_account"
    DELETE_ACCOUNT = "delete_account"
    CANCEL_DELETION = "cancel_deletion"
    UNDELETE_ACCOUNT = "undelete_account"
    RESET_PASSWORD = "reset_password"
    NOTIFY_OWNER = "notify_owner"
    SEND_REPLY = "send_reply"
    CHECK_AGAIN = "check_again"
    LINK_REPORT = "link_report"


CHANGES_ACCOUNT = frozenset(
    {
        StepAction.CREATE_ACCOUNT,
        StepAction.RENAME_ACCOUNT,
        StepAction.SUSPEND_ACCOUNT,
        StepAction.UNSUSPEND_ACCOUNT,
        StepAction.DELETE_ACCOUNT,
        StepAction.CANCEL_DELETION,
        StepAction.UNDELETE_ACCOUNT,
        StepAction.RESET_PASSWORD,
    }
)


class Automation(StrEnum):
    """Whose yes a step needs."""

    AUTO = "auto"
    APPROVE = "approve"
    TWO_PERSON = "two_person"


class Jenjang(StrEnum):
    PAUD = "PAUD"
    SD = "SD"
    SMP = "SMP"
    SMA = "SMA"
    SMK = "SMK"
    SLB = "SLB"
    KESETARAAN = "KESETARAAN"


class Peran(StrEnum):
    """Role as the account address shows it."""

    GURU = "guru"
    ADMIN = "admin"
    SISWA = "siswa"


class Channel(StrEnum):
    COMMENT = "comment"
    FORM = "form"
    EMAIL = "email"
    API = "api"
    ZENDESK = "zendesk"


class Decision(StrEnum):
    """How far the reading may be trusted, by the cost of being wrong."""

    AUTO = "auto"
    SUGGEST = "suggest"
    ASK = "ask"
    HUMAN = "human"


class MatchStatus(StrEnum):
    MATCHED = "matched"
    AMBIGUOUS = "ambiguous"
    NONE = "none"
    NOT_GIVEN = "not_given"


class WhoActs(StrEnum):
    """Who holds the ball after a verdict."""

    REQUESTER = "requester"
    OPERATOR = "operator"
    DINAS = "dinas"
    HELPDESK = "helpdesk"
    SYSTEM = "system"
    NOBODY = "nobody"


class TicketState(StrEnum):
    """Where a ticket stands; changed only in `app/triage.py`, always with an Event."""

    RECEIVED = "received"  # stored and acknowledged; reading is owed
    PLANNED = "planned"  # a proposal waits for a person's yes
    MANUAL = "manual"  # no proposal that a yes could carry out; a person must decide
    RUNNING = "running"  # approved; steps are being carried out and read back
    RETURNED = "returned"  # the read-back differed or a step was refused; a person must look
    WAITING = "waiting"  # answered, the ball is elsewhere (see Ticket.waiting_on, due_at)
    ANSWERED = "answered"  # the final answer is out and what it promises was read back
    CLOSED = "closed"  # nothing is owed: imported as settled, linked elsewhere, or closed by hand


OPEN_STATES = frozenset(
    {
        TicketState.RECEIVED,
        TicketState.PLANNED,
        TicketState.MANUAL,
        TicketState.RUNNING,
        TicketState.RETURNED,
        TicketState.WAITING,
    }
)


class Author(StrEnum):
    REQUESTER = "requester"
    STAFF = "staff"
    SYSTEM = "system"


class UserType(StrEnum):
    """Tipe Pengguna on the form. `Non Satuan Pendidikan` is verbatim; the others are ours."""

    HEAD = "kepala_sekolah"
    OPERATOR = "operator"
    TEACHER = "guru"
    STAFF = "tendik"
    STUDENT = "peserta_didik"
    DINAS = "dinas"
    NON_SCHOOL = "non_satuan_pendidikan"
    OTHER = "lainnya"


class StaffRole(StrEnum):
    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


class PlanState(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"
    DONE = "done"
    FAILED = "failed"
    SUPERSEDED = "superseded"


class StepState(StrEnum):
    PLANNED = "planned"
    SCHEDULED = "scheduled"  # its own date has not come (a deletion in 30 days)
    DONE = "done"
    DIFFERED = "differed"  # carried out, but the read-back disagrees
    REFUSED = "refused"  # the precondition no longer holds, or the system refused for good
    CANCELLED = "cancelled"


class ReplyState(StrEnum):
    QUEUED = "queued"
    SENT = "sent"
    UNDELIVERABLE = "undeliverable"


class System(StrEnum):
    """Where a fact comes from."""

    DAPODIK = "dapodik"
    DIRECTORY = "directory"
    MESSAGE = "message"
    LOKET = "loket"


class Missing(StrEnum):
    """What a requester must still send; each has a sentence in `app/reply/wording.py`."""

    NAME = "name"
    SCHOOL = "school"
    NPSN = "npsn"
    BIRTH_DATE = "birth_date"
    GRADE = "grade"
    ACCOUNT_ADDRESS = "account_address"
    REPORT_NUMBER = "report_number"
    PROOF_OF_REQUESTER = "proof_of_requester"
    LOGIN_SCREENSHOT = "login_screenshot"
    NIK = "nik"
    NISN = "nisn"
    PERSONAL_EMAIL = "personal_email"
    POWER_OF_ATTORNEY = "power_of_attorney"
    WHICH_PERSON = "which_person"
    WHICH_PROBLEM = "which_problem"


class PersonKind(StrEnum):
    STAFF = "staff"
    STUDENT = "student"


class ExitReason(StrEnum):
    """jenis_keluar_id of Dapodik; 1 and 5 students only, 8 and 9 staff only."""

    GRADUATED = "1"
    TRANSFERRED = "2"
    EXPELLED = "3"
    RESIGNED = "4"
    DROPPED_OUT = "5"
    DIED = "6"
    LOST = "7"
    OTHER_DUTY = "8"
    RETIRED = "9"


class Relation(StrEnum):
    """What the records say the requester is to the person concerned."""

    OWNER = "owner"
    OPERATOR = "operator"
    HEAD = "head"
    UNKNOWN = "unknown"


class Language(StrEnum):
    ID = "id"
    EN = "en"


class AttemptOutcome(StrEnum):
    DONE = "done"
    ALREADY = "already"  # the promised state was there before we acted
    RETRY = "retry"  # the system was away or busy; tried again later
    REFUSED = "refused"


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
