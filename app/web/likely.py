"""The likely answer to what is being typed: read, not kept, and no record is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request

from app.access import limits
from app.guide import find, shelf
from app.guide.find import Guide
from app.intake.form import LONGEST
from app.kit.clock import wib_day
from app.reading.facts import Incoming
from app.resolution import editions
from app.resolution.policy.advice import statements
from app.resolution.verdict import Source
from app.web import pages
from app.web.deps import client_address
from app.web.site import Site, site_of
from models.vocabulary import Category, Decision

_SHORTEST = 15  # characters from which something can be read
_GUIDES = 3
_TRUSTED = frozenset({Decision.AUTO, Decision.SUGGEST})


@dataclass(frozen=True, slots=True)
class Likely:
    """`category` is None where the words do not tell; then at most guides are shown."""

    category: Category | None
    statements: tuple[Source, ...]
    guides: tuple[Guide, ...]


def likely(request: Request, fields: Mapping[str, str], *, now: datetime) -> Likely | None:
    """None where nothing helpful can be said, or where one address asks too often."""
    subject, text = fields.get("perihal", "")[:200], fields.get("uraian", "")[:LONGEST]
    if len(f"{subject} {text}".strip()) < _SHORTEST or not _may_ask(request, now=now):
        return None
    site = site_of(request)
    category = _category(site, subject, text, fields.get("kategori", ""), now=now)
    with site.database.read() as session:
        terms = editions.in_force(session, now).terms
        language = pages.language_of(request)
        guides = shelf.public(session, language)
    wanted = [category] if category else []
    found = find.suggested(guides, f"{subject} {text}", wanted, limit=_GUIDES)
    said = statements(category, terms, english=language == "en") if category else ()
    return Likely(category, said, tuple(found)) if said or found else None


def _category(
    site: Site, subject: str, text: str, chosen: str, *, now: datetime
) -> Category | None:
    """What was read with trust, else what the person chose."""
    picked = Category(chosen) if chosen in set(Category) else None
    if site.read is None:
        return picked
    read = site.read(
        Incoming(text=text, subject=subject, self_category=picked, sent_on=wib_day(now))
    )
    return read.category if read.decision in _TRUSTED else picked


def _may_ask(request: Request, *, now: datetime) -> bool:
    address = client_address(request)
    try:
        with site_of(request).database.write() as session:
            limits.check(session, limits.LIKELY_PER_ADDRESS, "likely", address, now=now)
            limits.count(session, "likely", address, now=now)
    except limits.TooManyTries:
        return False
    return True
