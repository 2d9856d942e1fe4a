"""What a question finds, and what was probably meant when it finds nothing."""

from app.search import terms
from app.search.terms import Question, Sought
from app.store import search
from app.store.session import Session


def meant(session: Session, question: Question) -> Question | None:
    """The question with each unknown word put right; None when no word can be.

    Of several neighbours the one in most reports is taken.
    """
    corrected = tuple(_corrected(session, each) for each in question.words)
    return Question(corrected) if corrected != question.words else None


def pairs(question: Question) -> tuple[tuple[str, str], ...]:
    """The words as the index wants them."""
    return tuple((each.prefix, each.stem) for each in question.words)


def _corrected(session: Session, sought: Sought) -> Sought:
    word = sought.prefix
    if not terms.may_be_mistyped(word) or search.count(session, [(word, sought.stem)], at_most=1):
        return sought
    near = [
        each for each in search.alike(session, terms.slips(word)) if terms.is_neighbour(word, each)
    ]
    if not near:
        return sought
    best = max(near, key=lambda each: search.count(session, [(each, each)], at_most=1000))
    return Sought(best, terms.stem(best))
