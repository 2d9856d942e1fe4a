"""What may be decided and done. Standard library only."""

from enum import StrEnum


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
    """One planned act. The first nine change an account, the others do not."""

    CREATE_ACCOUNT = "create_account"
    RENAME_ACCOUNT = "rename_account"
    SUSPEND_ACCOUNT = "suspend_account"
    UNSUSPEND_ACCOUNT = "unsuspend_account"
    DELETE_ACCOUNT = "delete_account"
    CANCEL_DELETION = "cancel_deletion"
    UNDELETE_ACCOUNT = "undelete_account"
    RESET_PASSWORD = "reset_password"
    NOTE_DELETION = "note_deletion"  # put back the note of a coming deletion; only to undo
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
        StepAction.NOTE_DELETION,
    }
)


class Automation(StrEnum):
    """Whose yes a step needs."""

    AUTO = "auto"
    APPROVE = "approve"
    TWO_PERSON = "two_person"


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


class AttemptOutcome(StrEnum):
    DONE = "done"
    ALREADY = "already"  # the promised state was there before we acted
    RETRY = "retry"  # the system was away or busy; tried again later
    REFUSED = "refused"


class EditionState(StrEnum):
    """Where a set of the policy's numbers stands; see Edition."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    WITHDRAWN = "withdrawn"  # a draft nobody wants any more
