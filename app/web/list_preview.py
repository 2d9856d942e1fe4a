"""What was understood of a list, line by line, before it is sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.intake.list_form import FilledList
from app.intake.listed import Listed
from app.intake.people import BadLine, Repeated

_BAD_AT_MOST, _REPEATED_AT_MOST = 200, 50


@dataclass(frozen=True, slots=True)
class Understood:
    """One person; `identifiers` and `more` are pairs of a field's name and its value."""

    line: int
    name: str
    identifiers: tuple[tuple[str, str], ...]
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """`unread` and `joined` count all lines; `bad` and `repeated` are the first of them."""

    people: Sequence[Understood]
    unread: int
    bad: Sequence[BadLine]
    joined: int
    repeated: Sequence[Repeated]
    ignored: str


def preview(filled: FilledList) -> Preview | None:
    """None where nothing was typed."""
    parsed = filled.parsed
    if not (parsed.entries or parsed.bad):
        return None
    return Preview(
        people=[
            Understood(
                each.line,
                each.person.name or "",
                tuple(_identifiers(each.person)),
                tuple(_more(each.person)),
            )
            for each in parsed.entries
        ],
        unread=len(parsed.bad),
        bad=parsed.bad[:_BAD_AT_MOST],
        joined=len(parsed.repeated),
        repeated=parsed.repeated[:_REPEATED_AT_MOST],
        ignored=", ".join(each[:40] for each in parsed.ignored[:20]),
    )


def _identifiers(person: Listed) -> Iterator[tuple[str, str]]:
    for label, value in (
        ("NISN", person.nisn),
        ("NUPTK", person.nuptk),
        ("NIK", person.nik),
        ("NIP", person.nip),
    ):
        if value:
            yield label, value
    for address in person.emails:
        yield "", address


def _more(person: Listed) -> Iterator[str]:
    if person.birth_date:
        yield f"{person.birth_date:%d-%m-%Y}"
    if person.grade:
        yield person.grade
    if person.npsn:
        yield f"NPSN {person.npsn}"
