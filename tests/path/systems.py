"""The outside systems of a story behind one address: records that age, systems that fall silent."""

from dataclasses import replace
from datetime import datetime, timedelta

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount
from starlette.types import Receive, Scope, Send

from app.lookup.world import RawRow, World
from app.standin.dapodik import dapodik_routes
from app.standin.directory_faults import Faults
from models.vocabulary import System

EXTRACT_AGE = timedelta(hours=5)
_DIRECTORY = "/admin/directory"
_TOKEN = "/token"


class Systems:
    """An ASGI application: Dapodik over the rows of `world`, the directory, each may be away.

    The rows of `world` may be altered between two questions.
    """

    def __init__(self, world: World, *, directory: Starlette, dapodik_token: str) -> None:
        self.world = world
        self.away: set[System] = set()
        self.questions: list[str] = []
        self._directory = directory
        self._token = dapodik_token
        self._app = self._over(world)

    @property
    def faults(self) -> Faults:
        """Trouble the directory should make."""
        faults: Faults = self._directory.state.faults
        return faults

    @property
    def changes(self) -> list[str]:
        """What the directory was asked to change."""
        return [
            each for each in self.questions if _DIRECTORY in each and not each.startswith("GET ")
        ]

    def extracts(self, now: datetime) -> None:
        """A night has passed: the records are true as of five hours before `now`."""
        self._app = self._over(replace(self.world, extracted_at=now - EXTRACT_AGE))

    def rows_of(self, name: str) -> list[RawRow]:
        """Every placement of the person or people of that name."""
        rows = (*self.world.gtk, *self.world.peserta_didik)
        return [row for row in rows if row["nama"] == name]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path = scope["path"]
        self.questions.append(f"{scope['method']} {path}")
        system = System.DIRECTORY if path.startswith((_DIRECTORY, _TOKEN)) else System.DAPODIK
        app = _is_away if system in self.away else self._app
        await app(scope, receive, send)

    def _over(self, world: World) -> Starlette:
        routes = [*dapodik_routes(world, token=self._token), Mount("/", self._directory)]
        return Starlette(routes=routes)


async def _is_away(scope: Scope, receive: Receive, send: Send) -> None:
    # A long Retry-After: nobody waits for it, the work comes back later.
    answer = JSONResponse({}, status_code=503, headers={"Retry-After": "600"})
    await answer(scope, receive, send)
