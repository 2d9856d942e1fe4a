"""Words of the report form, and of attachments."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {}
