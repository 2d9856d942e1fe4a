"""Words of the public pages. Key to (Indonesian, English)."""

from app.web.words import Pair, confirmed, form, frame, tracked

WORDS: dict[str, Pair] = {**frame.WORDS, **form.WORDS, **tracked.WORDS, **confirmed.WORDS}
