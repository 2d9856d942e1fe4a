"""create_app(): the routes, the error pages and the static files."""

from collections.abc import Callable
from datetime import datetime, timedelta

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from app import wiring
from app.settings import Settings
from app.store.session import Database
from app.web import (
    api,
    asked_form,
    asking,
    assigning,
    automation,
    bantuan,
    bulk,
    canned,
    confirmation,
    decisions,
    demand,
    demand_word,
    drafts,
    editions,
    errors,
    figure_incidents,
    figure_list,
    files,
    guide,
    guide_desk,
    health,
    held,
    hours,
    incidents,
    inserting,
    invitation,
    list_decisions,
    list_form,
    list_progress,
    listing,
    management,
    mentions,
    metrics,
    number_gaps,
    number_ledger,
    numbers,
    older,
    outbox,
    past,
    people,
    present,
    profile,
    proof,
    queue,
    reference,
    retention,
    rota,
    rules,
    scores,
    setting_aside,
    signin,
    similar,
    spared,
    targets,
    thread,
    ticket,
    token,
    told,
    tracking,
    trail,
    triage,
    views,
    vouches,
    weekly,
)
from app.web.guard import Guard
from app.web.site import Site
from app.web.traffic import Counted

_WITH_FILES = (bantuan, list_form, tracking)
_PAGES = (
    signin,
    queue,
    views,
    triage,
    ticket,
    past,
    proof,
    decisions,
    held,
    setting_aside,
    demand_word,
    bulk,
    drafts,
    thread,
    asking,
    confirmation,
    vouches,
    weekly,
    listing,
    list_decisions,
    list_progress,
    incidents,
    automation,
    numbers,
    figure_list,
    figure_incidents,
    number_ledger,
    number_gaps,
    demand,
    scores,
    outbox,
    mentions,
    present,
    canned,
    inserting,
    older,
    similar,
    health,
    hours,
    targets,
    reference,
    past,
    rules,
    editions,
    guide_desk,
    spared,
    guide,
    trail,
    management,
    people,
    invitation,
    profile,
    rota,
    assigning,
    token,
    asked_form,
    retention,
)
_BODY_BYTES = 1_000_000  # of a request without files
# `submitted` and `machine` refuse with a page or a document of ours, not with two bare words.
_ANY_LENGTH = 10**15


def create_app(site: Site) -> FastAPI:
    """The web application of one site. OpenAPI of the machine interface at /api/docs."""
    app = FastAPI(
        title="Loket",
        summary="Reports about belajar.id school accounts",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        swagger_ui_oauth2_redirect_url=None,
        max_body_size=_BODY_BYTES,
    )
    app.state.site = site
    for module in _WITH_FILES:
        app.include_router(module.router, include_in_schema=False, max_body_size=_ANY_LENGTH)
    for module in _PAGES:
        app.include_router(module.router, include_in_schema=False)
    for module in (api, told):  # `machine` refuses with a problem document
        app.include_router(module.router, max_body_size=_ANY_LENGTH)
    app.mount("/static", files.KeptFiles(), name="static")
    errors.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=500)
    app.add_middleware(Guard)
    app.add_middleware(Counted)
    return app


def create_operations(site: Site) -> FastAPI:
    """What only those who run it may see, for a port the public does not reach."""
    app = FastAPI(title="Loket operations", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.site = site
    app.include_router(health.router)
    app.include_router(metrics.router)
    return app


def site(settings: Settings, database: Database, *, clock: Callable[[], datetime]) -> Site:
    """What the pages work with."""
    return Site(
        database=database,
        secret=wiring.secret_of(settings),
        files=settings.data_dir / "attachments",
        public_url=settings.public_url,
        first_number=settings.first_number,
        attachment_limit=settings.attachment_limit,
        attachments_per_message=settings.attachments_per_message,
        api_tokens=tuple(token.get_secret_value() for token in settings.api_tokens),
        zendesk_secret=settings.zendesk_webhook_secret.get_secret_value(),
        is_demo=settings.demo,
        outbox=None if settings.smtp_url.get_secret_value() else wiring.outbox(settings),
        classifier=settings.classifier,
        watch=wiring.watch(settings),
        undo_for=timedelta(seconds=settings.undo_seconds),
        holdout=settings.holdout,
        has_help_centre=wiring.has_help_centre(settings),
        read=wiring.reader(settings),
        clock=clock,
    )
