"""What is counted of reports. Standard library only."""

from enum import StrEnum


class Rows(StrEnum):
    """Which reports a figure counts; one store query each (`app/store/counted.py`).

    Those above the blank line belong to a period, the others to the present moment.
    """

    RECEIVED = "received"
    ANSWERED = "answered"
    SETTLED = "settled"
    WROTE_AGAIN = "wrote_again"
    REOPENED = "reopened"
    PROMISE_KEPT = "promise_kept"
    PROMISE_MISSED = "promise_missed"
    AUTOMATIC = "automatic"
    AUDITED = "audited"
    AUDITED_RIGHT = "audited_right"
    IN_INCIDENT = "in_incident"
    HANDLED = "handled"
    ISSUED = "issued"
    BROUGHT_IN = "brought_in"
    ANSWERED_AGAIN = "answered_again"
    NEVER_ANSWERED = "never_answered"
    LINKED = "linked"
    DUPLICATE = "duplicate"
    MERGED = "merged"
    AVOIDABLE_NOT = "avoidable_not_avoidable"
    AVOIDABLE_SYNC = "avoidable_waiting_for_sync"
    AVOIDABLE_DESK = "avoidable_wrong_desk"
    AVOIDABLE_NOTICE = "avoidable_unclear_notice"
    AVOIDABLE_HOW_TO = "avoidable_known_how_to"
    AVOIDABLE_EARLIER = "avoidable_unanswered_earlier"
    AVOIDABLE_INCIDENT = "avoidable_incident"
    DEMAND_SAID = "demand_said"
    DEMAND_AGREED = "demand_agreed"

    OPEN = "open"
    OVERDUE = "overdue"


class Age(StrEnum):
    """How long an open report has been here, in whole days."""

    DAY = "day"  # less than one
    DAYS_3 = "days_3"
    WEEK = "week"
    MONTH = "month"
    OLDER = "older"
