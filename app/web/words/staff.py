"""Words of the staff pages. Key to (Indonesian, English)."""

from app.web.words import (
    Pair,
    asking,
    automatic,
    back_then,
    drafted,
    figures,
    happened,
    joined,
    learned,
    proposed,
    proven,
    ruled,
    sheet,
    takenback,
    taught,
    waiting,
)

WORDS: dict[str, Pair] = {
    **waiting.WORDS,
    **asking.WORDS,
    **sheet.WORDS,
    **proposed.WORDS,
    **proven.WORDS,
    **happened.WORDS,
    **figures.WORDS,
    **joined.WORDS,
    **learned.WORDS,
    **taught.WORDS,
    **takenback.WORDS,
    **automatic.WORDS,
    **back_then.WORDS,
    **ruled.WORDS,
    **drafted.WORDS,
}
