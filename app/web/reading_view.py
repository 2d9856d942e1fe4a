"""The messages as they came, and what was understood of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.reading import keep as kept_readings
from app.reading.bands import band
from app.reading.facts import Facts, Understanding, Words
from app.web.reader import Reader
from models import Attachment, Message, Reading
from models.vocabulary import Author, Category, Channel, Decision

_NUMBERS = ("nik", "nisn", "nuptk", "nip", "phones")
# What the classifier puts in place of addresses and the like; nobody wrote it.
_STANDS_FOR = re.compile(r"\bx[a-z]+_[a-z]+")
_WORTH_SAYING = 0.01


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text; marked where it carried the decision."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class MessageView:
    """`via` is the number of the merged report by which it came, 0 for the report's own."""

    author: Author
    name: str
    channel: Channel
    at: datetime
    segments: tuple[Segment, ...]
    is_public: bool
    files: tuple[Attachment, ...]
    via: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class ReadingView:
    """`sureness` is a key of a word for `percent`; `others` are the next best, likeliest first.

    `because` are the words that carried the category, `instead` those that spoke for the first
    of the others.
    """

    category: Category | None
    percent: int
    sureness: str
    decision: Decision
    corrected_by: str | None
    because: tuple[Words, ...]
    instead: tuple[Words, ...]
    others: tuple[tuple[Category, int], ...]
    facts: tuple[tuple[str, str], ...]
    facets: tuple[str, ...]
    classifier: str


def messages(
    rows: Sequence[Message],
    files: Sequence[Attachment],
    because: Iterable[Words],
    *,
    reader: Reader,
    colleagues: Iterable[str] = (),
) -> tuple[MessageView, ...]:
    """Oldest first; marked are the words that decided, and in notes the colleagues' user names."""
    words = [each.words for each in because]
    named = [f"@{each}" for each in colleagues]
    return tuple(
        MessageView(
            id=row.id,
            author=row.author,
            name=row.author_name or reader.colleague(row.staff_id).replace("–", ""),
            channel=row.channel,
            at=row.created_at,
            segments=marked(
                reader.text(row.body),
                words if row.author is Author.REQUESTER else () if row.is_public else named,
            ),
            is_public=row.is_public,
            files=tuple(each for each in files if each.message_id == row.id),
        )
        for row in rows
    )


def unmarked(message: MessageView) -> MessageView:
    """The same without marks."""
    whole = "".join(each.text for each in message.segments)
    return replace(message, segments=(Segment(whole, is_marked=False),))


def reading(row: Reading, *, reader: Reader) -> ReadingView:
    read = kept_readings.recall(row)
    others = [each for each in read.alternatives if each.category is not row.category]
    # The one it beat is always said, the next only when it is worth it.
    others = others[:1] + [each for each in others[1:2] if each.probability >= _WORTH_SAYING]
    return ReadingView(
        category=row.category,
        percent=_percent(row.probability),
        sureness=band(row.probability),
        decision=row.decision,
        corrected_by=reader.colleague(row.corrected_by_id) if row.corrected_by_id else None,
        because=_written(read.because),
        instead=_written(read.instead) if others[:1] == list(read.alternatives[:1]) else (),
        others=tuple((each.category, _percent(each.probability)) for each in others),
        facts=tuple(_facts(read.facts, reader)),
        facets=_facets(read),
        classifier=row.classifier,
    )


def _written(words: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(each for each in words if not _STANDS_FOR.search(each.words))


def _percent(probability: float) -> int:
    """Whole percent; never a hundred, which would be a promise."""
    return min(round(probability * 100), 99)


def marked(text: str, words: Iterable[str]) -> tuple[Segment, ...]:
    """The text cut where one of `words` stands in it, whatever its case and spacing."""
    patterns = [r"\s+".join(map(re.escape, each.split())) for each in words if each.strip()]
    if not patterns:
        return (Segment(text, is_marked=False),)
    longest_first = "|".join(sorted(patterns, key=len, reverse=True))
    pieces = re.split(rf"(?<!\w)({longest_first})(?!\w)", text, flags=re.IGNORECASE)
    return tuple(
        Segment(piece, is_marked=bool(place % 2)) for place, piece in enumerate(pieces) if piece
    )


def _facts(facts: Facts, reader: Reader) -> Iterable[tuple[str, str]]:
    """Key and text of every kind of fact that was found."""
    shown = {
        "npsn": list(facts.npsn),
        "emails": [reader.mail(each) for each in facts.emails],
        "report_numbers": [f"#{each}" for each in facts.report_numbers],
        **{key: [reader.number(each) for each in getattr(facts, key)] for key in _NUMBERS},
        "person_names": list(facts.person_names),
        "school_names": list(facts.school_names),
        "level": _change(facts.from_level, facts.to_level, reader),
        "role": _change(facts.from_role, facts.to_role, reader),
        "dates": [reader.day(each) for each in facts.dates],
    }
    return [(key, ", ".join(values)) for key, values in shown.items() if values]


def _change(before: object, after: object, reader: Reader) -> list[str]:
    if before is None and after is None:
        return []
    return [f"{reader.label(before)} → {reader.label(after)}"]


def _facets(read: Understanding) -> tuple[str, ...]:
    named = ("follow_up", "on_behalf", "many_subjects")
    return tuple(name for name in named if getattr(read.facets, name))
