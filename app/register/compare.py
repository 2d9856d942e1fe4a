"""What was recorded of a person on the day they wrote, beside what is recorded now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.lookup.dossier import Account, Person, Placement, School
from models.values import Npsn
from models.vocabulary import ExitReason, Peran

Value = str | date | datetime | bool | Peran | ExitReason | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """One person as one extract has them; `person` is None where it does not know them."""

    as_of: datetime
    person: Person | None
    accounts: tuple[Account, ...]
    schools: Mapping[Npsn, School]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing recorded then and now. `key` names it; None means nothing was recorded."""

    key: str
    then: Value
    now: Value

    @property
    def differs(self) -> bool:
        return self.then != self.now


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of the person ("person"), of one placement ("place") or one account ("account").

    `name` is the school with its NPSN, or the address as it is now. A side that had none of it
    has None throughout.
    """

    kind: str
    name: str
    facts: tuple[Fact, ...]

    @property
    def differs(self) -> bool:
        return any(each.differs for each in self.facts)


def compare(then: Recorded, now: Recorded) -> tuple[Group, ...]:
    """The person, then their placements by NPSN, then their accounts by number."""
    return (
        *_people(then.person, now.person),
        *_placements(then, now),
        *_accounts(then, now),
    )


def _people(then: Person | None, now: Person | None) -> Iterator[Group]:
    known = now or then
    if known is None:
        return
    names = ("name", "birth_date", "nik", "nuptk", "nip", "nisn")
    facts = _facts({key: (_of(then, key), _of(now, key)) for key in names})
    yield Group("person", known.name, (Fact("recorded", then is not None, now is not None), *facts))


def _placements(then: Recorded, now: Recorded) -> Iterator[Group]:
    before, after = _placed(then.person), _placed(now.person)
    for npsn in sorted({*before, *after}):
        school = now.schools.get(npsn) or then.schools.get(npsn)
        old, new = before.get(npsn), after.get(npsn)
        pairs: dict[str, tuple[Value, Value]] = {
            key: (_of(old, name), _of(new, name))
            for key, name in (
                ("role", "peran"), ("post", "ptk_type_name"), ("position", "position"),
                ("grade", "grade"), ("is_home", "is_home"), ("since", "since"), ("sent", "sent"),
                ("left_for", "left_for"), ("left_on", "left_on"),
            )
        }  # fmt: skip
        closed = tuple(_closed(each, npsn) for each in (then, now))
        facts = _facts({**pairs, "closed_on": (closed[0], closed[1])})
        placed = Fact("active", _is_active(old), _is_active(new))
        yield Group("place", f"{school.name} ({npsn})" if school else npsn.text, (placed, *facts))


def _accounts(then: Recorded, now: Recorded) -> Iterator[Group]:
    before, after = ({each.account_id: each for each in one.accounts} for one in (then, now))
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        shown = new or old
        pairs: dict[str, tuple[Value, Value]] = {
            name: (_of(old, name), _of(new, name))
            for name in (
                "suspended", "suspension_reason", "deleted_at", "last_login_at", "noticed_on",
                "deletion_on",
            )
        }  # fmt: skip
        pairs["aliases"] = (_aliases(old), _aliases(new))
        address = Fact("address", _address(old), _address(new))
        yield Group("account", str(shown.address) if shown else key, (address, *_facts(pairs)))


def _facts(pairs: Mapping[str, tuple[Value, Value]]) -> tuple[Fact, ...]:
    """Only what at least one side has a word on."""
    return tuple(
        Fact(key, then, now) for key, (then, now) in pairs.items() if (then, now) != (None, None)
    )


def _of(thing: Person | Placement | Account | None, name: str) -> Value:
    value: Value = getattr(thing, name) if thing is not None else None
    return value


def _placed(person: Person | None) -> dict[Npsn, Placement]:
    """The foremost placement at each school."""
    return {each.npsn: each for each in reversed(person.placements)} if person else {}


def _closed(recorded: Recorded, npsn: Npsn) -> date | None:
    school = recorded.schools.get(npsn)
    return school.closed_on if school else None


def _is_active(placement: Placement | None) -> bool | None:
    return placement.is_active if placement else None


def _address(account: Account | None) -> str | None:
    return str(account.address) if account else None


def _aliases(account: Account | None) -> str | None:
    return ", ".join(map(str, account.aliases)) or None if account else None
