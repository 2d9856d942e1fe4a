"""Which words carried a category past the next one, exactly as they were weighed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.reading.facts import Words
from app.reading.normalise import Normal

SHOWN = 5  # stretches of words on either side
SLIGHT = 0.005  # a share that no one would miss
LEAST = 0.05  # of the whole contrast; less explains nothing
_MASKS = ("xemail_", "xperan_", "xnomor_", "xjenjang_")


class Explained(NamedTuple):
    """Words that spoke for the winner, and words that spoke for the runner-up; strongest first."""

    winner: tuple[Words, ...]
    runner_up: tuple[Words, ...]


NOTHING = Explained((), ())


def explain(
    normal: Normal, names: Sequence[str], stems: Mapping[str, float], letters: Mapping[str, float]
) -> Explained:
    """What each word of the message added to the winner's lead over the runner-up.

    `names` are the message's `grams`; `stems` says what each known one added, `letters` what the
    letters of each word did. All shares and the difference of bias make the whole lead.
    """
    shares = _shares(normal, names, stems, letters)
    total = sum(map(abs, shares)) or 1.0
    worth = [one for one in _stretches(normal, shares) if abs(one[1]) >= LEAST * total]
    worth.sort(key=lambda one: -abs(one[1]))
    ahead = [Words(words, round(weight, 3)) for words, weight in worth if weight > 0]
    behind = [Words(words, round(-weight, 3)) for words, weight in worth if weight < 0]
    return Explained(tuple(ahead[:SHOWN]), tuple(behind[:SHOWN]))


def _shares(
    normal: Normal, names: Sequence[str], stems: Mapping[str, float], letters: Mapping[str, float]
) -> list[float]:
    """The lead by word: of a stem to its places, of a pair to both, of letters to their word."""
    count, times, added = len(normal.stems), Counter(names), stems.get
    shares = [added(name, 0.0) / times[name] for name in names[:count]]
    for at, name in enumerate(names[count:]):
        share = added(name)
        if share is not None:
            half = share / times[name] / 2
            shares[at] += half
            shares[at + 1] += half
    said = Counter(normal.surfaces)
    for at, surface in enumerate(normal.surfaces):
        share = letters.get(surface)
        if share is not None:
            shares[at] += share / said[surface]
        elif " " in surface:
            shares[at] += sum(letters.get(word, 0.0) for word in surface.split()) / said[surface]
    return shares


def _stretches(normal: Normal, shares: Sequence[float]) -> list[tuple[str, float]]:
    """Neighbouring words that speak for the same side, each stretch once, in the writer's words.

    The end of a clause ends a stretch, and so does a mask: nobody wrote it.
    """
    found: dict[str, float] = {}
    stretch: list[str] = []
    weight, before = 0.0, 0
    for surface, opens, share in zip(
        (*normal.surfaces, ""), (*normal.opens, True), (*shares, 0.0), strict=True
    ):
        side = _side(surface, share)
        if stretch and (opens or side != before):
            words = " ".join(stretch)
            found[words] = found.get(words, 0.0) + weight
            stretch, weight = [], 0.0
        if side and stretch[-1:] != [surface]:
            stretch.append(surface)
        weight += share if side else 0.0
        before = side
    return list(found.items())


def _side(surface: str, share: float) -> int:
    """1 for the winner, -1 for the runner-up, 0 for a word nobody wrote or that weighs nothing."""
    if -SLIGHT < share < SLIGHT or not surface or surface.startswith(_MASKS):
        return 0
    return 1 if share > 0 else -1
