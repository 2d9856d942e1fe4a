"""Every page of the staff that has an address of its own, by what the colleague may do.

The bar, /pengelolaan and the palette read the same list: a page that is here is found everywhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from app.access.permissions import Permission, may
from models.vocabulary import StaffRole


@dataclass(frozen=True, slots=True)
class Way:
    """A page by its route, who may open it, and the key of its words."""

    route: str
    needs: Permission
    words: str


def _managed(route: str, needs: Permission) -> Way:
    """Its lead is at `manage.ROUTE_lead`."""
    return Way(route, needs, f"manage.{route}")


_BAR: tuple[Way, ...] = (
    Way("queue", Permission.SEE_TICKETS, "nav.queue"),
    Way("triage", Permission.SEE_TICKETS, "nav.triage"),
    Way("incidents", Permission.SEE_TICKETS, "nav.incidents"),
    Way("targets", Permission.SEE_TICKETS, "nav.targets"),
    Way("numbers", Permission.SEE_FIGURES, "nav.numbers"),
    Way("management", Permission.SEE_TICKETS, "manage.title"),
)

_GROUPS: Mapping[str, tuple[Way, ...]] = {
    "people": (
        _managed("profile", Permission.SEE_TICKETS),
        _managed("weekly", Permission.SEE_FIGURES),
        _managed("people", Permission.ADMINISTER),
        _managed("rota", Permission.SEE_TICKETS),
    ),
    "work": (
        _managed("rules", Permission.SEE_TICKETS),
        _managed("automation", Permission.SEE_TICKETS),
        _managed("canned", Permission.SEE_TICKETS),
        _managed("guide_desk", Permission.GOVERN),
        _managed("spared", Permission.SEE_FIGURES),
        _managed("hours", Permission.SEE_TICKETS),
        _managed("asked", Permission.GOVERN),
        _managed("scores", Permission.TEACH),
        _managed("vouches", Permission.SEE_FIGURES),
    ),
    "watch": (
        _managed("trail", Permission.AUDIT),
        _managed("outbox", Permission.SEE_TICKETS),
        _managed("retention", Permission.GOVERN),
        _managed("tokens", Permission.ADMINISTER),
    ),
}

_BESIDE: tuple[Way, ...] = (
    Way("number_ledger", Permission.SEE_FIGURES, "ledger.title"),
    Way("demand", Permission.SEE_FIGURES, "demand.title"),
    Way("queue_views", Permission.SEE_TICKETS, "views.title"),
    Way("canned_new", Permission.GOVERN, "canned.new"),
    Way("guide_new", Permission.GOVERN, "guide.new"),
    Way("edition_new", Permission.GOVERN, "edition.new"),
    Way("guides", Permission.SEE_TICKETS, "guides.title"),
    Way("bantuan", Permission.SEE_TICKETS, "nav.bantuan"),
)


def bar(role: StaffRole) -> tuple[Way, ...]:
    """The bar's, in its order."""
    return tuple(_open(_BAR, role))


def groups(role: StaffRole) -> Mapping[str, tuple[Way, ...]]:
    """Those of /pengelolaan; groups without any are left out."""
    found = {name: tuple(_open(ways, role)) for name, ways in _GROUPS.items()}
    return {name: ways for name, ways in found.items() if ways}


def everywhere(role: StaffRole) -> tuple[Way, ...]:
    """All the palette can go to."""
    return tuple(_open(chain(_BAR, *_GROUPS.values(), _BESIDE), role))


def _open(ways: Iterable[Way], role: StaffRole) -> Iterator[Way]:
    return (way for way in ways if may(role, way.needs))
