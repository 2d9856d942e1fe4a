"""A word for a probability: nobody decides by a number they cannot weigh."""

_BANDS = ((0.95, "near_certain"), (0.8, "very_likely"), (0.6, "likely"), (0.0, "unsure"))


def band(probability: float) -> str:
    """The key of the word for a probability of 0 to 1."""
    return next(key for least, key in _BANDS if probability >= least)
