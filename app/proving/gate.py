"""What must be so before a yes hands over access."""

from collections.abc import Iterable

from app.kit.errors import Refusal
from app.proving.ask import Denied
from app.proving.subject import of_plan
from app.resolution import need
from app.resolution.policy.common import HANDS_OVER_ACCESS
from app.store import proofs
from app.store.session import Session
from models import Plan, Ticket


class AwaitsConfirmation(Refusal):
    """409: the registered address has not said yet that the request is theirs."""

    key = "proof.awaited"


def must_be_theirs(session: Session, ticket: Ticket, proposed: Iterable[Plan]) -> None:
    """Raises AwaitsConfirmation, or Denied, where a plan would hand over access.

    An address in a form is only a claim: whoever is to be handed access answers from the
    registered mailbox first. Taking a hand-over back is held up by nothing.
    """
    handing = [
        plan for plan in proposed if plan.remedy in HANDS_OVER_ACCESS and plan.undoes_id is None
    ]
    if handing and proofs.is_denied(session, ticket.id):
        raise Denied
    subjects = (of_plan(session, plan) for plan in handing)
    if any(need.awaits_word(each.verdict, each.dossier) for each in subjects):
        raise AwaitsConfirmation
