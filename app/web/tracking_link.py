"""The address of a report's public page, with its key."""

from urllib.parse import urlencode

from fastapi import Request

from app.intake import keys
from app.web.site import site_of


def tracking_link(request: Request, number: int) -> str:
    """What an answer by a colleague leads to."""
    site = site_of(request)
    path = request.app.url_path_for("tracking", number=number)
    key = urlencode({"kunci": keys.key_for(number, site.secret)})
    return f"{site.public_url.rstrip('/')}{path}?{key}"
