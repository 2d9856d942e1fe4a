"""Who of the records is meant: identifiers first, then the name at the stated school."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import OSA

from app.lookup import person_name
from app.lookup.dossier import Account, Candidate, Match, Person
from app.reading.facts import Mention
from models.vocabulary import MatchStatus, PersonKind

# Points: a name at its school is enough from ENOUGH on; below MAYBE nobody is worth showing.
ENOUGH = 84.0
MAYBE = 65.0
CONTRADICTED_NAME = 60.0
MARGIN = 6.0
MARGIN_OF_EXACT = 3.0
SHOWN_AT_MOST = 5
_BIRTH_AGREES, _BIRTH_NEAR, _BIRTH_DIFFERS = 20.0, -3.0, -20.0
_NUMBER_NEAR, _NUMBER_DIFFERS = 5.0, -25.0
_OTHER_KIND = -12.0
_TYPING_ERRORS = 2
_PERSON_ID_LENGTH = 36
_NOT_SURE_OF_BORN = "nama dan tanggal lahir itu belum menunjuk satu orang dengan pasti"

_NUMBERS = (("NIK", "nik"), ("NUPTK", "nuptk"), ("NIP", "nip"), ("NISN", "nisn"))


@dataclass(frozen=True, slots=True)
class School:
    """What is known of the stated school. `notes` are Indonesian sentences about finding it.

    `several` is true when the name fits more than one school equally well.
    """

    is_known: bool = True
    several: bool = False
    notes: tuple[str, ...] = ()


def match(
    mention: Mention,
    people: Sequence[Person],
    *,
    elsewhere: Sequence[Person] = (),
    accounts: Sequence[Account] = (),
    school: School = School(),
    kind: PersonKind | None = None,
) -> Match:
    """MATCHED only for exactly one clear person; the rest is shown, never guessed.

    `people` are those of the stated school, `elsewhere` those found in the country by identifier
    or account, `accounts` those the mentioned addresses lead to. `kind` is what the message
    speaks of, None when it may be either. Candidates are best first, at most 5.
    """
    if not _names_someone(mention):
        return Match(MatchStatus.NOT_GIVEN, because=school.notes)
    everyone = _distinct([*people, *elsewhere])
    hits = _hits(mention, everyone, accounts)
    if hits:
        return _by_identifier(mention, everyone, hits, kind=kind)
    if mention.name is None:
        return Match(MatchStatus.NONE, because=("tanda pengenal tidak ditemukan", *school.notes))
    if not (people or school.is_known):
        why = "nama saja tanpa sekolah tidak cukup untuk mencari"
        return Match(MatchStatus.NONE, because=(*school.notes, why))
    return _by_name(mention, _distinct(people), school, kind=kind)


def match_born(
    mention: Mention, born: Sequence[Person], otherwise: Match, *, kind: PersonKind | None = None
) -> Match:
    """By name and day of birth in the whole country, where the school leads to nobody.

    MATCHED only for one who bears the very name, with no other who may; several who may are
    shown. `otherwise` is what stands when nobody fits.
    """
    judged = _ranked(_judged(mention, each, kind=kind, hits={}) for each in _distinct(born))
    may_be = [each for each in judged if each.score >= ENOUGH + _BIRTH_AGREES]
    if not may_be:
        return otherwise
    best = may_be[0]
    if len(may_be) > 1 or best.score < person_name.SAME_SOUND + _BIRTH_AGREES:
        return _ambiguous(may_be, *otherwise.because, _NOT_SURE_OF_BORN)
    because = (*best.reasons, "ditemukan dari nama dan tanggal lahir di seluruh Indonesia")
    return Match(MatchStatus.MATCHED, person=best.person, candidates=(best,), because=because)


def stated_id(mention: Mention) -> str | None:
    """A person id written out in place of a name."""
    written = mention.as_written or ""
    return written if len(written) == _PERSON_ID_LENGTH and written.count("-") == 4 else None


def _names_someone(mention: Mention) -> bool:
    numbers = (getattr(mention, field) for _, field in _NUMBERS)
    return bool(mention.name or mention.emails or stated_id(mention) or any(numbers))


def _hits(
    mention: Mention, people: Sequence[Person], accounts: Sequence[Account]
) -> dict[str, frozenset[str]]:
    """Ids of the people each stated identifier leads to; identifiers nobody has are left out."""
    owners = {each.person_id for each in accounts if each.person_id}
    found = {
        label: frozenset(
            each.person_id for each in people if stated and getattr(each, field) == stated
        )
        for label, field in _NUMBERS
        for stated in [getattr(mention, field)]
    }
    known = {each.person_id for each in people}
    found["alamat akun"] = frozenset(owners & known)
    found["ID orang"] = frozenset({stated_id(mention) or ""} & known)
    return {label: ids for label, ids in found.items() if ids}


def _by_identifier(
    mention: Mention,
    people: Sequence[Person],
    hits: dict[str, frozenset[str]],
    *,
    kind: PersonKind | None,
) -> Match:
    meant = frozenset.intersection(*hits.values())
    touched = [each for each in people if each.person_id in frozenset.union(*hits.values())]
    shown = _ranked(_judged(mention, each, kind=kind, hits=hits) for each in touched)
    if not meant:
        labels = " dan ".join(hits)
        return _ambiguous(shown, f"{labels} menunjuk orang yang berbeda")
    one = _only(mention, [each for each in touched if each.person_id in meant])
    if one is None:
        label = next(iter(hits))
        return _ambiguous(shown, f"{label} yang disebut dipakai lebih dari satu orang")
    mine = next(each for each in shown if each.person is one)
    objection = _objection(mention, one)
    if objection:
        return _ambiguous(shown, objection)
    return Match(MatchStatus.MATCHED, person=one, candidates=(mine,), because=mine.reasons)


def _only(mention: Mention, people: Sequence[Person]) -> Person | None:
    """The one meant. A pupil who became staff has two records and one NIK: the active one is."""
    if len(people) > 1 and mention.name:
        stated = mention.name
        people = [each for each in people if person_name.fit(stated, each.name).score >= ENOUGH]
    if len({each.kind for each in people}) == len(people) > 1:
        people = [each for each in people if each.active]
    return people[0] if len(people) == 1 else None


def _objection(mention: Mention, person: Person) -> str | None:
    """Why an identifier must not decide alone; None when nothing speaks against it."""
    if mention.name:
        differs = person_name.fit(mention.name, person.name).score < CONTRADICTED_NAME
        return "nama yang disebut berbeda dengan nama pada data" if differs else None
    points, why = _birth(mention.birth_date, person.birth_date)
    return why if points == _BIRTH_DIFFERS else None


def _by_name(
    mention: Mention, people: Sequence[Person], school: School, *, kind: PersonKind | None
) -> Match:
    judged = _ranked(_judged(mention, each, kind=kind, hits={}) for each in people)
    shown = tuple(each for each in judged if each.score >= MAYBE)
    if not shown:
        why = "tidak ada orang dengan nama itu di sekolah tersebut"
        return Match(MatchStatus.NONE, because=(*school.notes, why))
    best = shown[0]
    rest = shown[1].score if len(shown) > 1 else 0.0
    margin = MARGIN_OF_EXACT if best.score >= person_name.EXACT else MARGIN
    if school.several:
        return _ambiguous(shown, *school.notes)
    if best.score < ENOUGH:
        return _ambiguous(shown, *school.notes, "kecocokan belum cukup kuat")
    if best.score - rest < margin:
        return _ambiguous(shown, *school.notes, "lebih dari satu orang cocok")
    because = (*best.reasons, *school.notes)
    return Match(MatchStatus.MATCHED, person=best.person, candidates=shown[:1], because=because)


def _judged(
    mention: Mention,
    person: Person,
    *,
    kind: PersonKind | None,
    hits: dict[str, frozenset[str]],
) -> Candidate:
    points = list(_points(mention, person, kind, hits))
    return Candidate(
        person=person,
        score=round(sum(score for score, _ in points), 1),
        reasons=tuple(why for _, why in points if why),
    )


def _points(
    mention: Mention,
    person: Person,
    kind: PersonKind | None,
    hits: dict[str, frozenset[str]],
) -> Iterator[tuple[float, str]]:
    for label, ids in hits.items():
        if person.person_id in ids:
            yield 100.0, f"{label} sama"
    if mention.name:
        name = person_name.fit(mention.name, person.name)
        yield name.score, name.reason
    yield _birth(mention.birth_date, person.birth_date)
    for label, field in _NUMBERS:
        if person.person_id not in hits.get(label, frozenset()):
            yield _number(label, getattr(mention, field), getattr(person, field))
    if mention.npsn:
        here = any(each.npsn.text == mention.npsn for each in person.placements)
        yield 0.0, "NPSN sama" if here else "tidak tercatat di NPSN yang disebut"
    if kind is not None and person.kind is not kind:
        yield _OTHER_KIND, "bukan jenis orang yang dibicarakan (PTK atau peserta didik)"


def _birth(stated: date | None, recorded: date | None) -> tuple[float, str]:
    """Day and month exchanged, or one part wrong, is a typing error; more is a contradiction."""
    if stated is None or recorded is None:
        return 0.0, ""
    if stated == recorded:
        return _BIRTH_AGREES, "tanggal lahir sama"
    left = (stated.year, stated.month, stated.day)
    right = (recorded.year, recorded.month, recorded.day)
    same = sum(one == other for one, other in zip(left, right, strict=True))
    if same == 2 or sorted(left) == sorted(right):
        return _BIRTH_NEAR, "tanggal lahir hampir sama"
    return _BIRTH_DIFFERS, "tanggal lahir berbeda"


def _number(label: str, stated: str | None, recorded: str | None) -> tuple[float, str]:
    if stated is None or recorded is None:
        return 0.0, ""
    if OSA.distance(stated, recorded) <= _TYPING_ERRORS:
        return _NUMBER_NEAR, f"{label} hampir sama"
    return _NUMBER_DIFFERS, f"{label} berbeda"


def _ranked(candidates: Iterator[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda each: (-each.score, each.person.person_id)))


def _ambiguous(candidates: Sequence[Candidate], *because: str) -> Match:
    return Match(
        MatchStatus.AMBIGUOUS, candidates=tuple(candidates[:SHOWN_AT_MOST]), because=because
    )


def _distinct(people: Sequence[Person]) -> list[Person]:
    """Each person once, in the fullest form found."""
    fullest: dict[str, Person] = {}
    for each in people:
        known = fullest.get(each.person_id)
        if known is None or len(each.placements) > len(known.placements):
            fullest[each.person_id] = each
    return list(fullest.values())
