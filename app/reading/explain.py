"""Which words carried a category past the next one, exactly as they were weighed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.reading.facts import Words
from app.reading.features import grams
from app.reading.normalise import Normal

SHOWN = 5  # stretches of words on either side
SLIGHT = 0.005  # a share that no one would miss
LEAST = 0.05  # of the whole contrast; less explains nothing
_MASKS = ("xemail_", "xperan_", "xnomor_", "xjenjang_")


class Explained(NamedTuple):
    """Words that spoke for the winner, and words that spoke for the runner-up; strongest first."""

    winner: tuple[Words, ...]
    runner_up: tuple[Words, ...]


def explain(normal: Normal, stems: Mapping[str, float], letters: Mapping[str, float]) -> Explained:
    """What each word of the message added to the winner's lead over the runner-up.

    `stems` says what each known stem and pair added, `letters` what the letters of each word did.
    All shares and the difference of bias make the whole lead.
    """
    shares = _shares(normal, stems, letters)
    total = sum(map(abs, shares)) or 1.0
    worth = [one for one in _stretches(normal, shares) if abs(one.weight) >= LEAST * total]
    worth.sort(key=lambda one: -abs(one.weight))
    ahead = tuple(one for one in worth if one.weight > 0)
    behind = tuple(Words(one.words, -one.weight) for one in worth if one.weight < 0)
    return Explained(ahead[:SHOWN], behind[:SHOWN])


def _shares(
    normal: Normal, stems: Mapping[str, float], letters: Mapping[str, float]
) -> list[float]:
    """The lead by word: of a stem to its places, of a pair to both, of letters to their word."""
    names = grams(normal.stems)
    count = len(normal.stems)
    times = Counter(name for name in names if name in stems)
    shares = [stems[name] / times[name] if name in times else 0.0 for name in names[:count]]
    for at, name in enumerate(names[count:]):
        if name in times:
            half = stems[name] / times[name] / 2
            shares[at] += half
            shares[at + 1] += half
    said = Counter(normal.surfaces)
    for at, surface in enumerate(normal.surfaces):
        if surface in letters:
            shares[at] += letters[surface] / said[surface]
        elif " " in surface:
            shares[at] += sum(letters[word] for word in surface.split()) / said[surface]
    return shares


def _stretches(normal: Normal, shares: Sequence[float]) -> list[Words]:
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
    return [Words(words, round(total, 3)) for words, total in found.items()]


def _side(surface: str, share: float) -> int:
    """1 for the winner, -1 for the runner-up, 0 for a word nobody wrote or that weighs nothing."""
    if -SLIGHT < share < SLIGHT or not surface or surface.startswith(_MASKS):
        return 0
    return 1 if share > 0 else -1
