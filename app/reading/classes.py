"""Whole classes a message speaks of, when it names no pupil."""

import re

_FIGURES = {
    "satu": "1", "dua": "2", "tiga": "3", "empat": "4", "lima": "5", "enam": "6", "tujuh": "7",
    "delapan": "8", "sembilan": "9", "sepuluh": "10", "sebelas": "11",
}  # fmt: skip
_GRADE = (
    r"(?:x{1,3}|xi{1,2}|iv|vi{0,3}|i{1,3}|ix|1[0-2]|[1-9]|" + "|".join(_FIGURES) + r")\b"
    r"(?:[ -]?[a-h]\b(?![ ]?[.)]))?"
)
_CLASS = re.compile(
    r"\b(?:siswa(?:-siswi|nya)?|siswi|murid|peserta didik|anak(?:-anak|2)?(?: didik)?|pd|ana-ana"
    r"|semua|seluruh|sekelas|students?|pupils?)"
    r" (?:(?:di|dari|saya|sy|kami|baru|jenjang|seluruh|semua|satu|para|of|in) ){0,2}"
    r"(?:kelas|kls|klas|rombel|tingkat|grade|year) "
    rf"{_GRADE}(?:\s*(?:,|/|&|dan|s\.?/?d\.?|sampai|-)\s*(?:kelas )?{_GRADE})*",
    re.I,
)


def classes(text: str) -> tuple[str, ...]:
    """Each class as written, with its grade in figures ("siswa kelas lima": "siswa kelas 5")."""
    return tuple(dict.fromkeys(_in_figures(hit[0]) for hit in _CLASS.finditer(text)))


def _in_figures(written: str) -> str:
    head, space, last = written.rpartition(" ")
    return head + space + _FIGURES.get(last.lower(), last)
