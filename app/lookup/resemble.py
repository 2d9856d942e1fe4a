"""Whether two written names mean the same school."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

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
        self._tidy: Mapping[str, str] = {npsn: tidy_school(name) for npsn, name in names.items()}

    @classmethod
    def of_tidy(cls, tidy: Mapping[str, str]) -> Self:
        """From names that went through `tidy_school` before."""
        names = cls({})
        names._tidy = tidy
        return names

    def like(self, name: str) -> Sequence[str]:
        """NPSNs, best first, at most 20. Numbers and level words must agree where given."""
        wanted = tidy_school(name)
        if not _own_words(wanted):
            return []
        scores: dict[str, float] = {}
        for group in self._agreeing(wanted):
            for npsn, score in (*group.like(wanted), *group.like_bare(_bare(wanted))):
                scores[npsn] = max(score, scores.get(npsn, 0.0))
        return sorted(scores, key=lambda npsn: (-scores[npsn], npsn))[:NAMED_AT_MOST]

    def _agreeing(self, wanted: str) -> Iterator["_Group"]:
        level = _LEVELS & set(wanted.split())
        for levels, group in self._groups.get(_numbers(wanted), {}).items():
            if level <= levels:
                yield group

    @cached_property
    def _groups(self) -> Mapping[tuple[str, ...], Mapping[frozenset[str], "_Group"]]:
        """By what must agree, so that only names that can be meant are compared."""
        groups: dict[tuple[str, ...], dict[frozenset[str], _Group]] = {}
        for npsn, tidy in self._tidy.items():
            of_number = groups.setdefault(_numbers(tidy), {})
            group = of_number.setdefault(_LEVELS & set(tidy.split()), _Group())
            group.npsns.append(npsn)
            group.names.append(_sorted(tidy))
            group.bare.append(_sorted(_bare(tidy)))
        return groups


@dataclass(frozen=True, slots=True)
class _Group:
    """Schools of the same numbers and level words; names with their words in order."""

    npsns: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)

    def like(self, wanted: str) -> Iterator[tuple[str, float]]:
        return self._scores(wanted, self.names, 0.0)

    def like_bare(self, wanted: str) -> Iterator[tuple[str, float]]:
        return self._scores(wanted, self.bare, _WITHOUT_STATUS)

    def _scores(
        self, wanted: str, names: Sequence[str], cost: float
    ) -> Iterator[tuple[str, float]]:
        found = process.extract(
            _sorted(wanted),
            names,
            scorer=fuzz.ratio,
            score_cutoff=_SCHOOL_FLOOR,
            limit=_LOOKED_AT,
        )
        return ((self.npsns[at], score - cost) for _, score, at in found)


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
    return _numbers(wanted) == _numbers(tidy) and level <= set(tidy.split())


def _numbers(tidy: str) -> tuple[str, ...]:
    return tuple(sorted(_NUMBER.findall(tidy)))


def _sorted(tidy: str) -> str:
    return " ".join(sorted(tidy.split()))


def _bare(tidy: str) -> str:
    return " ".join(word for word in tidy.split() if word not in _PLAIN)


def _own_words(tidy: str) -> set[str]:
    """What is left of a name when level and status are taken off."""
    return set(tidy.split()) - _LEVELS - _PLAIN
