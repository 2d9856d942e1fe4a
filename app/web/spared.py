"""Whether the likely answer and its articles spare reports, for those who answer for them."""

from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.kit.clock import wib_day
from app.report.spared import benefit
from app.store import articles, trials
from app.web import pages
from app.web.deps import Counter, Now, Read
from app.web.figures_address import period_of
from app.web.site import site_of
from app.web.spared_view import Viewed

router = APIRouter()

# Whoever came just before midnight has until the next midnight to send.
_SETTLED_AFTER = timedelta(days=2)


@router.get("/panduan/manfaat", name="spared")
def show(
    request: Request, db: Read, who: Counter, now: Now, dari: str = "", sampai: str = ""
) -> Response:
    """Of the days in the address, else of the last thirty whose visits are settled."""
    period, is_bad = period_of(dari, sampai, now - _SETTLED_AFTER)
    settled = wib_day(now - _SETTLED_AFTER)
    last = min(period.last, settled)
    share = site_of(request).holdout
    counted = trials.counted(db, period.first, last)
    view = Viewed(benefit(counted, share=share), share=share, language=pages.language_of(request))
    titles = {article.slug: version.title for article, version in articles.newest(db)}
    return pages.page(
        request,
        "spared/show.html",
        status=422 if is_bad else 200,
        period=period,
        last=last,
        is_bad=is_bad,
        is_cut=period.last > settled,
        is_measured=share > 0,
        view=view,
        articles=view.articles(trials.articles(db, period.first, last), titles),
    )
