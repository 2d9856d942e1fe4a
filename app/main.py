"""create_app(): the routes, the error pages and the static files."""

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from app.web import (
    api,
    bantuan,
    decisions,
    errors,
    files,
    health,
    numbers,
    outbox,
    queue,
    signin,
    ticket,
    tracking,
)
from app.web.guard import Guard
from app.web.site import Site

_PAGES = (bantuan, tracking, signin, queue, ticket, decisions, numbers, outbox, health)


def create_app(site: Site) -> FastAPI:
    """The web application of one site. OpenAPI of the machine interface at /api/docs."""
    app = FastAPI(
        title="Loket",
        summary="Reports about belajar.id school accounts",
        docs_url="/api/docs",
        redoc_url=None,
        openapi_url="/api/openapi.json",
        swagger_ui_oauth2_redirect_url=None,
    )
    app.state.site = site
    for module in _PAGES:
        app.include_router(module.router, include_in_schema=False)
    app.include_router(api.router)
    app.mount("/static", files.KeptFiles(), name="static")
    errors.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=500)
    app.add_middleware(Guard)
    return app
