"""What the answer may say of the records, and of an earlier report."""

from app.lookup.dossier import Dossier
from app.reading import keep as kept_readings
from app.reply.compose import earlier_report
from app.resolution.verdict import Verdict
from app.store import readings, tickets
from app.store.session import Session
from models import Plan


def may_know_account(dossier: Dossier) -> bool:
    """Whether the requester may be told what the records say of the account.

    An address that fits the records is not enough: whoever typed it holds the key of the tracking
    page, and reads there what we answer.
    """
    return dossier.requester.verified and dossier.requester.confirmed


def may_name_report(session: Session, plan: Plan, verdict: Verdict) -> bool:
    """Whether its number may be given: the requester named it, or wrote it from the same mail.

    A name and a school are easily typed by anybody who wants to know whether somebody reported.
    """
    number = earlier_report(verdict)
    earlier = tickets.with_number(session, int(number)) if number and number.isdecimal() else None
    if earlier is None:
        return True
    facts = kept_readings.recall(readings.by_id(session, plan.reading_id)).facts
    mail = tickets.by_id(session, plan.ticket_id).requester_email
    return number in facts.report_numbers or (mail is not None and mail == earlier.requester_email)
