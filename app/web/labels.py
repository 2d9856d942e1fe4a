"""Words for people: a label for each vocabulary word, a sentence for each key."""

from enum import StrEnum

from app.web.words import common, public, staff, vocabulary
from models.vocabulary import Category

_SENTENCES = {**common.WORDS, **public.WORDS, **staff.WORDS}


def say(key: str, language: str = "id", **details: object) -> str:
    """The sentence of that key, its gaps filled. KeyError for an unknown key."""
    return _SENTENCES[key][language == "en"].format(**details)


def label(word: object, language: str = "id") -> str:
    """The label of a vocabulary word, of an added category its code. KeyError without one."""
    if not isinstance(word, StrEnum):
        raise KeyError(word)
    if isinstance(word, Category) and word.is_added:
        return word.value.removeprefix("x_").replace("_", " ").capitalize()
    return vocabulary.LABELS[type(word)][word][language == "en"]
