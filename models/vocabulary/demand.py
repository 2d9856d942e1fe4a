"""What a report should not have been needed for, and what says so. Standard library only.

The tables are read by the query that counts (`app/store/demand.py`) and by the function that
tells one report (`app/report/demand.py`), so that both know the same rules.
"""

from enum import StrEnum

from models.vocabulary.categories import Category
from models.vocabulary.plans import Remedy


class Avoidable(StrEnum):
    """A report would not have been needed but for this.

    The order matters: of a report about several people the first that fits one of them holds, so
    that one who needed the desk makes the report needed.
    """

    NOT_AVOIDABLE = "not_avoidable"
    WAITING_FOR_SYNC = "waiting_for_sync"
    WRONG_DESK = "wrong_desk"
    UNCLEAR_NOTICE = "unclear_notice"
    KNOWN_HOW_TO = "known_how_to"
    UNANSWERED_EARLIER = "unanswered_earlier"
    INCIDENT = "incident"


# What was decided for one person: its rule first, then its remedy; anything else was needed.
AVOIDABLE_BY_RULE: dict[str, Avoidable] = {
    "notice.old_jenjang": Avoidable.UNCLEAR_NOTICE,
    "notice.second_account": Avoidable.UNCLEAR_NOTICE,
    "sync.how_it_runs": Avoidable.WAITING_FOR_SYNC,
}
AVOIDABLE_BY_REMEDY: dict[Remedy, Avoidable] = {
    Remedy.WAIT_FOR_SYNC: Avoidable.WAITING_FOR_SYNC,
    Remedy.FIX_DAPODIK: Avoidable.WRONG_DESK,  # the school's operator can, the desk cannot
    Remedy.FIX_VERVAL: Avoidable.WRONG_DESK,
    Remedy.REFER_OUT: Avoidable.WRONG_DESK,
    Remedy.SELF_SERVICE: Avoidable.KNOWN_HOW_TO,
    Remedy.INFORM: Avoidable.KNOWN_HOW_TO,
    Remedy.KEEP_ACCOUNT: Avoidable.KNOWN_HOW_TO,
    Remedy.LINK_REPORT: Avoidable.UNANSWERED_EARLIER,
}
# Where nothing was decided by a rule, as of an answer by hand.
AVOIDABLE_BY_CATEGORY: dict[Category, Avoidable] = {
    Category.SYNC_STATUS: Avoidable.WAITING_FOR_SYNC,
    Category.OUT_OF_SCOPE: Avoidable.WRONG_DESK,
    Category.FOLLOW_UP: Avoidable.UNANSWERED_EARLIER,
}
