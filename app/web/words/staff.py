"""Words of the staff pages. Key to (Indonesian, English)."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {}
