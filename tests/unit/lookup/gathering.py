"""Gathering against a small world, for the tests of it."""

from collections.abc import Sequence
from typing import Any

from app.lookup.asking import Asked
from app.lookup.dossier import Dossier
from app.lookup.gather import Stated, dossiers
from app.lookup.world import World, WorldAccounts, WorldDapodik
from app.reading.facts import Understanding
from tests.unit.lookup import build

RUKMINI_ADDRESS = "rukmini27@guru.sd.belajar.id"
TUTI_ADDRESS = "tuti31@admin.sd.belajar.id"
ACCOUNTS = [
    build.account_row(
        1, RUKMINI_ADDRESS, build.staff_id(1), name={"fullName": "Rukmini Contohwati"}
    ),
    build.account_row(2, TUTI_ADDRESS, build.staff_id(2), name={"fullName": "Tuti Misalkan"}),
]


def gather(
    understanding: Understanding,
    world: World | None = None,
    *,
    asked: list[Asked] | None = None,
    **stated: Any,
) -> Sequence[Dossier]:
    world = world or build.world(accounts=ACCOUNTS)
    return dossiers(
        understanding,
        dapodik=WorldDapodik(world),
        accounts=WorldAccounts(world),
        stated=Stated(**stated),
        now=build.NOW,
        on_access=(asked if asked is not None else []).append,
    )


def one(understanding: Understanding, world: World | None = None, **stated: Any) -> Dossier:
    (dossier,) = gather(understanding, world, **stated)
    return dossier
