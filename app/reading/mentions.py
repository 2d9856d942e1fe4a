"""The people a message is about, each with the facts that belong to that person alone."""

import re
from collections.abc import Callable
from dataclasses import replace

from app.reading.announcers import MINE, OF_MINE
from app.reading.classes import classes
from app.reading.emails import Found
from app.reading.facts import Facets, Mention
from app.reading.places import Places
from app.reading.signature import closes

_WRITER = re.compile(
    r"\b(?:nama saya|nama sy|perkenalkan,? saya|saya|sy|my name is|i am|i'm|pelapor\s*:|nama"
    r" pelapor\s*:)"
    r"(?: adalah| bernama)?,? (?:(?:bapak|ibu|pak|bu) )?$",
    re.I,
)
_OF_OTHERS = re.compile(
    rf"(?:{OF_MINE}|\b(?:nama|namanya) (?:anak|siswa|guru|murid)(?: {MINE})?\b)[^.!?\n]{{0,24}}$",
    re.I,
)
_SIGNED = re.compile(
    r"(?:hormat\w*(?: kami| saya)?|salam\w*(?: hormat)?|wassalam\S*|terima ?kasih\w*|makasih\w*"
    r"|regards|thanks?(?: you)?)"
    r"[\s,.!🙏]*(?:(?:bapak|ibu|pak|bu) )?$",
    re.I,
)
_NUMBER_FIRST = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?(?:(?:nisn|nik|nuptk|nip)\W*)?\d[\d .-]{6,}\W*"
    r"(?:(?:an|a\.n|atas nama)\.?\s*)?",
    re.I,
)
_SPOUSE = re.compile(
    r"\b(?:suami|istri|menggantikan|digantikan|bukan|pengganti|dibantu|kata|menurut|oleh) (?:\w+"
    r" )?$",
    re.I,
)
_CAME_FROM = re.compile(r"\b(?:asal|dari|dr|eks|mantan|from|tadinya|semula di|dulu di) $", re.I)
_UNNAMED = re.compile(
    r"\b(?:anak (?:saya|kami|sy)|anakku|suamiku|istriku|suami saya|istri saya|adik saya|(?:guru"
    r"|siswa|siswi|murid|operator"
    r"|tutor|kepala sekolah|kepsek|teman)(?: \w+)? (?:kami|saya|sy)|our (?:\w+ ){0,2}(?:teacher"
    r"|student|principal|operator))\b",
    re.I,
)


def mentions(text: str, places: Places, facets: Facets) -> tuple[Mention, ...]:
    """One per person in order of appearance; empty when the message is about nobody in particular.

    A writer who writes for others is left out once someone else is named.
    """
    places = replace(places, school_names=_present_schools(text, places.school_names))
    people = _subjects(text, places, facets)
    if people:
        return tuple(_with_facts(text, places, people))
    by_number = _by_identifier(places, facets)
    if by_number:
        return by_number
    if facets.many_subjects and not places.identifies_someone():
        shared = _shared_school(places)
        return tuple(_completed_school(Mention(as_written=one), shared) for one in classes(text))
    return _unnamed(text, places, facets)


def _present_schools(text: str, found: list[Found]) -> list[Found]:
    """Without the schools someone came from, unless no other is named."""
    present = [
        one for one in found if not _CAME_FROM.search(text[max(one.start - 20, 0) : one.start])
    ]
    return present or found


def _subjects(text: str, places: Places, facets: Facets) -> list[Found]:
    others: list[Found] = []
    writers: list[Found] = []
    for one in places.person_names:
        before = text[max(one.start - 60, 0) : one.start]
        if _SPOUSE.search(before) and len(places.person_names) > 1:
            continue
        (writers if _is_writer(text, one, before) else others).append(one)
    chosen = others if others and (facets.on_behalf or facets.many_subjects) else others + writers
    if writers and not others and (facets.on_behalf or facets.many_subjects):
        return []
    if not facets.many_subjects and len(chosen) > 1 and _corrects_a_name(text):
        return chosen[:1]
    return _distinct(sorted(chosen, key=lambda one: one.start))


def _is_writer(text: str, one: Found, before: str) -> bool:
    """Introduced as "saya NAME" or signed; "anak saya NAME" is someone else."""
    introduced = _WRITER.search(before) and not _OF_OTHERS.search(before)
    return (
        bool(introduced or _SIGNED.search(before)) or _stands_last(text, one) or closes(text, one)
    )


def _stands_last(text: str, one: Found) -> bool:
    """Alone at the end: a signature."""
    head, tail = text[: one.start].rstrip(" "), text[one.end :].strip(" .\n")
    if re.search(r"@|\d{8}", tail):
        return False
    return head.endswith("\n") and len(tail) < 60 and "\n" not in tail.strip()


def _corrects_a_name(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:seharusnya|harusnya|tertulis|tercatat|menjadi|malah|should be)\b", text, re.I
        )
    )


def _distinct(people: list[Found]) -> list[Found]:
    """The first and fullest form of each name; "Delfina" after "Delfina Rohi" is the same."""
    kept: list[Found] = []
    for one in people:
        parts = set(one.value.lower().split())
        if not any(parts <= set(other.value.lower().split()) for other in kept):
            kept.append(one)
    return kept


def _with_facts(text: str, places: Places, people: list[Found]) -> list[Mention]:
    if len(people) == 1:
        return [_alone(places, people[0])]
    shared = _shared_school(places)
    ends = [_row_end(text, one, people[at + 1 :]) for at, one in enumerate(people)]
    return [
        _completed(
            Mention(as_written=one.value, name=one.value),
            places.within(_row_start(text, one, people[:at]), ends[at]),
            shared,
        )
        for at, one in enumerate(people)
    ]


def _row_end(text: str, one: Found, later: list[Found]) -> int:
    return later[0].start if later else len(text)


def _row_start(text: str, one: Found, earlier: list[Found]) -> int:
    """A table row may put the number before the name; nothing else before it is theirs."""
    start = max(text.rfind("\n", 0, one.start) + 1, earlier[-1].end if earlier else 0)
    return start if _NUMBER_FIRST.fullmatch(text[start : one.start]) else one.start


def _alone(places: Places, one: Found) -> Mention:
    return _completed(Mention(as_written=one.value, name=one.value), places, places)


def _completed(mention: Mention, own: Places, shared: Places) -> Mention:
    school = own if own.npsn or own.school_names else shared
    return replace(
        mention,
        birth_date=own.birth_date(),
        npsn=_first(school.npsn, last=True) if school.npsn else _first(shared.npsn),
        school_name=_first(school.school_names, last=True) or _first(shared.school_names),
        emails=tuple(dict.fromkeys(one.value for one in own.emails)),
        nik=_first(own.nik),
        nuptk=_first(own.nuptk),
        nip=_first(own.nip),
        nisn=_first(own.nisn),
    )


def _shared_school(places: Places) -> Places:
    """What stands for all: the school, when there is only one."""
    one_npsn = places.npsn if len({one.value for one in places.npsn}) == 1 else []
    one_name = places.school_names if len({one.value for one in places.school_names}) == 1 else []
    return Places(npsn=one_npsn, school_names=one_name)


def _by_identifier(places: Places, facets: Facets) -> tuple[Mention, ...]:
    """Unnamed people known by a number each, or by an address each when they are several."""
    kinds: tuple[tuple[list[Found], Callable[[str], Mention]], ...] = (
        (places.nisn, lambda value: Mention(as_written=value, nisn=value)),
        (places.nik, lambda value: Mention(as_written=value, nik=value)),
        (places.nuptk, lambda value: Mention(as_written=value, nuptk=value)),
        (places.nip, lambda value: Mention(as_written=value, nip=value)),
    )
    shared = _shared_school(places)
    for found, build in kinds:
        values = list(dict.fromkeys(one.value for one in found))
        if len(values) > 1:
            return tuple(_completed_school(build(value), shared) for value in values)
    addresses = list(dict.fromkeys(one.value for one in places.emails if _is_account(one.value)))
    if len(addresses) > 1 and facets.many_subjects:
        return tuple(
            _completed_school(Mention(as_written=value, emails=(value,)), shared)
            for value in addresses
        )
    return ()


def _completed_school(mention: Mention, shared: Places) -> Mention:
    return replace(mention, npsn=_first(shared.npsn), school_name=_first(shared.school_names))


def _unnamed(text: str, places: Places, facets: Facets) -> tuple[Mention, ...]:
    unnamed = _UNNAMED.search(text) if facets.on_behalf else None
    if facets.on_behalf:
        own = unnamed[0] if unnamed else None
        identified = places.identifies_someone()
        if not identified and own is None:
            return ()
        key = places.identifiers()[0] if identified else own
        return (_completed(Mention(as_written=key), places, places),)
    speaks_of_self = re.search(
        r"\b(?:saya|sy|aku|ku|gue|gw|awak|kami|my|i)\b|\w{3,}ku\b", text, re.I
    )
    if not speaks_of_self and not places.identifies_someone():
        return ()
    return (_completed(Mention(), places, places),)


def _is_account(address: str) -> bool:
    return address.endswith("belajar.id")


def _first(found: list[Found], *, last: bool = False) -> str | None:
    if not found:
        return None
    return found[-1].value if last else found[0].value
