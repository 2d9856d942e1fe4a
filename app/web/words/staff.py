"""Words of the staff pages. Key to (Indonesian, English)."""

from app.web.words import (
    Pair,
    automatic,
    figures,
    happened,
    joined,
    learned,
    proposed,
    sheet,
    takenback,
    taught,
    waiting,
)

WORDS: dict[str, Pair] = {
    **waiting.WORDS,
    **sheet.WORDS,
    **proposed.WORDS,
    **happened.WORDS,
    **figures.WORDS,
    **joined.WORDS,
    **learned.WORDS,
    **taught.WORDS,
    **takenback.WORDS,
    **automatic.WORDS,
}
