"""Words of the staff pages. Key to (Indonesian, English)."""

from app.web.words import (
    Pair,
    figures,
    happened,
    joined,
    learned,
    proposed,
    proven,
    sheet,
    taught,
    waiting,
)

WORDS: dict[str, Pair] = {
    **waiting.WORDS,
    **sheet.WORDS,
    **proposed.WORDS,
    **proven.WORDS,
    **happened.WORDS,
    **figures.WORDS,
    **joined.WORDS,
    **learned.WORDS,
    **taught.WORDS,
}
