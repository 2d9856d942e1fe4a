"""Words of the staff pages. Key to (Indonesian, English)."""

from app.web.words import (
    Pair,
    back_then,
    drafted,
    figures,
    happened,
    joined,
    learned,
    proposed,
    ruled,
    sheet,
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
    **back_then.WORDS,
    **ruled.WORDS,
    **drafted.WORDS,
}
