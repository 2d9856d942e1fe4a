"""Rows of JSON lines: what `loket read` and `loket evaluate` take and give."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

from pydantic import JsonValue

from app.kit.kept import Record
from app.reading.facts import Facts, Incoming, Likelihood, Understanding, Words
from models.vocabulary import Category, Channel

KINDS = (
    "npsn", "emails", "report_numbers", "nisn", "nuptk", "nik", "nip", "phones", "person_names",
    "school_names", "from_level", "to_level", "from_role", "to_role", "dates",
)  # fmt: skip


class BadRow(ValueError):
    """A line that is no row of this kind; its text is the reason, for a person."""


class Numbered(NamedTuple):
    """A row with its line number, or the reason why the line is none."""

    line: int
    row: Record
    reason: str = ""


class Expected(NamedTuple):
    """What a person says a row should be read as. None: not labelled."""

    label: Category
    label2: Category | None
    facets: dict[str, bool] | None
    entities: dict[str, frozenset[str]] | None


def numbered(lines: Iterable[str]) -> Iterator[Numbered]:
    """Every non-empty line as an object, counted from 1."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = _parsed(line)
        except json.JSONDecodeError as error:
            yield Numbered(number, {}, f"not JSON ({error.msg})")
            continue
        except (ValueError, RecursionError) as error:  # endless digits, endless brackets
            yield Numbered(number, {}, f"not JSON ({error})")
            continue
        if isinstance(row, dict):
            yield Numbered(number, row)
        else:
            yield Numbered(number, {}, "not a JSON object")


def _parsed(line: str) -> JsonValue:
    """The line's value, fit to be encoded: half a surrogate pair becomes U+FFFD, as in a text cut
    through an emoji. Raises ValueError and RecursionError.
    """
    value: JsonValue = json.loads(line.removeprefix("\ufeff"), parse_constant=_refuse)
    if "\\ud" not in line.lower():
        return value
    halves = json.dumps(value, ensure_ascii=False).encode("utf-16", "surrogatepass")
    whole: JsonValue = json.loads(halves.decode("utf-16", "replace"))
    return whole


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")


def incoming(row: Record, reason: str = "") -> Incoming:
    """Raises BadRow naming the field that is missing or wrong, or with the line's own reason."""
    if reason:
        raise BadRow(reason)
    text = row.get("text")
    if not isinstance(text, str):
        raise BadRow('"text" is missing or not a text')
    subject = row.get("subject")
    if subject is not None and not isinstance(subject, str):
        raise BadRow('"subject" is not a text')
    channel = row.get("channel")
    return Incoming(
        text=text,
        subject=subject,
        channel=_word(Channel, channel, "channel").value if channel else Channel.FORM.value,
        self_category=_optional(row, "self_category"),
    )


def expected(row: Record) -> Expected:
    """Raises BadRow when there is no known label."""
    label = _optional(row, "label")
    if label is None:
        raise BadRow('"label" is missing')
    facets, entities = row.get("facets"), row.get("entities")
    return Expected(
        label,
        _optional(row, "label2"),
        {str(key): bool(value) for key, value in facets.items()}
        if isinstance(facets, dict)
        else None,
        {kind: _values(kind, entities.get(kind)) for kind in KINDS}
        if isinstance(entities, dict)
        else None,
    )


def result(row_id: JsonValue, understanding: Understanding) -> Record:
    """The output row of `loket read`."""
    return {
        "id": row_id,
        "category": understanding.category.value if understanding.category else None,
        "probability": round(understanding.probability, 4),
        "alternatives": [_likelihood(one) for one in understanding.alternatives],
        "decision": understanding.decision.value,
        "because": [_words(one) for one in understanding.because],
        "instead": [_words(one) for one in understanding.instead],
        "facts": facts(understanding.facts),
        "facets": {
            "follow_up": understanding.facets.follow_up,
            "on_behalf": understanding.facets.on_behalf,
            "many_subjects": understanding.facets.many_subjects,
        },
    }


def facts(found: Facts) -> Record:
    """Facts with plain texts; lists are empty and levels null where nothing was found."""
    return {kind: _plain(getattr(found, kind)) for kind in KINDS}


def found_values(found: Facts, kind: str) -> frozenset[str]:
    """One kind of fact as a set of comparable texts."""
    return _values(kind, facts(found)[kind])


def _words(one: Words) -> Record:
    return {"words": one.words, "weight": one.weight}


def _likelihood(one: Likelihood) -> Record:
    return {"category": one.category.value, "probability": round(one.probability, 4)}


def _plain(value: object) -> JsonValue:
    if isinstance(value, tuple):
        return [one.isoformat() if isinstance(one, date) else str(one) for one in value]
    return None if value is None else str(value)


def _values(kind: str, value: JsonValue) -> frozenset[str]:
    many = value if isinstance(value, list) else [] if value is None else [value]
    texts = (" ".join(str(one).lower().split()) for one in many)
    return frozenset(map(_subscriber, texts) if kind == "phones" else texts)


def _subscriber(phone: str) -> str:
    """The same line however it is written: +62 812-3456, 62812 3456 and 08123456."""
    digits = "".join(filter(str.isdecimal, phone))
    return f"0{digits[2:]}" if digits.startswith("628") else digits


def _optional(row: Record, field: str) -> Category | None:
    value = row.get(field)
    return _word(Category, value, field) if value not in (None, "") else None


Word = TypeVar("Word", bound=StrEnum)


def _word(kind: type[Word], value: JsonValue, field: str) -> Word:
    try:
        return kind(str(value))
    except ValueError as error:
        raise BadRow(f'"{field}" is not a known {kind.__name__.lower()}: {value!r}') from error
