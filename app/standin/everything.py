"""All the stand-in systems in one application, on one port and one clock."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount

from app.lookup.world import World
from app.standin.dapodik import dapodik_routes
from app.standin.directory import directory
from app.standin.directory_grants import KeyPair
from app.standin.zendesk import zendesk_routes
from app.standin.zendesk_door import Access

CLIENT_EMAIL = "loket@standin.example"
SUBJECT = "admin@standin.example"
ARTICLE = "8048"


@dataclass(frozen=True, slots=True)
class Keys:
    """What callers need: the directory's key pair, and the tokens of the others."""

    pair: KeyPair
    dapodik_token: str
    zendesk_token: str


def everything(
    world: World, keys: Keys, *, journal: Path | None, clock: Callable[[], datetime]
) -> Starlette:
    """Dapodik under /WebService (2026) and /2021, the directory, Zendesk.

    `journal` keeps the changes of accounts over a restart.
    """
    accounts = directory(world.accounts, public_key=keys.pair.public, journal=journal, now=clock)
    routes: list[BaseRoute] = []
    routes += dapodik_routes(world, token=keys.dapodik_token)
    routes += zendesk_routes(world, access=Access(token=keys.zendesk_token), clock=clock)
    app = Starlette(routes=[*routes, Mount("/", accounts)])
    app.state.directory = accounts
    return app


def kept_keys(folder: Path) -> Keys:
    """The same keys at every start: made once in `folder`, readable by the owner alone.

    `service-account.json` there is what Google's own clients take.
    """
    path = folder / "service-account.json"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        pair = KeyPair.fresh()
        content = {
            "type": "service_account",
            "client_email": CLIENT_EMAIL,
            "private_key_id": "standin",
            "private_key": pair.private,
            "public_key": pair.public,
        }
        for name, text in (
            ("service-account.json", json.dumps(content, indent=1)),
            ("private.pem", pair.private),
        ):
            (folder / name).touch(mode=0o600)
            (folder / name).write_text(text, encoding="utf-8")
    content = json.loads(path.read_text(encoding="utf-8"))
    pair = KeyPair(content["private_key"], content["public_key"])
    return Keys(pair, dapodik_token="standin", zendesk_token="standin")  # noqa: S106 no secret


def settings_for(url: str, folder: Path) -> list[str]:
    """The settings that point Loket at the stand-ins, a line each."""
    return [
        f"LOKET_DAPODIK_URL={url}",
        "LOKET_DAPODIK_TOKEN=standin",
        f"LOKET_PORTAL_URL={url}",
        f"LOKET_DIRECTORY_URL={url}",
        f"LOKET_DIRECTORY_TOKEN_URL={url}/token",
        f"LOKET_DIRECTORY_CLIENT_EMAIL={CLIENT_EMAIL}",
        f"LOKET_DIRECTORY_SUBJECT={SUBJECT}",
        f"LOKET_DIRECTORY_PRIVATE_KEY={folder / 'private.pem'}",
        f"LOKET_ZENDESK_URL={url}",
        "LOKET_ZENDESK_TOKEN=standin",
        f"LOKET_ZENDESK_ARTICLE={ARTICLE}",
    ]
