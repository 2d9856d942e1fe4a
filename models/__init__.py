"""The nouns of Loket: every table, imported once, so that the metadata is complete."""

from models.approval import Approval
from models.event import Event
from models.execution import Attempt, Verification
from models.learning import AddedCategory, LabelEvent, Training
from models.linking import Incident, IncidentTicket, Link, Mark
from models.listing import Line
from models.lookup import Access, Lookup
from models.plan import Plan, Step
from models.policy import Audit, Edition, RuleSwitch
from models.proof import Proof, Vouch
from models.reading import Reading
from models.reply import Reply
from models.search import SearchSlip
from models.staff import CountedTry, SignIn, Slot, Staff
from models.ticket import Attachment, Counter, Message, Ticket

__all__ = [
    "Access",
    "AddedCategory",
    "Approval",
    "Attachment",
    "Attempt",
    "Audit",
    "CountedTry",
    "Counter",
    "Edition",
    "Event",
    "Incident",
    "IncidentTicket",
    "LabelEvent",
    "Line",
    "Link",
    "Lookup",
    "Mark",
    "Message",
    "Plan",
    "Proof",
    "Reading",
    "Reply",
    "RuleSwitch",
    "SearchSlip",
    "SignIn",
    "Slot",
    "Staff",
    "Step",
    "Ticket",
    "Training",
    "Verification",
    "Vouch",
]
