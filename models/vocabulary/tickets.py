"""A ticket's life: how it came, where it stands, who has the ball. Standard library only."""

from enum import StrEnum


class Channel(StrEnum):
    COMMENT = "comment"
    FORM = "form"
    EMAIL = "email"
    API = "api"
    ZENDESK = "zendesk"


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


class Language(StrEnum):
    ID = "id"
    EN = "en"


class StaffRole(StrEnum):
    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


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


class Decision(StrEnum):
    """How far the reading may be trusted, by the cost of being wrong."""

    AUTO = "auto"
    SUGGEST = "suggest"
    ASK = "ask"
    HUMAN = "human"


class DraftKind(StrEnum):
    """What a colleague is writing; see Draft."""

    ANSWER = "answer"
    NOTE = "note"


class ReplyState(StrEnum):
    QUEUED = "queued"
    SENT = "sent"
    UNDELIVERABLE = "undeliverable"


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
