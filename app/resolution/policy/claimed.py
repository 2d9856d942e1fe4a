"""What the message says beside its category, as the rules ask after it."""

from app.reading.claims import Claim
from app.resolution.policy import told
from app.resolution.verdict import Case


def claims(case: Case, claim: Claim) -> bool:
    """Whether the message says so; the question is noted like any other."""
    found = claim in case.facts.claims
    case.asked.note(f"Laporan menyatakan: {told.CLAIM[claim]}?", told.yes_no(found))
    return found
