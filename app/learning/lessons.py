"""Which of the words people said become lessons, and which are kept to examine with."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rapidfuzz import fuzz, process

from app.kit.clock import WIB
from app.reading.corpus import Labelled
from models.vocabulary import Category, LabelKind

BLIND_WEEKS = 4  # of blind words kept out of the lessons
CONFIRMED_AT_MOST = 200
BY_ONE_PERSON_AT_MOST = 300
_ALIKE = 92.0  # percent
_COMPARED = 400  # characters
# Of two words on one ticket the blind one counts: it was said of the text alone, which is all a
# classifier sees. A correction may rest on what the records showed, a yes on the proposal.
_RANK = {LabelKind.BLIND: 2, LabelKind.CORRECTED: 1, LabelKind.CONFIRMED: 0, LabelKind.EXAMPLE: 2}


@dataclass(frozen=True, slots=True)
class Said:
    """A person's word on a text without personal data. `id` is the label event's."""

    id: int
    kind: LabelKind
    label: Category
    by: int
    at: datetime
    text: str
    subject: str | None = None
    ticket_id: int | None = None
    self_category: Category | None = None


@dataclass(frozen=True, slots=True)
class Lessons:
    """`learned` enters the fit, `blind` examines it. `doubtable` are the words of the newest
    batch, for the audit.
    """

    learned: tuple[Said, ...]
    blind: tuple[Said, ...]
    doubtable: tuple[Said, ...]


def lessons(
    words: Sequence[Said],
    *,
    known: Sequence[str],
    active: Collection[Category],
    seen: int,
    now: datetime,
) -> Lessons:
    """From all words that stand. `known` are texts of the corpus and the frozen examinations,
    `active` the added categories in use, `seen` the newest word the champion has learned.
    """
    usable = [word for word in words if not word.label.is_added or word.label in active]
    since = now - timedelta(weeks=BLIND_WEEKS)
    blind = _latest(word for word in usable if word.kind is LabelKind.BLIND and word.at >= since)
    held = {word.ticket_id for word in blind}
    rest = _latest(word for word in usable if word.ticket_id is None or word.ticket_id not in held)
    return Lessons(
        learned=tuple(_distinct(_capped(rest), known)),
        blind=tuple(blind),
        doubtable=tuple(_undoubted(usable, seen)),
    )


def as_rows(words: Iterable[Said]) -> list[Labelled]:
    """As the classifier learns them; a week's words are one batch, as one writer's texts are."""
    return [
        Labelled(
            word.text,
            word.label,
            subject=word.subject,
            batch=f"petugas-{week_of(word.at)}",
            self_category=word.self_category,
        )
        for word in words
    ]


def week_of(instant: datetime) -> str:
    """The ISO week of the WIB day: 2026-W48."""
    year, week, _ = instant.astimezone(WIB).isocalendar()
    return f"{year}-W{week:02}"


def folded(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()[:_COMPARED]


def _latest(words: Iterable[Said], *, by_kind: bool = True) -> list[Said]:
    """One word for each ticket, oldest first; every example."""
    best: dict[tuple[str, int], Said] = {}
    for word in sorted(words, key=lambda each: each.id):
        key = ("e", word.id) if word.ticket_id is None else ("t", word.ticket_id)
        old = best.get(key)
        if old is None or not by_kind or _RANK[word.kind] >= _RANK[old.kind]:
            best[key] = word
    return sorted(best.values(), key=lambda each: each.id)


def _undoubted(words: Sequence[Said], seen: int) -> list[Said]:
    """The newest word on each ticket, where it is new and no second person said the same."""
    people: dict[tuple[int, Category], set[int]] = {}
    for word in words:
        if word.ticket_id is not None:
            people.setdefault((word.ticket_id, word.label), set()).add(word.by)
    return [
        word
        for word in _latest(words, by_kind=False)
        if word.id > seen
        and (word.ticket_id is None or len(people[word.ticket_id, word.label]) == 1)
    ]


def _capped(words: Sequence[Said]) -> list[Said]:
    """The newest: of what was only confirmed a part, so that a classifier does not learn its own
    echo, and of one person's words a part, so that nobody outweighs all others.
    """
    kept: list[Said] = []
    confirmed, by_person = 0, Counter[int]()
    for word in reversed(words):
        is_echo = word.kind is LabelKind.CONFIRMED
        if (is_echo and confirmed >= CONFIRMED_AT_MOST) or (
            by_person[word.by] >= BY_ONE_PERSON_AT_MOST
        ):
            continue
        confirmed += is_echo
        by_person[word.by] += 1
        kept.append(word)
    return kept[::-1]


def _distinct(words: Sequence[Said], known: Sequence[str]) -> list[Said]:
    """Without near-duplicates of each other, of the corpus and of what examines us; newest kept."""
    seen = [folded(text) for text in known]
    kept: list[Said] = []
    for word in reversed(words):
        text = folded(word.text)
        alike = process.extractOne(text, seen, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if text and alike is None:
            seen.append(text)
            kept.append(word)
    return kept[::-1]
