"""What is understood of a list: the form's own choice, and of each line what it alone says."""

from dataclasses import replace

from app.reading.facts import Facets, Likelihood, Mention, Understanding
from models.vocabulary import Category, Decision


def as_chosen(understanding: Understanding, chosen: Category | None) -> Understanding:
    """The category somebody chose for a list stands; a few words above a list tell no more.

    What the classifier thought stays as an alternative. Always about others, always many.
    """
    facets = Facets(on_behalf=True, many_subjects=True)
    if chosen is None:
        return replace(understanding, facets=facets)
    thought = understanding.category
    others = (Likelihood(thought, understanding.probability),) if thought else ()
    return replace(
        understanding,
        facets=facets,
        category=chosen,
        probability=1.0,
        decision=Decision.SUGGEST,
        alternatives=tuple(each for each in others if each.category is not chosen),
        because=(),
        instead=(),
        question=(),
    )


def of_line(understanding: Understanding, claim: Mention) -> Understanding:
    """As if the line had come alone: numbers, names and addresses of the others are not its own.

    What the accompanying words say of everyone (a move, a role, a day) holds for each line.
    """
    facts = replace(
        understanding.facts,
        npsn=_given(claim.npsn),
        emails=claim.emails,
        nisn=_given(claim.nisn),
        nuptk=_given(claim.nuptk),
        nik=_given(claim.nik),
        nip=_given(claim.nip),
        phones=(),
        person_names=_given(claim.name),
        school_names=_given(claim.school_name),
    )
    facets = Facets(on_behalf=True)
    return replace(understanding, facts=facts, facets=facets, mentions=(claim,))


def _given(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
