"""Words of the public pages. Key to (Indonesian, English)."""

from app.web.words import Pair, closing, confirmed, form, frame, listed, listing, tracked

WORDS: dict[str, Pair] = {
    **frame.WORDS,
    **form.WORDS,
    **listed.WORDS,
    **listing.WORDS,
    **tracked.WORDS,
    **confirmed.WORDS,
    **closing.WORDS,
}
