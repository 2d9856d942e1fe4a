"""Words of the staff pages. Key to (Indonesian, English)."""

from app.web.words import (
    Pair,
    asking,
    figures,
    happened,
    joined,
    learned,
    proposed,
    sheet,
    taught,
    waiting,
)

WORDS: dict[str, Pair] = {
    **waiting.WORDS,
    **asking.WORDS,
    **sheet.WORDS,
    **proposed.WORDS,
    **happened.WORDS,
    **figures.WORDS,
    **joined.WORDS,
    **learned.WORDS,
    **taught.WORDS,
}
