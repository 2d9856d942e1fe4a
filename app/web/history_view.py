"""What happened to a ticket, in sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.web.reader import Reader
from app.web.words.staff import WORDS
from models import Event
from models.vocabulary import Category, Helped, Remedy, System, TargetKind

# Which vocabulary a detail's word comes from.
_KINDS: dict[str, type[StrEnum]] = {
    "category": Category,
    "remedy": Remedy,
    "system": System,
    "target": TargetKind,
    "helped": Helped,
}
_GAPS = (
    "category",
    "remedy",
    "system",
    "subjects",
    "to",
    "number",
    "files",
    "rule",
    "version",
    "target",
    "helped",
)


@dataclass(frozen=True, slots=True)
class HappenedView:
    sentence: str
    actor: str
    at: datetime


def history(
    events: Iterable[Event], *, reader: Reader, usernames: Mapping[str, str]
) -> tuple[HappenedView, ...]:
    """Newest first; `usernames` gives the name of each colleague who signs in with one."""
    rows = sorted(events, key=lambda each: each.id, reverse=True)
    return tuple(
        HappenedView(
            sentence=_sentence(each, reader),
            actor=_actor(each.actor, reader, usernames),
            at=each.at,
        )
        for each in rows
    )


def _sentence(event: Event, reader: Reader) -> str:
    """A kind without a sentence gets a neutral one."""
    key = f"event.{event.kind}"
    if key not in WORDS:
        return reader.say("event.other", kind=event.kind)
    detail = event.detail if isinstance(event.detail, dict) else {}
    gaps = {name: _word(name, detail.get(name), reader) for name in _GAPS}
    return reader.say(key, **gaps)


def _word(name: str, value: object, reader: Reader) -> str:
    vocabulary = _KINDS.get(name)
    if vocabulary is not None and isinstance(value, str):
        try:
            return reader.label(vocabulary(value))
        except ValueError:
            return value
    return "–" if value is None else str(value)


def _actor(actor: str, reader: Reader, usernames: Mapping[str, str]) -> str:
    key = f"actor.{actor}"
    return reader.say(key) if key in WORDS else usernames.get(actor, actor)
