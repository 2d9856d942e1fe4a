"""The nouns of Loket: every table, imported once, so that the metadata is complete."""

from models.approval import Approval
from models.bulk import BulkItem, BulkJob
from models.demand import DemandWord
from models.event import Event
from models.execution import Attempt, Verification
from models.figures import DayChange, DayColumns
from models.form import FormVersion
from models.held import HeldAct
from models.learning import AddedCategory, LabelEvent, Training
from models.ledger import NumberSkip
from models.letters import StaffLetter, StaffMail
from models.linking import Incident, IncidentTicket, Link, Mark
from models.listing import Line
from models.lookup import Access, Lookup
from models.people import Invitation
from models.plan import Plan, Step
from models.policy import Audit, Difference, Edition, RuleSwitch, WhatIf
from models.proof import Proof, Vouch
from models.public import Article, ArticleVersion, Rating, ThreadReply
from models.queue import SavedView
from models.reading import Reading
from models.register import AccountRow, AliasRow, Extract, PersonRow, SchoolRow, UserRow
from models.reply import Reply
from models.retention import Hold, Retention
from models.search import SearchSlip
from models.staff import CountedTry, SignIn, Slot, Staff
from models.staffing import Absence, Assigning, Distribution, Shift
from models.target import Calendar, Target, TargetRule, Turn
from models.teamwork import CannedAnswer, Draft, Mention, Merge, Presence, Split
from models.ticket import Attachment, Counter, Message, Ticket
from models.token import ApiToken
from models.trail import Trail, TrailAnchor, TrailCheck
from models.trial import Trial, TrialArticle

__all__ = [
    "Absence",
    "Access",
    "AccountRow",
    "AddedCategory",
    "AliasRow",
    "ApiToken",
    "Approval",
    "Article",
    "ArticleVersion",
    "Assigning",
    "Attachment",
    "Attempt",
    "Audit",
    "BulkItem",
    "BulkJob",
    "Calendar",
    "CannedAnswer",
    "CountedTry",
    "Counter",
    "DayChange",
    "DayColumns",
    "DemandWord",
    "Difference",
    "Distribution",
    "Draft",
    "Edition",
    "Event",
    "Extract",
    "FormVersion",
    "HeldAct",
    "Hold",
    "Incident",
    "IncidentTicket",
    "Invitation",
    "LabelEvent",
    "Line",
    "Link",
    "Lookup",
    "Mark",
    "Mention",
    "Merge",
    "Message",
    "NumberSkip",
    "PersonRow",
    "Plan",
    "Presence",
    "Proof",
    "Rating",
    "Reading",
    "Reply",
    "Retention",
    "RuleSwitch",
    "SavedView",
    "SchoolRow",
    "SearchSlip",
    "Shift",
    "SignIn",
    "Slot",
    "Split",
    "Staff",
    "StaffLetter",
    "StaffMail",
    "Step",
    "Target",
    "TargetRule",
    "ThreadReply",
    "Ticket",
    "Trail",
    "TrailAnchor",
    "TrailCheck",
    "Training",
    "Trial",
    "TrialArticle",
    "Turn",
    "UserRow",
    "Verification",
    "Vouch",
    "WhatIf",
]
