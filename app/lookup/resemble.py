"""Whether two written names mean the same school."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from rapidfuzz import fuzz, process

NAMED_AT_MOST = 20
_LOOKED_AT = 200
_SCHOOL_FLOOR = 80.0
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[a-z0-9]+")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "x": "10"}
_SPELLED = (
    (re.compile(r"\bsekolah menengah pertama\b"), "smp"),
    (re.compile(r"\bsekolah menengah atas\b"), "sma"),
    (re.compile(r"\bsekolah menengah kejuruan\b"), "smk"),
    (re.compile(r"\bsekolah luar biasa\b"), "slb"),
    (re.compile(r"\bsekolah dasar\b"), "sd"),
    (re.compile(r"\btaman kanak[ -]*kanak\b"), "tk"),
    (re.compile(r"\b(?:upt|uptd)\b\.?(?: spf\b)?|\bsatuan pendidikan\b"), " "),
    (re.compile(r"\b(sd|smp|sma|smk|slb|tk)[ .-]?(?:n|neg|negri|negeri)\b\.?"), r"\1 negeri "),
    (re.compile(r"\b(sd|smp|sma|smk|tk)(s|it|k)\b"), r"\1 \2 "),
    (re.compile(r"\bno(?:mor)?\b\.?(?= ?\d)"), " "),
    (re.compile(r"(?<=[a-z])(?=\d)"), " "),
)
_LEVELS = frozenset({"tk", "kb", "paud", "sd", "smp", "sma", "smk", "slb", "pkbm", "skb"})
_PLAIN = frozenset({"negeri"})
_UNSAID = frozenset({"swasta", "s"})  # in the records, rarely in a message
_WITHOUT_STATUS = 6.0  # points lost when only one of both says "negeri"
_REGION = re.compile(r"[ ,(-]+(?:kec(?:amatan)?|kab(?:upaten)?|prov(?:insi)?)\b\.?")


class SchoolNames:
    """Schools by NPSN, found by a name that resembles theirs."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def like(self, name: str) -> Sequence[str]:
        """NPSNs, best first, at most 20. Numbers and level words must agree where given."""
        wanted = tidy_school(name)
        if not _own_words(wanted):
            return []
        scores = self._scores(wanted, self._tidy, 0.0)
        for npsn, score in self._scores(_bare(wanted), self._bare, _WITHOUT_STATUS).items():
            scores[npsn] = max(score, scores.get(npsn, 0.0))
        ranked = sorted(scores, key=lambda npsn: (-scores[npsn], npsn))
        return [npsn for npsn in ranked if _agree(wanted, self._tidy[npsn])][:NAMED_AT_MOST]

    def _scores(self, wanted: str, names: Mapping[str, str], cost: float) -> dict[str, float]:
        found = process.extract(
            wanted,
            names,
            scorer=fuzz.token_sort_ratio,
            score_cutoff=_SCHOOL_FLOOR,
            limit=_LOOKED_AT,
        )
        return {npsn: score - cost for _, score, npsn in found}

    @cached_property
    def _tidy(self) -> dict[str, str]:
        return {npsn: tidy_school(name) for npsn, name in self._names.items()}

    @cached_property
    def _bare(self) -> dict[str, str]:
        return {npsn: _bare(tidy) for npsn, tidy in self._tidy.items()}


def tidy_school(name: str) -> str:
    """Lower case, forms of education spelled one way, Roman numbers as digits."""
    tidy = without_region(name)[0]
    for pattern, instead in _SPELLED:
        tidy = pattern.sub(instead, tidy)
    spoken = [_ROMAN.get(word, word.lstrip("0") or word) for word in _WORD.findall(tidy)]
    return " ".join(word for word in spoken if word not in _UNSAID)


def without_region(name: str) -> tuple[str, str]:
    """The name in lower case, and what follows a word such as "kabupaten" in it."""
    lower = name.lower()
    cut = _REGION.search(lower)
    return (lower[: cut.start()], lower[cut.end() :]) if cut else (lower, "")


def school_likeness(one: str, other: str) -> float:
    """0 to 100; 0 when numbers or level words contradict."""
    left, right = tidy_school(one), tidy_school(other)
    if not _agree(left, right):
        return 0.0
    bare = fuzz.token_sort_ratio(_bare(left), _bare(right)) - _WITHOUT_STATUS
    return max(fuzz.token_sort_ratio(left, right), bare)


def _agree(wanted: str, tidy: str) -> bool:
    level = _LEVELS & set(wanted.split())
    return sorted(_NUMBER.findall(wanted)) == sorted(_NUMBER.findall(tidy)) and (
        not level or level <= set(tidy.split())
    )


def _bare(tidy: str) -> str:
    return " ".join(word for word in tidy.split() if word not in _PLAIN)


def _own_words(tidy: str) -> set[str]:
    """What is left of a name when level and status are taken off."""
    return set(tidy.split()) - _LEVELS - _PLAIN
