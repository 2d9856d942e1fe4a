"""The nouns of Loket: every table, imported once, so that the metadata is complete."""

from models.approval import Approval
from models.event import Event
from models.execution import Attempt, Verification
from models.learning import AddedCategory, LabelEvent, Training
from models.linking import Incident, IncidentTicket, Link, Mark
from models.listing import Line
from models.lookup import Access, Lookup
from models.plan import Plan, Step
from models.policy import Audit, Difference, Edition, RuleSwitch, WhatIf
from models.proof import Proof, Vouch
from models.public import Article, ArticleVersion, Rating
from models.reading import Reading
from models.register import AccountRow, AliasRow, Extract, PersonRow, SchoolRow, UserRow
from models.reply import Reply
from models.search import SearchSlip
from models.staff import CountedTry, SignIn, Slot, Staff
from models.ticket import Attachment, Counter, Message, Ticket

__all__ = [
    "Access",
    "AccountRow",
    "AddedCategory",
    "AliasRow",
    "Approval",
    "Article",
    "ArticleVersion",
    "Attachment",
    "Attempt",
    "Audit",
    "CountedTry",
    "Counter",
    "Difference",
    "Edition",
    "Event",
    "Extract",
    "Incident",
    "IncidentTicket",
    "LabelEvent",
    "Line",
    "Link",
    "Lookup",
    "Mark",
    "Message",
    "PersonRow",
    "Plan",
    "Proof",
    "Rating",
    "Reading",
    "Reply",
    "RuleSwitch",
    "SchoolRow",
    "SearchSlip",
    "SignIn",
    "Slot",
    "Staff",
    "Step",
    "Ticket",
    "Training",
    "UserRow",
    "Verification",
    "Vouch",
    "WhatIf",
]
