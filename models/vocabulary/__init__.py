"""Closed word lists. Standard library only: the pure core speaks these words and nothing else.

Stored and sent words are the values; labels for people live in `app/web/words/vocabulary.py`.
"""

from models.vocabulary.acts import (
    ActKind,
    BulkAction,
    ItemOutcome,
    SnoozeFor,
    Woke,
)
from models.vocabulary.administration import AssignMode, AssignWay, TokenScope, TrailAction
from models.vocabulary.categories import (
    GROUP_OF,
    Category,
    CategoryGroup,
)
from models.vocabulary.demand import (
    AVOIDABLE_BY_CATEGORY,
    AVOIDABLE_BY_REMEDY,
    AVOIDABLE_BY_RULE,
    Avoidable,
)
from models.vocabulary.figures import Age, Rows
from models.vocabulary.ledger import SkipReason
from models.vocabulary.linking import (
    IncidentKind,
    IncidentState,
    LabelKind,
    LinkReason,
    LinkState,
    MarkKind,
    TrainingOutcome,
)
from models.vocabulary.people import (
    ExitReason,
    ExtractState,
    Jenjang,
    MatchStatus,
    Peran,
    PersonKind,
    ProofKind,
    Relation,
    System,
    VouchState,
)
from models.vocabulary.plans import (
    CHANGES_ACCOUNT,
    AttemptOutcome,
    Automation,
    EditionState,
    PlanState,
    Remedy,
    StepAction,
    StepState,
)
from models.vocabulary.public import ArticleAct, Helped, ThreadState
from models.vocabulary.targets import TargetKind
from models.vocabulary.tickets import (
    OPEN_STATES,
    Author,
    Channel,
    Decision,
    DraftKind,
    Language,
    Missing,
    ReplyState,
    StaffRole,
    TicketState,
    UserType,
    WhoActs,
)

__all__ = [
    "AVOIDABLE_BY_CATEGORY",
    "AVOIDABLE_BY_REMEDY",
    "AVOIDABLE_BY_RULE",
    "CHANGES_ACCOUNT",
    "GROUP_OF",
    "OPEN_STATES",
    "ActKind",
    "Age",
    "ArticleAct",
    "AssignMode",
    "AssignWay",
    "AttemptOutcome",
    "Author",
    "Automation",
    "Avoidable",
    "BulkAction",
    "Category",
    "CategoryGroup",
    "Channel",
    "Decision",
    "DraftKind",
    "EditionState",
    "ExitReason",
    "ExtractState",
    "Helped",
    "IncidentKind",
    "IncidentState",
    "ItemOutcome",
    "Jenjang",
    "LabelKind",
    "Language",
    "LinkReason",
    "LinkState",
    "MarkKind",
    "MatchStatus",
    "Missing",
    "Peran",
    "PersonKind",
    "PlanState",
    "ProofKind",
    "Relation",
    "Remedy",
    "ReplyState",
    "Rows",
    "SkipReason",
    "SnoozeFor",
    "StaffRole",
    "StepAction",
    "StepState",
    "System",
    "TargetKind",
    "ThreadState",
    "TicketState",
    "TokenScope",
    "TrailAction",
    "TrainingOutcome",
    "UserType",
    "VouchState",
    "WhoActs",
    "Woke",
]
