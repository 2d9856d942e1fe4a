"""What the pages work with: one value, built once, kept at `app.state.site`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fastapi import Request

from app.access.links import Links
from app.access.tokens import Rate
from app.reading.facts import Incoming, Understanding
from app.resolution.automatic import NO_RULE_ACTS, Watch
from app.store.session import Database
from app.web.traffic import Traffic


@dataclass(frozen=True, slots=True)
class Site:
    """`files` is the folder of attachments; `attachment_limit` is bytes for each file.

    `outbox` is the folder mail is written to where no SMTP server is set, else None. `classifier`
    is the shelf of classifiers; None where nothing is read. `watch` is how rules that act by
    themselves are watched. `read` reads what somebody is typing; None where nobody does.
    `zendesk_secret` signs what Zendesk tells; empty: nothing it tells is taken.
    `has_help_centre`: public replies are sent by us. `rate` counts what each machine asks,
    `traffic` what was answered. An
    act can be taken back for `undo_for`. `holdout` is the share of visits that do not see the
    likely answer; 0 where its benefit is not measured.
    """

    database: Database
    secret: bytes
    files: Path
    public_url: str
    first_number: int
    attachment_limit: int
    attachments_per_message: int
    api_tokens: tuple[str, ...] = ()
    zendesk_secret: str = ""
    is_demo: bool = False
    outbox: Path | None = None
    classifier: Path | None = None
    watch: Watch = NO_RULE_ACTS
    undo_for: timedelta = timedelta(0)
    holdout: float = 0.0
    has_help_centre: bool = False
    read: Callable[[Incoming], Understanding] | None = None
    rate: Rate = field(default_factory=Rate)
    traffic: Traffic = field(default_factory=Traffic)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    @property
    def links(self) -> Links:
        """What makes the codes of mailed questions."""
        return Links(self.secret, self.public_url)


def site_of(request: Request) -> Site:
    site: Site = request.app.state.site
    return site
