"""How well a name as people write it fits the name of a record."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from app.reading.wordlists import words as listed

EXACT = 100.0
SAME_SOUND = 97.0
_ONE_WORD_OF_MANY = 70.0  # a first name alone points, it does not prove
_WORD_FLOOR = 0.8
_JOINED_FLOOR = 92.0
_JOINED_LENGTH = 8
_ONE_WORD_TELLS = 0.6  # of a name's weight
_WITH_INITIAL = 90.0
# Below what suffices to match: of many names one letter makes another person's (Sumarni, Sumarno).
_NEARLY = 80.0
_LONG_WORD = 7  # letters, in which a slip of one leaves the name recognisable
_LEFT_OUT_COST = 24.0  # when half of one name is missing in the other, twelve points

_TITLES = listed("""
    bapak bpk bp pak ibu bu sdr sdri saudara saudari kak kakak bang mas mbak mr mrs ms miss ny tn
    drs dra dr drg ir prof h hj kh ust ustad ustadz ustadzah ustazah alm almh almarhum almarhumah
    spd mpd spdi mpdi spdsd spdaud skom mkom ssos sag mag ssi msi mm amapd amd sst sth mth lc gr
""")
# Particles of caste or sex in Bali, left out by most who write.
_PARTICLES = frozenset({"i", "ni"})
_DEGREE = re.compile(
    r"(?<=\s)[smadb]\.\s?(?:pdi?|k?om|e|sos|ag|si|t|h|hum|sn|th|kes|or|st|ma|md|psi|i|ip|tp|a|m)\b"
    r"(?:\.\s?[a-z]{1,3}\b)*\.?"
)
_NOT_LETTER = re.compile(r"[^a-z ]+")
_MUHAMMAD = listed("""
    muh moh mohd muhd md muhamad mohamad mohammad mochamad mochammad mohamed muhammed muchamad
    muchammad mhd
""")
_SHORT_FORMS = dict.fromkeys(_MUHAMMAD, "muhammad") | {
    "abd": "abdul",
    "ach": "ahmad",
    "achmad": "ahmad",
    "sitti": "siti",
    "st": "siti",
    "wyn": "wayan",
    "nym": "nyoman",
    "kt": "ketut",
    "gd": "gede",
    "gst": "gusti",
    "br": "boru",
}
_COMMON = listed("muhammad ahmad siti sri nur ni putu made wayan ketut nyoman abdul")
_VOWELS = frozenset("aiueo")
_OLD_SPELLING = re.compile("oe|[tds]j")
_FIRST_J = re.compile(r"^j(?=[uo]\w{3})")  # Jusuf, Johanes
_SOUNDS = (
    (re.compile(r"oe"), "u"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"tj|ch"), "c"),
    (re.compile(r"s[jhy](?=[aeiou])"), "s"),
    (re.compile(r"ei"), "e"),
    (re.compile(r"uw"), "u"),
    (re.compile(r"ph|v|w"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"kh|q"), "k"),
    (re.compile(r"z"), "j"),
    (re.compile(r"iy|ij|y"), "i"),
    (re.compile(r"(?<=[a-z])h\b"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class NameFit:
    """`score` runs from 0 (another name) to 100 (the same); `reason` says it in Indonesian."""

    score: float
    reason: str


def fit(stated: str, recorded: str) -> NameFit:
    """Titles, degrees, order, spelling of the same sound and single typing errors are tolerated."""
    left, right = words(stated), words(recorded)
    if not left or not right:
        return NameFit(0.0, "nama tidak terbaca")
    if left == right:
        return NameFit(EXACT, "nama sama persis")
    sounds = [[sound(word) for word in each] for each in (left, right)]
    if sounds[0] == sounds[1] or "".join(left) == "".join(right):
        return NameFit(SAME_SOUND, "nama sama, ejaan berbeda")
    if sorted(sounds[0]) == sorted(sounds[1]):
        return NameFit(SAME_SOUND, "nama sama, urutan berbeda")
    score = _by_words(left, right)
    if len(left) != len(right):
        score = max(score, _joined("".join(sounds[0]), "".join(sounds[1])))
    return NameFit(round(score, 1), _reason(score, left, right))


def who_may_fit(stated: str, recorded: Iterable[str]) -> Iterator[str]:
    """Leaves out only names whose `fit` could not be 60 or more; cheap, for thousands at a time."""
    left = words(stated)
    joined, sounded = "".join(left), "".join(map(sound, left))
    for name in recorded:
        right = words(name)
        if (
            _may_fit_by_words(left, right)
            or joined == "".join(right)
            or fuzz.ratio(sounded, "".join(map(sound, right))) >= _JOINED_FLOOR
        ):
            yield name


def _may_fit_by_words(left: Sequence[str], right: Sequence[str]) -> bool:
    known = [one for one in left if any(_likeness(one, other) for other in right)]
    if len(known) != 1:
        return len(known) > 1
    met = [other for other in right if _likeness(known[0], other)]
    return max(_share(known, left), _share(met, right)) >= _ONE_WORD_TELLS


def _share(some: Sequence[str], name: Sequence[str]) -> float:
    return _weights(some) / _weights(name)


def words(name: str) -> tuple[str, ...]:
    """Plain lower-case words without titles, degrees and particles; usual short forms filled."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    head = plain.partition(",")[0]
    undotted = _DEGREE.sub(" ", head)
    spelled = _NOT_LETTER.sub(" ", undotted.replace("'", "").replace("`", "")).split()
    kept = [word for word in spelled if word not in _TITLES]
    while len(kept) > 1 and kept[0] in _PARTICLES:
        kept = kept[1:]
    return tuple(_SHORT_FORMS.get(word, word) for word in kept) or tuple(spelled)


def is_only_titles(name: str) -> bool:
    """True for "S.Pd" or "Bapak", which name nobody."""
    head = _DEGREE.sub(" ", f" {name.lower()}")
    return all(word in _TITLES for word in _NOT_LETTER.sub(" ", head).split())


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """The word in one spelling for all that sound alike."""
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return word


def _loose(word: str) -> str:
    """As `sound`, for letters of Arabic names that are written in two ways, and an old y (j)."""
    if _OLD_SPELLING.search(word):
        word = word.replace("tj", "c").replace("sj", "s")
        word = "j".join(part.replace("j", "y") for part in word.split("dj"))
    word = _FIRST_J.sub("y", word)
    return sound(word.replace("z", "s").replace("kh", "h").replace("ch", "h"))


def _is_one_name(pair: tuple[str, str]) -> bool:
    """Whether it is one word spelt in two ways or with a slip, and not two names that are alike."""
    one, other = pair
    if min(len(one), len(other)) == 1 or _loose(one) == _loose(other):
        return True
    return _is_slip(sound(one), sound(other))


def _is_slip(one: str, other: str) -> bool:
    """A letter left out, doubled, exchanged with its neighbour, or a vowel taken for another.

    Only inside a long word: the ends tell names apart (Suryanti, Suryani; Salim, Halim).
    """
    same_ends = one[0] == other[0] and one[-2:] == other[-2:]
    if min(len(one), len(other)) < _LONG_WORD or not same_ends or OSA.distance(one, other) != 1:
        return False
    if len(one) != len(other) or sorted(one) == sorted(other):
        return True
    return all(
        {left, right} <= _VOWELS for left, right in zip(one, other, strict=True) if left != right
    )


def _by_words(left: Sequence[str], right: Sequence[str]) -> float:
    pairs = _paired(left, right)
    if len(pairs) < 2:
        return _by_one_word(left, right, pairs)
    of_left = sum(alike * _weight(one) for one, _, alike in pairs) / _weights(left)
    of_right = sum(alike * _weight(other) for _, other, alike in pairs) / _weights(right)
    best, least = max(of_left, of_right), min(of_left, of_right)
    score = 100 * best - _LEFT_OUT_COST * (best - least)
    if not all(_is_one_name(pair[:2]) for pair in pairs):
        score = min(score, _NEARLY)
    return min(score, _WITH_INITIAL) if any(_is_initial(pair) for pair in pairs) else score


def _by_one_word(
    left: Sequence[str], right: Sequence[str], pairs: Sequence[tuple[str, str, float]]
) -> float:
    """A word borne by half the country says something only when no other was given."""
    if not pairs or _is_initial(pairs[0]):
        return 0.0
    one, other, alike = pairs[0]
    if len(left) == len(right) == 1:
        return 100 * alike if _is_one_name((one, other)) else min(100 * alike, _NEARLY)
    if one in _COMMON and len(left) > 1:
        return 0.0
    share = max(_weight(one) / _weights(left), _weight(other) / _weights(right))
    return min(100 * alike * share, _ONE_WORD_OF_MANY)


def _is_initial(pair: tuple[str, str, float]) -> bool:
    one, other, _ = pair
    return one != other and min(len(one), len(other)) == 1


def _weights(name: Sequence[str]) -> float:
    return sum(_weight(word) for word in name)


def _paired(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, str, float]]:
    """Words of both names that mean the same, most alike first, each word once."""
    ranked = sorted(
        (
            (_likeness(one, other), at, to)
            for at, one in enumerate(left)
            for to, other in enumerate(right)
        ),
        key=lambda each: (-each[0], abs(each[1] - each[2])),
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for likeness, at, to in ranked:
        if likeness and at not in used_left and to not in used_right:
            used_left.add(at)
            used_right.add(to)
            pairs.append((left[at], right[to], likeness))
    return pairs


@lru_cache(maxsize=100_000)
def _likeness(one: str, other: str) -> float:
    """0 for two names, up to 1 for the same word."""
    if one == other:
        return 1.0
    left, right = sound(one), sound(other)
    if left == right or _loose(one) == _loose(other):
        return 0.97
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return 0.85 if long.startswith(short) else 0.0
    if len(short) >= 3 and long.startswith(short):
        return 0.85
    ratio = fuzz.ratio(left, right) / 100
    return 0.97 * ratio if ratio >= _WORD_FLOOR else 0.0


def _weight(word: str) -> float:
    """Rare words prove more than names that half the country bears, initials least."""
    if len(word) <= 2:
        return 1.0
    return len(word) / 3 if word in _COMMON else float(len(word))


def _joined(left: str, right: str) -> float:
    """For names written together or apart with a typing error besides."""
    if min(len(left), len(right)) < _JOINED_LENGTH:
        return 0.0
    ratio = fuzz.ratio(left, right)
    if ratio < _JOINED_FLOOR:
        return 0.0
    is_one = left == right or _is_slip(left, right)
    return 0.97 * ratio if is_one else min(0.97 * ratio, _NEARLY)


def _reason(score: float, left: Sequence[str], right: Sequence[str]) -> str:
    if score < 60:
        return "nama berbeda"
    return "nama mirip" if len(left) == len(right) else "sebagian nama sama"
