"""Words of the tracking page: where a report stands and who acts next."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {}
